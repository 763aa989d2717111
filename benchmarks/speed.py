"""What does reading with rules cost, stage by stage, beside a blank spaCy pipeline with a parser?

    python -m benchmarks.speed [--documents 10000]

Words and CPU seconds of one thread; chunks of the two take turns in one run, the ratio is the median over the
chunks. The parser has random weights: its cost does not depend on them. The peer is handed bare texts in both
series; in the second we read HTML pages of the same texts. Without spaCy the stages are measured alone.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.floors import Figure
from benchmarks.invented import html, line, lines, text_of
from sayso.model.heard import Heard
from sayso.model.page import Media, Page
from sayso.pipeline.assemble import Stages, build
from sayso.pipeline.settings import Settings
from sayso.record.open import Record, open_record
from sayso.record.write import begin, put_heard

T = TypeVar("T")
CHUNK = 500
NOW = datetime(2024, 5, 14, 12, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """CPU seconds by stage."""

    seconds: Counter[str] = field(default_factory=Counter)

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """Does the work and books its time."""
        start = time.process_time()
        try:
            return work()
        finally:
            self.seconds[stage] += time.process_time() - start


def page(number: int, media: Media) -> Page:
    """One short report, as a line of JSONL or as HTML."""
    content = (html(number) if media is Media.HTML else line(number)).encode()
    return Page(name=f"r{number}", content=content, media=media, source="bench", fetched=NOW)


def read_one(page: Page, stages: Stages, record: Record, run: str, clock: Clock) -> None:
    """As `pipeline.hear` and `pipeline.run` do, with a clock on each stage."""
    document = clock.time("ingest", lambda: stages.ingest(page))
    marks = clock.time("annotation", lambda: stages.annotate(document))
    readout = clock.time("reading", lambda: stages.reader.read(document, marks))
    said = clock.time("attribution", lambda: stages.statements(document, marks, readout))
    mentions = clock.time("coding", lambda: stages.mentions(document, marks, readout, said))
    trends = clock.time("coding", lambda: stages.trends(document, marks, readout, said))
    reader = f"{stages.reader.name}/{stages.reader.version}"
    heard = Heard(document=document, reader=reader, statements=said, mentions=mentions, trends=trends)
    clock.time("record", lambda: put_heard(record, page, heard, run=run, extractor="bench"))


def peer() -> Any | None:
    """A blank English pipeline with a parser, or None where spaCy is not installed."""
    try:
        import spacy
        from spacy.training import Example
    except ImportError:
        return None
    nlp = spacy.blank("en")
    nlp.add_pipe("parser")
    examples = []
    for number in range(4):
        made = nlp.make_doc(text_of(number)[1])
        heads = [max(0, i - 1) for i in range(len(made))]
        deps = ["ROOT" if i == 0 else "dep" for i in range(len(made))]
        examples.append(Example.from_dict(made, {"heads": heads, "deps": deps}))
    nlp.initialize(lambda: examples)
    return nlp


def side_by_side(documents: int, media: Media) -> tuple[Clock, list[float], float, int]:
    """Stage times, the ratios (ingest + record) / peer by chunk, the peer's seconds, and words read."""
    stages, nlp = build(Settings(reader="rules")), peer()
    clock, ratios, peers, words = Clock(), [], 0.0, 0
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "bench.sqlite") as record:
        run = begin(record, command="bench", version="0")
        read_one(page(10**6, media), stages, record, run, Clock())  # tables and models are loaded once
        gc.freeze()  # as a worker does
        for first in range(0, documents, CHUNK):
            numbers = range(first, min(first + CHUNK, documents))
            mine = Clock()
            for number in numbers:
                read_one(page(number, media), stages, record, run, mine)
            clock.seconds.update(mine.seconds)
            texts = [text_of(number)[1] for number in numbers]
            words += sum(len(text.split()) for text in texts)
            if nlp is not None:
                start = time.process_time()
                for _ in nlp.pipe(texts):
                    pass
                spent = time.process_time() - start
                peers += spent
                ratios.append((mine.seconds["ingest"] + mine.seconds["record"]) / spent)
    return clock, ratios, peers, words


def peak(documents: int) -> float:
    """Peak memory in MB of the largest process of a `sayso read` (the command itself, or a worker)."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        source.write_text("\n".join(lines(documents)) + "\n", encoding="utf-8")
        words = ["-q", "read", str(source), "--reader", "rules", "--record", str(Path(folder) / "r.sqlite")]
        run = subprocess.Popen([sys.executable, "-m", "sayso.cli.main", *words], start_new_session=True)
        most = 0
        while run.poll() is None:
            most = max(most, *(high_water(pid) for pid in session(run.pid)), 0)
            time.sleep(0.2)
        if run.returncode:
            raise RuntimeError(f"sayso read ended with {run.returncode}")
    return most / 1024


def session(leader: int) -> list[int]:
    """The processes of one session."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                found += [int(entry.name)] if os.getsid(int(entry.name)) == leader else []
    return found


def high_water(pid: int) -> int:
    """Peak resident memory of a process in kB; 0 where it is gone."""
    with suppress(OSError):
        for row in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if row.startswith("VmHWM:"):
                return int(row.split()[1])
    return 0


def series(documents: int, media: Media) -> Figure | None:
    """Measures and prints one series; the figure with a floor, where there is a peer."""
    clock, ratios, peers, words = side_by_side(documents, media)
    total = sum(clock.seconds.values())
    print(f"{documents} short documents as {media.value}, {words:,} words")
    for stage, seconds in clock.seconds.most_common():
        print(f"  {stage:12}{seconds:8.1f} CPU s {seconds / total:6.1%} {words / seconds:12,.0f} words/CPU s")
    if not ratios:
        print("spaCy is not installed: no peer in this run")
        return None
    print(f"  blank spaCy + parser on the texts: {peers:.1f} CPU s")
    print(f"  (ingest + record) / spaCy: {median(ratios):.3f}; whole read / spaCy: {total / peers:.3f}")
    return Figure(name=f"speed.{media.value}-to-spacy", value=median(ratios), better="down")


def figures(documents: int = 10_000) -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    out = [series(documents, Media.LINE), series(max(documents // 5, 1), Media.HTML)]
    small, large = peak(max(documents // 5, 100)), peak(documents)
    print(f"peak memory of the largest process: {small:.0f} MB at a fifth of them, {large:.0f} MB at all")
    peak_mb = Figure(name="speed.peak-mb", value=large, better="down")
    return [*(figure for figure in out if figure), peak_mb]


def main() -> None:
    """Measures as many documents as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    figures(parser.parse_args().documents)


if __name__ == "__main__":
    main()
