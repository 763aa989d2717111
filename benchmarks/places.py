"""How well are place names resolved, and how long does one look-up take?

python -m benchmarks.places [SHARED]
"""

import json
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.floors import Figure, digest_of
from benchmarks.gold import sayso
from sayso.lexicon.gazetteer.look_up import gazetteer


def figures(shared: Path) -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    file = shared / "data" / "place" / "lgl.jsonl"
    made = json.loads(sayso("evaluate", "places", str(file), "--json"))
    print(f"\n{file.name}")
    for key, value in made.items():
        print(f"{key:12}{value:10.3f}")
    print(f"{'look-up':12}{look_up_us(file):10.1f} microseconds, median")
    corpus = digest_of([file])
    return [Figure(name=f"places.{key}", value=made[key], corpus=corpus) for key in ("accuracy", "oracle")]


def look_up_us(file: Path) -> float:
    """The median time of looking one name up, the first time that it is asked for."""
    lines = map(json.loads, filter(None, file.read_text(encoding="utf-8").split("\n")))
    names = dict.fromkeys(name["name"] for line in lines for name in line["toponyms"])
    places = gazetteer()
    places.named("Paris")
    times = []
    for name in names:
        start = time.perf_counter()
        places.named(name)
        times.append(time.perf_counter() - start)
    return median(times) * 1e6


if __name__ == "__main__":
    figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
