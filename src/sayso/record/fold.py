"""What holds after the rulings: the machine's work with the members' laid over it?

`fold` is a function of its two arguments alone. No ruling is lost: each is attached, orphaned or undone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, TypeVar

from sayso.errors import RecordError
from sayso.model.document import Document
from sayso.model.heard import Heard
from sayso.model.mention import Mention
from sayso.model.ruling import Anchor, Ruling, RulingKind, TargetKind
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.record.amendable import amended, field_value, item_value, moved, quotes
from sayso.record.anchor import agreement, extent, located, nearest
from sayso.record.codec import decoded
from sayso.record.events import Join, Verb

T = TypeVar("T", Document, Statement, Mention)
I = TypeVar("I", Statement, Mention)  # noqa: E741


class Status(StrEnum):
    """What members did with an item; of several, the first in this order."""

    REJECTED = "rejected"
    ADDED = "added"
    AMENDED = "amended"
    ACCEPTED = "accepted"
    UNTOUCHED = "untouched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[T]):
    """One thing after the rulings."""

    value: T  # what holds
    machine: T | None  # what the machine made; None where only a member added it
    status: Status
    amended: tuple[str, ...] = ()  # fields whose value is a member's, by name
    rulings: tuple[str, ...] = ()  # ids of those that touch it and are in force, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """One document after the rulings on its report. Items as the machine ordered them, then those added."""

    document: Item[Document]
    statements: tuple[Item[Statement], ...]
    mentions: tuple[Item[Mention], ...]
    joins: tuple[Join, ...]  # which mentions are one event, which are not
    attached: tuple[Ruling, ...]
    orphaned: tuple[Ruling, ...]  # in force, but what they are about is not to be found here
    undone: tuple[Ruling, ...]


@dataclass(slots=True, kw_only=True)
class _Draft(Generic[T]):
    """An item while rulings are laid over it."""

    value: T
    machine: T | None
    ids: list[str]
    verdict: RulingKind | None = None
    amended: set[str] = field(default_factory=set)
    rulings: list[str] = field(default_factory=list)

    def item(self) -> Item[T]:
        status = Status.UNTOUCHED
        if self.verdict is RulingKind.REJECT:
            status = Status.REJECTED
        elif RulingKind.ADD.value in self.amended or self.machine is None:
            status = Status.ADDED
        elif self.amended:
            status = Status.AMENDED
        elif self.verdict is RulingKind.ACCEPT:
            status = Status.ACCEPTED
        return Item(
            value=self.value,
            machine=self.machine,
            status=status,
            amended=tuple(sorted(self.amended - {RulingKind.ADD.value})),
            rulings=tuple(self.rulings),
        )


def in_force(rulings: Sequence[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """Those that hold and those that were undone. An undo reaches only what stands before it."""
    undone: set[str] = set()
    hold: list[Ruling] = []
    for ruling in reversed(rulings):
        if ruling.id in undone:
            continue
        hold.append(ruling)
        if ruling.kind is RulingKind.UNDO:
            undone.add(ruling.target_id)
    undone -= {ruling.id for ruling in hold}
    return hold[::-1], [ruling for ruling in rulings if ruling.id in undone]


def fold(heard: Heard, rulings: Sequence[Ruling]) -> Folded:
    """Lay the rulings on a document's report, in the order of the log, over what the machine heard in it.

    The last ruling on a field wins. A ruling finds its target by id, else by its words: where they stand in
    this text, and the item of the same kind that overlaps them most, by half at least. Rulings on events are
    attached as they are: the record lays them over its events.
    """
    document = _Draft(value=heard.document, machine=heard.document, ids=[heard.document.report])
    statements = [_Draft(value=s, machine=s, ids=[s.id]) for s in heard.statements]
    mentions = [_Draft(value=m, machine=m, ids=[m.id]) for m in heard.mentions]
    joins: list[Join] = []
    attached: list[Ruling] = []
    orphaned: list[Ruling] = []
    hold, undone = in_force(rulings)
    over = {ruling.id for ruling in undone}
    for ruling in hold:
        if ruling.kind is RulingKind.UNDO:
            done = ruling.target_id in over
        elif ruling.target in (TargetKind.EVENT, TargetKind.ACTOR):
            done = ruling.kind not in (RulingKind.AMEND, RulingKind.ADD)
        elif ruling.target is TargetKind.REPORT:
            done = _rule(document, ruling, by=0, window=Span(0, len(heard.document.text) + 1))
        elif ruling.target is TargetKind.STATEMENT:
            done = _lay(statements, ruling, heard.document)
        elif ruling.kind in (RulingKind.SAME, RulingKind.DIFFERENT):
            join = _join(mentions, ruling, heard.document)
            joins += [join] if join else []
            done = join is not None
        else:
            done = _lay(mentions, ruling, heard.document)
        (attached if done else orphaned).append(ruling)
    return Folded(
        document=document.item(),
        statements=_ordered(statements),
        mentions=_ordered(mentions),
        joins=tuple(joins),
        attached=tuple(attached),
        orphaned=tuple(orphaned),
        undone=tuple(undone),
    )


def _ordered(drafts: list[_Draft[I]]) -> tuple[Item[I], ...]:
    found = [d.item() for d in drafts if d.machine is not None]
    added = [d.item() for d in drafts if d.machine is None]
    return tuple(found + sorted(added, key=lambda item: (extent(item.value), item.value.id)))


def _find(drafts: list[_Draft[I]], name: str, anchor: Anchor | None, document: Document) -> _Draft[I] | None:
    """By id, else by the anchor's words."""
    for draft in drafts:
        if name in draft.ids:
            return draft
    span = located(anchor, document) if anchor else None
    if span is None:
        return None
    best = nearest(span, [extent(draft.machine or draft.value) for draft in drafts])
    return None if best is None else drafts[best]


