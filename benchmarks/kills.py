"""Does a run that was killed at a random moment, then resumed, leave the record of an undisturbed run?

python -m benchmarks.kills [--kills 20] [--documents 300]
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.floors import Figure
from benchmarks.invented import html, lines
from sayso.record.compare import differences
from sayso.record.open import open_record

SEED = 20240514


def inputs(folder: Path, documents: int) -> list[str]:
    """Half of them lines of one file, half of them pages, and two that fail."""
    jsonl = folder / "reports.jsonl"
    jsonl.write_text("\n".join(lines(documents // 2)) + "\n", encoding="utf-8")
    pages = folder / "pages"
    pages.mkdir()
    for number in range(documents // 2, documents - 2):
        (pages / f"p{number:05}.html").write_text(html(number), encoding="utf-8")
    (pages / "empty.html").write_bytes(b"")
    (pages / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return [str(jsonl), str(pages)]


def command(record: Path, told: list[str]) -> list[str]:
    """What a user would type."""
    words = ["-q", "read", *told, "--reader", "rules", "--record", str(record)]
    return [sys.executable, "-m", "sayso.cli.main", *words]


def whole(record: Path, told: list[str]) -> float:
    """Seconds of an undisturbed run. Raises RuntimeError where it does not end well."""
    start = time.monotonic()
    done = subprocess.run(command(record, told), capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"the run ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return time.monotonic() - start


def killed(record: Path, told: list[str], after: float) -> bool:
    """Starts a run and kills it after some seconds; whether it was still running."""
    process = subprocess.Popen(command(record, told), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def rehearse(kills: int, documents: int) -> tuple[int, list[str]]:
    """How many runs were killed while running, and every difference found."""
    draw = random.Random(SEED)
    found: list[str] = []
    hits = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = inputs(folder, documents)
        seconds = whole(folder / "whole.sqlite", told)
        for number in range(kills):
            record = folder / f"killed{number}.sqlite"
            hits += killed(record, told, draw.uniform(0.15, 0.95) * seconds)
            whole(record, told)
            with open_record(folder / "whole.sqlite") as one, open_record(record) as other:
                found += [f"kill {number}: {d}" for d in differences(one, other)]
            for left in folder.glob(f"killed{number}.sqlite*"):
                left.unlink()
    return hits, found


def figures(kills: int = 20, documents: int = 300) -> list[Figure]:
    """Measures and prints; the figure with a floor."""
    hits, found = rehearse(kills, documents)
    print(f"{kills} runs over {documents} inputs, {hits} killed while running, then resumed")
    print(f"differences from the undisturbed record: {len(found)}", *found[:20], sep="\n")
    return [Figure(name="kills.differences", value=len(found), better="down")]


def main() -> int:
    """Prints what came of it; 1 where a record differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--documents", type=int, default=300)
    options = parser.parse_args()
    (figure,) = figures(options.kills, options.documents)
    return 1 if figure.value else 0


if __name__ == "__main__":
    sys.exit(main())
