"""How well does a reader read PolNeAR's attributions, and does our scoring agree with the project's tool?

python -m benchmarks.attribution [SHARED] [READER]
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from benchmarks.gold import sayso

KEPT = ("FULL (strict)", "source exact", "cue exact", "content frag exact")
SAME = 5e-5  # four digits


def differences(ours: dict, tool: dict) -> list[str]:
    """The figures that are not the same to four digits."""
    out = []
    for key, row in tool.items():
        if key.startswith("slices"):
            rates = {k.removesuffix(" (regex)"): (v["R"], v["gold"]) for k, v in row.items()}
            mine = {k: (v["rate"], v["of"]) for k, v in ours["slices"].items()}
            out += [f"{k}: {v}, {mine.get(k)}" for k, v in rates.items()
                    if k not in mine or abs(mine[k][0] - v[0]) > SAME or mine[k][1] != v[1]]  # fmt: skip
            continue
        mine = ours["f1"][key]
        for theirs, name in (("P", "p"), ("R", "r"), ("F1", "f"), ("pred", "pred"), ("gold", "gold")):
            if abs(row[theirs] - mine[name]) > SAME:
                out.append(f"{key} {theirs}: tool {row[theirs]}, ours {mine[name]}")
    return out


def figures(shared: Path, reader: str = "rules") -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    dev = shared / "data" / "attribution" / "polnear-dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred.jsonl"
        ours = json.loads(
            sayso("evaluate", "attribution", str(dev), "--to", str(pred), "--json", "--reader", reader)
        )
        tool = [sys.executable, str(shared / "tools" / "score_attribution.py"), str(dev), str(pred)]
        done = subprocess.run([*tool, "--json", "--by-slice"], capture_output=True, check=True)
        differ = differences(ours, json.loads(done.stdout))
    print(f"PolNeAR dev, reader {reader}")
    for key, row in ours["f1"].items():
        print(f"{key:24}{row['p']:7.3f}{row['r']:7.3f}{row['f']:7.3f}{row['pred']:8}{row['gold']:8}")
    for key, row in ours["slices"].items():
        print(f"  {key:46}{row['rate']:7.3f}  of {row['of']}")
    print(f"figures that differ from the tool's: {len(differ)}", *differ, sep="\n  ")
    corpus = digest_of([dev])
    out = [Figure(name=f"polnear.{reader}.{key}", value=ours["f1"][key]["f"], corpus=corpus) for key in KEPT]
    return [*out, Figure(name="polnear.differences", value=len(differ), better="down")]


if __name__ == "__main__":
    figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), *sys.argv[2:3])
