"""How exact are the figures: those of the annotated reports, and MUC-4's numbers of people?

python -m benchmarks.figures [SHARED] [READER]
"""

import json
import re
import sys
import tempfile
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from benchmarks.gold import sayso

_VALUE = re.compile(r"[?\s]*([~-]?\s*\d+\s*-?|PLURAL)\s*$")


def figures(shared: Path, reader: str = "encoder") -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    gold = shared / "gold" / "dev.jsonl"
    made = json.loads(sayso("evaluate", "gold", str(gold), "--json", "--reader", reader))
    rate = made["accuracy"]["ev.figures"]
    print(f"gold dev, reader {reader}: figures exact {rate['rate']:.3f} of {rate['of']}")
    muc = shared / "data" / "events" / "muc4-dev.jsonl"
    right, of, wanted = numbers_of_people(muc, reader)
    share = right / max(of, 1)
    print(f"MUC-4 dev, reader {reader}: numbers exact {share:.3f} of {of} fillers told ({wanted} in gold)")
    return [
        Figure(name=f"figures.{reader}.gold", value=rate["rate"], corpus=digest_of([gold])),
        Figure(name=f"figures.{reader}.muc", value=share, corpus=digest_of([muc])),
    ]


def numbers_of_people(muc: Path, reader: str) -> tuple[int, int, int]:
    """How many numbers are right, of how many that gold and reader both tell in one text; gold's all."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        sayso("evaluate", "events", str(muc), "--json", "--reader", reader, "--to", str(out))
        told = {line["id"]: line for line in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    right = of = wanted = 0
    for line in map(json.loads, muc.read_text(encoding="utf-8").splitlines()):
        ours = {name: value for value, names in numbers(told.get(line["id"], {})) for name in names}
        for value, names in numbers(line):
            wanted += 1
            got = [ours[name] for name in names if name in ours]
            if got:
                of += 1
                right += value in got
    return right, of, wanted


def numbers(line: dict) -> list[tuple[str, frozenset[str]]]:
    """Each number with the words of those it counts; several values in one fill are left out."""
    found: dict[frozenset[str], str] = {}
    for template in line.get("templates", ()):
        for fill in template.get("HUM TGT: NUMBER", ()):
            head, _, names = fill.partition(":")
            value = _VALUE.match(head)
            quoted = frozenset(" ".join(name.lower().split()) for name in re.findall(r'"([^"]+)"', names))
            if value and quoted - {"-"}:
                found.setdefault(quoted, re.sub(r"\s", "", value[1]))
    return [(value, names) for names, value in found.items()]


if __name__ == "__main__":
    figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), *sys.argv[2:3])
