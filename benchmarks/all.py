"""All gates and measurements: which figures hold, against which floors?

python -m benchmarks.all [--shared ../shared] [--only NAME ...] [--readers NAME ...] [--raise]
python -m benchmarks.all --lower NAME --because "a sentence"
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    actors,
    attribution,
    certain,
    cost,
    drift,
    figures,
    floors,
    gold,
    gold_against_tool,
    heard1_roundtrip,
    kills,
    loaded,
    muc,
    pages,
    places,
    readers,
    speed,
    times,
    worker,
)
from benchmarks.floors import Figure

Gate = Callable[[Path], list[Figure]]
OfReader = Callable[[Path, str], list[Figure]]


def _failed(name: str, code: int) -> list[Figure]:
    """A check that passes or fails, as a figure."""
    return [Figure(name=name, value=code, better="down")]


GATES: dict[str, Gate] = {
    "pages": pages.figures,
    "times": times.figures,
    "places": places.figures,
    "actors": actors.figures,
    "roundtrip": lambda shared: _failed("roundtrip.failed", heard1_roundtrip.main(shared / "gold")),
    "scoring": lambda shared: _failed("scoring.failed", gold_against_tool.main(shared)),
    "speed": lambda _: speed.figures(),
    "kills": lambda _: kills.figures(),
}
OF_READERS: dict[str, OfReader] = {
    "gold": gold.figures,
    "attribution": attribution.figures,
    "events": muc.figures,
    "loaded": lambda _, reader: loaded.figures(reader),
    "figures": figures.figures,
    "certain": certain.figures,
    "drift": drift.figures,
    "cost": cost.figures,
    "worker": worker.figures,
}
ONLY_LEARNED = {"certain", "drift"}  # the rules give no probability and were made of no network
NEED_NONE = {"loaded", "speed", "kills"}  # all others need the corpora


def main() -> int:
    """Runs the gates; 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", nargs="*", choices=sorted({*GATES, *OF_READERS}), default=None)
    parser.add_argument("--readers", nargs="*", default=None, help="default: rules, and encoder with weights")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was measured")
    parser.add_argument("--lower", metavar="NAME", help="set one floor to what was measured")
    parser.add_argument("--because", default="", help="the sentence that lowering takes")
    options = parser.parse_args()
    measured: list[Figure] = []
    named = options.readers or readers.at_hand()
    for name in options.only or [*OF_READERS, *GATES]:
        print(f"\n== {name}")
        if name not in NEED_NONE and not options.shared.is_dir():
            print(f"{options.shared} is absent: not measured")
            continue
        if name in GATES:
            measured += GATES[name](options.shared)
            continue
        for reader in named:
            if name not in ONLY_LEARNED or reader != readers.RULES:
                measured += OF_READERS[name](options.shared, reader)
    kept = floors.read()
    if options.lower:
        (figure,) = [f for f in measured if f.name == options.lower]
        kept = floors.lowered(figure, kept, options.because)
    if options.lift:
        kept = floors.lifted(measured, kept)
    if options.lift or options.lower:
        floors.write(kept.values())
    complaints = [c for f in measured if (c := floors.complaint(f, kept))]
    print(f"\n{len(measured)} figures, {len(complaints)} below their floor", *complaints, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
