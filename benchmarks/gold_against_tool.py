"""Does our scoring of annotated texts give the figures of the project's own tool, whatever the prediction?

python benchmarks/gold_against_tool.py [FOLDER of shared]
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sayso.exchange.heard1 import decode
from sayso.exchange.heard1_read import from_line
from sayso.model.heard import Heard
from sayso.scoring.gold import score

SHARED = Path(__file__).parents[1] / ".." / "shared"
MAY_CHANGE = frozenset(
    (
        "who",
        "type",
        "mode",
        "realis",
        "background",
        "named",
        "kind",
        "stance",
        "quoted",
        "value",
        "name",
        "direction",
    )
)
SEEDS = 6  # from a light hand (1) to a heavy one (6)


def nudged(rng: random.Random, span: list[int], size: int, chance: float) -> list[int]:
    """The span, perhaps moved a few words to either side."""
    if rng.random() > chance:
        return span
    start = min(max(0, span[0] + rng.randint(-30, 30)), size - 2)
    return [start, min(size, max(start + 1, span[1] + rng.randint(-30, 30)))]


def perturbed(
    rng: random.Random, value: object, pools: dict, size: int, chance: float, key: str = ""
) -> object:
    """The annotation with things dropped, moved, relabelled and added by chance."""
    if key in {"text", "sentences", "id", "published", "outlet", "annotator"} or value is None:
        return value
    if isinstance(value, dict):
        return {k: perturbed(rng, v, pools, size, chance, k) for k, v in value.items()}
    if key in {"killed", "injured", "detained"}:
        return None if rng.random() < chance else value
    if isinstance(value, list) and len(value) == 2 and all(isinstance(x, int) for x in value):
        return nudged(rng, value, size, chance)
    if isinstance(value, list):
        kept = [perturbed(rng, x, pools, size, chance, key) for x in value if rng.random() > chance / 4]
        needed = key in {"chain", "content"} and not kept
        return value if needed else kept
    if rng.random() < chance / 2 and pools.get(key):
        return rng.choice(pools[key])
    return value


def pools_of(golds: list[dict]) -> dict[str, list]:
    """Every value of the fields that may be told otherwise."""
    pools: dict[str, list] = {}

    def walk(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for k, v in value.items():
                walk(v, k)
        elif isinstance(value, list):
            for v in value:
                walk(v, key)
        elif key in MAY_CHANGE:
            pools.setdefault(key, []).append(value)

    walk([{k: v for k, v in g.items() if k != "text"} for g in golds])
    pools["who"] = [x for x in pools["who"] if x]
    return pools


def predictions(golds: list[dict]) -> Iterator[tuple[str, list[dict]]]:
    """Named predictions: the annotation itself, nothing at all, and ever worse copies of it."""
    yield "itself", golds
    yield "nothing", []
    pools = pools_of(golds)
    for seed in range(1, SEEDS + 1):
        rng = random.Random(seed)
        told = [
            perturbed(rng, g, pools, len(g["text"]), seed / SEEDS / 2) for g in golds if rng.random() < 0.95
        ]
        for line in told:
            line["blocks"].pop(
                "headline"
            )  # nudged blocks may overlap: keep one kind, the tool scores each alone
            line["blocks"].pop("standfirst", None)
            line["blocks"]["furniture"], line["blocks"]["caption"] = [], line["blocks"]["caption"][:1]
        yield f"perturbed {seed}", told


def nouns(lines: list[dict]) -> list[Heard]:
    """The lines as nouns."""
    return [from_line(decode(json.dumps(line))) for line in lines]


def difference(tool: dict, ours: dict, place: str = "") -> list[str]:
    """The figures that are not the same."""
    if isinstance(tool, dict):
        keys = sorted(set(tool) | set(ours))
        return [x for k in keys for x in difference(tool.get(k, {}), ours.get(k, {}), f"{place}.{k}")]
    return [] if ours != {} and abs(tool - ours) < 1e-9 else [f"{place}: tool {tool}, ours {ours}"]


def main(shared: Path) -> int:
    """Prints the figures that differ; 1 if any does."""
    tool = shared / "tools" / "score_gold.py"
    if not tool.exists():
        print(f"there is no {tool}: nothing to do")
        return 0
    bad = 0
    for name in ("dev", "seed"):
        gold_file = shared / "gold" / f"{name}.jsonl"
        golds = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
        for label, told in predictions(golds):
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in told)
                file.flush()
                command = [sys.executable, str(tool), str(gold_file), file.name, "--json"]
                theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
            made = score(nouns(golds), {h.document.name: h for h in nouns(told)})
            ours = {
                "f1": {k: asdict(v) for k, v in made.f1.items()},
                "accuracy": {k: asdict(v) for k, v in made.accuracy.items()},
            }
            complaints = difference(theirs, ours)
            figures = " ".join(
                f"{k} {v['f']:.3f}" for k, v in theirs["f1"].items() if k.startswith(("st.f", "st.o", "ev.w"))
            )
            print(f"{name}, {label}: {len(complaints)} differ ({figures})", *complaints[:10], sep="\n  ")
            bad += len(complaints)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED))
