"""How sure may the learned reader be? Learned on annotated texts that its network did not learn from.

A logistic regression says of every cue whether a statement with its true origin comes of it, of every trigger
whether it is a mention of that type, of every claim of more or less whether it is one. Expected calibration
errors are told of texts that the regression did not see either (two halves, each judged by the other).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.attribution.assemble import assemble_statements
from sayso.model.document import Document
from sayso.model.heard import Heard
from sayso.model.marks import Marks
from sayso.model.readout import Readout
from sayso.reading.encoder.combine import Combined
from sayso.reading.encoder.reader import EncoderReader
from sayso.reading.encoder.sure import Signs, Sure, odds
from sayso.scoring.gold_events import FOUND as SHARED_WORD
from sayso.scoring.gold_statements import FOUND, same_hop
from sayso.scoring.words import Words, overlap, pair

BINS: Final = 10  # of probability, all as wide (Naeini et al. 2015)
STRENGTH: Final = 1.0  # of regularisation, scikit-learn's C


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that the reader told, with whether it is right."""

    signs: Signs
    right: bool
    number: int  # of the document


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Weights, and how well they hold on texts that they were not learned from."""

    sure: Sure
    error: dict[str, float]  # expected calibration error by kind
    cases: dict[str, int]
    least_sure: float  # from this probability on, origins are right in at least PRECISE of all
    kept: float  # share of statements from there on
    precision: float


PRECISE: Final = 0.98  # so that .95 are right of texts that had no say in it


def calibrated(reader: EncoderReader, texts: Sequence[tuple[Document, Marks, Heard]]) -> Calibration:
    """The weights learned from annotated texts."""
    cues: list[Case] = []
    acts: list[Case] = []
    claims: list[Case] = []
    for number, (document, marks, gold) in enumerate(texts):
        told = reader.look_through(document, marks)
        if told is None:
            continue
        cues += _cues(reader, told, document, marks, gold, number)
        acts += _acts(told, gold, Words(document.text), number)
        claims += _claims(told, gold, Words(document.text), number)
    found = {"cue": cues, "act": acts, "claim": claims}
    weights = {kind: _learned(cases) for kind, cases in found.items()}
    crossed = {kind: list(_crossed(cases)) for kind, cases in found.items()}
    least, kept, precision = _threshold(crossed["cue"])
    return Calibration(
        sure=Sure(cue=weights["cue"], act=weights["act"], claim=weights["claim"]),
        error={kind: expected_error(told) for kind, told in crossed.items()},
        cases={kind: len(cases) for kind, cases in found.items()},
        least_sure=least,
        kept=kept,
        precision=precision,
    )


def _cues(
    reader: EncoderReader, told: Combined, document: Document, marks: Marks, gold: Heard, number: int
) -> Iterator[Case]:
    """Of every cue that gives a statement, whether the annotator has it, with that origin."""
    signs = {cue.span: its for cue, its in told.signed_cues()}
    readout = Readout(
        step=reader.name, version=reader.version, cues=tuple(cue for cue, _ in told.signed_cues())
    )
    statements = assemble_statements(document, marks, readout)
    words = Words(document.text)
    pairs = pair(
        gold.statements,
        statements,
        lambda g, p: (
            overlap(words.of(g.content), words.of(p.content)) + 0.001 * same_hop(words, g.origin, p.origin)
        ),
        FOUND,
    )
    of = {j: i for i, j in pairs}
    for j, statement in enumerate(statements):
        its = signs.get(statement.origin.cue)
        if its is not None:
            right = j in of and same_hop(words, gold.statements[of[j]].origin, statement.origin)
            yield Case(its, right, number)


def _acts(told: Combined, gold: Heard, words: Words, number: int) -> Iterator[Case]:
    found = list(told.signed_acts())
    pairs = pair(
        gold.mentions,
        found,
        lambda g, p: overlap(words.of([g.trigger]), words.of([p[0].span])) + 0.01 * (g.type is p[0].type),
        SHARED_WORD,
    )
    right = {j for i, j in pairs if gold.mentions[i].type is found[j][0].type}
    for j, (_, signs) in enumerate(found):
        yield Case(signs, j in right, number)


def _claims(told: Combined, gold: Heard, words: Words, number: int) -> Iterator[Case]:
    seen = told.seen.claims
    pairs = pair(
        gold.trends,
        seen,
        lambda g, p: overlap(words.of([g.mention]), words.of([p.span])),
        SHARED_WORD,
    )
    right = {j for i, j in pairs if (gold.trends[i].direction == "up") == seen[j].up}
    for j, claim in enumerate(seen):
        yield Case((odds(claim.p), 1.0), j in right, number)


def _learned(cases: Sequence[Case]) -> tuple[float, ...]:
    """Weights, the last of what is always there; too few cases, or all alike: the share that is right."""
    from sklearn.linear_model import LogisticRegression

    size = len(cases[0].signs) if cases else 1
    if len(cases) < 4 * size or len({case.right for case in cases}) < 2:
        share = (sum(case.right for case in cases) + 1) / (len(cases) + 2)
        return (*[0.0] * (size - 1), odds(share))
    model = LogisticRegression(C=STRENGTH, max_iter=3000, fit_intercept=False)
    model.fit([case.signs for case in cases], [case.right for case in cases])
    return tuple(round(float(weight), 4) for weight in model.coef_[0])


def _crossed(cases: Sequence[Case]) -> Iterator[tuple[float, bool]]:
    """Probability and truth of every case, judged by weights learned on the other half of the documents."""
    for half in (0, 1):
        here = [case for case in cases if case.number % 2 == half]
        weights = _learned([case for case in cases if case.number % 2 != half])
        for case in here:
            yield Sure(cue=weights).of_cue(case.signs), case.right


def expected_error(told: Iterable[tuple[float, bool]]) -> float:
    """Mean distance of probability from truth over bins of probability, weighted by their sizes."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for chance, right in told:
        bins[min(BINS - 1, int(chance * BINS))].append((chance, right))
    total = sum(map(len, bins))
    gaps = (abs(sum(chance - right for chance, right in each)) for each in bins)
    return sum(gaps) / total if total else 0.0


def _threshold(told: Sequence[tuple[float, bool]]) -> tuple[float, float, float]:
    """The lowest probability from which on enough are right; its share of all, and how many are right."""
    ordered = sorted(told, key=lambda one: -one[0])
    best, right = (1.0, 0.0, 1.0), 0
    for count, (chance, is_right) in enumerate(ordered, 1):
        right += is_right
        if right / count >= PRECISE and (count == len(ordered) or ordered[count][0] < chance):
            best = (chance, count / len(ordered), right / count)
    return best
