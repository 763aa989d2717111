"""Which act does a figure belong to?"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.coding.figure_told import Told
from sayso.model.mention import EventType, Mention, Realis
from sayso.model.span import Span

_TYPES = {
    "killed": frozenset({EventType.ASSAULT}),
    "injured": frozenset({EventType.ASSAULT, EventType.PROTEST}),
    "missing": frozenset({EventType.ASSAULT}),
    "casualties": frozenset({EventType.ASSAULT}),
    "displaced": frozenset({EventType.ASSAULT, EventType.COERCE}),
    "detained": frozenset({EventType.COERCE}),
}
_ABDUCTED = "abduct"
_FAR, _FAR_ONE = 130, 50  # code points between an act and the word of harm: a number, one person
_REAL = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
Sentences = Sequence[tuple[Span, tuple[Told, ...]]]


@dataclass(slots=True)
class _Held:
    """A mention with the figures that go with it, the first of a kind leading."""

    mention: Mention
    told: list[Told] = field(default_factory=list)
    own: bool = False

    def add(self, told: Told) -> None:
        if all(one.of != told.of for one in self.told):
            self.told.append(told)


def linked(
    mentions: Sequence[Mention], sentences: Sentences, all_sentences: Sequence[Span]
) -> dict[str, tuple[Told, ...]]:
    """For the id of each mention the figures that its own words, its sentence or the next tells of it."""
    starts = [span.start for span in all_sentences]
    held = [_Held(mention) for mention in mentions]
    by_sentence: dict[int, list[_Held]] = {}
    for one in held:
        at = bisect_right(starts, one.mention.trigger.start) - 1
        by_sentence.setdefault(at, []).append(one)
    told_in = {bisect_right(starts, span.start) - 1: told for span, told in sentences if told}
    left = {at: _within(by_sentence.get(at, []), _settled(told, told_in)) for at, told in told_in.items()}
    for at, here in by_sentence.items():
        if at + 1 not in by_sentence:
            _next(here, left.get(at + 1, ()))
    return {one.mention.id: tuple(one.told) for one in held if one.told}


def _settled(told: tuple[Told, ...], everywhere: dict[int, tuple[Told, ...]]) -> tuple[Told, ...]:
    """Without the shots of which nothing in the document says that they killed those they name."""
    if all(one.sure for one in told):
        return told
    killed = (one for many in everywhere.values() for one in many if one.sure and one.of == "killed")
    dead = {word for one in killed for word in one.named}
    return tuple(one for one in told if one.sure or one.named & dead)


def _within(here: list[_Held], told: tuple[Told, ...]) -> list[Told]:
    """Gives each act of a sentence the figures told of it; those that go with none are left over."""
    free: list[Told] = []
    for one in told:
        owner = next((h for h in here if h.mention.trigger.meets(one.site)), None)
        if owner is None:
            free.append(one)
        elif _fits(owner.mention, one) and owner.mention.realis is Realis.ACTUAL:
            owner.add(one)
            owner.own = True
    left = []
    for one in free:
        fits = [h for h in here if _reaches(h.mention, one)]
        if fits:
            min(fits, key=lambda h: _gap(h.mention.trigger, one.site)).add(one)
        else:
            left.append(one)
    for one in told:
        for h in here:
            if not h.own and not h.told and _reaches(h.mention, one):
                h.add(one)
    return left


def _reaches(mention: Mention, told: Told) -> bool:
    """Whether the act stands near enough to the word of harm to be what did it."""
    far = _FAR_ONE if told.single else _FAR
    return told.real and _fits(mention, told) and _gap(mention.trigger, told.site) <= far


def _next(here: list[_Held], told: Sequence[Told]) -> None:
    """The next sentence tells what became of it, where it tells of no act of its own."""
    acts = [h for h in here if h.mention.type is EventType.ASSAULT and h.mention.realis is Realis.ACTUAL]
    if not told or not acts or any(h.told for h in here):
        return
    for one in told:
        if not one.single and one.real and _fits(acts[-1].mention, one):
            acts[-1].add(one)


def _fits(mention: Mention, told: Told) -> bool:
    if mention.realis not in _REAL:
        return False
    if told.of == "detained" and mention.type is EventType.ASSAULT:
        return mention.mode == _ABDUCTED and not told.single
    return mention.type in _TYPES.get(told.of, frozenset())


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)
