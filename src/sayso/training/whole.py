"""How well does a whole reader read the texts that judge it, statements, chains and events assembled?"""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from sayso.exchange import polnear
from sayso.exchange.annotated import page_of
from sayso.exchange.heard1 import decode_lines
from sayso.exchange.heard1_read import from_line
from sayso.exchange.polnear_told import attributed
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.pipeline.assemble import build
from sayso.pipeline.hear import hear
from sayso.pipeline.settings import Settings
from sayso.pipeline.whole import see_whole
from sayso.reading.reader import Reader
from sayso.scoring.attribution import Attributed, AttributionScore, score_attribution
from sayso.scoring.gold import GoldScore, score

Progress = tuple[int, int]  # texts read, of how many


def on_gold(reader: Reader, path: Path) -> Generator[Progress, None, GoldScore]:
    """Reads annotated texts; returns the figures of statements, chains, events and trends."""
    lines = list(decode_lines(path.read_bytes().splitlines(), path.name))
    stages = replace(build(Settings(reader="rules")), reader=reader)
    told: dict[str, Heard] = {}
    for number, line in enumerate(lines, 1):
        heard = hear(page_of(line), stages)
        if not isinstance(heard, Failure):
            told[heard.document.name] = heard
        yield number, len(lines)
    return score([from_line(line) for line in lines], told)


def on_polnear(reader: Reader, path: Path) -> Generator[Progress, None, AttributionScore]:
    """Reads texts of PolNeAR's form; returns the figures of source, cue and content."""
    lines = polnear.polnear_lines(path)
    stages = replace(build(Settings(reader="rules")), reader=reader)
    told: dict[str, tuple[Attributed, ...]] = {}
    for number, line in enumerate(lines, 1):
        seen = see_whole(polnear.page_of(line), stages)
        if not isinstance(seen, Failure):
            told[line.id] = attributed(line.text, seen.readout)
        yield number, len(lines)
    return score_attribution(map(polnear.gold_of, lines), told)
