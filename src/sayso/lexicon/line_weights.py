"""What has been learned about lines: how much does each of their features speak for an article?"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWeights:
    """A logistic regression: log odds = bias + sum of weight times feature, features as they come."""

    names: tuple[str, ...]
    bias: float
    weights: tuple[float, ...]


@cache
def line_weights(fold: int | None = None) -> LineWeights:
    """Weights learned from all pages, or from the four other folds', for evaluation without training."""
    told = tomllib.loads((files("sayso.lexicon") / "line_weights.toml").read_text(encoding="utf-8"))
    part = told["all" if fold is None else f"fold{fold}"]
    return LineWeights(
        names=tuple(told["features"]),
        bias=float(part["bias"]),
        weights=tuple(float(w) for w in part["weights"]),
    )
