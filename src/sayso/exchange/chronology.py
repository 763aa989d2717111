"""What does a chronology tell of each happening?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.exchange.chain_words import chain_in_words, hedges_of
from sayso.exchange.date_words import date_in_words
from sayso.exchange.event_words import act_in_words, figures_in_words, names_of
from sayso.exchange.quote import around, fragments, one_line
from sayso.model.document import BlockKind
from sayso.model.heard import Heard
from sayso.model.mention import EventType, Mention, Party, Realis, When
from sayso.model.statement import Stance, Statement
from sayso.scoring.days import days_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A happening as one mention of one document tells it."""

    heard: Heard
    mention: Mention

    @property
    def statement(self) -> Statement | None:
        """The statement it stands in; None in the outlet's own voice, or where it was rejected."""
        return next((s for s in self.heard.statements if s.id == self.mention.statement), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """On whose word one report tells it, in words; mentions on the same word are told together."""

    chain: str  # "The Example Times ← Reuters ← several sources (unnamed)"
    own_voice: bool
    stance: Stance | None  # of the last hop; None in the outlet's own voice
    realis: Realis
    hedges: tuple[str, ...]
    quotes: tuple[str, ...]  # the words of the statements, or the sentence in the outlet's own voice
    triggers: tuple[str, ...]
    caption: bool  # all of it stands in photo captions
    report: str  # the caller's name of the document
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One happening, ready to be printed, listed or drawn."""

    id: str
    when: str  # in words: "5–11 Jul 2021", "2020 or later", "undated"
    told: str | None  # the words of time in the text: "last week"
    value: str | None  # ISO
    earliest: date | None
    latest: date | None
    published: str | None  # of the first report that tells it
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    type: EventType
    mode: str | None
    act: str  # type and mode in plain words
    triggers: tuple[str, ...]
    places: tuple[str, ...]
    figures: tuple[str, ...]
    realis: Realis
    background: bool
    sources: tuple[Source, ...]


def tellings_of(heard: Heard) -> list[tuple[str, tuple[Telling, ...]]]:
    """The happenings of one document, by the mentions joined by `same_as`; each with the id of its first."""
    first: dict[str, str] = {}
    grouped: dict[str, list[Telling]] = {}
    for mention in heard.mentions:
        root = first.get(mention.same_as or "", mention.id)
        first[mention.id] = root
        grouped.setdefault(root, []).append(Telling(heard=heard, mention=mention))
    return [(root, tuple(tellings)) for root, tellings in grouped.items()]


def chronology(happenings: Iterable[tuple[str, Sequence[Telling]]]) -> list[Entry]:
    """An entry for each happening (its id, its tellings), by date; the undated last, by publication."""
    return sorted((entry_of(id_, tellings) for id_, tellings in happenings if tellings), key=_place_in_time)


def entry_of(event: str, tellings: Sequence[Telling]) -> Entry:
    """The entry of one happening; where its mentions differ the first that says something counts."""
    mentions = [telling.mention for telling in tellings]
    when = _when(mentions)
    days = _days(when)
    return Entry(
        id=event,
        when=date_in_words(when.value if when else None),
        told=_told(tellings, when),
        value=when.value if when else None,
        earliest=days[0],
        latest=days[1],
        published=_published(tellings[0].heard),
        actors=_parties(mention.actors for mention in mentions),
        recipients=_parties(mention.recipients for mention in mentions),
        type=mentions[0].type,
        mode=next((m.mode for m in mentions if m.mode), None),
        act=act_in_words(mentions[0].type, next((m.mode for m in mentions if m.mode), None)),
        triggers=_unique(one_line(t.mention.trigger.of(t.heard.document.text)) for t in tellings),
        places=_unique(m.place.name for m in mentions if m.place),
        figures=_unique(figure for mention in mentions for figure in figures_in_words(mention)),
        realis=mentions[0].realis,
        background=all(mention.background for mention in mentions),
        sources=_sources(tellings),
    )


def _when(mentions: Sequence[Mention]) -> When | None:
    """The time told most closely, the first of equals; for want of one, words that cannot be resolved."""
    told = [mention.when for mention in mentions if mention.when]
    return min(told, key=_width, default=None)


def _width(when: When) -> int:
    first, last = _days(when)
    if first and last:
        return (last - first).days
    return date.max.toordinal() + (not first and not last)


def _days(when: When | None) -> tuple[date | None, date | None]:
    if when is None or when.value is None:
        return None, None
    if when.earliest or when.latest:
        return when.earliest, when.latest
    first, last = days_of(when.value) or (date.min, date.max)
    return (None if first == date.min else first), (None if last == date.max else last)


def _told(tellings: Sequence[Telling], when: When | None) -> str | None:
    if when is None or when.mention is None:
        return None
    text = next(t.heard.document.text for t in tellings if t.mention.when is when)
    return one_line(when.mention.of(text))


def _place_in_time(entry: Entry) -> tuple[bool, date, date, str]:
    known = entry.earliest or entry.latest
    return known is None, known or date.max, entry.latest or date.max, entry.published or "9999"


def _parties(lists: Iterable[Sequence[Party]]) -> tuple[str, ...]:
    return next((names_of(parties) for parties in lists if parties), ())


def _published(heard: Heard) -> str | None:
    published = heard.document.published
    return published.value if published else None


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, as first told, whatever its capitals."""
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word.casefold(), word)
    return tuple(seen.values())


def _sources(tellings: Sequence[Telling]) -> tuple[Source, ...]:
    """One for each report and word; reports in order of publication, own voice after the others."""
    grouped: dict[tuple[object, ...], list[Source]] = {}
    for telling in tellings:
        source = source_of(telling)
        key = (source.document, source.chain, source.stance, source.realis, bool(source.hedges))
        grouped.setdefault(key, []).append(source)
    joined = (_joined(sources) for sources in grouped.values())
    return tuple(sorted(joined, key=_told_first))


def _told_first(source: Source) -> tuple[str, str, str, bool]:
    return source.published or "9999", source.outlet or "", source.document, source.own_voice


def _joined(sources: Sequence[Source]) -> Source:
    first = sources[0]
    return Source(
        chain=first.chain,
        own_voice=first.own_voice,
        stance=first.stance,
        realis=first.realis,
        hedges=_unique(hedge for source in sources for hedge in source.hedges),
        quotes=_unique(quote for source in sources for quote in source.quotes),
        triggers=_unique(trigger for source in sources for trigger in source.triggers),
        caption=all(source.caption for source in sources),
        report=first.report,
        document=first.document,
        title=first.title,
        outlet=first.outlet,
        published=first.published,
        url=first.url,
    )


def source_of(telling: Telling) -> Source:
    """On whose word one mention stands."""
    document, statement, mention = telling.heard.document, telling.statement, telling.mention
    quote = fragments(document.text, statement.content) if statement else around(document, mention.trigger)
    own_voice = mention.statement is None
    return Source(
        chain=chain_in_words(document.outlet, statement.chain if statement else () if own_voice else None),
        own_voice=own_voice,
        stance=statement.stance if statement else None,
        realis=mention.realis,
        hedges=_unique(one_line(span.of(document.text)) for span in hedges_of(statement))
        if statement
        else (),
        quotes=(quote,),
        triggers=(one_line(mention.trigger.of(document.text)),),
        caption=document.kind_at(mention.trigger.start) is BlockKind.CAPTION,
        report=document.name,
        document=document.id,
        title=document.title,
        outlet=document.outlet,
        published=_published(telling.heard),
        url=document.url,
    )
