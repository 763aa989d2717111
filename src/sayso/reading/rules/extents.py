"""Where does what a cue introduces begin and end?"""

from sayso.reading.rules.line import Line

_ADJUNCT = 14  # words of "in a statement on Tuesday" between a cue and its content
_OPENERS = frozenset({"that", "whether", "how", "why", "what", "if", "when", "where", "who", "which"})
_BREAKERS = frozenset({"while", "but", "though", "although", "whereas", "and", "yet", "as", "because"})
_UNITS = frozenset(
    f"{unit}{ending}"
    for unit in ("minute", "hour", "day", "night", "week", "month", "year", "decade")
    for ending in ("", "s")
)
_NO_ADJUNCT = frozenset({"of", "for", "against", "about", "like"})


def skip_adjuncts(line: Line, start: int, stop: int) -> int:
    """The first word after "on Tuesday", "in a statement", "at a news conference", "late", "to reporters"."""
    k = start
    while k < stop:
        tag = line.tags[k]
        if tag in "TJ" or (tag == "#" and k > start and line.tags[k - 1] == "T"):
            k += 1
        elif _ago(line, k, stop):
            k += 3
        elif line.words[k] in ("late", "early") and (
            line.word(k + 1) in ("on", "in") or line.tag(k + 1) == "T"
        ):
            k += 1
        elif tag == "P" and (
            line.word(k + 1) in ("least", "most") or (line.tag(k + 1) == "#" and line.tag(k + 2) in "XK")
        ):
            break  # "at least four men", "over 40 people"
        elif line.words[k] in ("this", "last") and line.word(k + 1) in ("week", "month", "year", "night"):
            k += 2
        elif tag == "P" and line.words[k] not in _NO_ADJUNCT:
            end = _prepositional(line, k, stop)
            if end == k:
                break
            k = end
        else:
            break
    return k


def _ago(line: Line, k: int, stop: int) -> bool:
    """Whether "two nights earlier", "a day ago", "an hour later" stands here."""
    if k + 2 >= stop or line.tags[k] not in "D#":
        return False
    return line.words[k + 1] in _UNITS and line.words[k + 2] in ("earlier", "ago", "later", "before", "after")


def _prepositional(line: Line, start: int, stop: int) -> int:
    """The end of a phrase with a preposition that is followed by what may be content; else `start`."""
    k, seen = start + 1, False
    while k < min(stop, start + _ADJUNCT):
        tag = line.tags[k]
        if tag in ':"' or line.words[k] in _OPENERS:
            return k if seen else start
        if tag in "RO":
            return k if seen else (k + 1 if tag == "O" else start)
        if tag == "D" and seen and line.tags[k - 1] in "XKT":
            return k
        if tag == "." or tag == ",":
            return k if seen or tag == "," else start
        if tag in "VAGI":
            return k if seen and tag == "I" else start
        if tag == "P" and seen and line.words[k] != "of":
            return k
        if tag in "KX#":
            if seen and tag == "K" and line.tags[k - 1] in "XT":
                return k
            seen = True
        seen = seen or tag == "T"
        k += 1
    return k if seen and k == stop else start


def clause_end(line: Line, start: int, stop: int, cuts: frozenset[int]) -> int:
    """Where content that begins at word `start` ends: at the next cut, else at `stop`; no mark included."""
    end = stop
    for cut in range(start + 1, stop):
        if cut in cuts:
            end = cut
            break
    while end > start and (line.tags[end - 1] in ".,;:" or line.words[end - 1] in _BREAKERS):
        end -= 1
    return end
