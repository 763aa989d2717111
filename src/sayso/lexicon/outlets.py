"""Which outlet do a name or a web address belong to?"""

from functools import cache
from typing import NamedTuple

from sayso.lexicon.tables import rows


class Outlet(NamedTuple):
    """One row of `outlets.tsv`."""

    name: str
    domains: tuple[str, ...]
    owner: str
    country: str  # ISO 3166 alpha-3


def by_domain(host: str) -> Outlet | None:
    """The outlet whose site a host is or is part of: "edition.cnn.com" is CNN's. Port and "www." aside."""
    labels = host.casefold().strip(". ").split(":")[0].split(".")
    known = _domains()
    for first in range(len(labels) - 1):
        outlet = known.get(".".join(labels[first:]))
        if outlet:
            return outlet
    return None


def by_name(name: str) -> Outlet | None:
    """The outlet of exactly this name or alias; capitals and "The" aside, in short signs capitals count."""
    plain = " ".join(name.replace("’", "'").split())
    return _names().get(plain) or _names().get(_folded(plain))


def outlet_of(words: str) -> str | None:
    """The canonical name of the outlet that the words name, and nothing besides."""
    outlet = by_name(words.strip(" .,;:-–—|()[]"))
    return outlet.name if outlet else None


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ")


@cache
def _outlets() -> tuple[Outlet, ...]:
    return tuple(
        Outlet(row["name"], tuple(row["domain"].split("|")), row["owner"], row["country"])
        for row in rows("outlets")
    )


@cache
def _domains() -> dict[str, Outlet]:
    return {domain: outlet for outlet in _outlets() for domain in outlet.domains}


@cache
def _names() -> dict[str, Outlet]:
    """Names and aliases as written, and folded where more than capitals tells them from a word."""
    names: dict[str, Outlet] = {}
    for outlet, row in zip(_outlets(), rows("outlets"), strict=True):
        for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
            plain = alias.replace("’", "'")
            names[plain] = outlet
            if len(plain) > 4:  # "ToI", "Time", "RT", "i", "Dawn": as written only
                names.setdefault(_folded(plain), outlet)
    return names
