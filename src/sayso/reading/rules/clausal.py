"""What hangs on a verb that takes a clause or a quotation: P, X said; X said (that) P; “P,” said X?"""

from sayso.lexicon.roles import role_of
from sayso.model.statement import VoiceKind
from sayso.reading.rules import phrases
from sayso.reading.rules.extents import skip_adjuncts
from sayso.reading.rules.found import Hung, Range
from sayso.reading.rules.line import FIRST, NOMINAL, Line
from sayso.reading.rules.sites import Site
from sayso.reading.rules.subjects import can_speak, frame_is, subject_of

_INSERTION = 25  # words between a cue and the "that" that it introduces


def hang_clause(line: Line, site: Site, earlier: list[Hung]) -> list[Hung]:
    """P, X said; X said (that) P; “P,” said X; X told Y P; P1, X said, P2."""
    frames = site.cue.frames
    name = frame_is(site.cue, "clause", "that", "quote", "noun", "noun-doc", "noun-claim")
    if name is None:
        return []
    hung = Hung(site=site, stance=frames[name], cue=(site.first, site.last))
    before = line.tag(site.first - 1) if site.first else "."
    turned = _turned(line, site, before)
    k = site.last
    if turned:
        hung.source, k = turned, turned[1]
    else:
        hung.source = subject_of(line, site, earlier)
        if hung.source is None:
            return []
        if "addressee" in frames and line.tag(k) in FIRST and line.word(k) != "that":
            person = phrases.after(line, k)
            if person and _addressed(line, person):
                hung.addressee, k = person, person[1]
    start = skip_adjuncts(line, k, len(line))
    edge = hung.source[0] if hung.source and not turned and hung.source[1] <= site.first else site.first
    left = line.tag(edge - 1) if edge else "."
    behind = _closes(line, edge - 1) and _tells(line, edge) and site.tag != "G"
    behind = behind and ("clause" in frames or left == '"' or line.tag(edge - 2) == '"')
    ahead = _ahead(line, site, start, turned is not None)
    inserted = (
        left == "," and line.tag(start) == "," and ahead is not None and site.tag != "G" and not earlier
    )
    behind = behind or (inserted and "clause" in frames)
    if behind and (ahead is None or turned or left == '"' or line.tag(start) in ",:"):
        hung.back = (0, edge)
        hung.quote_before = left == '"' or (edge > 1 and line.tag(edge - 2) == '"')
        if ahead is None and not turned and line.tag(start) == ",":
            ahead = _joined_on(line, start)
        if ahead is not None and line.tag(start) in ",:":
            hung.content = [(ahead, len(line))]
    elif ahead is not None:
        hung.content = [(ahead, len(line))]
        if line.tag(ahead) in "VA" and hung.source and line.words[ahead] not in ("having", "being"):
            _insert(line, hung)
    else:
        return []
    if _is_relative(line, hung) or (ahead is not None and _is_shown(line, hung, ahead)):
        return []
    hung.short = hung.back is None and "noun" in frames and _is_phrase(line, hung.content[0][0])
    return [hung] if hung.source is None or can_speak(line, hung.source, site) else []


# Verbs that stand within what they introduce: "a guard they say fired first".
_OPINIONS = frozenset({"say", "believe", "think", "claim", "allege", "suspect", "fear", "hope", "insist"})


def _is_relative(line: Line, hung: Hung) -> bool:
    """Whether "he had proclaimed" only tells which: "the state he had proclaimed in May had fallen"."""
    if hung.back or not hung.content or hung.source is None or line.tags[hung.source[0]] != "R":
        return False
    first = hung.source[0]
    tag = line.tag(hung.content[-1][0])
    if line.words[first] in ("who", "there") or tag in '"S' or hung.site.cue.lemma in _OPINIONS:
        return False
    k = first
    while k and line.tags[k - 1] in "KXD#EZ":
        k -= 1
    return k < first and (k == 0 or line.tags[k - 1] in '.,S"')


def _is_shown(line: Line, hung: Hung, start: int) -> bool:
    """Whether a thing is shown to somebody, not told: "showed reporters a map"."""
    if "noun-doc" not in hung.site.cue.frames:
        return False
    thing = phrases.after(line, start)
    role = role_of(line.words[thing[1] - 1]) if thing else None
    people = role is not None and role.kind in (VoiceKind.GROUP, VoiceKind.PERSON)
    return thing is not None and people and line.tag(thing[1]) == "D"


def _is_phrase(line: Line, start: int) -> bool:
    """Whether a noun phrase, no clause, begins here."""
    if line.tags[start] not in "DKX#":
        return False
    thing = phrases.after(line, start)
    if thing is None or line.tag(thing[1]) in "VAB":
        return False
    return not (line.tag(thing[1]) == "N" and _has_verb(line, thing[1] + 1))


