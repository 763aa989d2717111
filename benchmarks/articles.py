"""Which hundred articles does the cost of reading rest on?

Those of PolNeAR dev, filled up with the first of PolNeAR train: their texts alone, none of the annotations.
"""

from pathlib import Path

from sayso.exchange.polnear import PolnearLine, polnear_lines

COUNT = 100


def files(shared: Path) -> list[Path]:
    """The files that they stand in."""
    return [shared / "data" / "attribution" / f"polnear-{part}.jsonl" for part in ("dev", "train")]


def articles(shared: Path, count: int = COUNT) -> list[PolnearLine]:
    """That many articles, always the same."""
    dev, train = map(polnear_lines, files(shared))
    return [*dev, *train][:count]
