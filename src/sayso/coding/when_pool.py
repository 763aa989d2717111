"""What speaks for and against a time of an act, from all acts of the document together?"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, log1p

from sayso.coding.likeness import chance
from sayso.coding.sight import Sight, sight_of
from sayso.coding.when_scene import TimeScene
from sayso.model.mention import Mention, Party, Realis
from sayso.model.readout import TriggerFound

_REACH = 12  # acts of the type, before and after, that an act is compared with: time stays linear
_GROUP = 40  # mentions of one happening that are looked at, for the same reason
_TOLD = 0.4  # chance from which an act's own words count as its time
_LEAST = 0.005
Own = Mapping[int, float]  # by the number of a time: the chance that it is the act's, from its own sentence


@dataclass(frozen=True, slots=True)
class Pool:
    """The acts of a document with the chances of their own times, by value."""

    scene: TimeScene
    acts: Sequence[TriggerFound]
    mentions: Sequence[Mention]
    values: Sequence[Mapping[str, float]]  # of each act: the chance of each value by its own words
    sights: Sequence[Sight]
    sentences: Sequence[int]
    alike: Sequence[Mapping[int, float]]  # of each act: those of its type, with the chance of likeness
    groups: Mapping[str, Sequence[int]]
    shares: Mapping[str, float]
    first: str | None  # the first value that is told for any act
    numbers: Mapping[str, Sequence[int]]  # of the times that tell each value, in order

    def nearest(self, i: int, value: str) -> int:
        """The number of the time that tells the value nearest to an act."""
        told, at = self.numbers[value], self.acts[i].span.start
        k = bisect_left(told, at, key=lambda number: self.scene.at[number])
        return min(told[max(0, k - 1) : k + 1], key=lambda number: abs(self.scene.at[number] - at))


def pool_of(
    scene: TimeScene,
    mentions: Sequence[Mention],
    acts: Sequence[TriggerFound],
    own: Sequence[Own],
) -> Pool:
    """What the acts of a document tell of each other's times; the sequences run beside each other."""
    values = [_by_value(scene, chances) for chances in own]
    groups: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        groups.setdefault(mention.same_as or mention.id, []).append(i)
    shares: dict[str, float] = {}
    for told in values:
        for value, p in told.items():
            shares[value] = shares.get(value, 0.0) + p / len(values)
    sights = [sight_of(scene.document, bare(mention)) for mention in mentions]
    numbers: dict[str, list[int]] = {}
    for number, words in enumerate(scene.times):
        if words.value:
            numbers.setdefault(words.value, []).append(number)
    best = (max(((p, value) for value, p in told.items()), default=(0.0, None)) for told in values)
    sure = (value for p, value in best if p > _TOLD)
    return Pool(
        scene=scene,
        acts=acts,
        mentions=mentions,
        values=values,
        sights=sights,
        sentences=[scene.sentence(act.span.start) for act in acts],
        alike=_alike(acts, sights),
        groups=groups,
        shares=shares,
        first=next(sure, None),
        numbers=numbers,
    )


def _by_value(scene: TimeScene, chances: Own) -> dict[str, float]:
    out: dict[str, float] = {}
    for number, p in chances.items():
        value = scene.times[number].value
        if value:
            out[value] = max(p, out.get(value, 0.0))
    return out


