"""How do what the encoder saw and what the rules know become one readout?

The encoder decides what is a cue, a trigger or a claim, and what hangs on each; the rules lend what it has no
head for: carriers, hedging words, counts, quotations that go on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.lexicon.plover import ontology
from sayso.model.document import READ_KINDS, BlockKind, Document
from sayso.model.marks import Marks
from sayso.model.mention import Direction, Realis
from sayso.model.readout import CueFound, CueKind, TrendFound, TriggerFound
from sayso.model.span import Span
from sayso.model.statement import Stance
from sayso.reading.encoder.hints import Known
from sayso.reading.encoder.labels import REALIS, STANCES, TYPES, modes
from sayso.reading.encoder.phrases import Phrases, apart, nearest
from sayso.reading.encoder.seen import ActSeen, Bars, CueSeen, Seen
from sayso.reading.encoder.sure import Signs, Sure, act_signs, cue_signs
from sayso.reading.encoder.trim import Words
from sayso.reading.rules.contents import Quotations
from sayso.reading.rules.continued import with_continued
from sayso.reading.rules.hedges import hedges_of
from sayso.reading.rules.quotes import find_quotations

_DENIED = 0.3  # more of a chance that an act is denied, where it stands in what somebody denies
_SAME_WORDS = 0.5  # of two spans, from which they mean one phrase


class Combined:
    """What one document holds, in the nouns of a readout."""

    def __init__(
        self, document: Document, marks: Marks, known: Known, seen: Seen, sure: Sure, bars: Bars
    ) -> None:
        self.document = document
        self.marks = marks
        self.known = known
        self.seen = seen
        self.sure = sure
        self.bars = bars
        self.quotations = find_quotations(document.text, marks.sentences)
        self.words = Words(document.text, marks, self.quotations)
        self.unread = [b.span for b in document.blocks if b.kind not in READ_KINDS or b.repeat]
        self.captions = [b.span for b in document.blocks if b.kind is BlockKind.CAPTION]
        self.phrases = Phrases(document, marks, (act.span for act in seen.acts))

    def cues(self) -> tuple[CueFound, ...]:
        """The cues in order, with quotations that go on without one."""
        quotations = Quotations(self.quotations, self.marks.sentences)
        told = ((cue, self.sure.of_cue(signs)) for cue, signs in self.signed_cues())
        found = [replace(cue, p=_p(chance)) for cue, chance in told if chance >= self.bars.least_cue]
        return with_continued(self.document.text, found, quotations)

    def signed_cues(self) -> Iterator[tuple[CueFound, Signs]]:
        """Every cue with what tells how far it can be trusted."""
        for seen in self.seen.cues:
            found = self._cue(seen)
            if found is not None and found.span is not None:
                yield found, cue_signs(seen, found, self.known.cue(found.span))

    def _cue(self, cue: CueSeen) -> CueFound | None:
        span = self.words.phrase(cue.span)
        content = tuple(dict.fromkeys(filter(None, map(self.words.content, self._read(cue.content)))))
        if span is None or not content:
            return None
        rule = self.known.cue(span)
        source = self._voice(cue.sources)
        stance = STANCES[int(cue.stance.argmax())]
        kind = _kind(rule, stance, source)
        hedging = kind is CueKind.HEDGE or (rule is not None and rule.span in rule.hedges)
        return CueFound(
            span=span,
            kind=kind,
            stance=stance,
            source=source,
            content=content,
            addressee=self._voice(cue.addressees, loose=True) or (rule.addressee if rule else None),
            carrier=rule.carrier if rule else None,
            carried=rule.carried if rule else False,
            hedges=hedges_of(self.document.text, span, content, hedging),
        )

    def _first(self, spans: Iterable[Span]) -> Span | None:
        return next((words for words in map(self.words.phrase, spans) if words), None)

    def _voice(self, spans: Iterable[Span], *, loose: bool = False) -> Span | None:
        told = self._first(spans)
        return self.phrases.ended(told, loose=loose) if told else None

    def _read(self, spans: Iterable[Span]) -> Iterator[Span]:
        """The parts that stand in blocks that are read: a statement may go on behind a caption."""
        for span in spans:
            start = span.start
            for block in self.unread:
                if start < block.end and block.start < span.end:
                    if start < block.start:
                        yield Span(start, block.start)
                    start = max(start, block.end)
            if start < span.end:
                yield Span(start, span.end)

    def _all(self, spans: Iterable[Span], by_rule: tuple[Span, ...]) -> tuple[Span, ...]:
        """Whole phrases; where the rules take nearly the same words, theirs, which end as phrases do."""
        told = filter(None, map(self.words.phrase, spans))
        return tuple(dict.fromkeys(_nearest(span, by_rule) for span in told))

    def triggers(self) -> tuple[TriggerFound, ...]:
        """The acts in order."""
        told = ((act, self.sure.of_act(signs)) for act, signs in self.signed_acts())
        return tuple(replace(act, p=_p(chance)) for act, chance in told if chance >= self.bars.least_act)

    def signed_acts(self) -> Iterator[tuple[TriggerFound, Signs]]:
        """Every trigger with what tells how far it can be trusted."""
        for seen in self.seen.acts:
            found = self._act(seen)
            if found is not None:
                yield found, act_signs(seen, found, self.known.act(found.span))

    def _act(self, act: ActSeen) -> TriggerFound | None:
        span = self.words.phrase(act.span)
        if span is None:
            return None
        rule = self.known.act(span)
        kind = TYPES[act.type]
        allowed = {"", *ontology()[kind].modes}
        best = max((k for k, mode in enumerate(modes()) if mode in allowed), key=lambda k: act.mode[k])
        by_rule = (rule.actors, rule.recipients, rule.places, rule.times) if rule else ((), (), (), ())
        actors, recipients, places = (
            self._phrases(span, spans, those) for spans, those in zip(act.roles[:3], by_rule[:3], strict=True)
        )
        recipients = _apart(recipients, actors)
        times = self._all(act.roles[3], by_rule[3])
        if rule is not None and rule.type is kind:
            actors = actors or _apart(rule.actors, recipients)
            recipients = recipients or _apart(rule.recipients, actors)
        return TriggerFound(
            span=span,
            type=kind,
            realis=self._realis(act),
            mode=modes()[best] or None,
            actors=actors,
            recipients=recipients,
            places=places,
            times=times,
            counts=rule.counts if rule else (),
            background=act.background,
        )

    def _realis(self, act: ActSeen) -> Realis:
        chances = act.realis.copy()
        for cue in self.seen.cues:
            if STANCES[int(cue.stance.argmax())] is Stance.DENIES and any(
                part.holds(act.span) for part in cue.content
            ):
                chances[REALIS.index(Realis.DENIED)] += _DENIED
                break
        return REALIS[int(chances.argmax())]

    def _phrases(self, trigger: Span, spans: Iterable[Span], by_rule: tuple[Span, ...]) -> tuple[Span, ...]:
        """Parties or places as whole phrases: of the trigger's sentence, where it has any."""
        whole = filter(None, map(self.phrases.whole, self._all(spans, by_rule)))
        near = nearest(whole, trigger, self.phrases.sentence(trigger), self.captions)
        return apart(self.document.text, near)

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
                    p=_p(self.sure.of_claim(claim.p)),
                )
            )
        return tuple(out)


def _apart(spans: tuple[Span, ...], others: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(span for span in spans if not any(span.meets(other) for other in others))


def _nearest(span: Span, others: tuple[Span, ...]) -> Span:
    best = max(others, key=span.shared, default=span)
    return best if span.shared(best) >= _SAME_WORDS else span


def _p(chance: float) -> float:
    return round(chance, 3)


def _kind(rule: CueFound | None, stance: Stance, source: Span | None) -> CueKind:
    if rule is not None and (rule.kind is not CueKind.HEDGE or source is None):
        return rule.kind
    if source is None:
        return CueKind.HEDGE
    return CueKind.BELIEF if stance is Stance.BELIEVES else CueKind.SPEECH
