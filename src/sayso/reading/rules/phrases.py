"""From where to where does a noun phrase run?"""

from sayso.lexicon.agencies import agency_of
from sayso.lexicon.bodies import body_of
from sayso.lexicon.cues import cue_forms
from sayso.lexicon.grammar import words_of
from sayso.lexicon.roles import role_of
from sayso.model.statement import VoiceKind
from sayso.reading.rules.line import NOMINAL, Line

_FARTHEST = 32  # words a noun phrase may run, appositives and all; longer ones in train are none
_HEADS = frozenset("KX#R")
_EDGES = frozenset("\",;:.(SCJ'")
_RELATIVE_FAR = 16  # words back to the "who" of a clause that ends just before a cue
_ALONE = frozenset({"many", "some", "others", "several", "most", "those", "all"})
_RELATIVE = frozenset({"who", "which", "whom", "that"})
_LINKS = frozenset(
    {
        "of",
        "in",
        "at",
        "from",
        "for",
        "with",
        "to",
        "on",
        "against",
        "between",
        "near",
        "inside",
        "by",
        "about",
    }
    | {"across", "among", "outside", "around", "involved", "behind", "under"}
)
_APPOSED = frozenset("DXK#RGNPJE")


def before(line: Line, end: int, floor: int = 0) -> tuple[int, int] | None:
    """The noun phrase that ends just before word `end`, appositives included; None where there is none."""
    last = end
    last = without_time(line, last, floor)
    if last <= floor:
        return None
    tag = line.tags[last - 1]
    if tag == "R" or line.words[last - 1] in _RELATIVE:
        return _antecedent(line, last - 1, floor) if line.words[last - 1] in _RELATIVE else (last - 1, last)
    if tag in ",;":
        return _apposed(line, last - 1, floor, tag)
    core = _core(line, last, floor) if tag != "'" else None
    return _fuller(line, core, floor) if core else None


def _fuller(line: Line, core: tuple[int, int], floor: int) -> tuple[int, int]:
    """The phrase with what belongs before it: "men who fled the town", "Tom Lund, the envoy"."""
    first, last = core
    tags = line.tags
    if first - 1 > floor and tags[first - 1] == "," and tags[first - 2] == "K" and tags[first] == "D":
        name = _core(line, first - 1, floor)
        whole = name and (name[0] == floor or tags[name[0] - 1] in _EDGES or tags[name[0] - 1] == "A")
        if name and whole and any(role_of(word) for word in line.words[first:last]):
            return name[0], last
    seen = False
    for k in range(first - 1, max(floor, first - _RELATIVE_FAR), -1):
        if tags[k] in ',;:."(' or line.words[k] == "that":
            break
        if line.words[k] == "who":
            return (before(line, k, floor) or core) if seen and tags[k - 1] in "XKR" else core
        seen = seen or tags[k] in "VA"
    return core


def without_time(line: Line, last: int, floor: int) -> int:
    """Leaves out "on Tuesday", "earlier this week", "later" after the phrase proper."""
    while last > floor:
        word = line.words[last - 1]
        if line.tags[last - 1] in "JT":
            last -= 1
            if (
                line.tags[last] in "T#"
                and last > floor
                and line.words[last - 1] in ("on", "in", "at", "since", "early")
            ):
                last -= 1
        elif word in ("night", "morning", "afternoon", "evening") and line.tag(last - 2) == "T" and last > 1:
            last -= 1
        elif word in ("week", "month", "year", "night") and last - 1 > floor and line.tags[last - 2] in "DX":
            if line.words[last - 2] not in ("this", "last"):
                break
            last -= 2
        elif line.tags[last - 1] == "#" and last - 1 > floor and line.tags[last - 2] == "T":
            last -= 2
            if last > floor and line.words[last - 1] in ("on", "in"):
                last -= 1
        elif line.tags[last - 1] == "#" and last - 1 > floor and line.words[last - 2] in ("on", "in"):
            last -= 2  # "on 10" of "on 10 January", whose month is left out already
        else:
            break
    return last


