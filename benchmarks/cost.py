"""How many words does a whole `read` make of a CPU second, beside spaCy of en_core_web_sm's shape?

    python -m benchmarks.cost [SHARED] [READER] [--articles 100] [--rounds 3]

One thread, one process. Chunks of articles take turns, now one first and now the other, over some rounds,
each with a record of its own; the figure is the median over the chunks of the ratio of words to a CPU second.
We are handed pages and write the record; the peer is handed bare texts.
"""

import argparse
import gc
import os
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks import articles
from benchmarks.floors import Figure, digest_of
from benchmarks.peer import shaped
from benchmarks.readers import LEARNED, stages_of
from benchmarks.speed import Clock, read_one
from sayso.exchange.polnear import PolnearLine, page_of
from sayso.pipeline.assemble import Stages
from sayso.record.open import Record, open_record
from sayso.record.write import begin

CHUNK = 10
ROUNDS = 3


def read_some(some: list[PolnearLine], stages: Stages, record: Record, run: str) -> Clock:
    """The CPU seconds of a chunk, by stage."""
    clock = Clock()
    for line in some:
        read_one(page_of(line), stages, record, run, clock)
    return clock


def peer_seconds(some: list[PolnearLine], nlp: Any) -> float:
    """The peer's CPU seconds over the texts of a chunk."""
    start = time.process_time()
    for _ in nlp.pipe([line.text for line in some]):
        pass
    return time.process_time() - start


def figures(
    shared: Path, reader: str = LEARNED, *, count: int = articles.COUNT, rounds: int = ROUNDS
) -> list[Figure]:
    """Measures and prints; the figure with a floor, where there is a peer."""
    lines = articles.articles(shared, count)
    stages, nlp = stages_of(reader), shaped(lines[0].text)
    chunks = [lines[first : first + CHUNK] for first in range(0, len(lines), CHUNK)]
    words = {id(some): sum(len(line.text.split()) for line in some) for some in chunks}
    clock, ratios, mine, theirs = Clock(), [], [], []
    for turn in range(rounds):
        with TemporaryDirectory() as folder, open_record(Path(folder) / "bench.sqlite") as record:
            run = begin(record, command="bench", version="0")
            if not turn:
                _warmed(stages, nlp, lines[0])
            for number, some in enumerate(chunks):
                spent = peer_seconds(some, nlp) if nlp and number % 2 else 0.0
                here = read_some(some, stages, record, run)
                spent = peer_seconds(some, nlp) if nlp and not number % 2 else spent
                clock.seconds.update(here.seconds)
                mine.append(words[id(some)] / here.seconds.total())
                if nlp:
                    theirs.append(words[id(some)] / spent)
                    ratios.append(mine[-1] / theirs[-1])
    total, all_words = clock.seconds.total(), rounds * sum(words.values())
    print(f"{len(lines)} articles, {all_words // rounds:,} words, {rounds} rounds, reader {reader}")
    for stage, seconds in clock.seconds.most_common():
        share, pace = seconds / total, all_words / seconds
        print(f"  {stage:12}{seconds:8.1f} CPU s {share:6.1%} {pace:12,.0f} words/CPU s")
    print(f"  whole read: {median(mine):,.0f} words/CPU s, the median of {len(mine)} chunks")
    if not ratios:
        print("spaCy is not installed: no peer in this run")
        return []
    print(f"  spaCy of en_core_web_sm's shape: {median(theirs):,.0f} words/CPU s")
    print(f"  whole read / spaCy: {median(ratios):.3f} of its words (at least .6, aim 1);"
          f" of single chunks {min(ratios):.2f} to {max(ratios):.2f}")  # fmt: skip
    corpus = digest_of(articles.files(shared))
    return [Figure(name=f"cost.{reader}.words-over-spacy", value=median(ratios), corpus=corpus)]


def _warmed(stages: Stages, nlp: Any, line: PolnearLine) -> None:
    """Tables, models and caches are loaded once; then the collector leaves them alone, as in a worker."""
    with TemporaryDirectory() as folder, open_record(Path(folder) / "warm.sqlite") as record:
        read_some([line], stages, record, begin(record, command="bench", version="0"))
    if nlp:
        peer_seconds([line], nlp)
    gc.freeze()


def main() -> None:
    """Measures as many articles as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("reader", nargs="?", default=LEARNED)
    parser.add_argument("--articles", type=int, default=articles.COUNT)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    told = parser.parse_args()
    figures(told.shared, told.reader, count=told.articles, rounds=told.rounds)


if __name__ == "__main__":
    main()
