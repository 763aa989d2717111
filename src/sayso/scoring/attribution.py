"""How well do predicted attributions (source, cue, content) agree with annotated ones?

All figures are micro-averaged over texts. Of a role alone, the units of a text are its distinct spans,
links ignored: exact (the same tokens), overlap (a token in common), token (tokens counted), frag exact (one
unbroken fragment is a unit, as in the literature on tagging), prop. overlap (shares of fragments covered;
Johansson & Moschitti 2013). Of linked attributions, gold and predicted ones are paired one to one, as many as
can be: detected (cues meet), + source (sources meet, or both have none), FULL (strict) (and contents agree by
token F1 of .8), FULL exact (all the same tokens). "~punct" leaves punctuation out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.span import Span
from sayso.scoring.attribution_slices import slices_of
from sayso.scoring.matching import matched
from sayso.scoring.sides import Sides
from sayso.scoring.tally import Found, Rate
from sayso.scoring.token_sets import Tokens, TokenSets, overlap_f1, runs

ENOUGH = 0.8  # token F1 of two contents: the definition of FULL (strict)
ROLES = ("source", "cue", "content")
FULL = "FULL (strict)"
KEYS = (
    *("cue exact", "cue exact ~punct", "cue overlap", "cue token"),
    *("source exact", "source exact ~punct", "source overlap", "source token"),
    *("content exact", "content exact ~punct", "content frag exact", "content prop. overlap"),
    "content token",
    *("detected", "+ source", FULL, "FULL exact"),
)  # the figures, in the order they are printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """One attribution; a source may be missing, each role may stand in fragments."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedText:
    """One annotated text."""

    id: str
    text: str
    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attributed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionScore:
    """All figures over a corpus."""

    documents: int
    f1: Mapping[str, Found]
    slices: Mapping[str, Rate]  # recall of FULL (strict) over kinds of gold attributions


@dataclass(frozen=True, slots=True)
class _Sets:
    source: Tokens
    cue: Tokens
    content: Tokens

    def of(self, role: str) -> Tokens:
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


def score_attribution(
    golds: Iterable[AttributedText], told: Mapping[str, Sequence[Attributed]]
) -> AttributionScore:
    """The figures of `told`, by id of the text; one that it lacks counts as empty."""
    sides, documents = Sides(), 0
    for gold in golds:
        documents += 1
        _score_text(gold, told.get(gold.id, ()), sides)
    return AttributionScore(
        documents=documents, f1={key: sides.found(key) for key in KEYS}, slices=sides.rates()
    )


def _score_text(gold: AttributedText, preds: Sequence[Attributed], sides: Sides) -> None:
    tokens = TokenSets(gold.text)
    want = [_sets(tokens, one) for one in gold.attributions]
    got = [_sets(tokens, one) for one in preds]
    for role in ROLES:
        _score_role(role, tokens, [one.of(role) for one in want], [one.of(role) for one in got], sides)
    for key, agree in _LINKED.items():
        pairs = matched([[j for j, p in enumerate(got) if agree(g, p)] for g in want], len(got))
        sides.same(key, gold=len(want), pred=len(got), hits=len(pairs))
        if key == FULL:
            for place, one in enumerate(gold.attributions):
                for name in slices_of(gold.text, gold.sentences, one.source, one.cue, one.content):
                    sides.mark(name, right=place in pairs)


def _sets(tokens: TokenSets, one: Attributed) -> _Sets:
    return _Sets(tokens.of(one.source), tokens.of(one.cue), tokens.of(one.content))


def _score_role(role: str, tokens: TokenSets, want: list[Tokens], got: list[Tokens], sides: Sides) -> None:
    golds, preds = {unit for unit in want if unit}, {unit for unit in got if unit}
    sides.same(f"{role} exact", gold=len(golds), pred=len(preds), hits=len(golds & preds))
    ours, theirs = ({w for unit in units if (w := tokens.words(unit))} for units in (golds, preds))
    sides.same(f"{role} exact ~punct", gold=len(ours), pred=len(theirs), hits=len(ours & theirs))
    all_gold, all_pred = frozenset[int]().union(*golds), frozenset[int]().union(*preds)
    sides.add(
        f"{role} overlap",
        right=sum(bool(unit & all_gold) for unit in preds),
        pred=len(preds),
        found=sum(bool(unit & all_pred) for unit in golds),
        gold=len(golds),
    )
    sides.same(f"{role} token", gold=len(all_gold), pred=len(all_pred), hits=len(all_gold & all_pred))
    golds, preds = ({run for unit in units for run in runs(unit)} for units in (golds, preds))
    sides.same(f"{role} frag exact", gold=len(golds), pred=len(preds), hits=len(golds & preds))
    sides.add(
        f"{role} prop. overlap",
        right=sum(_covered(unit, golds) for unit in preds),
        pred=len(preds),
        found=sum(_covered(unit, preds) for unit in golds),
        gold=len(golds),
    )


def _covered(unit: Tokens, by: Iterable[Tokens]) -> float:
    """The share of a fragment that others cover, each counted, at most all of it."""
    return min(1.0, sum(len(unit & other) for other in by) / len(unit))


def _cues(gold: _Sets, pred: _Sets) -> bool:
    return bool(gold.cue & pred.cue)


def _sources(gold: _Sets, pred: _Sets) -> bool:
    return _cues(gold, pred) and (bool(gold.source & pred.source) or not (gold.source or pred.source))


def _full(gold: _Sets, pred: _Sets) -> bool:
    return _sources(gold, pred) and overlap_f1(gold.content, pred.content) >= ENOUGH


def _exact(gold: _Sets, pred: _Sets) -> bool:
    return gold == pred


_LINKED: Mapping[str, Callable[[_Sets, _Sets], bool]] = {
    "detected": _cues,
    "+ source": _sources,
    FULL: _full,
    "FULL exact": _exact,
}
