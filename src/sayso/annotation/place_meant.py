"""Which place does each of the names that a text has mean?"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sayso.annotation.place_rank import SURE, Answer, Asked, ranked
from sayso.lexicon.countries import capitals
from sayso.lexicon.gazetteer.form import Level
from sayso.lexicon.gazetteer.landmarks import landmark
from sayso.lexicon.gazetteer.look_up import Gazetteer, Match, gazetteer
from sayso.model.marks import PlaceName
from sayso.model.span import Span
from sayso.model.spot import SpotKind

_HEAD: Final = re.compile(
    r"^(?:the\s|downtown\s|central\s|greater\s|(?:city|town|village|province|district|state|region)\sof\s)+",
    re.IGNORECASE,
)
_DIRECTION: Final = re.compile(
    r"^(?:(?:north|south|east|west)(?:ern)?-?(?:(?:north|south|east|west)(?:ern)?)?"
    r"|central|upper|lower|rural)\s",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"\s(?P<kind>provinces?|governorates?|regions?|oblast|states?|division|prefecture|districts?|county"
    r"|city|towns?|village"
    r"|area|municipality|valley|peninsula|township|co\.|base)$",
    re.IGNORECASE,
)
_KINDS: Final = {
    **dict.fromkeys(
        ("province", "governorate", "region", "oblast", "state", "division"), frozenset({SpotKind.DIVISION})
    ),
    **dict.fromkeys(("prefecture", "district", "county", "municipality"), frozenset({SpotKind.DISTRICT})),
    **dict.fromkeys(("city", "town", "village"), frozenset({SpotKind.CITY})),
}
_COUNTRY_TELLS: Final = 0.3  # often named for its government, wherever that acts; .25 and .5 told the same
_WITHIN_REACH: Final = (
    25  # code points from a name to that of the place it lies in: "in Qaim, in western Iraq"
)
_BETWEEN: Final = re.compile(
    r"(?:,\s|\s\(|,?\sin\s(?:the\s)?(?:\w+(?:ern)?\s)?(?:(?:province|region|state|district)\sof\s)?)",
    re.IGNORECASE,
)


def asked_for(name: str, places: Gazetteer) -> tuple[tuple[Match, ...], frozenset[SpotKind]]:
    """The places that bear a name as a text has it, and the kinds that its words say it is of."""
    plain = _HEAD.sub("", " ".join(name.split()))
    known = landmark(plain)
    if known is not None:
        return tuple(m for m in places.named(known.town) if m.spot.country == known.iso3), frozenset(
            {SpotKind.CITY}
        )
    found = _fitting(plain, places.named(plain))
    if found and not all(match.level is Level.SOUND for match in found):
        return found, frozenset()
    tail = _TAIL.search(plain)
    if tail and (inner := _fitting(plain[: tail.start()], places.named(plain[: tail.start()]))):
        return inner, _KINDS.get(tail.group("kind").lower().removesuffix("s"), frozenset())
    if (inner_name := _DIRECTION.sub("", plain)) != plain:
        return asked_for(inner_name, places)
    return found, frozenset()


def _fitting(name: str, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Without those that only a sloppy look would take: "us" is no country, "georgians" is."""
    short = len(name) <= 3 and not name.isupper() and "." not in name
    return tuple(match for match in matches if not short or match.spot.kind is SpotKind.CITY)


def resolved(
    text: str,
    spans: Sequence[Span],
    *,
    home: Sequence[tuple[str, float]] = (),
    places: Gazetteer | None = None,
) -> tuple[PlaceName, ...]:
    """What each of the spans names, in their order. The same words mean the same place throughout.

    `home` are names from beside the text, with their weights: the dateline, the outlet's seat.
    """
    places = places or gazetteer()
    names = [" ".join(span.of(text).split()) for span in spans]
    behind = _containers(text, spans)
    groups: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        groups[_group(name)].append(number)
    found = {group: asked_for(names[numbers[0]], places) for group, numbers in groups.items()}
    asked = []
    for group, numbers in groups.items():
        matches, kinds = found[group]
        outer = {_group(names[behind[n]]) for n in numbers if n in behind} - {group}
        within = tuple(match for one in sorted(outer) for match in found[one][0])
        weight = _weight(len(numbers)) * (_COUNTRY_TELLS if _is_country(matches) else 1.0)
        capital = capitals().get(group.lower())
        asked.append(
            Asked(
                matches=matches,
                within=within,
                kinds=kinds,
                weight=weight,
                capital_of=capital.iso3 if capital else None,
            )
        )
    for name, weight in home:
        matches, kinds = asked_for(name, places)
        asked.append(Asked(matches=matches, kinds=kinds, weight=weight))
    answers = dict(zip(groups, ranked(asked), strict=False))
    return tuple(_told(span, name, answers[_group(name)]) for span, name in zip(spans, names, strict=True))


def _group(name: str) -> str:
    return name.lower() if len(name) > 3 else name


def _is_country(matches: tuple[Match, ...]) -> bool:
    return any(match.spot.kind is SpotKind.COUNTRY for match in matches)


def _weight(times: int) -> float:
    """What is named often tells more of where the text plays, but not in proportion."""
    return min(3.0, 1.0 + 0.5 * (times - 1))


def _containers(text: str, spans: Sequence[Span]) -> dict[int, int]:
    """The number of the name that tells where a name lies: "Qaim, Iraq", "Qaim in western Iraq"."""
    order = sorted(range(len(spans)), key=lambda number: spans[number])
    out = {}
    for one, after in pairwise(order):
        between = text[spans[one].end : spans[after].start]
        if 0 < len(between) <= _WITHIN_REACH and _BETWEEN.fullmatch(between):
            out[one] = after
    return out


def _told(span: Span, name: str, answer: Answer) -> PlaceName:
    sure = bool(answer.p) and answer.p[0] >= SURE
    return PlaceName(
        span=span,
        name=name,
        spot=answer.spots[0] if sure else None,
        candidates=answer.spots,
        p=answer.p[0] if answer.p else None,
    )
