"""How much memory does one worker take, and how long does `sayso read` take from a cold start?

    python -m benchmarks.worker [SHARED] [READER]

Memory: the largest process (the command, or its one worker) over a hundred articles. Cold start: one article,
a fresh process and a new record each time; seconds by the clock and of CPU, of all its processes.
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec

from benchmarks import articles
from benchmarks.floors import Figure, digest_of
from benchmarks.readers import LEARNED
from benchmarks.timed import Cost, cost_of
from sayso.exchange.polnear import PolnearLine

STARTS = 5


def cost(lines: list[PolnearLine], reader: str) -> Cost:
    """What `sayso read` of these articles costs, with a record, one worker."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        rows = ({"id": one.id, "text": one.text, "outlet": one.publisher} for one in lines)
        source.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
        words = ["-q", "read", str(source), "--reader", reader, "--jobs", "1"]
        return cost_of([sys.executable, "-m", "sayso.cli.main", *words, "--record", str(folder / "r.sqlite")])


def figures(
    shared: Path, reader: str = LEARNED, *, count: int = articles.COUNT, starts: int = STARTS
) -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    lines = articles.articles(shared, count)
    peak = cost(lines, reader).peak_mb
    size = len(lines[0].text.split())
    cold = [cost(lines[:1], reader) for _ in range(starts)]
    wall, cpu = median(one.wall for one in cold), median(one.cpu for one in cold)
    print(f"reader {reader}: largest process over {len(lines)} articles {peak:.0f} MB (under 700, aim 350)")
    print(f"cold start of `sayso read` on one article of {size} words, median of {starts}: {wall:.2f} s by"
          f" the clock, {cpu:.2f} s of CPU (under 3, aim 1.2)")  # fmt: skip
    corpus = digest_of(articles.files(shared))
    values = {"peak-mb": peak, "cold-wall": wall, "cold-cpu": cpu}
    return [
        Figure(name=f"worker.{reader}.{key}", value=value, corpus=corpus, better="down")
        for key, value in values.items()
    ]


def main() -> None:
    """Measures the reader asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("reader", nargs="?", default=LEARNED)
    parser.add_argument("--articles", type=int, default=articles.COUNT)
    told = parser.parse_args()
    figures(told.shared, told.reader, count=told.articles)


if __name__ == "__main__":
    main()