def bare(mention: Mention) -> Mention:
    """A mention as its own sentence tells it: what joining filled in has no words and is taken out."""

    def worded(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(party for party in parties if party.mention)

    return replace(
        mention,
        actors=worded(mention.actors),
        recipients=worded(mention.recipients),
        place=mention.place if mention.place and mention.place.mention else None,
        when=mention.when if mention.when and mention.when.mention else None,
    )


def _alike(acts: Sequence[TriggerFound], sights: Sequence[Sight]) -> list[dict[int, float]]:
    out: list[dict[int, float]] = [{} for _ in acts]
    of_type: dict[str, list[int]] = {}
    for j, act in enumerate(acts):
        before = of_type.setdefault(act.type, [])
        for back, i in enumerate(reversed(before[-_REACH:])):
            out[i][j] = out[j][i] = chance(sights[i], sights[j], back, len(before))
        before.append(j)
    return out


def candidates(pool: Pool, i: int) -> list[str]:
    """The values that the act may have: told near it, of acts of its type or beside it, of its happening."""
    mention = pool.mentions[i]
    near = {*pool.alike[i], *pool.groups[mention.same_as or mention.id][:_REACH]}
    near |= {j for j in (i - 2, i - 1, i, i + 1) if 0 <= j < len(pool.acts)}
    return sorted({value for j in near for value in pool.values[j]})


def pool_signs(pool: Pool, i: int, value: str) -> dict[str, float]:
    """What speaks for and against that the time of the act is of that value, beside `act_signs`."""
    own, sight, mention = pool.values[i], pool.sights[i], pool.mentions[i]
    mine = own.get(value, 0.0)
    out = {
        "constant": 1.0,
        "own": log(max(mine, _LEAST) / max(1 - mine, _LEAST)),
        "own chance": mine,
        "own sentences": float(value in own),
        "own best": float(mine > 0 and mine >= max(own.values())),
        "other own": max((p for told, p in own.items() if told != value), default=0.0),
        "share": pool.shares.get(value, 0.0),
        "first": float(value == pool.first),
        "first, headline": float(value == pool.first and sight.in_head),
        "in a statement": float(mention.statement is not None),
        "how far on": i / len(pool.acts),
    }
    out |= _of_happening(pool, i, value) | _of_type(pool, i, value) | _beside(pool, i, value)
    nearest = pool.nearest(i, value)
    words = pool.scene.times[nearest]
    out[f"value {words.grain or words.kind}"] = 1.0
    out["value open"] = float(words.open_end or words.open_start)
    out["sentences away"] = log1p(abs(pool.scene.sentence_of[nearest] - pool.sentences[i]))
    published, realis = pool.scene.published, mention.realis
    if published and words.earliest and words.earliest > published:
        out["value to come, " + ("planned" if realis is Realis.PLANNED else "not planned")] = 1.0
    elif published and words.latest and words.latest < published and realis is not Realis.ACTUAL:
        out[f"value past, {realis.value}"] = 1.0
    return {name: told for name, told in out.items() if told}


def _of_happening(pool: Pool, i: int, value: str) -> dict[str, float]:
    mention = pool.mentions[i]
    group = [j for j in pool.groups[mention.same_as or mention.id][:_GROUP] if j != i]
    if not group:
        return {}
    told = max(pool.values[j].get(value, 0.0) for j in group)
    best = max((p for j in group for p in pool.values[j].values()), default=0.0)
    return {"told again": 1.0, "happening": told, "happening's best": float(told >= 0.3 and told == best)}


def _of_type(pool: Pool, i: int, value: str) -> dict[str, float]:
    alike, sight = pool.alike[i], pool.sights[i]
    if not alike:
        return {}
    likely = [p * pool.values[j].get(value, 0.0) for j, p in alike.items()]
    other = (p * q for j, p in alike.items() for told, q in pool.values[j].items() if told != value)
    stems = (pool.values[j].get(value, 0.0) for j in alike if pool.sights[j].stems & sight.stems)
    of_type = [pool.values[j].get(value, 0.0) for j in alike]
    out = {
        "like acts": max(likely),
        "like acts, sum": min(sum(likely), 3.0),
        "like acts, other": max(other, default=0.0),
        "of the stem": max(stems, default=0.0),
        "of the type": max(of_type),
        "of the type, sum": min(sum(of_type), 3.0),
    }
    if sight.points_back:
        out["of the stem, points back"] = out["of the stem"]
        out["of the type, points back"] = out["of the type"]
    return out


def _beside(pool: Pool, i: int, value: str) -> dict[str, float]:
    out = {}
    for name, j in (("act before", i - 1), ("second act before", i - 2), ("act after", i + 1)):
        if 0 <= j < len(pool.acts):
            out[name] = pool.values[j].get(value, 0.0)
            if pool.sentences[j] == pool.sentences[i]:
                out[f"{name}, one sentence"] = out[name]
    return out