def _insert(line: Line, hung: Hung) -> None:
    """A guard they say fired first: the words before the source are the subject of the content."""
    assert hung.source is not None
    first, last = hung.source
    k = last
    while k > first and line.tags[k - 1] in "KZ":
        k -= 1
    if line.tags[last - 1] == "R" or first == last - 1:
        k = first
    elif k in (first, last):
        return
    hung.source = (k, last)
    end = k
    while end > 0 and line.words[end - 1] in ("which", "that", "who", ","):
        end -= 1
    hung.subject = phrases.before(line, end) if end > 0 else None


def _closes(line: Line, k: int) -> bool:
    """Whether word k is a comma or a mark that closes a quotation."""
    if k < 1 or line.tags[k] not in ',"':
        return False
    if line.tags[k] == ",":
        return True
    mark = line.text[line.spans[k].start]
    return mark in "”»" or (mark == '"' and line.spans[k - 1].end == line.spans[k].start)


def _addressed(line: Line, person: Range) -> bool:
    """Whether content can follow: "told Parliament the war" yes, "told the story" no."""
    k = skip_adjuncts(line, person[1], len(line))
    return line.tag(k) in 'SRDKX#",:.GJAPV' or k >= len(line)


def _turned(line: Line, site: Site, before: str) -> Range | None:
    """The source that follows the verb: “P,” said X."""
    if "addressee" in site.cue.frames and site.cue.lemma not in ("warn", "promise"):
        return None
    if site.first != site.head:  # "has said" is never turned round
        return None
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
    if line.tags[site.last] == "R" and line.tag(person[1]) not in '.,:"':
        return None
    quoted = before == "." or line.tag(site.first - 2) == '"' or '"' in line.tags[: site.first]
    if not quoted and not _turnable(line, site.first, person):
        return None
    following = "S" if line.word(person[1]) in ("who", "whose") else line.tag(person[1])
    if following in '.,:"' or following in "SGP;" or (following in "TJ" and line.tag(k) in '.,:"'):
        return person if before != "." or following == ":" or site.first == 0 else None
    return None


def _turnable(line: Line, first: int, person: Range) -> bool:
    """Whether an unquoted "said X" can be turned round: what stands before is a clause, or goes on."""
    if any(tag in "VAB" for tag in line.tags[:first]):
        return not _apposed_subject(line, first)
    return (
        line.tag(person[1]) == "," and line.tag(person[1] + 1) in "VA" and not _apposed_subject(line, first)
    )


def _apposed_subject(line: Line, first: int) -> bool:
    """Whether "Ada Brook, a teacher," is all that stands before: the subject, with what it is."""
    found = phrases.before(line, first)
    return found is not None and found[0] == 0 and "," in line.tags[: first - 1]


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
    tag, word = line.tag(start), line.word(start)
    if start >= len(line) or tag == ".":
        return None
    if tag == ":":
        return start + 1 if start + 1 < len(line) else None
    if tag == ",":
        following = line.tag(start + 1)
        if following == '"':
            return start + 1
        resumed = _resumed(line, start)
        if resumed:
            return resumed
        if following in "GC" or line.word(start + 1) in (
            "who",
            "which",
            "whose",
            "according",
            "where",
            "when",
        ):
            return None
        if turned and following in "AV":
            return start + 1
        clause = following in "VA" or _has_verb(line, start + 1)
        return start + 1 if clause and not turned and "clause" in frames else None
    if turned:
        return start if tag == '"' else None
    if tag == '"' or (
        word in ("that", "there") and frame_is(site.cue, "clause", "that", "noun", "noun-claim")
    ):
        return start
    if tag in "GC" or (
        tag == "S" and word not in ("that", "if", "when", "while", "because", "as", "until", "unless")
    ):
        return None
    if tag in "VA" and "clause" in frames and site.tag in "VB" and not turned:
        return start
    if "clause" in frames and tag in "DKXRON#JBPS" and _has_verb(line, start):
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


def _resumed(line: Line, comma: int) -> int | None:
    """Where "that P" goes on after an insertion: "reported, citing two officials, that the port was shut"."""
    for k in range(comma + 1, min(len(line) - 2, comma + _INSERTION)):
        if line.tags[k] in '.;:"':
            return None
        if line.tags[k] == "," and line.words[k + 1] == "that":
            return k + 1
    return None


def _joined_on(line: Line, comma: int) -> int | None:
    """Where a second clause begins: "The port was shut, Brook said, and the road was open"."""
    subject = phrases.after(line, comma + 2) if line.word(comma + 1) in ("and", "but") else None
    return comma + 1 if subject and line.tag(subject[1]) in "VA" else None


def _has_verb(line: Line, start: int) -> bool:
    """Whether a finite verb follows, so that the words are a clause; the end of a quotation ends it."""
    window = line.tags[start : start + 40]
    if '"' in window[1:] and '"' in line.tags[:start] and _closes(line, start + 1 + window[1:].index('"')):
        window = window[: 1 + window[1:].index('"')]
    return any(tag in "VA" or (tag in "BN" and k > 0) for k, tag in enumerate(window)) or any(
        tag in NOMINAL and window[k + 1 : k + 2] == ("G",) for k, tag in enumerate(window)
    )
