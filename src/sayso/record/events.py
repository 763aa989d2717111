"""Which mentions of one document are one event, and which event is that?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Document
from sayso.model.ids import digest
from sayso.model.mention import Mention
from sayso.model.ruling import Anchor
from sayso.record.anchor import anchored, located, nearest


class Verb(StrEnum):
    """What a ruling does to two mentions."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A ruling on mentions of one document, by their ids there."""

    verb: Verb
    mention: str
    other: str | None = None  # DIFFERENT: None for "from all others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An event as the record holds it."""

    id: str
    founding: str
    type: str  # of the founding mention
    anchor: Anchor  # its trigger
    redirects: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The events of one document."""

    events: tuple[str, ...]  # for each mention, in order, its event
    born: tuple[Known, ...]  # events that were not known before
    redirects: tuple[tuple[str, str | None], ...]  # known events whose answer changed


def grouped(mentions: Sequence[Mention], joins: Sequence[Join] = ()) -> tuple[tuple[int, ...], ...]:
    """Positions of mentions that are one event, by `same_as` and then by the rulings in order; each group and
    the groups themselves in order of position."""
    at = {mention.id: i for i, mention in reversed(list(enumerate(mentions)))}
    up: list[int | None] = [None] * len(mentions)

    def root(i: int) -> int:
        while (above := up[i]) is not None:
            i = above
        return i

    def join(i: int, j: int) -> None:
        first, second = sorted((root(i), root(j)))
        if first != second:
            up[second] = first

    for i, mention in enumerate(mentions):
        if mention.same_as in at:
            join(i, at[mention.same_as])
    for ruling in joins:
        one, other = at.get(ruling.mention), at.get(ruling.other) if ruling.other else None
        if one is None:
            continue
        if ruling.verb is Verb.SAME:
            if other is not None:
                join(one, other)
        elif other is None or root(one) == root(other):
            _part(up, one, other)
    groups: dict[int, list[int]] = {}
    for i in range(len(mentions)):
        groups.setdefault(root(i), []).append(i)
    return tuple(sorted(tuple(group) for group in groups.values()))


def _part(up: list[int | None], one: int, other: int | None) -> None:
    """Split one mention off, with those that hang on it alone."""
    if up[one] is not None:
        up[one] = None
    elif other is not None:  # the founding one: the other goes
        up[other] = None
    else:  # the founding one from all others: these stay together
        below = [i for i, above in enumerate(up) if above == one]
        for i in below:
            up[i] = None if i == below[0] else below[0]


def settled(
    document: Document,
    mentions: Sequence[Mention],
    *,
    reader: str,
    known: Sequence[Known] = (),
    joins: Sequence[Join] = (),
) -> Settled:
    """Give each group of mentions its event: the oldest of `known` (in order of birth) whose founding mention
    is in it, else a new one. A known event whose founding mention fell to another's group redirects to that;
    one whose founding mention is not told here is left as it is."""
    groups = grouped(mentions, joins)
    group_of = {i: n for n, group in enumerate(groups) for i in group}
    answers: dict[int, str] = {}
    changed: list[tuple[str, str | None]] = []
    for event in known:
        found = _founding(event, document, mentions)
        if found is None:
            continue
        answer = answers.setdefault(group_of[found], event.id)
        target = None if answer == event.id else answer
        if target != event.redirects:
            changed.append((event.id, target))
    born = []
    for n, group in enumerate(groups):
        if n not in answers:
            first = mentions[group[0]]
            answers[n] = digest("event", first.id)
            where = anchored(document, first.trigger, reader=reader)
            born.append(Known(id=answers[n], founding=first.id, type=first.type.value, anchor=where))
    events = tuple(answers[group_of[i]] for i in range(len(mentions)))
    return Settled(events=events, born=tuple(born), redirects=tuple(changed))


def _founding(event: Known, document: Document, mentions: Sequence[Mention]) -> int | None:
    """Which mention is the one that the event began with: by id, else by its words and type."""
    for i, mention in enumerate(mentions):
        if mention.id == event.founding:
            return i
    span = located(event.anchor, document) if mentions else None
    if span is None:
        return None
    alike = [i for i, mention in enumerate(mentions) if mention.type.value == event.type]
    best = nearest(span, [mentions[i].trigger for i in alike])
    return None if best is None else alike[best]
