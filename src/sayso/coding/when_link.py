"""Which time of a document is the time of which act?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp
from types import MappingProxyType

from sayso.coding.nearby import caption_at, meeting
from sayso.coding.when import when_told
from sayso.coding.when_pool import Own, Pool, candidates, pool_of, pool_signs
from sayso.coding.when_scene import TimeScene, near_times
from sayso.coding.when_signs import act_signs, time_signs
from sayso.lexicon.tables import rows
from sayso.model.mention import Mention
from sayso.model.readout import TriggerFound
from sayso.model.span import Span

_SURE = 0.5  # of an act's own words, before the other acts are looked at: likelier its own than not
# Of a value. On the development texts 11 of 100 acts without a time then get one, the least that dates most
# below the bound of 12; .28 would date 4 of 100 acts more, and invent for 3 of 100 more.
LEAST = 0.36
Signs = Mapping[str, float]


@cache
def _weights(step: str) -> Signs:
    """The weights of one of two logistic regressions, "own" and "pool", learned on the training texts."""
    found = {row["sign"]: float(row["weight"]) for row in rows("when_weights") if row["step"] == step}
    return MappingProxyType(found)


def _total(step: str, signs: Signs) -> float:
    weights = _weights(step)
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())


def _chance(total: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, total))))


def own_chances(scene: TimeScene, act: TriggerFound) -> Own:
    """By the number of a time near the act: the chance that it is the act's, from what stands around it."""
    near = near_times(scene, act)
    base = _total("own", act_signs(scene, act)) if near else 0.0
    return {n: _chance(base + _total("own", time_signs(scene, act, n))) for n in near}


def likeliest(pool: Pool, i: int) -> tuple[float, str | None]:
    """The value that the act most likely has, with its chance."""
    values = candidates(pool, i)
    if not values:
        return 0.0, None
    base = _total("pool", act_signs(pool.scene, pool.acts[i]))
    return max((_chance(base + _total("pool", pool_signs(pool, i, value))), value) for value in values)


def linked(scene: TimeScene, act: TriggerFound, own: Own) -> tuple[Span, ...]:
    """The words of time in an act's own sentences that are surely its own; words that the reader linked and
    that are no mark of time stay with it."""
    p, number = max(((p, n) for n, p in own.items()), default=(0.0, -1))
    if p >= _SURE:
        return (scene.times[number].span,)
    return tuple(span for span in act.times if not meeting(scene.times, span))


def dated(
    scene: TimeScene, mentions: Sequence[Mention], acts: Sequence[TriggerFound], own: Sequence[Own]
) -> tuple[Mention, ...]:
    """The mentions, each with the time that all acts of the document together make likeliest, or without.

    `acts` and `own` run beside the mentions. Of acts in captions whose photo has a date that date stays.
    Words of time that cannot be resolved are kept where no other time is likely.
    """
    pool = pool_of(scene, mentions, acts, own)
    return tuple(_dated(pool, i, own[i]) for i in range(len(mentions)))


def _dated(pool: Pool, i: int, own: Own) -> Mention:
    mention, document = pool.mentions[i], pool.scene.document
    caption = caption_at(document, mention.trigger)
    if caption is not None and caption.date is not None and mention.when is not None:
        return mention
    p, value = likeliest(pool, i)
    if value is None or p < LEAST:
        unresolved = mention.when is not None and mention.when.value is None
        return mention if unresolved else replace(mention, when=None)
    mine = [(p, number) for number, p in own.items() if pool.scene.times[number].value == value]
    number = max(mine)[1] if mine else pool.nearest(i, value)
    when = when_told(document, mention.trigger, pool.scene.times[number], mention.realis)
    return replace(mention, when=when if mine else replace(when, mention=None))
