"""How well does a reader tell MUC-4's incidents, and M2E2's triggers?

python -m benchmarks.muc [SHARED] [READER]
"""

import json
import sys
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from benchmarks.gold import sayso


def figures(shared: Path, reader: str = "rules") -> list[Figure]:
    """Measures and prints; the figures with a floor. M2E2's are printed alone: it is training data."""
    dev = shared / "data" / "events" / "muc4-dev.jsonl"
    made = _evaluated(dev, reader)
    _evaluated(shared / "data" / "events" / "m2e2-train.jsonl", reader)
    corpus = digest_of([dev])
    told = {"template": made["f1"]["all"]["f"], "stage": made["accuracy"]["stage"]["rate"],
            "confidence": made["accuracy"]["confidence"]["rate"]}  # fmt: skip
    return [Figure(name=f"muc.{reader}.{key}", value=value, corpus=corpus) for key, value in told.items()]


def _evaluated(file: Path, reader: str) -> dict:
    made = json.loads(sayso("evaluate", "events", str(file), "--json", "--reader", reader))
    print(f"\n{file.name}, reader {reader}")
    for key, row in made["f1"].items():
        print(f"{key:16}{row['p']:7.3f}{row['r']:7.3f}{row['f']:7.3f}{row['pred']:8}{row['gold']:8}")
    for key, row in made.get("accuracy", {}).items():
        print(f"{key:32}{row['rate']:7.3f}  of {row['of']}")
    return made


if __name__ == "__main__":
    figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), *sys.argv[2:3])
