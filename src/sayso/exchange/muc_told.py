"""How is what was heard told in the form of MUC-4?"""

from collections.abc import Sequence

from sayso.coding.figure_heads import HeadCount, head_count
from sayso.coding.incidents import Incident
from sayso.exchange.muc import CONFIDENCE, NUMBER, STAGE, Entities, GttTemplate, MucLine
from sayso.model.mention import FigureKind
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
        NUMBER: (*_numbered(text, one.victims, named=True), *_numbered(text, one.people, named=False)),
    }
    return {slot: fills for slot, fills in slots.items() if fills}


def _numbered(text: str, spans: Sequence[Span], *, named: bool) -> tuple[str, ...]:
    """How many each filler stands for: '6: "PRIESTS"', '50-: "PEOPLE"', 'PLURAL: "JUDGES"'."""
    told = zip(spans, _quoted(text, spans), strict=True)
    return tuple(f"{1 if named else _number(head_count(text, span))}: {words}" for span, words in told)


def _number(told: HeadCount) -> str:
    if told.kind is FigureKind.VAGUE or (told.low is None and told.high is None):
        return "PLURAL"
    if told.high is None:
        return f"{told.low}-"
    if told.low is None:
        return f"-{told.high}"
    about = "~" if told.kind is FigureKind.APPROX else ""
    return f"{about}{told.low}" if told.low == told.high else f"{told.low} - {told.high}"


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
