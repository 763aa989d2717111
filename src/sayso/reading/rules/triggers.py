"""Which words name an act, and who, where, when and how many hang on them?"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from sayso.lexicon.countries import is_town, names
from sayso.lexicon.triggers import TriggerForm, TriggerRow, trigger_forms, word_class
from sayso.model.document import Document
from sayso.model.marks import Marks, Name, Quantity, TimeExpression
from sayso.model.readout import CueFound, TriggerFound
from sayso.model.span import Span
from sayso.reading.rules.actors import acting
from sayso.reading.rules.conditions import fits
from sayso.reading.rules.counts import counts_of
from sayso.reading.rules.groups import Words, split_pair
from sayso.reading.rules.merged import Draft, is_compared, merged
from sayso.reading.rules.modes import mode_of
from sayso.reading.rules.news import is_no_news
from sayso.reading.rules.parties import Parties, parties_of
from sayso.reading.rules.places import ANYWHERE, places_of
from sayso.reading.rules.realis import realis_of
from sayso.reading.rules.syntax import VERBS, Clause, clauses

Mark = TypeVar("Mark", Name, TimeExpression, Quantity)
_GAP = 4  # words between a verb and its particle: "shot the plane down"
_NOUN_TAGS = frozenset("nN")


def find_triggers(document: Document, marks: Marks, cues: tuple[CueFound, ...]) -> tuple[TriggerFound, ...]:
    """Every act named in the text, in order, with what hangs on it in its sentence.

    A cue that is an act too ("urged") lends its source and addressee where the sentence left them open.
    """
    found: list[TriggerFound] = []
    for clause in clauses(document, marks):
        here = _Here(clause, marks)
        found += here.triggers()
    return tuple(_lent(trigger, near) for trigger, near in _with_cues(found, cues))


def _with_cues(
    found: list[TriggerFound], cues: tuple[CueFound, ...]
) -> Iterator[tuple[TriggerFound, tuple[CueFound, ...]]]:
    """Every trigger in order, with the cues that begin within a phrase's length of it."""
    spans = sorted((cue.span.start, n) for n, cue in enumerate(cues) if cue.span is not None)
    for trigger in sorted(found, key=lambda trigger: trigger.span):
        low = bisect_left(spans, (trigger.span.start - 40, 0))
        high = bisect_left(spans, (trigger.span.end, 0))
        yield trigger, tuple(cues[n] for _, n in spans[low:high])


def _lent(trigger: TriggerFound, cues: tuple[CueFound, ...]) -> TriggerFound:
    """The trigger with the voices of the cue that stands on the same words."""
    if trigger.actors and trigger.recipients:
        return trigger
    for cue in cues:
        if cue.span is not None and cue.span.meets(trigger.span):
            actors = trigger.actors or ((cue.source,) if cue.source else ())
            recipients = trigger.recipients or ((cue.addressee,) if cue.addressee else ())
            return replace(trigger, actors=actors, recipients=recipients)
    return trigger


