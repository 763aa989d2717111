"""Who are the parties of an act, by their fullest names in the text?"""

from sayso.lexicon.countries import actor_country
from sayso.model.document import Document
from sayso.model.marks import Marks, Name, NameKind
from sayso.model.mention import Party
from sayso.model.span import Span

_SINGULAR = frozenset(["he", "she", "him", "her", "his", "himself", "herself"])
_PLURAL = frozenset(["they", "them", "their", "themselves"])
_THING = frozenset(["it", "its", "itself"])
_SILENT = frozenset(["who", "which", "that", "whom", "there", "this", "these", "those", "what"])


def party_of(document: Document, marks: Marks, span: Span, earlier: tuple[Party, ...]) -> Party:
    """The party that the words name; a pronoun takes the nearest fitting name or party before it."""
    text = document.text
    words = " ".join(span.of(text).split())
    lower = words.lower()
    if lower in _SINGULAR or lower in _PLURAL or lower in _THING or lower in _SILENT:
        return Party(who=_referent(text, marks, span, lower, earlier) or words, mention=span)
    return Party(who=name_in(text, marks, span) or _plain(words), mention=span)


def name_in(text: str, marks: Marks, span: Span) -> str | None:
    """The full name of the phrase where a name is its head: "the defence secretary, [Adam Cole]"."""
    inside = [name for name in marks.names if span.holds(name.span)]
    if not inside:
        return None
    last = inside[-1]
    tail = text[last.span.end : span.end].strip(" ,'’)\"”")
    if tail and tail != "s":
        return None
    if last.kind is NameKind.OTHER and actor_country(last.full) is None and len(inside) > 1:
        return None
    if _hangs(text, span, last):
        return None
    return last.full


def _hangs(text: str, span: Span, name: Name) -> bool:
    """Whether the name only hangs on the head of the phrase: "the president of [Iran]"."""
    before = f" {text[span.start : name.span.start]} ".lower()
    return any(f" {word} " in before for word in ("of", "in", "from", "for", "at", "with", "to"))


def _plain(words: str) -> str:
    for article in ("the ", "The "):
        words = words.removeprefix(article)
    return words


def _referent(text: str, marks: Marks, span: Span, pronoun: str, earlier: tuple[Party, ...]) -> str | None:
    """Whom a pronoun means: a person for "he", else the party told last."""
    before = [name for name in marks.names if name.span.end <= span.start]
    if pronoun in _SINGULAR:
        return next((name.full for name in reversed(before) if name.kind is NameKind.PERSON), None)
    if pronoun in _PLURAL:
        return next((p.who for p in reversed(earlier) if p.mention and p.mention.end <= span.start), None)
    if pronoun in _THING:
        fitting = (NameKind.ORGANISATION, NameKind.PLACE)
        return next((name.full for name in reversed(before) if name.kind in fitting), None)
    return next((p.who for p in reversed(earlier) if p.mention and p.mention.end <= span.start), None)