def _antecedent(line: Line, relative: int, floor: int) -> tuple[int, int] | None:
    """What a relative pronoun stands for: the phrase before it."""
    end = relative - 1 if relative > floor and line.tags[relative - 1] == "," else relative
    if end - 2 > floor and line.tags[end - 1] == "#" and line.tags[end - 2] == ",":
        end -= 2
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
        office = opener == "B" and role_of(line.words[other + 1])  # "chair of the board"
        if opener not in _APPOSED and line.words[other + 1] not in _RELATIVE and not office:
            continue
        core = _core(line, other, floor)
        if core is None or all(t in "#," for t in line.tags[core[0] : core[1]]):
            continue
        led = core[0] > floor and (
            line.tags[core[0] - 1] in _EDGES or _opened(line, core[0], floor) or _tells(line, core[0] - 1)
        )
        if core[0] > floor and not led:
            continue
        clause = line.words[other + 1] in _RELATIVE or opener in "GNEPJ"
        verb = next((k for k in range(other + 1, comma) if line.tags[k] in "VA"), None)
        if not clause and verb is not None:
            if not any(word in _RELATIVE for word in line.words[other + 1 : verb]):
                continue
            clause = True
        return core if clause or mark == ";" else (core[0], comma)
    return None


def _tells(line: Line, k: int) -> bool:
    """Whether word k is a cue that a clause may follow: "said A and B had left"."""
    return any(form.cue.frames.get("clause") for _, form in cue_forms().get(line.words[k], ()))


def _opened(line: Line, first: int, floor: int) -> bool:
    """Whether only "In Benghazi" stands between this word and the beginning of its clause."""
    k = first
    while k > floor and line.tags[k - 1] in "KXT#D":
        k -= 1
    lead = k - 1 > floor and line.tags[k - 1] == "P" and line.tags[k - 2] in _EDGES
    return lead or (k - 1 == floor and line.tags[floor] == "P")


def _core(line: Line, end: int, floor: int) -> tuple[int, int] | None:
    """The phrase without commas that ends before word `end`."""
    tags = line.tags
    k = end
    lowest = max(floor, end - _FARTHEST)
    while k > lowest:
        tag = tags[k - 1]
        if tag == ")":
            k = _bracket(line, k - 1, lowest)
            if k < 0:
                return None
        elif tag == "D":
            k -= 1
            if not _before_determiner(line, k, end, floor):
                break
        elif _belongs(line, k - 1, end, floor):
            k -= 1
        else:
            break
    while k < end and tags[k] in ";'ZC,":
        k += 1
    k = _without_opening(line, k, end)
    return (k, end) if k < end and any(t in _HEADS or t in "OD" for t in tags[k:end]) else None


def _before_determiner(line: Line, k: int, end: int, floor: int) -> bool:
    """Whether the phrase goes on to the left of a determiner: "all the", "head of the", "A and the"."""
    left = line.tags[k - 1] if k > floor else "."
    if left == "D":
        return True
    if left == "P":
        return k - 1 > floor and line.words[k - 1] in _LINKS and _noun(line, k - 1)
    if left in "GN":  # "the woman leading the talks"
        return k - 1 > floor and _noun(line, k - 1)
    if left == "C":
        return k - 1 > floor and line.tags[k - 2] in NOMINAL and _joined(line, k - 1, floor)
    return False


def _belongs(line: Line, k: int, end: int, floor: int) -> bool:
    """Whether word k is part of the phrase whose next word stands at k + 1."""
    tag, word = line.tags[k], line.words[k]
    left = line.tags[k - 1] if k > floor else "."
    if tag in NOMINAL or tag in "ZO" or word == "-":
        return True
    if k + 1 >= end:
        return False
    following = line.tags[k + 1]
    if tag == "P":
        return word in _LINKS and _noun(line, k)
    if tag == "C":
        return word in ("and", "or", "&") and left in NOMINAL and _joined(line, k, floor)
    if tag in "GN":
        return _noun(line, k) and following in "PDKXI"
    if tag in "J":
        return left in "DX" and following in "XNE"
    return tag == "'"


def _noun(line: Line, k: int) -> bool:
    """Whether the word before k may be modified by what follows it."""
    if k > 1 and line.tags[k - 1] in "NGJ":  # "officials involved in", "people familiar with"
        return line.tags[k - 2] in "XK"
    return k > 0 and (
        line.tags[k - 1] in NOMINAL
        or line.tags[k - 1] in ")RO"
        or line.words[k - 1] in ("those", "some", "many")
        or (line.words[k] in ("of", "from", "in") and line.words[k - 1] in words_of("quantifier"))
    )


