"""Which mentions of one document tell the same happening?"""

from dataclasses import dataclass, field, replace

from sayso.coding.likeness import chance, times_meet
from sayso.coding.sight import Sight, sight_of
from sayso.model.document import Document
from sayso.model.mention import EventType, Mention, Realis

_WINDOW = 20  # happenings of the type looked back at: a long report tells about fifty of all types
_TOLD = 8  # mentions of each that are compared: the first and the last ones
# A mention joins a happening where its chance with one of those that told it, and the mean over all, reach
# these: of the pairs so joined in training texts that the weights had not seen, 3 of 4 are one happening.
_ENOUGH = 0.57
_MEAN = 0.5


@dataclass(slots=True)
class _Happening:
    founder: Mention
    told: list[tuple[int, Sight]] = field(default_factory=list)  # number among those of the type


def joined(document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, each with the first of its happening, and what the record knows of it."""
    happenings: dict[EventType, list[_Happening]] = {}
    count: dict[EventType, int] = {}
    known_of: dict[str, Mention] = {}  # by founder: all that the document tells of the happening
    out: list[Mention] = []
    for mention in mentions:
        if mention.realis is Realis.GENERIC:
            out.append(mention)
            continue
        sight = sight_of(document, mention)
        known, number = happenings.setdefault(mention.type, []), count.get(mention.type, 0)
        count[mention.type] = number + 1
        found = _likeliest(known, sight, number)
        if found is None:
            known.append(_Happening(mention, [(number, sight)]))
            del known[:-_WINDOW]
            out.append(mention)
            continue
        found.told.append((number, sight))
        known.remove(found)
        known.append(found)  # the one told last stands last
        del known[:-_WINDOW]
        out.append(_filled(replace(mention, same_as=found.founder.id), found.founder))
        found.founder = _filled(found.founder, mention)
        known_of[found.founder.id] = found.founder
    return tuple(_placed(mention, known_of.get(mention.same_as or mention.id, mention)) for mention in out)


def _likeliest(known: list[_Happening], sight: Sight, number: int) -> _Happening | None:
    best: tuple[float, _Happening] | None = None
    for happening in reversed(known):
        if sight.measures and happening.told[-1][0] == number - 1:
            return happening  # "the deadliest attack this year": of the act just told
        most, mean = _chances(happening, sight, number)
        if most >= _ENOUGH and mean >= _MEAN and (best is None or mean > best[0]):
            best = mean, happening
    return best[1] if best else None


def _chances(happening: _Happening, sight: Sight, number: int) -> tuple[float, float]:
    """The highest and the mean chance with the mentions that told it; none where time or town forbids it."""
    told = happening.told
    near = told if len(told) <= _TOLD else told[:1] + told[1 - _TOLD :]
    for _, one in near:
        timed, meets = times_meet(one, sight)
        if (timed and not meets) or (one.towns and sight.towns and not one.towns & sight.towns):
            return 0.0, 0.0
    found = [chance(one, sight, number - at - 1, number) for at, one in near]
    return max(found), sum(found) / len(found)


def _placed(mention: Mention, known: Mention) -> Mention:
    """The mention with place and time that a later one tells; who did it is not filled backwards: in the
    training texts that was wrong more often than right."""
    return replace(
        mention,
        place=mention.place or (known.place and replace(known.place, mention=None)),
        when=mention.when or (known.when and replace(known.when, mention=None)),
    )


def _filled(mention: Mention, founder: Mention) -> Mention:
    """What the record knows of the happening, without words where this sentence does not say it."""
    return replace(
        mention,
        actors=mention.actors or tuple(replace(party, mention=None) for party in founder.actors),
        recipients=mention.recipients or tuple(replace(party, mention=None) for party in founder.recipients),
        place=mention.place or (founder.place and replace(founder.place, mention=None)),
        when=mention.when or (founder.when and replace(founder.when, mention=None)),
        background=mention.background or founder.background,
    )
