"""Which names of one document name the same thing?"""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining, normalize

from sayso.lexicon.grammar import words_of
from sayso.lexicon.roles import role_of
from sayso.model.marks import Name, NameKind
from sayso.model.span import Span


class NameSeen(NamedTuple):
    """A name as it stands, before it is joined to others."""

    span: Span
    words: tuple[str, ...]
    kind: NameKind
    definite: bool = False  # "the" stands before it

    @property
    def full(self) -> str:
        """The name in one line."""
        return " ".join(self.words).replace(" .", ".")


_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})


def folded(word: str) -> str:
    """The word without the marks that one writer sets and another leaves out: "Erdoğan", "Erdogan"."""
    if word.isascii():
        return word
    return "".join(c for c in normalize("NFKD", word) if not combining(c)).translate(_PLAIN)


def _acronym(words: Sequence[str]) -> str:
    left_out = words_of("name-joiner") | words_of("name-particle") | {"the", "and"}
    return "".join(word[0] for word in words if word[:1].isalnum() and word.lower() not in left_out).upper()


def _short_forms(name: NameSeen, kind: NameKind) -> list[str]:
    """What a longer name may be called later: a person by the last names, a body by its letters."""
    if len(name.words) < 2:
        return []
    if kind is NameKind.PERSON:
        return [name.words[-1], " ".join(name.words[-2:])]
    letters = _acronym(name.words)
    return [letters] if len(letters) > 2 else []


def _heads(found: Sequence[NameSeen], kinds: dict[str, NameKind]) -> dict[str, NameSeen]:
    """The last word of a body's name, where one body alone is so called, with where it is first named."""
    out: dict[str, dict[str, NameSeen]] = {}
    for name in found:
        if len(name.words) > 1 and kinds[name.full] is NameKind.ORGANISATION:
            out.setdefault(name.words[-1], {}).setdefault(name.full, name)
    return {word: next(iter(fulls.values())) for word, fulls in out.items() if len(fulls) == 1}


def _firsts(found: Sequence[NameSeen], kinds: dict[str, NameKind]) -> dict[str, str]:
    """First names, where one person alone has it: friends are quoted who say "Ada" for Ada Brook."""
    out: dict[str, set[str]] = {}
    for name in found:
        if len(name.words) > 1 and kinds[name.full] is NameKind.PERSON and not role_of(name.words[0]):
            out.setdefault(folded(name.words[0]), set()).add(name.full)
    return {first: next(iter(fulls)) for first, fulls in out.items() if len(fulls) == 1}


def linked(found: Sequence[NameSeen]) -> tuple[Name, ...]:
    """Gives each name its fullest form in the document, and all that share it one kind."""
    kinds: dict[str, NameKind] = {}
    for name in found:
        if kinds.get(name.full, NameKind.OTHER) is NameKind.OTHER:
            kinds[name.full] = name.kind
    fullest: dict[str, str] = {}
    for name in found:
        for short in map(folded, _short_forms(name, kinds[name.full])):
            if short != name.full and len(fullest.get(short, "")) < len(name.full):
                fullest[short] = name.full
    for first, full in _firsts(found, kinds).items():
        fullest.setdefault(first, full)
    heads = _heads(found, kinds)
    out = []
    for name in found:
        full = name.full
        head = heads.get(full) if name.definite and kinds[full] is not NameKind.PLACE else None
        if head is not None and head.span.start < name.span.start:
            kinds[full] = NameKind.ORGANISATION
            out.append(Name(span=name.span, full=head.full, kind=NameKind.ORGANISATION))
            continue
        if kinds[full] is not NameKind.PLACE:
            full = fullest.get(folded(full), full)
        out.append(Name(span=name.span, full=full, kind=kinds[full]))
    return tuple(out)
