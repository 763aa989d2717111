"""Which incidents, as MUC-4 counts them, does one document tell?

One incident of each type a document: of MUC-4's training texts with incidents, two in three tell but one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.coding.fillers import Filler, Sort, filler_of, weapons_in
from sayso.lexicon.incidents import incident_of, incident_words
from sayso.model.document import Document
from sayso.model.mention import EventType, Mention, Party, Realis
from sayso.model.span import Span
from sayso.model.statement import Stance, Statement

PLAIN = "ATTACK"
UNTOLD = frozenset({Realis.GENERIC, Realis.HYPOTHETICAL})
THREATS = frozenset({Realis.THREATENED, Realis.PLANNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident; each filler by one of its mentions."""

    type: str  # "BOMBING"
    stage: str  # "ACCOMPLISHED", "ATTEMPTED", "THREATENED"
    individuals: tuple[Span, ...] = ()
    organisations: tuple[Span, ...] = ()
    confidence: str | None = None  # in the organisations
    targets: tuple[Span, ...] = ()
    victims: tuple[Span, ...] = ()  # named
    people: tuple[Span, ...] = ()  # unnamed
    weapons: tuple[Span, ...] = ()


def incidents_of(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
) -> tuple[Incident, ...]:
    """The incidents in the order in which they are first told."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        kind = incident_of(mention.type, mention.mode, mention.trigger.of(document.text))
        if kind and mention.realis not in UNTOLD:
            groups.setdefault(kind, []).append(mention)
    _drop_echo(groups)
    by_id = {statement.id: statement for statement in statements}
    made = (_incident(document.text, kind, group, sentences, by_id) for kind, group in groups.items())
    return tuple(one for one in made if _tells(one))


def _drop_echo(groups: dict[str, list[Mention]]) -> None:
    """Where a bombing or kidnapping is told more often than all else, "the attack" is that one."""
    others = [kind for kind in groups if kind != PLAIN]
    if others and len(groups.get(PLAIN, ())) * 2 < sum(map(len, groups.values())):
        main = max(others, key=lambda kind: len(groups[kind]))
        groups[main] = sorted(groups[main] + groups.pop(PLAIN, []), key=lambda mention: mention.trigger)


def _tells(one: Incident) -> bool:
    return bool(one.individuals or one.organisations or one.targets or one.victims or one.weapons)


def _incident(
    text: str, kind: str, group: Sequence[Mention], sentences: Sequence[Span], by_id: dict[str, Statement]
) -> Incident:
    actors = _fillers(text, (party for mention in group for party in mention.actors))
    sufferers = _fillers(text, (party for mention in group for party in mention.recipients))
    spots = [s for s in sentences if any(s.holds(mention.trigger) for mention in group)]
    organisations = _distinct(text, actors, Sort.ORGANISATION)
    return Incident(
        type=kind,
        stage=_stage(group),
        individuals=_distinct(text, actors, Sort.PEOPLE, Sort.NAMED),
        organisations=organisations,
        confidence=_confidence(text, group, by_id) if organisations else None,
        targets=_distinct(text, sufferers, Sort.PHYSICAL),
        victims=_distinct(text, sufferers, Sort.NAMED),
        people=_distinct(text, sufferers, Sort.PEOPLE),
        weapons=_once(text, (weapon for spot in spots for weapon in weapons_in(text, spot))),
    )


def _fillers(text: str, parties: Iterable[Party]) -> list[Filler]:
    return [found for party in parties if party.mention and (found := filler_of(text, party.mention))]


def _distinct(text: str, fillers: Iterable[Filler], *sorts: Sort) -> tuple[Span, ...]:
    return _once(text, (filler.span for filler in fillers if filler.sort in sorts))


def _once(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """One of spans with the same words: the fullest, where one's words are among another's."""
    out: list[tuple[frozenset[str], Span]] = []
    for span in spans:
        words = frozenset(span.of(text).lower().split())
        if any(words <= other for other, _ in out):
            continue
        out = [(other, kept) for other, kept in out if not other <= words]
        out.append((words, span))
    return tuple(span for _, span in out)


def _stage(group: Sequence[Mention]) -> str:
    if any(m.realis in {Realis.ACTUAL, Realis.DENIED} and m.type is not EventType.THREATEN for m in group):
        return "ACCOMPLISHED"
    return "ATTEMPTED" if any(m.realis is Realis.ATTEMPTED for m in group) else "THREATENED"


def _confidence(text: str, group: Sequence[Mention], by_id: dict[str, Statement]) -> str:
    """On whose word the organisation did it."""
    told = [m for m in group if any(p.mention for p in m.actors)]
    said = [by_id[m.statement] if m.statement else None for m in told]
    cues = [s.origin.cue.of(text).lower() for s in said if s and s.origin.cue]
    if any("claim" in cue or "admit" in cue for cue in cues):
        return "CLAIMED OR ADMITTED"
    if any(s is None for s in said):
        return "REPORTED AS FACT"
    if any(s and s.hedges for s in said):
        return "POSSIBLE"
    if all(s and s.stance is Stance.ALLEGES for s in said):
        voices = " ".join((s.origin.voice.who or "").lower() for s in said if s).split()
        by = any(word in incident_words("authority") for word in voices)
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if by else "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"
