"""What hangs on one cue, in words of its sentence, before it becomes a value of the model?"""

from dataclasses import dataclass, field

from sayso.model.statement import Stance
from sayso.reading.rules.sites import Site

Range = tuple[int, int]  # words [first, last)


@dataclass(slots=True, kw_only=True)
class Hung:
    """A cue site with what was found for it; filled step by step."""

    site: Site
    stance: Stance
    source: Range | None = None
    addressee: Range | None = None
    carrier: Range | None = None
    cue: Range = (0, 0)
    content: list[Range] = field(default_factory=list)  # forward content; to be ended by `cuts`
    back: Range | None = None  # what stands before ", X said": from a cut or the sentence's beginning to here
    subject: Range | None = None  # of a passive: a fragment of the content
    carried: bool = False
    unknown: bool = False  # nobody is named
    quote_before: bool = False
    short: bool = False  # the content is a noun phrase: it ends before a clause that follows
    whole: int | None = None  # index of the Hung whose content is this one's too ("quoting X")
