"""How sure is the reader: is this statement's origin right, this mention's type, this trend's way?

A logistic regression over a few signs, learned on texts that the network did not learn from
(`training.calibrate`); Platt 1999.
"""

from dataclasses import dataclass
from math import exp, log

from sayso.model.readout import CueFound, TriggerFound
from sayso.model.span import Span
from sayso.reading.encoder.seen import ActSeen, CueSeen

Signs = tuple[float, ...]
_MOST = 6.0  # of a logarithm of odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """Weights of the signs; as they are here, the heads' own probabilities are taken as they come."""

    cue: tuple[float, ...] = (1.0, 0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    act: tuple[float, ...] = (1.0, 0.0, 0.0, 0.0, 0.0)
    claim: tuple[float, ...] = (1.0, 0.0)

    def of_cue(self, signs: Signs) -> float:
        """The probability that a statement of this cue has its true origin."""
        return _chance(self.cue, signs)

    def of_act(self, signs: Signs) -> float:
        """The probability that a mention is one, of this type."""
        return _chance(self.act, signs)

    def of_claim(self, p: float) -> float:
        """The probability that a claim of more or less is one, and goes this way."""
        return _chance(self.claim, (odds(p), 1.0))


def odds(p: float) -> float:
    """The logarithm of the odds, within bounds."""
    if p <= 0.0 or p >= 1.0:
        return _MOST if p > 0.5 else -_MOST
    return max(-_MOST, min(_MOST, log(p / (1 - p))))


def cue_signs(cue: CueSeen, found: CueFound, rule: CueFound | None) -> Signs:
    """What tells how far a cue can be trusted; the last is 1."""
    return (
        odds(cue.p),
        odds(cue.p_source),
        odds(cue.p_content),
        float(rule is not None),
        float(rule is not None and _same(rule.source, found.source)),
        float(rule is not None and bool(rule.content) and rule.content[0].shared(found.content[0]) > 0.8),
        float(found.source is None),
        float(found.source is not None and found.source.end - found.source.start <= 4),  # a pronoun
        1.0,
    )


def act_signs(act: ActSeen, found: TriggerFound, rule: TriggerFound | None) -> Signs:
    """What tells how far a trigger can be trusted; the last is 1."""
    return (
        odds(act.p),
        odds(act.p_type),
        float(rule is not None),
        float(rule is not None and rule.type is found.type),
        1.0,
    )


def _same(one: Span | None, other: Span | None) -> bool:
    return one == other if one is None or other is None else one.shared(other) > 0.5


def _chance(weights: tuple[float, ...], signs: Signs) -> float:
    total = sum(weight * sign for weight, sign in zip(weights, signs, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
