"""How are hits added up that count differently among the predicted and among the true?"""

from collections import Counter
from dataclasses import dataclass, field

from sayso.scoring.tally import Found, Rate


@dataclass(slots=True)
class Sides:
    """Counts by key; a prediction may be right in part, and a true thing found by several."""

    _shares: dict[str, tuple[float, float]] = field(default_factory=dict)  # of the predicted, of the true
    _pred: Counter[str] = field(default_factory=Counter)
    _gold: Counter[str] = field(default_factory=Counter)
    _marks: dict[str, tuple[int, int]] = field(default_factory=dict)  # hits, of how many

    def add(self, key: str, *, right: float, pred: int, found: float, gold: int) -> None:
        """Adds predicted things, how much of them is right, true things and how much of them is found."""
        before = self._shares.get(key, (0.0, 0.0))
        self._shares[key] = (before[0] + right, before[1] + found)
        self._pred[key] += pred
        self._gold[key] += gold

    def same(self, key: str, *, gold: int, pred: int, hits: int) -> None:
        """Adds things of which as many are right as are found."""
        self.add(key, right=hits, pred=pred, found=hits, gold=gold)

    def mark(self, key: str, *, right: bool) -> None:
        """Adds one case that was told rightly or not."""
        hits, of = self._marks.get(key, (0, 0))
        self._marks[key] = (hits + right, of + 1)

    def found(self, key: str) -> Found:
        """All 1 where there was nothing to find and nothing was predicted."""
        (right, found), pred, gold = self._shares.get(key, (0.0, 0.0)), self._pred[key], self._gold[key]
        p = right / pred if pred else float(gold == 0)
        r = found / gold if gold else float(pred == 0)
        return Found(p=p, r=r, f=2 * p * r / (p + r) if p + r else 0.0, pred=pred, gold=gold)

    def rates(self) -> dict[str, Rate]:
        """The shares, by key in order of the alphabet."""
        return {key: Rate(rate=hits / of, of=of) for key, (hits, of) in sorted(self._marks.items())}
