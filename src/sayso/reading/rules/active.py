"""What hangs on a verb in the active: "X said that P", "P, said X", "X urged Y to P"?"""

from sayso.model.statement import Stance
from sayso.reading.rules import phrases
from sayso.reading.rules.extents import skip_adjuncts
from sayso.reading.rules.found import Hung, Range
from sayso.reading.rules.line import NOMINAL, Line
from sayso.reading.rules.sites import Site
from sayso.reading.rules.subjects import frame_is, subject_of

_WH = frozenset({"how", "why", "what", "whether", "where", "who", "if", "when"})
_FAR = 22  # words between a verb and the "to", "of" or "as" that its object is followed by
_FIRST = frozenset("RDKX#O")


def hang_active(line: Line, site: Site, earlier: list[Hung]) -> list[Hung]:
    """What hangs on an active verb; nothing where it has no content in this sentence."""
    if site.infinitive or (
        site.modal and site.cue.stance is not Stance.DIRECTS and not _in_speech(line, site)
    ):
        return []
    frames, k = site.cue.frames, site.last
    if "as-saying" in frames:
        return _quoting(line, site, earlier)
    for frame in (_object_to, _of_object, _as_object, _infinitive, _preposition, _gerund, _wh):
        found = frame(line, site, k)
        if found:
            name, first, addressee = found
            hung = Hung(site=site, stance=frames[name], cue=(site.first, site.last), addressee=addressee)
            hung.content = [(first, len(line))]
            hung.source = subject_of(line, site, earlier)
            return [hung] if hung.source or site.tag == "G" else []
    return _clause(line, site, earlier)


def _in_speech(line: Line, site: Site) -> bool:
    return False


def _at(line: Line, k: int) -> str:
    return line.tags[k] if k < len(line) else "."


def _word(line: Line, k: int) -> str:
    return line.words[k] if k < len(line) else "."


def _find(line: Line, start: int, word: str) -> int | None:
    """Where a small word follows the object that begins at `start`, with no clause in between."""
    for k in range(start, min(len(line), start + _FAR)):
        if line.words[k] == word and k > start:
            return k
        if (
            line.tags[k] in '.:"'
            or (line.tags[k] in "VA" and line.tags[k - 1] not in "RS")
            or line.words[k] == "that"
        ):
            return None
    return None


def _object_to(line: Line, site: Site, k: int) -> tuple[str, int, Range | None] | None:
    name = frame_is(site.cue, "object-to", "noun-to")
    if name is None or _at(line, k) not in "DKXRO#PTJ":
        return None
    if _at(line, k) in "PTJ":
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


def _of_object(line: Line, site: Site, k: int) -> tuple[str, int, Range | None] | None:
    for name in ("of-x", "for-x", "with-x", "on-x"):
        if name in site.cue.frames and _at(line, k) in _FIRST | {'"'}:
            found = _find(line, k, name.partition("-")[0])
            if found is not None and found + 1 < len(line):
                return name, k, None
    return None


def _as_object(line: Line, site: Site, k: int) -> tuple[str, int, Range | None] | None:
    frames = site.cue.frames
    if "as" in frames and (_at(line, k) in _FIRST or _word(line, k) == "as"):
        if _word(line, k) == "as" or _find(line, k, "as") is not None:
            return "as", k, None
    name = frame_is(site.cue, "object-quote", "noun-quote")
    if name and _at(line, k) in _FIRST and any(tag == '"' for tag in line.tags[k + 1 : k + _FAR]):
        return name, k, None
    if "object-quote" in frames and _at(line, k) in "DKXRO":
        thing = phrases.after(line, k)
        if thing and _word(line, thing[1]) in ("a", "an", "the", "his", "one"):
            return "object-quote", k, None
    if "object-be" in frames and _at(line, k) in "DKXRO":
        thing = phrases.after(line, k)
        if thing and (_at(line, thing[1]) == "D" or line.words[thing[1] : thing[1] + 2] == ("to", "be")):
            return "object-be", k, None
    return None


