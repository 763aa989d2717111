"""Which frame of an active verb fits what follows it, clauses and quotations aside?"""

from sayso.reading.rules import phrases
from sayso.reading.rules.extents import skip_adjuncts
from sayso.reading.rules.found import Range
from sayso.reading.rules.line import FIRST, Line
from sayso.reading.rules.sites import Site
from sayso.reading.rules.subjects import frame_is

Frame = tuple[str, int, Range | None]  # its name, where the content begins, whom the words address

_WH = frozenset({"how", "why", "what", "whether", "where", "who", "if", "when"})
_FAR = 22  # words between a verb and the "to", "of" or "as" that its object is followed by


def _find(line: Line, start: int, word: str) -> int | None:
    """Where a small word follows the object that begins at `start`, with no clause in between."""
    for k in range(start, min(len(line), start + _FAR)):
        if line.words[k] == word and k > start:
            return k
        if (
            line.tags[k] in '.:"'
            or (line.tags[k] in "VA" and line.tags[k - 1] != "S" and line.words[k - 1] != "who")
            or line.words[k] == "that"
        ):
            return None
    return None


def object_to(line: Line, site: Site, k: int) -> Frame | None:
    """X urged Y to leave: the content is "to leave", Y is addressed."""
    name = frame_is(site.cue, "object-to", "noun-to")
    if name is None or line.tag(k) not in "DKXRO#PTJ":
        return None
    if line.tag(k) in "PTJ":
        k = skip_adjuncts(line, k, len(line))
    person = phrases.after(line, k)
    if person is None:
        return None
    to = _find(line, person[0], "to")
    while to is not None and line.tags[to] != "I":
        to = _find(line, to, "to")
    if to is None:
        return None
    if line.words[to - 1] == "not":
        to -= 1
    if name == "noun-to":
        return name, k, None
    return name, to, person


def of_object(line: Line, site: Site, k: int) -> Frame | None:
    """X accused Y of lying, blamed Y for the fire: Y belongs to the content."""
    for name in ("of-x", "for-x", "with-x", "on-x"):
        if name in site.cue.frames and line.tag(k) in FIRST | {'"'}:
            found = _find(line, k, name.partition("-")[0])
            if found is not None and found + 1 < len(line):
                return name, k, None
    return None


def _as(line: Line, k: int) -> bool:
    """Whether "as" follows the object with a noun or an adjective, no clause."""
    found = _find(line, k, "as")
    if found is None:
        return False
    thing = phrases.after(line, found + 1)
    return thing is None or line.tag(thing[1]) not in "VAB"


def as_object(line: Line, site: Site, k: int) -> Frame | None:
    """X described Y as Z, called Y “Z”, considers Y a Z."""
    frames = site.cue.frames
    if "as" in frames and (line.word(k) == "as" or (line.tag(k) in FIRST and _as(line, k))):
        return "as", k, None
    name = frame_is(site.cue, "object-quote", "noun-quote")
    if name and line.tag(k) in FIRST and any(tag == '"' for tag in line.tags[k + 1 : k + _FAR]):
        return name, k, None
    if "object-quote" in frames and line.tag(k) in "DKXRO":
        thing = phrases.after(line, k)
        if thing and line.word(thing[1]) in ("a", "an", "the", "his", "one"):
            return "object-quote", k, None
    if "object-be" in frames and line.tag(k) in "DKXRO":
        thing = phrases.after(line, k)
        named = thing and line.tag(thing[1]) == "D" and line.tag(thing[1] + 1) in "XKE"
        if thing and (named or line.words[thing[1] : thing[1] + 2] == ("to", "be")):
            return "object-be", k, None
    return None


def infinitive(line: Line, site: Site, k: int) -> Frame | None:
    """X vowed to leave."""
    if "to-infinitive" not in site.cue.frames:
        return None
    for at in {k, skip_adjuncts(line, k, len(line))}:
        start = at + 1 if line.word(at) == "not" else at
        if line.word(start) == "to" and line.tag(start) == "I":
            return "to-infinitive", at, None
    return None


def preposition(line: Line, site: Site, k: int) -> Frame | None:
    """X warned of a raid, called for calm, appealed to Y to stop."""
    word = line.word(k)
    frames = site.cue.frames
    if word in ("of", "for", "against", "about", "at", "on") and word in frames:
        return word, k, None
    if word == "to" and "to-ing" in frames and line.tag(k + 1) == "G":
        return "to-ing", k, None
    if word in ("to", "with") and (f"{word}-x" in frames or f"{word}-to" in frames):
        to = _find(line, k + 1, "to")
        if to is not None and line.tags[to] == "I":
            return ("to-x" if "to-x" in frames else "with-to"), to, phrases.after(line, k + 1)
    return None


def gerund(line: Line, site: Site, k: int) -> Frame | None:
    """X denied taking part."""
    return ("ing", k, None) if "ing" in site.cue.frames and line.tag(k) == "G" else None


def wh(line: Line, site: Site, k: int) -> Frame | None:
    """X explained how it was done, told Y why."""
    if "wh" not in site.cue.frames:
        return None
    k = skip_adjuncts(line, k, len(line))
    if line.word(k) in _WH:
        return "wh", k, None
    if "addressee" in site.cue.frames and line.tag(k) in FIRST:
        person = phrases.after(line, k)
        if person and line.word(person[1]) in _WH:
            return "wh", person[1], person
    return None
