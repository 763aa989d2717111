"""Does a reader read the same event whatever side the words take?

    python -m benchmarks.loaded [READER]

Sixty pairs of sentences of our own, alike but for a neutral and a loaded name, or for who did it to whom.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from benchmarks.readers import RULES, stages_of
from sayso.exchange.annotated import text_page
from sayso.model.failure import Failure
from sayso.model.mention import Mention
from sayso.model.span import Span
from sayso.pipeline.assemble import Stages
from sayso.pipeline.hear import hear

FILE = Path(__file__).with_name("loaded.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What was told of the trigger in the two versions: None where there is no mention."""

    id: str
    type: str  # the right one, as is realis
    realis: str
    told: tuple[Mention | None, Mention | None]  # neutral, loaded

    @property
    def in_both(self) -> bool:
        """Whether the trigger is found in both, whatever type it was given."""
        return None not in self.told

    @property
    def found(self) -> bool:
        """Whether it is found in both, with the right type."""
        return all(one is not None and one.type == self.type for one in self.told)

    @property
    def kept(self) -> bool:
        """Whether both are of one type and one realis, right or wrong."""
        one, other = self.told
        return bool(one and other and (one.type, one.realis) == (other.type, other.realis))


def pairs(reader: str) -> Iterator[Pair]:
    """Each pair, read."""
    stages = stages_of(reader)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        one, other = (_told(row["id"], row[key], row["trigger"], stages) for key in ("neutral", "loaded"))
        yield Pair(id=row["id"], type=row["type"], realis=row["realis"], told=(one, other))


def _told(name: str, text: str, trigger: str, stages: Stages) -> Mention | None:
    heard = hear(text_page(id=name, text=text), stages)
    if isinstance(heard, Failure) or heard.failures:
        raise RuntimeError(f"{name} could not be read")
    start = heard.document.text.index(trigger)
    return on(Span(start, start + len(trigger)), heard.mentions)


def on(trigger: Span, mentions: Iterable[Mention]) -> Mention | None:
    """The mention whose trigger shares most of the words, the first of equals; None where none does."""
    shares = lambda m: min(m.trigger.end, trigger.end) - max(m.trigger.start, trigger.start)  # noqa: E731
    return max((m for m in mentions if shares(m) > 0), key=shares, default=None)


def figures(reader: str = RULES) -> list[Figure]:
    """Measures and prints; the figures with a floor."""
    told = list(pairs(reader))
    both = [pair for pair in told if pair.in_both]
    found = sum(pair.found for pair in told) / len(told)
    kept = sum(pair.kept for pair in both) / max(1, len(both))
    one = Counter(sum(m is not None for m in pair.told) for pair in told)
    right = sum(m.realis == pair.realis for pair in both for m in pair.told if m) / max(1, 2 * len(both))
    print(f"{len(told)} pairs, reader {reader}: trigger in both {one[2]}, in one {one[1]}, in none {one[0]}")
    print(f"found in both with the right type: {found:.3f} (at least .90)")
    print(f"type and realis the same in both, where found in both: {kept:.3f} (at least .98)")
    print(f"the right realis, where found in both: {right:.3f}")
    for pair in told:
        if not pair.found or not pair.kept:
            tellings = (f"{m.type} {m.realis}" if m else "nothing" for m in pair.told)
            print(f"  {pair.id}: {pair.type} {pair.realis}; told {' | '.join(tellings)}")
    corpus = digest_of([FILE])
    values = {"found": found, "kept": kept}
    return [Figure(name=f"loaded.{reader}.{k}", value=v, corpus=corpus) for k, v in values.items()]


if __name__ == "__main__":
    figures(*sys.argv[1:2])
