"""Which lines of a page are its article?"""

from collections.abc import Sequence
from math import exp
from operator import mul

from sayso.ingest.plain.features import Look, features
from sayso.lexicon.line_weights import LineWeights

SWITCH = 2.0  # log odds that it costs to pass from furniture to article or back
LEAN = 0.5  # log odds in favour of the article
SURE = 9.0  # log odds beyond which a line tells nothing more


def line_log_odds(looks: Sequence[Look], weights: LineWeights) -> list[float]:
    """For each line, how far it looks like the article's rather than furniture."""
    out = []
    for row in features(looks):
        odds = weights.bias + sum(map(mul, weights.weights, row))
        out.append(max(-SURE, min(SURE, odds)))
    return out


def probability(log_odds: float) -> float:
    """From log odds to a probability."""
    return 1 / (1 + exp(-log_odds))


def article_lines(log_odds: Sequence[float]) -> list[bool]:
    """The likeliest sequence of article and furniture (Viterbi, two states): articles stand together."""
    outside, inside = 0.0, 0.0
    came: list[tuple[bool, bool]] = []  # whether the best way to (outside, inside) comes from inside
    for odds in log_odds:
        leave, stay = inside - SWITCH > outside, inside >= outside - SWITCH
        came.append((leave, stay))
        outside, inside = (
            inside - SWITCH if leave else outside,
            (inside if stay else outside - SWITCH) + odds + LEAN,
        )
    out: list[bool] = []
    state = inside > outside
    for leave, stay in reversed(came):
        out.append(state)
        state = stay if state else leave
    return out[::-1]
