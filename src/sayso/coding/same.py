"""Which mentions of one document tell the same happening?"""

import re
from dataclasses import replace

from sayso.model.mention import EventType, Mention, Party, Realis

_WORD = re.compile(r"\w+")
_IDLE = frozenset(["the", "a", "an", "of", "in", "to", "and", "s"])
_WINDOW = 200  # happenings looked back at: a long report tells about fifty
_STEM = 5  # letters by which words of one stem are known: "attack", "attacked"
# Of pairs of one stem without a conflict of parties, places or times, seven of ten of these types and half of
# the others are one happening in the training texts.
_TOLD_ONCE = frozenset({EventType.CONSULT, EventType.RETREAT, EventType.AGREE, EventType.COERCE})
_BACK = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their|[’']s)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE
)


def joined(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, each with the first of its happening. Careful: types, words and parties agree."""
    founders: list[Mention] = []
    out: list[Mention] = []
    for mention in mentions:
        founder = next((f for f in reversed(founders[-_WINDOW:]) if _same(text, f, mention)), None)
        if founder is None:
            founders.append(mention)
            out.append(mention)
        else:
            out.append(_filled(replace(mention, same_as=founder.id), founder))
    return tuple(out)


def _same(text: str, one: Mention, other: Mention) -> bool:
    if one.type is not other.type or Realis.GENERIC in (one.realis, other.realis):
        return False
    if (one.realis is Realis.ACTUAL) != (other.realis is Realis.ACTUAL):
        return False
    if not _stems(text, one) & _stems(text, other):
        return False
    actors, recipients = _agree(one.actors, other.actors), _agree(one.recipients, other.recipients)
    if (
        actors is False
        or recipients is False
        or not _places_agree(one, other)
        or not _times_agree(one, other)
    ):
        return False
    if actors is True or recipients is True or one.type in _TOLD_ONCE:
        return True
    return _points_back(text, other)


def _points_back(text: str, mention: Mention) -> bool:
    """Whether the words take up what was told: "the attack", "that ruling"."""
    return bool(_BACK.search(text[max(0, mention.trigger.start - 30) : mention.trigger.start]))


def _stems(text: str, mention: Mention) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(mention.trigger.of(text).lower())}


def _agree(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool | None:
    """Whether two lists share a party; None where one is empty."""
    if not one or not other:
        return None
    return any(
        _words(a.who) & _words(b.who) == min(_words(a.who), _words(b.who), key=len)
        for a in one
        for b in other
    )


def _words(who: str) -> set[str]:
    return {word for word in _WORD.findall(who.lower()) if word not in _IDLE} or {who}


def _places_agree(one: Mention, other: Mention) -> bool:
    if one.place is None or other.place is None:
        return True
    return bool(set(one.place.name.split(", ")) & set(other.place.name.split(", ")))


def _times_agree(one: Mention, other: Mention) -> bool:
    a, b = one.when, other.when
    if a is None or b is None or a.earliest is None or b.earliest is None:
        return True
    if a.latest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


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