class _Here:
    """One clause with the marks that lie in it."""

    def __init__(self, clause: Clause, marks: Marks) -> None:
        self.clause = clause
        self.names: tuple[Name, ...] = _within(marks.names, clause.span)
        self.times: tuple[TimeExpression, ...] = _within(marks.times, clause.span)
        self.drafts: list[Draft] = []
        self.quantities: tuple[Quantity, ...] = _within(marks.quantities, clause.span)

    def triggers(self) -> Iterator[TriggerFound]:
        """The acts of the clause, in order."""
        self.drafts = merged(self.clause, list(self._drafts()))
        for draft in self.drafts:
            found = self._found(draft)
            if found:
                yield found

    def _drafts(self) -> Iterator[Draft]:
        """The words that may name acts; those taken for one are not taken for another."""
        clause, i = self.clause, 0
        forms = trigger_forms()
        while i < len(clause.lower):
            taken = i + 1
            for form in forms.get(clause.lower[i], ()):
                last = _match(clause, i, form)
                if last is None or not _part_fits(clause, i, form):
                    continue
                parties = parties_of(clause, i, last, form.row)
                if not fits(clause, i, last, form.row, parties):
                    continue
                yield Draft(i, last, form.row, parties)
                taken = max(taken, last if last - i == len(form.words) else i + 1)
                break
            i = taken

    def _found(self, draft: Draft) -> TriggerFound | None:
        clause, first, last, row = self.clause, draft.first, draft.last, draft.row
        parties = draft.parties
        realis = realis_of(clause, first, last, row)
        if realis is None or is_no_news(clause, first, last, row):
            return None
        compared = is_compared(clause, draft, self.drafts)
        if compared:
            parties = Parties(actors=parties.actors)
        end = last if last - first <= 3 else first + 1
        told = tuple(words for words in parties.recipients if self._is_spot(words))
        return TriggerFound(
            span=clause.at(first, end),
            type=row.type,
            realis=realis,
            mode=mode_of(clause, first, last, row),
            actors=self._spans(tuple(filter(None, (acting(clause, told) for told in parties.actors)))),
            recipients=self._spans(tuple(words for words in parties.recipients if words not in told)),
            places=self._places(first, last, row, told),
            times=() if compared else self._times(first, last),
            counts=counts_of(clause, draft, self.drafts, self.quantities),
        )

    def _spans(self, told: tuple[Words, ...]) -> tuple[Span, ...]:
        clause = self.clause
        out = []
        for words in told:
            parts = split_pair(clause, words) if clause.tags[words[1] - 1] == "N" else (words,)
            out += [clause.at(*part) for part in parts if part[0] < part[1]]
        return tuple(dict.fromkeys(out))

    def _places(self, first: int, last: int, row: TriggerRow, told: tuple[Words, ...]) -> tuple[Span, ...]:
        """Where an act was; else the town that it struck or took: "overran [Afrin]"."""
        if row.mode == "resign":
            return ()
        others = tuple(draft.first for draft in self.drafts if draft.first != first)
        places = places_of(self.clause, first, last, row.type, self.names, others)
        if places or row.type not in ANYWHERE:
            return places
        spans = [self.clause.at(*words) for words in told]
        inside = [name for name in self.names if any(span.holds(name.span) for span in spans)]
        return tuple(name.span for name in inside if is_town(name.full))[:1]

    def _is_spot(self, told: Words) -> bool:
        """Whether a phrase names a town or a piece of land: where it was, not whom it struck."""
        head = self.clause.lower[told[1] - 1]
        if any(self.clause.lower[k] == "of" for k in range(*told)):
            head = self.clause.lower[told[0]] if told[1] - told[0] < 2 else head
        name = " ".join(self.clause.lower[told[0] : told[1]])
        return head in word_class("spot") or (name not in names() and is_town(name))

    def _times(self, first: int, last: int) -> tuple[Span, ...]:
        """The nearest words of time that belong to the act: no other act or clause stands between."""
        if not self.times:
            return ()
        starts = [word.start for word in self.clause.words]
        best: tuple[int, Span] | None = None
        for words in self.times:
            a = bisect_left(starts, words.span.start)
            b = bisect_left(starts, words.span.end)
            gap = (last, a) if a >= last else (b, first)
            size = max(0, gap[1] - gap[0])
            if self._is_taken(a, b, first, last) or not self._belongs(
                gap[0], gap[1], a >= last, size, self._opens(a) or b >= len(starts) - 1
            ):
                continue
            cost = size + (0 if a >= last else 4) + (0 if words.value else 20)
            if best is None or cost < best[0]:
                best = cost, words.span
        return (best[1],) if best else ()

    def _is_taken(self, a: int, b: int, first: int, last: int) -> bool:
        """Whether the words of time [a, b) belong to others: "reported Tuesday", "the 2015 deal"."""
        clause = self.clause
        if a and clause.tags[a - 1] in "dh" and clause.tags[b : b + 1] in ("n", "N"):
            k = b
            while k < len(clause.tags) and clause.tags[k] in "nN":
                k += 1
            return not b <= first < k
        k = a - 2 if a > 1 and clause.lower[a - 1] in ("on", "in", "early", "late") else a - 1
        if k < 0 or first <= k < last or clause.tags[k] not in "PV":
            return False
        return clause.lower[k] in word_class("speech")

    def _opens(self, a: int) -> bool:
        """Whether nothing but a preposition or a joining word stands before word a: "But on [Monday]"."""
        return all(tag in "pbc." for tag in self.clause.tags[:a])

    def _belongs(self, a: int, b: int, after: bool, size: int, edge: bool) -> bool:
        """Whether nothing between words [a, b) parts an act from words of time.

        In the training texts 143 of 223 such links were right, and 55 of about 200 others.
        """
        tags = self.clause.tags[a:b]
        acts = any(a <= draft.first < b for draft in self.drafts)
        parted = any(tag in "sr" for tag in tags) or ("c" in tags and any(t in "VPBa" for t in tags))
        if after:
            return (not acts and (not parted or size <= 4)) or (edge and not parted)
        if edge and a < 4 and not parted:
            return True  # "In March rebels stormed the town and [killed] ten"
        return not acts and (not parted or size <= 2) and (size <= 8 or edge)


def _within(marks: tuple[Mark, ...], span: Span) -> tuple[Mark, ...]:
    first = bisect_left(marks, span.start, key=lambda mark: mark.span.start)
    last = bisect_left(marks, span.end, key=lambda mark: mark.span.start)
    return tuple(mark for mark in marks[first:last] if span.holds(mark.span))


def _match(clause: Clause, i: int, form: TriggerForm) -> int | None:
    """The word after the form that begins at word i; None where it does not stand there."""
    size = len(form.words)
    if size == 1 or clause.lower[i : i + size] == form.words:
        return i + size
    if form.row.part == "v" and size == 2 and form.words[1] in word_class("particle"):
        for k in range(i + 2, min(len(clause.lower), i + 2 + _GAP)):
            if clause.tags[k - 1] not in "dhnNo#":
                return None
            if clause.lower[k] == form.words[1]:
                return k + 1
    return None


def _part_fits(clause: Clause, i: int, form: TriggerForm) -> bool:
    tag = clause.tags[i]
    if form.tag == "X" or clause.shouted:
        return True
    if form.tag == "N":
        last = clause.tags[i + len(form.words) - 1]
        bare = i == 0 or clause.tags[i - 1] not in "nN" or clause.lower[i - 1] in word_class("heavy")
        return last in _NOUN_TAGS or (last == "G" and form.words[-1].endswith("ing") and bare)
    return tag in VERBS and _form_fits(tag, form.tag)


def _form_fits(tag: str, form: str) -> bool:
    return {"P": form in "VP", "G": form == "G", "B": form in "BV", "V": form in "SVB"}[tag]
