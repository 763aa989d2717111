"""What do the functions of the record answer with?"""

from enum import StrEnum


class Outcome(StrEnum):
    """What putting something into the record came to."""

    NEW = "new"  # a report, or a failure, that the record did not have
    VERSION = "version"  # another text of a report it had
    REREAD = "reread"  # the same page read otherwise: the machine's part is replaced, rulings stay
    UNCHANGED = "unchanged"  # nothing was written but, where new, the input itself
