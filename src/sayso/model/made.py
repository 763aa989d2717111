"""Which step at which version made a value, and how sure was it?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The maker of a value: never part of an id."""

    step: str  # "rules", "encoder", "endpoint"
    version: str
    p: float | None = None  # probability that the value is right; None where the step gives none
