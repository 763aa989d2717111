"""What does a run say of the weights it made, to those who will use them?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from sayso.scoring.tally import Found, Rate
from sayso.training.config import Config
from sayso.training.data import JUDGES, Source

LIMITS: Final = """\
- It reads English news of conflict and politics; nothing else was seen in training or judged.
- Most texts are of 2012-19, from British and American publishers: names, places and offices of other times
  and regions are rarer than in the world.
- The texts that decide what counts as a statement, a chain or an event were annotated by large language
  models after one guide, by one annotator each: it has learned their habits, too.
- PolNeAR marks outermost attributions only and counts likes and appointments; a column tells the network
  whose convention to follow, and nested cues are learned from the other corpora alone.
- It is told what hand-written rules found and leans on them: where they change, it should be trained again.
- What it finds is what a report says, never what is true.
- Probabilities are those of the network until they are calibrated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that was measured at the end of a run."""

    held_out: int  # texts that judge the heads
    windows: int
    heads: Mapping[str, Found]
    labels: Mapping[str, Rate]
    gold: Mapping[str, Found] | None = None
    gold_labels: Mapping[str, Rate] | None = None
    gold_texts: int = 0
    polnear: Mapping[str, Found] | None = None
    polnear_texts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the card rests on."""

    version: str  # of the package
    begun: str  # ISO
    ended: str
    steps: int
    seconds: float  # of training alone, over all sittings
    sittings: int  # once, and each time it was resumed
    loss: float
    torch: str
    device: str
    parameters: int
    encoder: str
    after: str | None  # sha256 of the checkpoint of the run before, if there was one
    encoder_sha256: str
    config: Config
    sources: tuple[Source, ...]
    learnt: int
    unread: int  # texts that the pipeline would change, and so teach nothing
    figures: Figures


def card(told: Told) -> str:
    """The card, in Markdown."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Told) -> Iterator[str]:
    config, plan = told.config, told.config.plan
    yield "# Model card\n\nWritten by `sayso train`. No line of it was added by hand.\n"
    yield f"- made with: sayso {told.version}, PyTorch {told.torch}, {told.device}"
    yield f"- from {told.begun} to {told.ended}; {told.steps} steps in {told.seconds / 3600:.2f} hours"
    yield f"- sittings: {told.sittings} (each begins its order of texts anew from seed and step)"
    yield f"- seed: {plan.seed}; loss at the end, smoothed: {told.loss:.4f}"
    yield f"- encoder: {told.encoder}, sha256 of its weights `{told.encoder_sha256}`"
    if told.after:
        yield f"- began with the weights of another run, sha256 of its checkpoint `{told.after}`"
    yield f"- parameters, encoder and heads: {told.parameters:,}"
    yield f"- learned from {told.learnt} texts; {told.figures.held_out} held out"
    if told.unread:
        yield f"- {told.unread} texts were left out, for the pipeline would change their words"
    yield "\n## Sources\n"
    yield "No text ships. One that shares a run of 13 words with " + " or ".join(JUDGES) + " was left out.\n"
    yield "| corpus | texts | left out | words | cues | acts | trends | published | licence | origin |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for one in told.sources:
        days = f"{one.published[0]} to {one.published[1]}" if one.published else "not told"
        counts = (one.texts, one.left_out, one.words, one.cues, one.acts, one.claims)
        row = (one.name, *(f"{count:,}" for count in counts), days, one.licence, one.origin)
        yield f"| {' | '.join(row)} |"
    yield "\n| file | sha256 |\n|---|---|"
    yield from (f"| {file.name} | `{file.sha256}` |" for one in told.sources for file in one.files)
    yield "\n## Configuration\n"
    yield f"```json\n{msgspec.json.format(msgspec.json.encode(config), indent=1).decode()}\n```"
    yield "\n## Figures\n\nIn single precision, before quantisation.\n"
    figures = told.figures
    yield f"Each head on {figures.windows} windows of the texts held out; the conditional heads are asked"
    yield "about the annotated cues and acts, and are counted by word pieces."
    yield from _found(figures.heads)
    yield from _rates(figures.labels)
    if figures.gold is not None:
        yield f"\nThe whole, gold dev ({figures.gold_texts} texts):"
        yield from _found(figures.gold)
        yield from _rates(figures.gold_labels or {})
    if figures.polnear is not None:
        yield f"\nThe whole, PolNeAR dev ({figures.polnear_texts} texts):"
        yield from _found(figures.polnear)
    yield "\n## Limits\n"
    yield LIMITS


def _found(figures: Mapping[str, Found]) -> Iterator[str]:
    yield from _table(
        ("what", "P", "R", "F1", "predicted", "annotated"),
        [
            (name, f"{one.p:.3f}", f"{one.r:.3f}", f"{one.f:.3f}", str(one.pred), str(one.gold))
            for name, one in figures.items()
        ],
    )


def _rates(figures: Mapping[str, Rate]) -> Iterator[str]:
    rows = [(name, f"{one.rate:.3f}", str(one.of)) for name, one in figures.items()]
    yield from _table(("what", "accuracy", "of"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        yield f"\n| {' | '.join(head)} |\n|{'---|' * len(head)}"
        yield from (f"| {' | '.join(row)} |" for row in rows)
