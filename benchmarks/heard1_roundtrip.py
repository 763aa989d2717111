"""Do the annotated lines of `../shared/gold` come back from types and nouns with nothing lost?

python benchmarks/heard1_roundtrip.py [FOLDER]
"""

import json
import sys
from pathlib import Path

from sayso.exchange.heard1 import decode, encode
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_write import to_line

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "gold"
ONLY_IN_CORPORA = {"sentences"}  # no noun of ours: the types keep it, the nouns do not


def lost(gold: object, back: object, place: str = "$") -> list[str]:
    """The places of `gold` that `back` lacks or tells otherwise."""
    pairs: list[tuple[str, object, object]] = []
    if isinstance(gold, dict) and isinstance(back, dict):
        pairs = [(f"{place}.{key}", value, back.get(key, "missing")) for key, value in gold.items()]
    elif isinstance(gold, list) and isinstance(back, list) and len(gold) == len(back):
        pairs = [(f"{place}[{i}]", a, b) for i, (a, b) in enumerate(zip(gold, back, strict=True))]
    elif gold != back:
        return [f"{place}: {str(gold)[:60]} != {str(back)[:60]}"]
    return [complaint for where, one, other in pairs for complaint in lost(one, other, where)]


def main(folder: Path) -> int:
    """Prints what was lost; 1 if anything was."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        print(f"there are no annotated lines at {folder}: nothing to do")
        return 0
    count, complaints = 0, []
    for path in files:
        for number, raw in enumerate(path.read_bytes().splitlines(), 1):
            gold, line, count = json.loads(raw), decode(raw, number, path.name), count + 1
            where, types = f"{path.name}, line {number}", json.loads(encode(line))
            complaints += [f"{where}, types: {x}" for x in lost(gold, types)]
            told = {k: v for k, v in gold.items() if k not in ONLY_IN_CORPORA}
            if told["published"] == "unknown":
                told["published"] = None  # the nouns have one word for it
            nouns = json.loads(encode(to_line(from_line(line))))
            complaints += [f"{where}, nouns: {x}" for x in lost(told, nouns)]
    print(*complaints[:20], f"{count} lines, {len(complaints)} losses", sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
