"""What does a line of MUC-4's form hold, and how is it read?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.exchange.annotated import text_page
from sayso.exchange.corpus import corpus_lines
from sayso.lexicon.capitals import recased
from sayso.model.page import Page
from sayso.scoring.templates import Template

FORM = '{"id", "text", "templates": [{slot: [fills]}], "gtt_templates": [{"incident_type", "PerpInd", ...}]}'
STAGE, CONFIDENCE = "INCIDENT: STAGE OF EXECUTION", "PERP: ORGANIZATION CONFIDENCE"
NUMBER = "HUM TGT: NUMBER"
QUOTED = re.compile(r'"[^"]*"')

Entities = tuple[tuple[tuple[str, int], ...], ...]  # each by its mentions: words in lower case, offset


@dataclass(frozen=True, slots=True, kw_only=True)
class GttTemplate:
    """One incident with the six slots that GTT scores. Of people only those named are victims."""

    incident_type: str
    PerpInd: Entities = ()
    PerpOrg: Entities = ()
    Target: Entities = ()
    Victim: Entities = ()
    Weapon: Entities = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MucLine:
    """One text with its incidents, told twice, in the same order."""

    id: str
    split: str | None = None
    text: str
    templates: tuple[dict[str, tuple[str, ...]], ...]
    gtt_templates: tuple[GttTemplate, ...]


def muc_lines(path: Path) -> list[MucLine]:
    """Every line of the file. InputError names the place of a mistake and the next step."""
    return corpus_lines(path, MucLine, form=FORM)


def encode(line: MucLine) -> bytes:
    """The line as UTF-8 JSON, without a line break."""
    return msgspec.json.encode(line)


def page_of(line: MucLine) -> Page:
    """The text as a reader is given it: in mixed case, offsets as they were."""
    return text_page(id=line.id, text=recased(line.text))


def templates_of(line: MucLine) -> list[Template]:
    """The templates as they are scored."""
    full = (
        line.templates if len(line.templates) == len(line.gtt_templates) else ({},) * len(line.gtt_templates)
    )
    return [_template(one, slots) for one, slots in zip(line.gtt_templates, full, strict=True)]


def _template(one: GttTemplate, slots: dict[str, tuple[str, ...]]) -> Template:
    fills = {
        "PerpInd": one.PerpInd,
        "PerpOrg": one.PerpOrg,
        "Target": one.Target,
        "Victim": one.Victim,
        "Weapon": one.Weapon,
    }
    return Template(
        type=one.incident_type.lower(),
        fills={
            slot: tuple(tuple(words for words, _ in entity) for entity in entities)
            for slot, entities in fills.items()
        },
        stages=values(slots.get(STAGE, ())),
        confidence=values(slots.get(CONFIDENCE, ())),
    )


def values(fills: Iterable[str]) -> frozenset[str]:
    """The set values of fills: 'POSSIBLE / REPORTED AS FACT: "ELN"' has two; "?" marks doubtful ones."""
    heads = (QUOTED.sub("", fill).partition(":")[0] for fill in fills)
    return frozenset(v for head in heads for part in head.split("/") if (v := part.strip(" ?()\n")))