def _infinitive(line: Line, site: Site, k: int) -> tuple[str, int, Range | None] | None:
    if "to-infinitive" not in site.cue.frames:
        return None
    for at in {k, skip_adjuncts(line, k, len(line))}:
        start = at + 1 if _word(line, at) == "not" else at
        if _word(line, start) == "to" and _at(line, start) == "I":
            return "to-infinitive", at, None
    return None


def _preposition(line: Line, site: Site, k: int) -> tuple[str, int, Range | None] | None:
    word = _word(line, k)
    frames = site.cue.frames
    if word in ("of", "for", "against", "about", "at", "on") and word in frames:
        return word, k, None
    if word == "to" and "to-ing" in frames and _at(line, k + 1) == "G":
        return "to-ing", k, None
    if word in ("to", "with") and (f"{word}-x" in frames or f"{word}-to" in frames):
        to = _find(line, k + 1, "to")
        if to is not None and line.tags[to] == "I":
            return ("to-x" if "to-x" in frames else "with-to"), to, phrases.after(line, k + 1)
    return None


def _gerund(line: Line, site: Site, k: int) -> tuple[str, int, Range | None] | None:
    return ("ing", k, None) if "ing" in site.cue.frames and _at(line, k) == "G" else None


def _wh(line: Line, site: Site, k: int) -> tuple[str, int, Range | None] | None:
    if "wh" not in site.cue.frames:
        return None
    k = skip_adjuncts(line, k, len(line))
    if _word(line, k) in _WH:
        return "wh", k, None
    if "addressee" in site.cue.frames and _at(line, k) in _FIRST:
        person = phrases.after(line, k)
        if person and _word(line, person[1]) in _WH:
            return "wh", person[1], person
    return None


def _quoting(line: Line, site: Site, earlier: list[Hung]) -> list[Hung]:
    """Bloomberg quoted X as saying P; "citing X", "quoting X": X is the source of what the clause tells."""
    person = phrases.after(line, site.last)
    if person is None:
        return []
    k = skip_adjuncts(line, person[1], len(line))
    if _word(line, k) == "as" and _at(line, k + 1) == "G" and k + 2 < len(line):
        outer = Hung(
            site=site, stance=Stance.ASSERTS, cue=(site.first, site.last), content=[(k + 2, len(line))]
        )
        outer.source = subject_of(line, site, earlier)
        inner = Hung(site=site, stance=Stance.ASSERTS, cue=(k, k + 2), content=[(k + 2, len(line))])
        inner.source = person
        return [outer, inner] if outer.source else [inner]
    if site.tag == "G" or line.tags[site.first - 1] in ",C":
        cited = Hung(site=site, stance=Stance.ASSERTS, cue=(site.first, site.last), source=person)
        cited.whole = -1
        return [cited]
    return []


def _clause(line: Line, site: Site, earlier: list[Hung]) -> list[Hung]:
    """P, X said; X said (that) P; “P,” said X; X told Y P; P1, X said, P2."""
    frames = site.cue.frames
    name = frame_is(site.cue, "clause", "that", "quote", "noun", "noun-doc", "noun-claim")
    if name is None:
        return []
    hung = Hung(site=site, stance=frames[name], cue=(site.first, site.last))
    before = _at(line, site.first - 1) if site.first else "."
    turned = _turned(line, site, before)
    k = site.last
    if turned:
        hung.source, k = turned, turned[1]
    else:
        hung.source = subject_of(line, site, earlier)
        if hung.source is None and site.tag != "G":
            return []
        if "addressee" in frames and _at(line, k) in _FIRST and _word(line, k) != "that":
            person = phrases.after(line, k)
            if person and _addressed(line, person):
                hung.addressee, k = person, person[1]
    start = skip_adjuncts(line, k, len(line))
    edge = hung.source[0] if hung.source and not turned and hung.source[1] <= site.first else site.first
    left = _at(line, edge - 1) if edge else "."
    behind = left in ',"' and _tells(line, edge) and site.tag != "G"
    ahead = _ahead(line, site, start, turned is not None)
    if behind and (ahead is None or turned or left == '"' or _at(line, start) == ","):
        hung.back = (0, edge)
        hung.quote_before = left == '"' or (edge > 1 and _at(line, edge - 2) == '"')
        if ahead is not None and _at(line, start) == ",":
            hung.content = [(ahead, len(line))]
    elif ahead is not None:
        hung.content = [(ahead, len(line))]
    else:
        return []
    return [hung]


