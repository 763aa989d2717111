"""Which codes of PLOVER 0.8 may an actor have?"""

from typing import Final

from sayso.errors import LexiconError
from sayso.lexicon.actor_states import country_codes
from sayso.model.actor import ActorKind

GENERIC: Final = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})  # actor codes that are no country
SECTORS: Final = frozenset(
    ("GOV", "JUD", "LEG", "MIL", "COP", "OPP", "PTY", "REB", "PRM", "SPY", "UAF", "CVL", "ELI", "BUS")
) | frozenset(("EDU", "MED", "LAB", "AGR", "JRN", "REF", "REL", "SOC", "CRM", "PRE"))
_ALWAYS: Final = {
    ActorKind.IGO: "IGO",
    ActorKind.NGO: "NGO",
    ActorKind.AGENCY: "JRN",
    ActorKind.OUTLET: "JRN",
}


def checked_code(code: str, kind: ActorKind, country: str | None, place: str) -> str:
    """The code as it stands: "USA MIL", "IGO", "IRQ PRM REL". LexiconError for one that PLOVER lacks."""
    first, *sectors = code.split(" ") if code else [""]
    if first not in GENERIC and first not in country_codes():
        raise LexiconError(
            f"{place}: the PLOVER code {code!r} must begin with a country or {', '.join(sorted(GENERIC))}"
        )
    for sector in sectors:
        if sector not in SECTORS:
            raise LexiconError(
                f"{place}: PLOVER has no sector {sector!r}; there are: {', '.join(sorted(SECTORS))}"
            )
    if len(sectors) > 2:
        raise LexiconError(f"{place}: {code!r} has more than a primary and a secondary sector")
    wanted = _ALWAYS.get(kind)
    if wanted and wanted not in (first, *sectors):
        raise LexiconError(f"{place}: the PLOVER code of an actor of kind {kind.value} holds {wanted}")
    if first not in GENERIC and country is not None and first != country and kind is not ActorKind.PERSON:
        raise LexiconError(f"{place}: country {country} and PLOVER code {code!r} name two countries")
    if first not in GENERIC and not sectors and kind is not ActorKind.STATE:
        raise LexiconError(f"{place}: a PLOVER code of a country needs a sector: {code!r}")
    return code
