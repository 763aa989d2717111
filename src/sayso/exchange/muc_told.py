"""How is what was heard told in the form of MUC-4?"""

from collections.abc import Sequence

from sayso.coding.incidents import Incident
from sayso.exchange.muc import CONFIDENCE, STAGE, Entities, GttTemplate, MucLine
from sayso.model.span import Span


def line_of(line: MucLine, told: Sequence[Incident]) -> MucLine:
    """A line with the incidents told in place of its own."""
    return MucLine(
        id=line.id,
        split=line.split,
        text=line.text,
        templates=tuple(_slots(line.text, number, one) for number, one in enumerate(told, 1)),
        gtt_templates=tuple(_gtt(line.text, one) for one in told),
    )


def _slots(text: str, number: int, one: Incident) -> dict[str, tuple[str, ...]]:
    organisations = _quoted(text, one.organisations)
    slots = {
        "MESSAGE: TEMPLATE": (str(number),),
        "INCIDENT: TYPE": (one.type,),
        STAGE: (one.stage,),
        "INCIDENT: INSTRUMENT ID": _quoted(text, one.weapons),
        "PERP: INDIVIDUAL ID": _quoted(text, one.individuals),
        "PERP: ORGANIZATION ID": organisations,
        CONFIDENCE: tuple(f"{one.confidence}: {name}" for name in organisations if one.confidence),
        "PHYS TGT: ID": _quoted(text, one.targets),
        "HUM TGT: NAME": _quoted(text, one.victims),
        "HUM TGT: DESCRIPTION": _quoted(text, one.people),
    }
    return {slot: fills for slot, fills in slots.items() if fills}


def _gtt(text: str, one: Incident) -> GttTemplate:
    return GttTemplate(
        incident_type=one.type.lower(),
        PerpInd=_entities(text, one.individuals),
        PerpOrg=_entities(text, one.organisations),
        Target=_entities(text, one.targets),
        Victim=_entities(text, one.victims),
        Weapon=_entities(text, one.weapons),
    )


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _quoted(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple('"' + _words(text, span).replace('"', "'") + '"' for span in spans)


def _entities(text: str, spans: Sequence[Span]) -> Entities:
    return tuple(((_words(text, span).lower(), span.start),) for span in spans)