def _joined(line: Line, conjunction: int, floor: int) -> bool:
    """Whether "A and B" before a verb is one phrase: yes where nothing before it can be the verb of A."""
    for k in range(conjunction - 1, max(floor, conjunction - 8) - 1, -1):
        if line.tags[k] in '.,;:S"(':
            return True
        if line.tags[k] in "VABIG":
            return line.tags[k] in "VB" and _tells(line, k) and line.tags[conjunction - 1] in NOMINAL
        if line.tags[k] == "N" and k > floor and line.tags[k - 1] not in "DPXK":
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
    tags = line.tags
    if tags[start] in "RO" or (line.words[start] in _ALONE and line.tag(start + 1) not in "KX#DPNG"):
        return start, start + 1
    k, seen = start, False
    while k < stop:
        if tags[k] == "(":
            closing = next((j for j in range(k + 1, stop) if tags[j] == ")"), None)
            if closing is None or not seen:
                break
            k = closing
        elif not _goes_on(line, k, start, stop, seen):
            break
        seen = seen or tags[k] in NOMINAL or (tags[k] == "D" and line.word(k + 1) == "of")
        k += 1
    while k > start and tags[k - 1] in "DPCJ'":
        k -= 1
    if not seen or k <= start:
        return None
    return start, _closing(line, start, k, min(len(line), k + _FARTHEST))


def _goes_on(line: Line, k: int, start: int, stop: int, seen: bool) -> bool:
    """Whether a phrase that began at word `start` takes in word k."""
    tag, word = line.tags[k], line.words[k]
    following = line.tags[k + 1] if k + 1 < stop else "."
    if tag in NOMINAL:
        return not (tag == "K" and _ends_plural(line, k, start)) and not _after_agency(line, k)
    if tag == "P":
        return seen and word in _LINKS and following in "DKXJ#N" and not _is_time(line, k + 1)
    if tag == "C":
        return seen and following in "DKX#J" and word in ("and", "or", "&")
    if tag == "N":
        return following in "XKNEP"
    if tag == "D":
        return not seen or line.tags[k - 1] in "PCD" or _in_body(line, k)
    return tag in "ZJ'" or word == "-"


def _in_body(line: Line, k: int) -> bool:
    """Whether an article is part of a body's name: "Save the Children"."""
    return 0 < k < len(line) - 1 and body_of(line.span(k - 1, k + 2).of(line.text)) is not None


def _ends_plural(line: Line, k: int, start: int) -> bool:
    """Whether a plural noun stands before word k: "told reporters Iran" names reporters only."""
    return k > start and line.tags[k - 1] == "X" and line.words[k - 1].endswith("s")


def _after_agency(line: Line, k: int) -> bool:
    """Whether an agency stands before a plural: "tell Reuters components came by sea" names it alone."""
    if line.tags[k] != "X" or not line.words[k].endswith("s") or line.words[k] == "news":
        return False
    return k > 0 and line.tags[k - 1] == "K" and agency_of(line.spans[k - 1].of(line.text)) is not None


def _is_time(line: Line, k: int) -> bool:
    return any(tag == "T" for tag in line.tags[k : k + 2])


def _name_after(line: Line, start: int, end: int) -> int | None:
    """Where the name ends that follows "said the league's director, " before a comma or the full stop."""
    if not any((role := role_of(word)) and role.kind is VoiceKind.PERSON for word in line.words[start:end]):
        return None
    k = end + 1
    while k < len(line) and line.tags[k] == "K" and k - end < 6:
        k += 1
    return k if k > end + 1 and line.tag(k) in ',."' else None


def _closing(line: Line, start: int, end: int, stop: int) -> int:
    """Where the phrase ends if an appositive follows it: ", the group's founder and manager"."""
    if end >= stop or line.tags[end] != "," or end + 1 >= stop:
        return end
    opener = line.tags[end + 1]
    named = _name_after(line, start, end)
    if named:
        return named
    role = any(role_of(word) for word in line.words[end + 1 : end + 9])
    if opener not in "DXK#J" or not (role or opener in "D#"):
        return end
    k = end + 1
    while k < stop and line.tags[k] not in '.:;"' and not (line.tags[k] == "," and line.tags[k - 1] != "#"):
        if line.tags[k] in "VAGSR" and k - end < 12:
            return end if line.tags[k] in "VA" else k
        k += 1
    return k if k < stop or k == len(line) else end
