"""Who is the subject of a cue?"""

from sayso.lexicon.cues import Cue
from sayso.lexicon.roles import role_of
from sayso.model.readout import CueKind
from sayso.model.statement import VoiceKind
from sayso.reading.rules import phrases
from sayso.reading.rules.found import Hung, Range
from sayso.reading.rules.line import NOMINAL, Line
from sayso.reading.rules.sites import Site


def subject_of(line: Line, site: Site, earlier: list[Hung]) -> Range | None:
    """The phrase before the cue; of "and added" and ", saying" that of the cue before, else the main one."""
    first = site.first
    if first > 1 and line.words[first - 1] in ("all", "both", "each") and line.tags[first - 2] == "A":
        first -= 2  # "they had all sworn"
    before = line.tags[first - 1] if first else "."
    if site.tag == "G":
        if before in NOMINAL | {")"}:
            near = phrases.before(line, first)
            if near and _is_teller(line, near):
                return near
        if first == 0 or (first == 1 and before in "PS"):
            return _following(line, first)
        if before == ",":
            near = phrases.before(line, first)
            if near and near[0] and line.words[near[0] - 1] == "with":
                return near
        return _shared(line, first, earlier)
    bare = phrases.without_time(line, first, 0)
    if bare < first and bare and line.tags[bare - 1] == "C":
        return _shared(line, first, earlier)
    if before == "C" or (before == "," and first > 1 and line.tags[first - 2] == "C"):
        return _shared(line, first, earlier)
    found = phrases.before(line, first)
    if found is None and before in ",S":
        return _shared(line, first, earlier)
    return found


def _is_teller(line: Line, near: Range) -> bool:
    """Whether the noun just before "saying" says it: a letter does, and what begins the sentence."""
    role = role_of(line.words[near[1] - 1])
    if role and role.kind is VoiceKind.DOCUMENT:
        return True
    left = line.words[near[0] - 1] if near[0] else "."
    return left in (".", "with", "as", ",", "“", '"') and near[1] - near[0] < 8


def _following(line: Line, first: int) -> Range | None:
    """The subject of the clause after "Describing it as a trap, "."""
    for k in range(first + 1, min(len(line) - 1, first + 60)):
        if line.tags[k] == ",":
            found = phrases.after(line, k + 1)
            if found and found[1] < len(line) and line.tags[found[1]] in "VAJNBE,":
                return found
    return None


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
    """Whether the cue stands in another's content and a verb of the outer one takes up after a comma."""
    return hung.site.cue.kind is CueKind.BELIEF and hung.site.tag == "G" and first - hung.site.last > 20


def _quote_depth(line: Line, k: int) -> int:
    return sum(1 for tag in line.tags[:k] if tag == '"') % 2


def sentence_subject(line: Line, stop: int) -> Range | None:
    """The phrase before the first finite verb of the main clause."""
    for k in range(1, min(stop, 80)):
        if line.tags[k] in "VA" and line.tags[k - 1] not in "CPA":
            found = phrases.before(line, k)
            if found and (found[0] == 0 or line.tags[found[0] - 1] in '.,;:"CJ(T'):
                return found
    return None


_PLAIN = frozenset({"say", "tell", "add", "write", "claim", "state", "report"})


def can_speak(line: Line, source: Range, site: Site) -> bool:
    """Whether the phrase may be a voice: a pronoun, a name, a noun of the roles; with "said" any may."""
    if line.words[source[0]] in ("no", "neither", "nobody", "none"):
        return False
    if source[0] and source[1] <= site.first and line.words[source[0] - 1] in ("if", "whether", "unless"):
        return False  # nobody has said what "if they say" supposes
    if site.cue.lemma in _PLAIN:
        return any(tag not in "#T" for tag in line.tags[source[0] : source[1]])
    for k in range(*source):
        if line.tags[k] in "RO" or (line.tags[k] == "D" and source[1] - source[0] == 1):
            return True
        if line.tags[k] == "K" or role_of(line.words[k]):
            return True
    return line.words[source[1] - 1] in ("those", "some", "many", "others", "all", "most")


def frame_is(cue: Cue, *names: str) -> str | None:
    """The first of the frames that the cue takes."""
    return next((name for name in names if name in cue.frames), None)
