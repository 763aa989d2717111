"""From where to where does a noun phrase run?"""

from sayso.lexicon.roles import role_of
from sayso.reading.rules.line import NOMINAL, Line

_FARTHEST = 32  # words a noun phrase may run, appositives and all; longer ones in train are none
_HEADS = frozenset("KX#R")
_RELATIVE = frozenset({"who", "which", "whom", "that"})
_LINKS = frozenset(["of", "in", "at", "from", "for", "with", "to", "on", "against", "between", "near", "inside", "by", "about"])
_APPOSED = frozenset("DXK#RGNPJE")


def before(line: Line, end: int, floor: int = 0) -> tuple[int, int] | None:
    """The noun phrase that ends just before word `end`, appositives included; None where there is none."""
    last = end
    while last > floor and line.tags[last - 1] in "JT":
        last -= 1
    if last <= floor:
        return None
    tag = line.tags[last - 1]
    if tag == "R" or line.words[last - 1] in _RELATIVE:
        return _antecedent(line, last - 1, floor) if line.words[last - 1] in _RELATIVE else (last - 1, last)
    if tag in ",;":
        return _apposed(line, last - 1, floor, tag)
    if tag in ")Z'\"":
        return _core(line, last, floor) if tag != "'" else None
    return _core(line, last, floor)


def _antecedent(line: Line, relative: int, floor: int) -> tuple[int, int] | None:
    """What a relative pronoun stands for: the phrase before it."""
    end = relative - 1 if relative > floor and line.tags[relative - 1] == "," else relative
    if end > floor and line.tags[end - 1] == "P":
        end -= 1
    return before(line, end, floor) if end > floor else None


def _apposed(line: Line, comma: int, floor: int, mark: str) -> tuple[int, int] | None:
    """The phrase "X, the head of Y" that ends with this comma."""
    lowest = max(floor, comma - _FARTHEST)
    for other in range(comma - 1, lowest, -1):
        tag = line.tags[other]
        if tag == '"' or (tag == "." and line.words[other] != "."):
            return None
        if tag != mark:
            continue
        opener = line.tags[other + 1]
        if opener not in _APPOSED and line.words[other + 1] not in _RELATIVE:
            continue
        core = _core(line, other, floor)
        if core is None:
            continue
        clause = line.words[other + 1] in _RELATIVE or opener in "GNEPJ"
        if not clause and any(t in "VA" for t in line.tags[other + 1 : comma]):
            continue
        return core if clause or mark == ";" else (core[0], comma)
    return None


def _core(line: Line, end: int, floor: int) -> tuple[int, int] | None:
    """The phrase without commas that ends before word `end`."""
    tags, words = line.tags, line.words
    k = end
    lowest = max(floor, end - _FARTHEST)
    while k > lowest:
        tag = tags[k - 1]
        left = tags[k - 2] if k - 2 >= floor else "."
        if tag in NOMINAL or tag in "ZO" or (tag == ";" and words[k - 1] == "-"):
            k -= 1
        elif tag == ")":
            k = _bracket(line, k - 1, lowest)
            if k < 0:
                return None
        elif tag == "D":
            k -= 1
            if left == "D" or (
                left == "P" and k - 2 > floor and words[k - 1] in _LINKS and _noun(line, k - 2)
            ):
                continue
            if left == "C" and k - 2 > floor and tags[k - 3] in NOMINAL and k + 1 < end:
                if not _joined(line, k - 1, floor):
                    break
                continue
            break
        elif (tag == "P" and k < end and words[k - 1] in _LINKS and _noun(line, k - 1)) or (
            tag == "C"
            and k < end
            and words[k - 1] in ("and", "or", "&")
            and left in NOMINAL
            and _joined(line, k - 1, floor)
        ) or (tag in "GNE" and k < end and _noun(line, k - 1) and tags[k] in "PDKXI") or (tag in "JE" and k < end and left in "DX" and tags[k] in "XNE") or (tag == "'" and k < end):
            k -= 1
        else:
            break
    while k < end and tags[k] in ";'ZC,":
        k += 1
    k = _without_opening(line, k, end)
    return (k, end) if k < end and any(t in _HEADS or t in "OD" for t in tags[k:end]) else None


