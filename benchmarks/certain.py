"""Is the learned reader as often right as it says, and how much is left where it must be sure?

    python -m benchmarks.certain [SHARED] [READER]

A statement is right where an annotator has it with that origin, a mention where one has it with that type.
The weights behind the probabilities were learned from such texts: where scikit-learn is there, they are
learned anew from one half of the texts and judged on the other.
"""

import sys
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from benchmarks.readers import LEARNED, stages_of
from sayso.exchange.annotated import page_of
from sayso.exchange.heard1 import decode_lines
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_types import HeardLine
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.pipeline.assemble import Stages
from sayso.pipeline.hear import hear
from sayso.reading.encoder.reader import EncoderReader
from sayso.scoring.gold_events import FOUND as SHARED_WORD
from sayso.scoring.gold_statements import FOUND, same_hop
from sayso.scoring.words import Words, overlap, pair
from sayso.training.calibrate import PRECISE, Calibration, calibrated, expected_error

Told = tuple[float, bool]  # how sure it was, and whether it is right


def figures(shared: Path, reader: str = LEARNED) -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    gold = shared / "gold" / "dev.jsonl"
    lines = list(decode_lines(gold.read_bytes().splitlines(), gold.name))
    stages = stages_of(reader)
    halves = [told(lines[half::2], stages) for half in (0, 1)]
    statements, mentions = ([*halves[0][part], *halves[1][part]] for part in (0, 1))
    if not statements or not mentions:
        print(f"the reader {reader} gives no probabilities")
        return []
    error = {"statements": expected_error(statements), "mentions": expected_error(mentions)}
    print(f"gold dev, reader {reader}, as shipped: {len(statements)} statements, {len(mentions)} mentions")
    print(f"  expected calibration error: {error['statements']:.3f}, {error['mentions']:.3f} (at most .05)")
    kept, precision = _crossed(halves[0][0], halves[1][0])
    print(f"  sure from a threshold of the other half on: {kept:.3f} of statements (at least .30), of which"
          f" {precision:.3f} have their true origin (at least .95)")  # fmt: skip
    if isinstance(stages.reader, EncoderReader) and find_spec("sklearn") is not None:
        made = _learned_anew(lines, stages, stages.reader)
        error = {"statements": made.error["cue"], "mentions": made.error["act"]}
        kept, precision = made.kept, made.precision
        print("  learned anew, each half of the texts judged by the other:")
        print(f"  expected calibration error: {error['statements']:.3f}, {error['mentions']:.3f}")
        print(f"  sure from {made.least_sure:.3f} on: {kept:.3f} of statements, {precision:.3f} right")
    corpus = digest_of([gold])
    out = [
        Figure(name=f"certain.{reader}.error.{kind}", value=value, corpus=corpus, better="down")
        for kind, value in error.items()
    ]
    values = {"kept": kept, "precision": precision}
    return out + [Figure(name=f"certain.{reader}.{k}", value=v, corpus=corpus) for k, v in values.items()]


def told(lines: Iterable[HeardLine], stages: Stages) -> tuple[list[Told], list[Told]]:
    """Of every statement and of every mention in annotated texts that has a probability."""
    statements: list[Told] = []
    mentions: list[Told] = []
    for line in lines:
        heard = hear(page_of(line), stages)
        if isinstance(heard, Failure):
            continue
        gold = from_line(line)
        words = Words(gold.document.text)
        statements += _of_statements(gold, heard, words)
        mentions += _of_mentions(gold, heard, words)
    return statements, mentions


def _of_statements(gold: Heard, heard: Heard, words: Words) -> list[Told]:
    pairs = pair(
        gold.statements,
        heard.statements,
        lambda g, p: (
            overlap(words.of(g.content), words.of(p.content)) + 0.001 * same_hop(words, g.origin, p.origin)
        ),
        FOUND,
    )
    right = {j for i, j in pairs if same_hop(words, gold.statements[i].origin, heard.statements[j].origin)}
    return [(s.made.p, j in right) for j, s in enumerate(heard.statements) if s.made.p is not None]


def _of_mentions(gold: Heard, heard: Heard, words: Words) -> list[Told]:
    pairs = pair(
        gold.mentions,
        heard.mentions,
        lambda g, p: overlap(words.of([g.trigger]), words.of([p.trigger])) + 0.01 * (g.type is p.type),
        SHARED_WORD,
    )
    right = {j for i, j in pairs if gold.mentions[i].type is heard.mentions[j].type}
    return [(m.made.p, j in right) for j, m in enumerate(heard.mentions) if m.made.p is not None]


def threshold(some: Sequence[Told]) -> float:
    """The lowest probability from which on enough are right; above 1 where there is none."""
    ordered = sorted(some, reverse=True)
    least, right = 2.0, 0
    for count, (p, is_right) in enumerate(ordered, 1):
        right += is_right
        last = count == len(ordered) or ordered[count][0] < p
        least = p if last and right >= PRECISE * count else least
    return least


def _crossed(one: Sequence[Told], other: Sequence[Told]) -> tuple[float, float]:
    """The share kept of two halves, each from the threshold of the other on, and how many of it are right."""
    kept = [t for t in one if t[0] >= threshold(other)] + [t for t in other if t[0] >= threshold(one)]
    return len(kept) / (len(one) + len(other)), sum(right for _, right in kept) / max(1, len(kept))


def _learned_anew(lines: Iterable[HeardLine], stages: Stages, reader: EncoderReader) -> Calibration:
    documents = ((stages.ingest(page_of(line)), from_line(line)) for line in lines)
    return calibrated(reader, [(document, stages.annotate(document), gold) for document, gold in documents])


if __name__ == "__main__":
    figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), *sys.argv[2:3])
