"""How does a chronology look in a terminal?"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from rich.console import Console
from rich.text import Text

from sayso.cli.columns import Line, beside
from sayso.exchange.chain_words import ARROW, OWN_VOICE, STANCE_WORDS, UNNAMED
from sayso.exchange.chronology import Entry, Source
from sayso.exchange.date_words import date_in_words
from sayso.exchange.event_words import SOMEBODY, TO
from sayso.exchange.quote import GAP
from sayso.model.mention import Realis
from sayso.model.statement import Stance

DATE_COLUMNS = 19  # "29 Apr – 5 May 2024" fits in one line
DOT = " · "
NO_DATE = "no date told"
TOLD_SHOWN = 45  # code points of the words of time: three lines of the column
TRIGGERS_SHOWN = 4
PARTY_SHOWN = 80  # code points of a name: of 5,482 in gold two are longer; what is, is a clause
ID_SHOWN = 8  # digits of an event's id that are printed: enough for `show event`


class Quotes(Enum):
    """Which words are quoted in full beneath their chain."""

    NONE = "none"
    OWN = "own"  # the sentences in the outlet's own voice
    ALL = "all"


def rendered(console: Console, entries: Iterable[Entry], *, quotes: Quotes = Quotes.NONE) -> Iterator[Text]:
    """One block for each entry, under a rule for each year; background ones are dimmed."""
    section = date = ""
    for entry in entries:
        known = entry.earliest or entry.latest
        year = str(known.year) if known else NO_DATE
        if year != section:
            section = year
            yield Text(f"── {section} ──\n", style="quiet")
        yield block(console, entry, quotes=quotes, again=entry.when == date).append("\n")
        date = entry.when


def block(console: Console, entry: Entry, *, quotes: Quotes = Quotes.NONE, again: bool = False) -> Text:
    """One happening: its date beside who → whom, what, where, and beneath them each chain.

    `again`: the entry before had the same date, so that this one need not stand out.
    """
    right = [Line(text=text) for text in _heading(entry)]
    for source in entry.sources:
        right += _source(source, entry, quotes=quotes)
    text = beside(console, _date(entry, again=again), right, left_width=DATE_COLUMNS)
    text.style = "quiet" if entry.background else ""
    return text


def _date(entry: Entry, *, again: bool) -> list[Line]:
    lines = [Text(entry.when, style="quiet" if again or not entry.value else "date")]
    if entry.told and entry.told.casefold() != entry.when.casefold():
        lines.append(Text(f"“{shortened(entry.told, TOLD_SHOWN)}”", style="told"))
    if not entry.value and entry.published:
        lines.append(Text(f"told {date_in_words(entry.published[:10])}", style="quiet"))
    lines.append(Text(entry.id[:ID_SHOWN], style="quiet"))
    return [Line(text=text) for text in lines]


def _heading(entry: Entry) -> list[Text]:
    """Whether it happened, and who → whom; then what. In one line where nobody is told."""
    text = Text()
    if entry.realis is not Realis.ACTUAL:
        text.append(f"{entry.realis.upper()}  ", style=f"realis.{entry.realis}")
    if not entry.actors and not entry.recipients:
        return [text.append_text(_details(entry))]
    text.append(_named(entry.actors) or SOMEBODY, style="party" if entry.actors else "quiet")
    if entry.recipients:
        text.append(TO, style="arrow").append(_named(entry.recipients), style="party")
    return [text, _details(entry)]


def _named(parties: Sequence[str]) -> str:
    """The names, each cut where it is a sentence rather than a name; the JSON has them whole."""
    return ", ".join(shortened(party, PARTY_SHOWN) for party in parties)


def _details(entry: Entry) -> Text:
    """What, in which words, where, how many."""
    text = Text(entry.act, style="act")
    for trigger in entry.triggers[:TRIGGERS_SHOWN]:
        text.append(" ").append(f"“{trigger}”", style="trigger")
    marked = [(place, "place") for place in _nearest(entry.places)]
    marked += [(figure, "figure") for figure in entry.figures]
    marked += [("background", "quiet")] if entry.background else []
    return _dotted(text, marked)


def _nearest(places: Sequence[str]) -> list[str]:
    """The places without a country beside a place that lies in it; the JSON has them all."""
    parts = dict.fromkeys(part for place in places for part in place.split("; "))
    return [part for part in parts if not any(other.endswith(f", {part}") for other in parts)]


def _source(source: Source, entry: Entry, *, quotes: Quotes) -> list[Line]:
    marked = [(f"“{hedge}”", "hedge") for hedge in source.hedges]
    if source.stance not in (None, Stance.ASSERTS):
        marked.insert(0, (STANCE_WORDS[source.stance], "stance"))
    if source.realis is not entry.realis:
        marked.append((source.realis.value, f"realis.{source.realis}"))
    if source.caption:
        marked.append(("photo caption", "quiet"))
    lines = [Line(text=_dotted(chain_text(source.chain), marked), indent=2, hang=4)]
    if quotes is Quotes.ALL or (quotes is Quotes.OWN and source.own_voice):
        lines += [Line(text=Text(quoted(words), style="quote"), indent=6) for words in source.quotes]
    return lines


def _dotted(text: Text, marked: Iterable[tuple[str, str]]) -> Text:
    for words, style in marked:
        text.append(DOT, style="arrow").append(words, style=style)
    return text


def shortened(words: str, most: int) -> str:
    """The words, cut with a mark where they are longer than `most` code points."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def quoted(words: str) -> str:
    """The words in quotation marks, unless each part of them stands in such already.

    A quotation that goes on over paragraphs opens at each of them and shuts at the last.
    """
    parts = words.split(GAP)
    opened = all(part.startswith("“") and "”" not in part[:-1] for part in parts)
    return words if opened and words.endswith("”") else f"“{words}”"


def chain_text(chain: str) -> Text:
    """A chain in words with its arrows and its marks of the unnamed set back."""
    text = Text(chain, style="chain")
    text.highlight_words([ARROW], style="arrow")
    text.highlight_words([f"({UNNAMED})", OWN_VOICE], style="own")
    return text