def _noun(line: Line, k: int) -> bool:
    """Whether the word before k may be modified by what follows it."""
    return k > 0 and (
        line.tags[k - 1] in NOMINAL
        or line.tags[k - 1] in ")RO"
        or line.words[k - 1] in ("those", "some", "many")
    )


def _joined(line: Line, conjunction: int, floor: int) -> bool:
    """Whether "A and B" before a verb is one phrase: yes where nothing before it can be the verb of A."""
    for k in range(conjunction - 1, max(floor, conjunction - 8) - 1, -1):
        if line.tags[k] in '.,;:S"(':
            return True
        if line.tags[k] in "VABIG":
            return False
        if line.tags[k] in "NE" and k > floor and line.tags[k - 1] not in "DP":
            return False
    return True


def _bracket(line: Line, close: int, lowest: int) -> int:
    for k in range(close - 1, lowest - 1, -1):
        if line.tags[k] == "(":
            return k
    return -1


def _without_opening(line: Line, first: int, end: int) -> int:
    """Leaves out "On Tuesday" and "In Homs" before the phrase proper."""
    if line.tags[first] not in "PT" or first >= end:
        return first
    for k in range(first + 1, end):
        if line.tags[k] == "T":
            after = k + 1
            while after < end and line.tags[after] in "T#":
                after += 1
            return after
    starts = [k for k in range(first + 1, end) if line.tags[k] == "D" and line.tags[k - 1] in NOMINAL]
    return starts[-1] if starts else first + 1


def after(line: Line, start: int, ceiling: int | None = None) -> tuple[int, int] | None:
    """The noun phrase that begins at word `start`, appositives that close it included."""
    stop = min(len(line) if ceiling is None else ceiling, start + _FARTHEST)
    if start >= stop:
        return None
    tags, words = line.tags, line.words
    if tags[start] in "RO":
        return start, start + 1
    k, seen = start, False
    while k < stop:
        tag = tags[k]
        following = tags[k + 1] if k + 1 < stop else "."
        if tag in NOMINAL and not (tag == "K" and _ends_plural(line, k, start)):
            seen = True
        elif tag == "(":
            closing = next((j for j in range(k + 1, stop) if tags[j] == ")"), None)
            if closing is None or not seen:
                break
            k = closing
        elif (tag == "P" and (
            not seen or words[k] not in _LINKS or following not in "DKXJ#N" or _is_time(line, k + 1)
        )) or (tag == "C" and (not seen or following not in "DKX#J" or words[k] not in ("and", "or", "&"))) or (tag in "EN" and following not in "XKNEP") or tag == "," or (tag == "D" and seen and tags[k - 1] not in "PCD") or (
            tag in "KR" and _ends_plural(line, k, start)
        ) or (tag not in "DPCZJEN'" and not (tag == ";" and words[k] == "-")):
            break
        k += 1
    while k > start and tags[k - 1] in "DPCJ'":
        k -= 1
    if not seen or k <= start:
        return None
    return start, _closing(line, k, min(len(line), k + _FARTHEST))


def _ends_plural(line: Line, k: int, start: int) -> bool:
    """Whether a plural noun stands before word k: "told reporters Iran" names reporters only."""
    return k > start and line.tags[k - 1] == "X" and line.words[k - 1].endswith("s")


def _is_time(line: Line, k: int) -> bool:
    return any(tag == "T" for tag in line.tags[k : k + 2])


def _closing(line: Line, end: int, stop: int) -> int:
    """Where the phrase ends if an appositive follows it: ", the group's founder and manager"."""
    if end >= stop or line.tags[end] != "," or end + 1 >= stop:
        return end
    opener = line.tags[end + 1]
    role = any(role_of(word) for word in line.words[end + 1 : end + 9])
    if opener not in "DXK#J" or not (role or opener in "D#"):
        return end
    k = end + 1
    while k < stop and line.tags[k] not in '.:;"' and not (line.tags[k] == "," and line.tags[k - 1] != "#"):
        if line.tags[k] in "VAGSR" and k - end < 12:
            return end if line.tags[k] in "VA" else k
        k += 1
    return k if k < stop or k == len(line) else end
