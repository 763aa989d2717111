"""What hangs on a noun, an adjective or a phrase: "X's claim that P", "according to X"?"""

from sayso.model.readout import CueKind
from sayso.reading.rules import phrases
from sayso.reading.rules.extents import skip_adjuncts
from sayso.reading.rules.found import Hung
from sayso.reading.rules.line import Line
from sayso.reading.rules.sites import Site

_FAR = 6  # words between a possessive and its noun: "the president's long-awaited formal announcement"
_BY = 10
_BARE = frozenset({"claim", "fear", "belief", "allegation", "hope"})


def hang_noun(line: Line, site: Site) -> list[Hung]:
    """X's claim that P, the claim by X that P; rumours and reports that P come from nobody who is named."""
    frames, k = site.cue.frames, site.last
    hung = Hung(site=site, stance=site.cue.stance, cue=(site.first, site.last))
    hung.source = _owner(line, site.first)
    if k < len(line) and line.words[k] in ("by", "from"):
        person = phrases.after(line, k + 1)
        if person and person[1] - k <= _BY:
            hung.source, k = person, person[1]
    if line.word(k) != "to" and line.word(skip_adjuncts(line, k, len(line))) == "that":
        k = skip_adjuncts(line, k, len(line))
    word = line.word(k)
    fits = (
        (word == "that" and "that" in frames)
        or (word == "to" and "to" in frames and line.tags[k] == "I")
        or (word in ("of", "for") and word in frames)
        or (
            k < len(line)
            and line.tags[k] == "R"
            and site.cue.lemma in _BARE
            and line.tags[k + 1 : k + 2] in (("V",), ("A",))
        )
    )
    if not fits or k + 1 >= len(line):
        return []
    if hung.source is None:
        if word not in ("of", "for", "to") and (
            site.cue.kind is CueKind.HEDGE or site.cue.lemma in ("claim", "report", "allegation", "fear")
        ):
            hung.unknown = True
        elif (
            word == "of"
            and site.cue.lemma in ("report", "rumour", "rumor")
            and line.words[site.head].endswith("s")
        ):
            hung.unknown, hung.cue, k = True, (site.first, k + 1), k + 1
        else:
            return []
    hung.content, hung.short = [(k, len(line))], word in ("of", "for")
    return [hung]


def _owner(line: Line, first: int) -> tuple[int, int] | None:
    """The possessor of the noun: "his", "the ministry's", "US" in "a US announcement"."""
    for k in range(first - 1, max(-1, first - _FAR), -1):
        if line.words[k] in ("his", "her", "its", "their", "our", "my"):
            return k, k + 1
        if line.tags[k] == "Z":
            return phrases.before(line, k)
        if line.tags[k] not in "XJNEK#":
            return None
        if line.tags[k] == "K" and (k == 0 or line.tags[k - 1] in "DPV"):
            return k, k + 1
    return None


def hang_adjective(line: Line, site: Site) -> list[Hung]:
    """X is confident (that) P."""
    k = site.last
    if k >= len(line) or line.words[k] != "that":
        return []
    hung = Hung(site=site, stance=site.cue.stance, cue=(site.first, site.last), content=[(k, len(line))])
    hung.source = phrases.before(line, site.first)
    plain = hung.source and line.words[hung.source[0]] not in ("it", "that", "this", "what")
    return [hung] if plain else []


def hang_phrase(line: Line, site: Site) -> list[Hung]:
    """According to X, P; P, according to X; P1, according to X, P2."""
    person = phrases.after(line, site.last)
    if person is None:
        return []
    hung = Hung(site=site, stance=site.cue.stance, cue=(site.first, site.last), source=person)
    end = person[1]
    while end < len(line) and line.tags[end] not in ".,;":
        end += 1
    rest = end + 1 if end < len(line) and line.tags[end] == "," else len(line)
    if site.first > 1:
        hung.back = (0, site.first)
        hung.quote_before = line.tags[site.first - 1] == '"'
    if rest < len(line) and (site.first <= 1 or line.tags[site.first - 1] == ","):
        hung.content = [(rest, len(line))] if site.first <= 1 or not _tail(line, rest) else []
    return [hung] if hung.back or hung.content else []


def _tail(line: Line, rest: int) -> bool:
    return line.tags[rest] in "GSC"
