"""How do what the encoder saw and what the rules know become one readout?

The encoder decides what is a cue, a trigger or a claim, and what hangs on each; the rules lend what it has no
head for: carriers, hedging words, counts, quotations that go on.
"""

from collections.abc import Iterable

from sayso.lexicon.plover import ontology
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.mention import Direction
from sayso.model.readout import CueFound, CueKind, TrendFound, TriggerFound
from sayso.model.span import Span
from sayso.model.statement import Stance
from sayso.reading.encoder.hints import Known
from sayso.reading.encoder.labels import REALIS, STANCES, TYPES, modes
from sayso.reading.encoder.seen import ActSeen, CueSeen, Seen
from sayso.reading.encoder.trim import Words
from sayso.reading.rules.contents import Quotations
from sayso.reading.rules.continued import with_continued
from sayso.reading.rules.hedges import hedges_of
from sayso.reading.rules.quotes import find_quotations


class Combined:
    """What one document holds, in the nouns of a readout."""

    def __init__(self, document: Document, marks: Marks, known: Known, seen: Seen) -> None:
        self.document = document
        self.marks = marks
        self.known = known
        self.seen = seen
        self.words = Words(document.text, marks)

    def cues(self) -> tuple[CueFound, ...]:
        """The cues in order, with quotations that go on without one."""
        text, marks = self.document.text, self.marks
        quotations = Quotations(find_quotations(text, marks.sentences), marks.sentences)
        found = [cue for cue in map(self._cue, self.seen.cues) if cue is not None]
        return with_continued(text, found, quotations)

    def _cue(self, cue: CueSeen) -> CueFound | None:
        span = self.words.phrase(cue.span)
        content = tuple(dict.fromkeys(filter(None, map(self.words.content, cue.content))))
        if span is None or not content:
            return None
        rule = self.known.cue(span)
        source = self._first(cue.sources)
        stance = STANCES[int(cue.stance.argmax())]
        kind = _kind(rule, stance, source)
        hedging = kind is CueKind.HEDGE or (rule is not None and rule.span in rule.hedges)
        return CueFound(
            span=span,
            kind=kind,
            stance=stance,
            source=source,
            content=content,
            addressee=self._first(cue.addressees),
            carrier=rule.carrier if rule else None,
            carried=rule.carried if rule else False,
            hedges=hedges_of(self.document.text, span, content, hedging),
            p=round(cue.p * min(cue.p_source, cue.p_content), 3),
        )

    def _first(self, spans: Iterable[Span]) -> Span | None:
        return next((words for words in map(self.words.phrase, spans) if words), None)

    def _all(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(dict.fromkeys(filter(None, map(self.words.phrase, spans))))

    def triggers(self) -> tuple[TriggerFound, ...]:
        """The acts in order."""
        return tuple(found for found in map(self._act, self.seen.acts) if found is not None)

    def _act(self, act: ActSeen) -> TriggerFound | None:
        span = self.words.phrase(act.span)
        if span is None:
            return None
        rule = self.known.act(span)
        kind = TYPES[act.type]
        allowed = {"", *ontology()[kind].modes}
        told = max((k for k, mode in enumerate(modes()) if mode in allowed), key=lambda k: act.mode[k])
        actors, recipients, places, times = (self._all(spans) for spans in act.roles)
        return TriggerFound(
            span=span,
            type=kind,
            realis=REALIS[int(act.realis.argmax())],
            mode=modes()[told] or None,
            actors=actors,
            recipients=recipients,
            places=places,
            times=times,
            counts=rule.counts if rule else (),
            background=act.background,
            p=round(act.p, 3),
        )

    def trends(self) -> tuple[TrendFound, ...]:
        """The claims of more or less in order."""
        out = []
        for claim in self.seen.claims:
            span = self.words.phrase(claim.span)
            if span is None:
                continue
            actor, recipient, place, since = (self._first(spans) for spans in claim.roles)
            out.append(
                TrendFound(
                    span=span,
                    type=TYPES[claim.type],
                    direction=Direction.UP if claim.up else Direction.DOWN,
                    actor=actor,
                    recipient=recipient,
                    place=place,
                    since=since,
                    p=round(claim.p, 3),
                )
            )
        return tuple(out)


def _kind(rule: CueFound | None, stance: Stance, source: Span | None) -> CueKind:
    if rule is not None and (rule.kind is not CueKind.HEDGE or source is None):
        return rule.kind
    if source is None:
        return CueKind.HEDGE
    return CueKind.BELIEF if stance is Stance.BELIEVES else CueKind.SPEECH