def _addressed(line: Line, person: Range) -> bool:
    """Whether content can follow: "told Parliament the war" yes, "told the story" no."""
    k = skip_adjuncts(line, person[1], len(line))
    return _at(line, k) in 'SRDKX#",:.GJAPV' or k >= len(line)


def _turned(line: Line, site: Site, before: str) -> Range | None:
    """The source that follows the verb: “P,” said X."""
    if (
        "quote" not in site.cue.frames
        or site.tag not in "VB"
        or before not in ',".'
        or site.last >= len(line)
    ):
        return None
    if line.tags[site.last] not in "DKXR#":
        return None
    person = phrases.after(line, site.last)
    if person is None:
        return None
    k = skip_adjuncts(line, person[1], len(line))
    if line.tags[site.last] == "R" and _at(line, person[1]) not in '.,:"':
        return None
    following = _at(line, person[1])
    if following in '.,:"' or following in "SGP;" or (following in "TJ" and _at(line, k) in '.,:"'):
        return person if before != "." or following == ":" or site.first == 0 else None
    return None


def _tells(line: Line, edge: int) -> bool:
    """Whether what stands before the source can be content: a clause or a quotation, no "On Tuesday,"."""
    if any(tag == '"' for tag in line.tags[:edge]):
        return True
    return any(tag in "VAB" for tag in line.tags[:edge]) and line.words[0] not in (
        "speaking",
        "asked",
        "while",
        "when",
    )


def _ahead(line: Line, site: Site, start: int, turned: bool) -> int | None:
    """Where forward content begins; None where there is none."""
    frames = site.cue.frames
    tag, word = _at(line, start), _word(line, start)
    if start >= len(line) or tag == ".":
        return None
    if tag == ":":
        return start + 1 if start + 1 < len(line) else None
    if tag == ",":
        following = _at(line, start + 1)
        if following == '"':
            return start + 1
        if following in "GC" or _word(line, start + 1) in (
            "who",
            "which",
            "whose",
            "according",
            "where",
            "when",
        ):
            return None
        if turned and following not in "RDKX":
            return None
        return start + 1 if _has_verb(line, start + 1) and not turned else None
    if turned:
        return start if tag == '"' else None
    if tag == '"' or word in ("that", "there"):
        return start
    if tag in "GC" or (
        tag == "S" and word not in ("that", "if", "when", "while", "because", "as", "until", "unless")
    ):
        return None
    if "clause" in frames or "quote" in frames:
        if tag in "DKXRON#JVBPSEA" and _has_verb(line, start) and (tag not in "VBEA" or tag == "B"):
            return start
    if frame_is(site.cue, "noun", "noun-doc") and tag in "DKX#JOE":
        return start
    if "noun-claim" in frames and tag in "DKXJ":
        return (
            start
            if any(
                w.startswith(("claim", "alleg", "report", "accus", "suggest", "charge"))
                for w in line.words[start : start + 6]
            )
            else None
        )
    return None


def _has_verb(line: Line, start: int) -> bool:
    """Whether a finite verb follows, so that the words are a clause."""
    window = line.tags[start : start + 40]
    return any(tag in "VAN" or (tag == "B" and k > 0) for k, tag in enumerate(window)) or any(
        tag in NOMINAL and window[k + 1 : k + 2] == ("G",) for k, tag in enumerate(window)
    )
