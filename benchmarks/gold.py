"""How well does a reader read the annotated reports, as a user would read them?

python -m benchmarks.gold [SHARED] [READER]
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from benchmarks.readers import RULES, called
from sayso.cli.evaluate_gold import table
from sayso.exchange.heard1 import decode
from sayso.exchange.heard1_read import from_line
from sayso.scoring.gold import GoldScore, score

CANONICAL = "times-of-israel-2021-07-13.txt"
KEPT_SEED = ("st.origin", "st.multi-hop", "bl.furniture", "bl.caption")
KEPT_DEV = ("st.found", "st.origin", "st.chain", "st.multi-hop", "ev.typed", "ev.who-whom")
KEPT_ALSO = ("ev.same", "trends")  # of a reader that learned, as are the fields
KEPT_FIELDS = ("st.stance", "st.named", "st.hedged", "st.kind", "st.quoted",
               "ev.realis", "ev.background", "ev.mode")  # fmt: skip


def sayso(*words: str) -> str:
    """What a command prints. Raises RuntimeError where it fails as a whole; some inputs may."""
    command = [sys.executable, "-m", "sayso.cli.main", "-q", *words]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def canonical(gold: Path, reader: str) -> tuple[GoldScore, list[str]]:
    """The score of the report exactly as scraped, and what a user would laugh at."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        by = ["--published", "2021-07-13", "--outlet", "The Times of Israel", "--reader", reader]
        sayso("read", str(gold / CANONICAL), *by, "--to", str(out))
        line = json.loads(out.read_text(encoding="utf-8"))
        told = from_line(decode(out.read_bytes()))
    truth = from_line(decode((gold / "seed.jsonl").read_bytes().splitlines()[0]))
    furniture = line["blocks"]["furniture"]
    within = lambda m, spans: any(a < m[1] and m[0] < b for a, b in spans)  # noqa: E731
    wrong = [f"statement from furniture: {s['content']}" for s in line["statements"]
             if any(within(c, furniture) for c in s["content"])]  # fmt: skip
    for event in line["events"]:
        told_when = (event["when"] or {}).get("value")
        if within(event["trigger"], furniture):
            wrong.append(f"event from furniture: {event['trigger']}")
        for caption in line["captions"]:
            in_photo = within(event["trigger"], [caption["m"]])
            if in_photo and not (event["background"] and told_when == caption["date"]):
                wrong.append(f"event of an archive photo: {event['trigger']} {told_when}")
        if told_when == line["published"] and not event["when"]["m"]:
            wrong.append(f"publication date for want of another: {event['trigger']}")
    return score([truth], {truth.document.name: told}), wrong


def figures(shared: Path | None, reader: str = RULES) -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    if shared is None:
        print("the corpora are absent: not measured")
        return []
    gold = shared / "gold"
    seed, wrong = canonical(gold, reader)
    print(f"the canonical report, as scraped, reader {reader}\n{table(seed)}")
    print(f"things to laugh at: {len(wrong)}", *wrong, sep="\n  ")
    of_seed = digest_of([gold / CANONICAL, gold / "seed.jsonl"])
    name = called("seed", reader)
    out = [Figure(name=f"{name}.{k}", value=seed.f1[k].f, corpus=of_seed) for k in KEPT_SEED]
    out.append(Figure(name=f"{name}.laughable", value=len(wrong), corpus=of_seed, better="down"))
    dev = json.loads(sayso("evaluate", "gold", str(gold / "dev.jsonl"), "--json", "--reader", reader))
    print(f"\ngold dev, reader {reader}")
    for key, row in dev["f1"].items():
        print(f"{key:16}{row['p']:7.3f}{row['r']:7.3f}{row['f']:7.3f}{row['pred']:8}{row['gold']:8}")
    for key, row in dev["accuracy"].items():
        print(f"{key:20}{row['rate']:7.3f}  of {row['of']}")
    of_dev = digest_of([gold / "dev.jsonl"])
    kept, fields = (KEPT_DEV, ()) if reader == RULES else ((*KEPT_DEV, *KEPT_ALSO), KEPT_FIELDS)
    values = {k: dev["f1"][k]["f"] for k in kept} | {k: dev["accuracy"][k]["rate"] for k in fields}
    name = called("dev", reader)
    return out + [Figure(name=f"{name}.{k}", value=value, corpus=of_dev) for k, value in values.items()]


if __name__ == "__main__":
    figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), *sys.argv[2:3])
