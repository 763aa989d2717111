"""Who acts or speaks in many reports: a state, an organ, a group, an outlet, a person?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ORGAN = "organ"  # of a state: army, ministry, police, court, parliament, or a part of one
    ARMED_GROUP = "armed group"
    UMBRELLA = "umbrella"  # of armed groups or parties
    PARTY = "party"
    IGO = "igo"
    NGO = "ngo"
    AGENCY = "agency"  # news agency
    OUTLET = "outlet"
    COMPANY = "company"
    PEOPLE = "people"  # an ethnic or religious community
    PERSON = "person"


BY_NAME = "name-"  # ids of actors that no table lists begin so; the rest is made from the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office that a person held; days are the first and the last that may belong to it."""

    title: str  # in small letters, as the news says it: "prime minister"
    of: str  # id of the actor in which the office is held
    since: date | None = None  # None: open
    until: date | None = None  # None: open, still held as far as the table knows


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One that acts. Its id is given once and kept; a merged one redirects."""

    id: str  # a slug: "irq-kataib-hezbollah"
    name: str  # fullest usual name
    kind: ActorKind
    country: str | None = None  # ISO 3166-1 alpha-3
    plover: str | None = None  # actor code and sector of PLOVER 0.8: "USA MIL", "IGO"
    aliases: tuple[str, ...] = ()
    part_of: str | None = None  # id of the body that it is an organ, a wing, a member or an outlet of
    roles: tuple[Role, ...] = ()  # of a person
    owner: str | None = None
    source: str | None = None  # where the facts are from
