"""Who is the subject of a cue?"""

from sayso.lexicon.cues import Cue
from sayso.model.readout import CueKind
from sayso.reading.rules import phrases
from sayso.reading.rules.found import Hung, Range
from sayso.reading.rules.line import NOMINAL, Line
from sayso.reading.rules.sites import Site


def subject_of(line: Line, site: Site, earlier: list[Hung]) -> Range | None:
    """The phrase before the cue; of "and added" and ", saying" that of the cue before, else the sentence's."""
    first = site.first
    before = line.tags[first - 1] if first else "."
    if site.tag == "G" and before in NOMINAL | {")"}:
        return phrases.before(line, first)
    if site.tag == "G" or before == "C" or (before == "," and first > 1 and line.tags[first - 2] == "C"):
        return _shared(line, first, earlier)
    found = phrases.before(line, first)
    if found is None and before in ",S":
        return _shared(line, first, earlier)
    return found


def _shared(line: Line, first: int, earlier: list[Hung]) -> Range | None:
    """The subject of the nearest cue before that says something, else the subject of the sentence."""
    inside = _quote_depth(line, first)
    for hung in reversed(earlier):
        if hung.source and hung.site.tag in ("V", "B", "G") and _quote_depth(line, hung.site.first) == inside:
            if _nested_between(line, hung, first):
                continue
            return hung.source
    return sentence_subject(line, first)


def _nested_between(line: Line, hung: Hung, first: int) -> bool:
    """Whether the cue stands in another's content and another verb of the outer one takes up after a comma."""
    return hung.site.cue.kind is CueKind.BELIEF and hung.site.tag == "G" and first - hung.site.last > 20


def _quote_depth(line: Line, k: int) -> int:
    return sum(1 for tag in line.tags[:k] if tag == '"') % 2


def sentence_subject(line: Line, stop: int) -> Range | None:
    """The phrase before the first finite verb of the sentence."""
    for k in range(1, min(stop, 60)):
        if line.tags[k] in "VA" and line.tags[k - 1] not in "CP":
            first = k
            found = phrases.before(line, first)
            if found:
                return found
    return None


def frame_is(cue: Cue, *names: str) -> str | None:
    """The first of the frames that the cue takes."""
    return next((name for name in names if name in cue.frames), None)
