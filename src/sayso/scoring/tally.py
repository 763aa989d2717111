"""How are hits and misses added up over documents?"""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Precision, recall and F1 of things found, with the numbers they rest on."""

    p: float
    r: float
    f: float
    pred: int
    gold: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share, and of how many."""

    rate: float
    of: int


@dataclass(slots=True)
class Tally:
    """Counts by key; two tallies add up."""

    hits: Counter[str] = field(default_factory=Counter)
    pred: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)

    def there(self, key: str, *, gold: int, pred: int, hits: int = 0) -> None:
        """Adds things that gold has, things predicted, and how many of them are the same."""
        self.gold[key] += gold
        self.pred[key] += pred
        self.hits[key] += hits

    def mark(self, key: str, *, right: bool) -> None:
        """Adds one case that was told rightly or not."""
        self.of[key] += 1
        self.right[key] += right

    def add(self, other: "Tally") -> None:
        """Takes over the counts of another tally."""
        for name in ("hits", "pred", "gold", "right", "of"):
            getattr(self, name).update(getattr(other, name))

    def found(self, key: str) -> Found:
        """Precision of nothing predicted is 1 where gold has nothing either, else 0; recall likewise."""
        hits, pred, gold = self.hits[key], self.pred[key], self.gold[key]
        p = hits / pred if pred else float(gold == 0)
        r = hits / gold if gold else float(pred == 0)
        return Found(p=p, r=r, f=2 * p * r / (p + r) if p + r else 0.0, pred=pred, gold=gold)

    def rates(self) -> dict[str, Rate]:
        """The shares, by key in order of the alphabet."""
        return {key: Rate(rate=self.right[key] / of, of=of) for key, of in sorted(self.of.items())}
