"""Which actor has this id, whether a table lists it or the rule for organs makes it?"""

from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actors import listed
from sayso.lexicon.organs import organ_of
from sayso.model.actor import BY_NAME, Actor, ActorKind
from sayso.model.ids import digest

_LONGEST = 60  # letters of an id that is made from a name


def actor_of(name_id: str) -> Actor | None:
    """The listed actor or the state's organ of that id; None for one that the record alone knows."""
    return listed().by_id.get(name_id) or organ_of(name_id)


def id_by_name(name: str) -> str:
    """The id of an actor whom no table lists: from its name alone, the same in every document."""
    key = name_key(name)
    slug = "-".join(key.lower().split())
    fits = slug.replace("-", "").isalnum() and slug.isascii() and len(slug) <= _LONGEST
    return BY_NAME + (slug if fits else digest("actor", key))


def by_name(name: str, kind: ActorKind) -> Actor:
    """An actor whom no table lists, as the record is to know it."""
    return Actor(id=id_by_name(name), name=name, kind=kind)
