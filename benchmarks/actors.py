"""How many mentions of actors are linked to whom they mean?

    python -m benchmarks.actors [SHARED] [--half open|closed|all]

The labels were made blind, as offsets only; the closed half is for the last look.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from sayso.annotation.annotate import annotate
from sayso.attribution.assemble import assemble_statements
from sayso.coding.actor_links import link_actors
from sayso.coding.actor_phrases import linked
from sayso.coding.actor_scene import Scene
from sayso.coding.assemble import assemble_mentions
from sayso.ingest.to_document import to_document
from sayso.lexicon.actor_book import actor_of
from sayso.lexicon.actor_keys import name_key
from sayso.model.actor import BY_NAME
from sayso.model.mention import EventType, Realis
from sayso.model.page import Media, Page
from sayso.model.readout import Readout, TriggerFound
from sayso.model.span import Span
from sayso.reading.rules.reader import RulesReader

LABELS = Path(__file__).with_name("labels") / "actors.jsonl"
SETS = {"gold-dev": "gold/dev.jsonl", "reports": "data/reports/guardian-syria.jsonl"}
NOBODY = "none listed"
_BRACKET = re.compile(r" \([^()]*\)$")  # "Labour Party (UK)"
NOWHERE = Scene(day=None, told={}, home=None, short={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Whom words mean, as a person said who saw neither code nor output."""

    corpus: str
    doc: str
    span: Span
    actor: str


def labels(half: str) -> list[Label]:
    """The labels of one half, or all."""
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Label(corpus=row["set"], doc=row["doc"], span=Span(row["start"], row["end"]), actor=row["actor"])
        for row in rows
        if half in ("all", row["half"])
    ]


def found(shared: Path, wanted: list[Label]) -> Iterator[tuple[Label, str | None, bool]]:
    """Each label with the id that reading gives, and whether the reader told these words as a voice or a
    party; else they are handed in as the actor of an act, which is how they would be linked if it did."""
    by_doc: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in wanted:
        by_doc[label.corpus, label.doc].append(label)
    for corpus, file in SETS.items():
        for line in (shared / file).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if (corpus, row["id"]) in by_doc:
                yield from _in_document(row, by_doc[corpus, row["id"]])


def _in_document(row: dict, wanted: list[Label]) -> Iterator[tuple[Label, str | None, bool]]:
    line = {key: row[key] for key in ("id", "text", "outlet", "published", "title", "url") if key in row}
    page = Page(name=row["id"], content=json.dumps(line).encode(), media=Media.LINE, source="-",
                fetched=datetime.now(UTC))  # fmt: skip
    document = to_document(page)
    marks = annotate(document)
    readout = RulesReader().read(document, marks)
    statements = assemble_statements(document, marks, readout)
    mentions = assemble_mentions(document, marks, readout, statements)
    said, told = link_actors(document, marks, statements, mentions)
    seen = [(h.mention, h.voice.actor) for s in said for h in s.chain if h.mention]
    seen += [(p.mention, p.actor) for m in told for p in (*m.actors, *m.recipients) if p.mention]
    handed = _handed(document, marks, readout, statements, [label.span for label in wanted])
    for label in wanted:
        best = max(seen, key=lambda one: one[0].shared(label.span), default=None)
        if best is not None and best[0].shared(label.span) >= 0.5:
            yield label, best[1], True
        else:
            yield label, handed.get(label.span), False


def _handed(document, marks, readout, statements, spans):
    """The ids of words handed in as actors, each of an act of its own."""
    acts = tuple(
        TriggerFound(span=span, type=EventType.ASSAULT, realis=Realis.ACTUAL, actors=(span,))
        for span in spans
    )
    given = Readout(step="benchmark", version="1", triggers=(*readout.triggers, *acts))
    mentions = assemble_mentions(document, marks, given, statements)
    _, told = link_actors(document, marks, statements, mentions)
    return {m.trigger: m.actors[0].actor for m in told if m.actors and m.actors[0].mention == m.trigger}


def right(label: str, name_id: str | None) -> bool:
    """Whether the linked actor's name or an alias is the label, or one of its alternatives, parted by bars.

    "none listed: X": nobody listed is linked, or X by rule. "member of: X" stands beside X itself."""
    return any(_is(one.strip(), name_id) for one in label.split("|"))


def _is(label: str, name_id: str | None) -> bool:
    label = _BRACKET.sub("", label).removeprefix("member of:").strip()
    if label.startswith(NOBODY) or label == "none":
        meant = label.partition(":")[2].strip()
        nobody = name_id is None or name_id.startswith(BY_NAME)
        return nobody or (bool(meant) and linked(meant, NOWHERE) == name_id)
    if name_id is None:
        return False
    actor = actor_of(name_id)
    names = (
        (name_id.removeprefix(BY_NAME).replace("-", " "),) if actor is None else (actor.name, *actor.aliases)
    )
    keys = {name_key(_BRACKET.sub("", name)).casefold() for name in names}
    return name_key(label).casefold() in keys or linked(label, NOWHERE) == name_id


def related(label: str, name_id: str | None) -> bool:
    """Whether the linked actor is at least an organ of the one meant, or the other way round."""
    wanted = linked(label, NOWHERE)
    return (
        wanted is not None
        and name_id is not None
        and (wanted in _above(name_id) or name_id in _above(wanted))
    )


def _above(name_id: str) -> set[str]:
    out: set[str] = set()
    actor = actor_of(name_id)
    while actor is not None and actor.part_of is not None and actor.part_of not in out:
        out.add(actor.part_of)
        actor = actor_of(actor.part_of)
    return out


def figures(shared: Path, half: str = "all") -> list[Figure]:
    """Measures and prints; the figure with a floor."""
    tally: Counter[str] = Counter()
    for label, name_id, told in found(shared, labels(half)):
        good = right(label.actor, name_id)
        kinds = ["all", label.corpus, "told by the reader" if told else "handed in",
                 "nobody listed" if label.actor.startswith(NOBODY) else "somebody listed"]  # fmt: skip
        for kind in kinds:
            tally[kind] += 1
            tally[f"{kind}: right"] += good
            tally[f"{kind}: with relations"] += good or related(label.actor, name_id)
    for kind in ("all", *SETS, "told by the reader", "handed in", "somebody listed", "nobody listed"):
        if tally[kind]:
            share = [tally[f"{kind}: {what}"] / tally[kind] for what in ("right", "with relations")]
            print(f"{kind:20}{share[0]:7.3f} right{share[1]:7.3f} with relations   of {tally[kind]}")
    value = tally["all: right"] / max(1, tally["all"])
    return [Figure(name=f"actors.{half}.right", value=value, corpus=digest_of([LABELS]))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default="../shared")
    parser.add_argument("--half", choices=("open", "closed", "all"), default="all")
    given = parser.parse_args()
    figures(Path(given.shared), given.half)