def _shift(ruling: Ruling, document: Document) -> tuple[int, Span] | None:
    """How far the words around a ruling moved, and between which points of the old text that is known."""
    anchor = ruling.anchor
    if anchor is None or anchor.document == document.id:
        return 0, Span(0, len(document.text) + 1)
    span = located(anchor, document)
    if span is None:
        return None
    before, after = agreement(anchor, document.text, span.start)
    return span.start - anchor.span.start, Span(anchor.span.start - before, anchor.span.end + after)


def _lay(drafts: list[_Draft[I]], ruling: Ruling, document: Document) -> bool:
    """Lay one ruling over the item it is about; False where there is none, or its value does not fit."""
    shift = _shift(ruling, document)
    if ruling.kind is RulingKind.ADD:
        return shift is not None and _add(drafts, ruling, document, by=shift[0], window=shift[1])
    draft = _find(drafts, ruling.target_id, ruling.anchor, document)
    if draft is None:
        return False
    if shift is None:  # found by its id, in a text that lacks its words: only a value without spans can hold
        shift = 0, Span(len(document.text) + 1, len(document.text) + 2)
    return _rule(draft, ruling, by=shift[0], window=shift[1], text=document.text)


def _rule(draft: _Draft[T], ruling: Ruling, *, by: int, window: Span, text: str | None = None) -> bool:
    """Accept, reject or amend one item."""
    if ruling.kind in (RulingKind.ACCEPT, RulingKind.REJECT):
        draft.verdict = ruling.kind
    elif ruling.kind is RulingKind.AMEND:
        try:
            value = field_value(ruling.target, ruling.field, ruling.value)
            fitted = moved(value, by=by, window=window)
            if (fitted is None and value is not None) or (text is not None and not quotes(fitted, text)):
                return False
            draft.value = amended(draft.value, str(ruling.field), fitted)
        except (RecordError, ValueError):
            return False
        draft.amended.add(str(ruling.field))
    else:
        return False
    draft.rulings.append(ruling.id)
    return True


def _add(drafts: list[_Draft[I]], ruling: Ruling, document: Document, *, by: int, window: Span) -> bool:
    """Add an item; where the machine meanwhile finds it too, the member's lies over the machine's."""
    try:
        added = moved(item_value(ruling.target, ruling.value), by=by, window=window)
    except RecordError:
        return False
    if added is None or not quotes(added, document.text):
        return False
    item: I = added  # type: ignore[assignment]
    item = replace(item, id=ruling.target_id)
    draft = next((d for d in drafts if item.id in d.ids), None)
    if draft is None:
        alike = [d for d in drafts if _depth(d.value) == _depth(item)]
        best = nearest(extent(item), [extent(d.machine or d.value) for d in alike])
        draft = None if best is None else alike[best]
    if draft is None:
        draft = _Draft(value=item, machine=None, ids=[item.id])
        drafts.append(draft)
    else:
        draft.ids.append(item.id)
        draft.value = replace(item, id=draft.value.id)
        draft.amended = {RulingKind.ADD.value}
    draft.rulings.append(ruling.id)
    return True


def _depth(item: Statement | Mention) -> int:
    """Nested statements share most of their words: only those of one depth can be the same."""
    return len(item.chain) if isinstance(item, Statement) else 0


def _join(mentions: list[_Draft[Mention]], ruling: Ruling, document: Document) -> Join | None:
    one = _find(mentions, ruling.target_id, ruling.anchor, document)
    other = None
    if ruling.other_id is not None:
        anchor = _other_anchor(ruling)
        other = _find(mentions, ruling.other_id, anchor, document)
        if other is None:
            return None
    if one is None or one is other or (other is None and ruling.kind is RulingKind.SAME):
        return None
    for draft in (one, other):
        if draft is not None:
            draft.rulings.append(ruling.id)
    verb = Verb.SAME if ruling.kind is RulingKind.SAME else Verb.DIFFERENT
    return Join(verb=verb, mention=one.value.id, other=other.value.id if other else None)


def _other_anchor(ruling: Ruling) -> Anchor | None:
    """The words of the other mention, which `rule.append` keeps in `value`."""
    try:
        return decoded(Anchor, ruling.value) if ruling.value else None
    except RecordError:
        return None
