"""How well do the events of one document agree with those of an annotator?"""

from collections.abc import Sequence
from itertools import combinations

from sayso.model.mention import Mention, Party
from sayso.scoring.days import days_agree, days_of
from sayso.scoring.gold_statements import same_voice
from sayso.scoring.mistake import Mistake
from sayso.scoring.tally import Tally
from sayso.scoring.words import Words, overlap, pair

FOUND = 0.05  # any word in common: a trigger has three words at most
NUDGE = 0.01  # among equal triggers the pair of one type goes first
AGREE = 0.5  # F1 of two lists of parties: the corpus' own definition


def score_events(
    words: Words, golds: Sequence[Mention], preds: Sequence[Mention], tally: Tally
) -> list[Mistake]:
    """Adds the counts to the tally; returns what was missed or typed otherwise."""
    pairs = _pairs(words, golds, preds)
    typed = _typed(pairs, golds, preds)
    who_whom = 0
    for i, j in typed:
        gold, told = golds[i], preds[j]
        actor = parties_agree(words, gold.actors, told.actors)
        recipient = parties_agree(words, gold.recipients, told.recipients)
        tally.mark("ev.actor", right=actor)
        tally.mark("ev.recipient", right=recipient)
        who_whom += actor and recipient
        _mark(gold, told, tally)
    for key, hits in (("trigger", len(pairs)), ("typed", len(typed)), ("who-whom", who_whom)):
        tally.there(f"ev.{key}", gold=len(golds), pred=len(preds), hits=hits)
    _score_same(golds, preds, typed, tally)
    paired = {i for i, _ in pairs}
    wrong = [
        Mistake(kind="type", gold=golds[i].trigger, told=f"{golds[i].type}, not {preds[j].type}")
        for i, j in pairs
        if golds[i].type is not preds[j].type
    ]
    missed = [
        Mistake(kind="missed event", gold=g.trigger, told=g.type)
        for i, g in enumerate(golds)
        if i not in paired
    ]
    return wrong + missed


def typed_pairs(words: Words, golds: Sequence[Mention], preds: Sequence[Mention]) -> list[tuple[int, int]]:
    """The numbers of mentions, gold and told, whose triggers and types agree."""
    return _typed(_pairs(words, golds, preds), golds, preds)


def _pairs(words: Words, golds: Sequence[Mention], preds: Sequence[Mention]) -> list[tuple[int, int]]:
    return pair(golds, preds, lambda g, p: _likeness(words, g, p), FOUND)


def _typed(
    pairs: list[tuple[int, int]], golds: Sequence[Mention], preds: Sequence[Mention]
) -> list[tuple[int, int]]:
    return [(i, j) for i, j in pairs if golds[i].type is preds[j].type]


def _likeness(words: Words, gold: Mention, told: Mention) -> float:
    return overlap(words.of([gold.trigger]), words.of([told.trigger])) + NUDGE * (gold.type is told.type)


def parties_agree(words: Words, golds: Sequence[Party], preds: Sequence[Party]) -> bool:
    """Both lists empty, or half of the members of either paired."""
    if not golds or not preds:
        return not golds and not preds

    def alike(gold: Party, told: Party) -> float:
        return float(same_voice(words, (gold.who, gold.mention), (told.who, told.mention)))

    return 2 * len(pair(golds, preds, alike, AGREE)) / (len(golds) + len(preds)) >= AGREE


def _mark(gold: Mention, told: Mention, tally: Tally) -> None:
    if gold.mode:
        tally.mark("ev.mode", right=gold.mode == told.mode)
    else:
        tally.mark("ev.mode.invented", right=bool(told.mode))
    tally.mark("ev.realis", right=gold.realis is told.realis)
    tally.mark("ev.background", right=gold.background == told.background)
    _mark_place(gold, told, tally)
    _mark_when(gold, told, tally)
    for want, got in (
        (gold.killed, told.killed),
        (gold.injured, told.injured),
        (gold.detained, told.detained),
    ):
        if want or got:
            tally.mark("ev.figures", right=want == got)


def _mark_place(gold: Mention, told: Mention, tally: Tally) -> None:
    if not gold.place:
        tally.mark("ev.place.invented", right=bool(told.place))
        return
    want, got = (
        [part.strip().lower() for part in name.split(",")]
        for name in (gold.place.name, told.place.name if told.place else "")
    )
    tally.mark("ev.place.country", right=want[-1] == got[-1])
    tally.mark("ev.place.name", right=want[0] == got[0])


def _mark_when(gold: Mention, told: Mention, tally: Tally) -> None:
    want, got = (when.value if when else None for when in (gold.when, told.when))
    if not want:
        tally.mark("ev.when.invented", right=bool(got))
        return
    tally.mark("ev.when.exact", right=want == got)
    tally.mark("ev.when.overlap", right=days_agree(days_of(want), days_of(got)))


def _score_same(
    golds: Sequence[Mention], preds: Sequence[Mention], typed: Sequence[tuple[int, int]], tally: Tally
) -> None:
    """Pairs of mentions that tell one happening, among the mentions of one type that were found."""
    one, other = happenings(golds), happenings(preds)
    links = [(one[a] == one[b], other[c] == other[d]) for (a, c), (b, d) in combinations(typed, 2)]
    tally.there(
        "ev.same",
        gold=sum(want for want, _ in links),
        pred=sum(got for _, got in links),
        hits=sum(want and got for want, got in links),
    )


def happenings(mentions: Sequence[Mention]) -> list[int]:
    """For each mention the position of the one that it leads back to; a circle ends where it closes."""
    where = {mention.id: i for i, mention in enumerate(mentions)}
    out = []
    for i in range(len(mentions)):
        seen = {i}
        before = where.get(mentions[i].same_as or "")
        while before is not None and before not in seen:
            seen.add(before)
            i = before
            before = where.get(mentions[i].same_as or "")
        out.append(i)
    return out
