"""How well do incident templates agree with annotated ones?

As in GTT (Du, Rush & Cardie 2021): gold and predicted templates of a text are mapped one to one, only those
of one incident type onto each other, such that the F1 over the text is highest; a fill is right if all of its
mentions, lower case, punctuation and articles aside, are among those of one gold entity of the slot. Counted
are incident types and fills. Beyond it, over the templates so mapped: stage of execution and confidence in
the perpetrator organisation; where gold allows several values, any of them is right.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from sayso.scoring.sides import Sides
from sayso.scoring.tally import Found, Rate

SLOTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPE, ALL = "incident_type", "all"
ARTICLES = re.compile(r"\b(?:a|an|the)\b")
BARE = str.maketrans("", "", string.punctuation)
MOST = (
    100_000  # mappings of one text that are tried; beyond, template by template. Of train all but 3 have less
)

Entity = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident. Each fill is an entity, told by the strings of its mentions."""

    type: str  # lower case; gold may allow several: "bombing / attack"
    fills: Mapping[str, tuple[tuple[str, ...], ...]]
    stages: frozenset[str] = frozenset()
    confidence: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateScore:
    """All figures over a corpus."""

    documents: int
    f1: Mapping[str, Found]
    accuracy: Mapping[str, Rate]


@dataclass(frozen=True, slots=True)
class _Plain:
    type: str
    fills: Mapping[str, tuple[Entity, ...]]


def normal(words: str) -> str:
    """Lower case, without punctuation, articles and white space beyond one blank."""
    return " ".join(ARTICLES.sub(" ", words.lower().translate(BARE)).split())


def score_templates(
    golds: Iterable[tuple[str, Sequence[Template]]], told: Mapping[str, Sequence[Template]]
) -> TemplateScore:
    """The figures of `told`, by id of the text; one that it lacks counts as empty."""
    sides, documents = Sides(), 0
    for name, templates in golds:
        documents += 1
        _score_text(_distinct(templates), told.get(name, ()), sides)
    return TemplateScore(
        documents=documents,
        f1={key: sides.found(key) for key in (ALL, TYPE, *SLOTS)},
        accuracy=sides.rates(),
    )


def _distinct(templates: Sequence[Template]) -> list[Template]:
    """Each template once: incidents that differ only in what is not scored are one."""
    out: list[Template] = []
    for one in templates:
        if all((one.type, one.fills) != (other.type, other.fills) for other in out):
            out.append(one)
    return out


def _plain(template: Template) -> _Plain:
    fills = {
        slot: tuple(frozenset(map(normal, entity)) for entity in template.fills.get(slot, ()) if entity)
        for slot in SLOTS
    }
    return _Plain(template.type, fills)


def _score_text(golds: Sequence[Template], preds: Sequence[Template], sides: Sides) -> None:
    want, got = [_plain(one) for one in golds], [_plain(one) for one in preds]
    pairs = {(j, i): _hits(got[j], want[i]) for j in range(len(got)) for i in range(len(want))
             if got[j].type in want[i].type}  # fmt: skip
    chosen = _best(pairs, got, want)
    right, found = dict.fromkeys((TYPE, *SLOTS), 0), dict.fromkeys((TYPE, *SLOTS), 0)
    for j, i in chosen:
        for key, (r, f) in pairs[j, i].items():
            right[key] += r
            found[key] += f
        _mark(golds[i], preds[j], sides)
    for key in (TYPE, *SLOTS):
        of_pred, of_gold = _count(got, key), _count(want, key)
        for name in (key, ALL):
            sides.add(name, right=right[key], pred=of_pred, found=found[key], gold=of_gold)


def _count(templates: Sequence[_Plain], key: str) -> int:
    return len(templates) if key == TYPE else sum(len(one.fills[key]) for one in templates)


def _hits(pred: _Plain, gold: _Plain) -> dict[str, tuple[int, int]]:
    """For each slot how many predicted fills are right, and how many gold ones are found."""
    out = {TYPE: (1, 1)}
    for slot in SLOTS:
        ours, theirs = pred.fills[slot], gold.fills[slot]
        right = sum(any(one <= other for other in theirs) for one in ours)
        found = sum(any(one <= other for one in ours) for other in theirs)
        out[slot] = (right, found)
    return out


Pairs = Mapping[tuple[int, int], Mapping[str, tuple[int, int]]]


def _best(pairs: Pairs, got: Sequence[_Plain], want: Sequence[_Plain]) -> list[tuple[int, int]]:
    """The pairs of the mapping with the highest F1; the first of equals."""
    options = [[*(i for i in range(len(want)) if (j, i) in pairs), -1] for j in range(len(got))]
    pred = sum(_count(got, key) for key in (TYPE, *SLOTS))
    gold = sum(_count(want, key) for key in (TYPE, *SLOTS))
    if prod(map(len, options)) > MOST:
        return _greedy(pairs)
    best: list[tuple[int, int]] = []
    most = 0.0
    for mapping in _mappings(options):
        right = sum(r for pair in mapping for r, _ in pairs[pair].values())
        found = sum(f for pair in mapping for _, f in pairs[pair].values())
        f1 = 2 * right * found / (right * gold + found * pred) if right and found else 0.0
        if f1 > most:
            best, most = mapping, f1
    return best


def _mappings(options: Sequence[Sequence[int]]) -> Iterator[list[tuple[int, int]]]:
    for choice in product(*options):
        taken = [i for i in choice if i >= 0]
        if len(set(taken)) == len(taken):
            yield [(j, i) for j, i in enumerate(choice) if i >= 0]


def _greedy(pairs: Pairs) -> list[tuple[int, int]]:
    """Pair by pair, that with most hits first: for texts with too many templates to try all mappings."""
    ranked = sorted(pairs, key=lambda pair: (-sum(r + f for r, f in pairs[pair].values()), pair))
    taken: set[int] = set()
    given: set[int] = set()
    out = []
    for j, i in ranked:
        if j not in taken and i not in given:
            taken.add(j)
            given.add(i)
            out.append((j, i))
    return out


def _mark(gold: Template, pred: Template, sides: Sides) -> None:
    if gold.stages:
        sides.mark("stage", right=bool(gold.stages & pred.stages))
    if gold.confidence:
        right = bool(gold.confidence & pred.confidence)
        sides.mark("confidence", right=right)
        if pred.confidence:
            sides.mark("confidence where both tell it", right=right)
