"""Which name beside a description is that of the one described: "the envoy of the bank Ann Lee"?"""

import re
from collections.abc import Sequence

from sayso.lexicon.grammar import words_of
from sayso.lexicon.roles import role_of
from sayso.model.marks import Name, NameKind
from sayso.model.span import Span

_GOVERNED = re.compile(r"\s*(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,4}\s+\Z")
_CALLED = re.compile(
    r",?\s+(?:who\s+)?(?:goes by|going by|uses|used|using|gave|giving|calls|called|calling|known|named"
    r"|identified|identifies)\b[\w\s’'“”\"]*\Z"
)
_FAR = 70  # characters from a description to the name that "who goes by the name" gives
_CLOSED = ("preposition", "conjunction", "subordinator", "auxiliary", "subject")


def behind_office(text: str, span: Span, head_end: int, name: Name) -> bool:
    """Whether a person's name ends the phrase right behind what his office governs: "Minister for Trade
    Ann Lee"; not "spokesman for Mayor Ann Lee"."""
    between = text[head_end : name.span.start]
    if name.kind is not NameKind.PERSON or name.span.end != span.end or not _GOVERNED.match(between):
        return False
    return all(role_of(word) is None or word.lower() in words_of("portfolio") for word in between.split())


def beside(text: str, span: Span, name: Name) -> bool:
    """Whether a name stands in apposition: behind a comma, with titles or a description before it."""
    before, _, told = text[span.start : name.span.start].rstrip().rpartition(",")
    words = told.split()
    if not before:
        return False
    titles = [role_of(word.rstrip(".")) for word in words]
    if all(role is not None and role.title for role in titles):
        return True
    ends = name.span.end == span.end and name.kind is NameKind.PERSON
    return ends and all(word.islower() and not _is_closed(word) for word in words)


def _is_closed(word: str) -> bool:
    return any(word in words_of(name) for name in _CLOSED)


def called(text: str, span: Span, names: Sequence[Name]) -> Name | None:
    """The name that the text gives to whom it describes: "a guard who goes by the name Ann Lee"."""
    for name in names:
        if name.span.start - span.end > _FAR or name.kind is NameKind.ORGANISATION:
            return None
        within = name.span.start < span.end
        begin = max(span.start, name.span.start - _FAR) if within else span.end
        found = _CALLED.search(text, begin, name.span.start)
        if found and (within or found.start() == begin):
            return name
    return None
