"""Which trigger does an event make, and which claim a trend, as a model tells them?"""

from sayso.lexicon.plover import is_mode, ontology
from sayso.lexicon.triggers import word_class
from sayso.model.marks import Quantity
from sayso.model.mention import EventType
from sayso.model.readout import CountFound, Refused, TrendFound, TriggerFound
from sayso.model.span import Span
from sayso.reading.endpoint.quotes import NotTaken, Quoted, shown
from sayso.reading.endpoint.wire import CountTold, EventTold, TrendTold

_LONGEST_TRIGGER = 4  # words; the guide has one to three, "pick-up-truck bomb" style compounds one more


def trigger_of(
    told: EventTold, quoted: Quoted, quantities: tuple[Quantity, ...], taken: set[Span]
) -> TriggerFound:
    """The trigger with what hangs on it. NotTaken where it does not stand; parties, places, times, figures
    and mode that do not are refused alone."""
    trigger = quoted.anchor(told.trigger, taken=taken, what="the trigger")
    if len(trigger.of(quoted.text).split()) > _LONGEST_TRIGGER:
        raise NotTaken("too-long", f"a trigger is one to three words, not {shown(trigger.of(quoted.text))}")
    counts = (_count(count, quoted, trigger, quantities) for count in told.counts)
    return TriggerFound(
        span=trigger,
        type=told.type,
        realis=told.realis,
        mode=_mode(told.type, told.mode, quoted),
        actors=quoted.several(told.actors, trigger, what="an actor"),
        recipients=quoted.several(told.recipients, trigger, what="a recipient"),
        places=quoted.several(told.places, trigger, what="a place"),
        times=quoted.several(told.times, trigger, what="a time"),
        counts=tuple(dict.fromkeys(count for count in counts if count)),
    )


def trend_of(told: TrendTold, quoted: Quoted, taken: set[Span]) -> TrendFound:
    """The claim with what hangs on it. NotTaken where it does not stand."""
    claim = quoted.anchor(told.claim, taken=taken, what="the claim of a trend")
    return TrendFound(
        span=claim,
        type=told.type,
        direction=told.direction,
        actor=quoted.optional(told.actor, claim, what="an actor"),
        recipient=quoted.optional(told.recipient, claim, what="a recipient"),
        place=quoted.optional(told.place, claim, what="a place"),
        since=quoted.optional(told.since, claim, what="a time"),
    )


def _mode(kind: EventType, mode: str | None, quoted: Quoted) -> str | None:
    if not mode or is_mode(kind, mode):
        return mode or None
    known = ", ".join(sorted(ontology()[kind].modes)) or "none"
    quoted.refused.append(
        Refused(reason="wrong-value", detail=f"{kind} has no mode {shown(mode)}; there are: {known}")
    )
    return None


def _count(
    told: CountTold, quoted: Quoted, trigger: Span, quantities: tuple[Quantity, ...]
) -> CountFound | None:
    """How many the words mean is read from the words themselves, never from the model."""
    span = quoted.optional(told.quote, trigger, what="a figure")
    if span is None:
        return None
    number = next((q for q in quantities if span.holds(q.span)), None)
    if number:
        return CountFound(of=told.of, low=number.low, high=number.high, span=number.span)
    if span.of(quoted.text).split()[0].lower() in word_class("one-person"):
        return CountFound(of=told.of, low=1, high=1, span=span)
    words = shown(span.of(quoted.text))
    quoted.refused.append(Refused(reason="no-number", detail=f"{words} does not say how many were {told.of}"))
    return None
