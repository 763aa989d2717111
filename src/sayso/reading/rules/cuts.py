"""Where in a sentence must a content end because another cue takes over?"""

from sayso.reading.rules.found import Hung
from sayso.reading.rules.line import Line

_TURNS = frozenset({"while", "but", "though", "although", "whereas", "and", "yet", "as"})


def cuts_of(line: Line, found: list[Hung]) -> tuple[frozenset[int], frozenset[int]]:
    """Word positions at which contents end: all, and those after which a new clause of the outlet begins."""
    soft: set[int] = set()
    hard: set[int] = {k for k in range(len(line)) if line.words[k] == ";"}
    for number, hung in enumerate(found):
        first = hung.site.first
        turned = hung.source is not None and hung.source[0] >= hung.site.last and hung.site.tag in "VB"
        edge = hung.source[0] if hung.source and hung.source[1] <= first else first
        if hung.source is None and hung.subject and hung.subject[1] <= first:
            edge = hung.subject[0]
        if hung.back is not None:
            edge = hung.back[1]
            soft.add(edge - 1 if line.tags[edge - 1] == "," else edge)
        elif turned:
            soft.add(first)
        soft |= _coordinated(line, hung)
        apart = hung.source is not None and hung.source[1] < first and not _follows_cue(found, hung.source[0])
        if apart and line.tags[first - 1] == "," and hung.site.tag in "VB":
            hard.add(first - 1)  # "Cole, who said P, said Q"
        hard |= _turning(line, edge, first)
        if (
            number
            and hung.back is None
            and 1 < edge < first
            and line.tags[edge - 1] == ","
            and _opens(line, found, edge)
        ):
            hard.add(edge - 1)
    return frozenset(soft | hard), frozenset(hard)


def _follows_cue(found: list[Hung], start: int) -> bool:
    """Whether a phrase stands just after a cue: "said [his brother], a guard, had told him"."""
    return any(other.site.last == start for other in found)


def _coordinated(line: Line, hung: Hung) -> set[int]:
    """Before ", saying", "and added", ", and warning"."""
    first, tags = hung.site.first, line.tags
    if not first or hung.site.tag not in "VBNG":
        return set()
    if hung.site.tag == "G" and tags[first - 1] == ",":
        return {first - 1}
    if tags[first - 1] == "C":
        return {first - 2 if first > 1 and tags[first - 2] == "," else first - 1}
    return set()


def _turning(line: Line, edge: int, first: int) -> set[int]:
    """Before ", while X said" and "but X said"."""
    if not 1 < edge < first or line.words[edge - 1] not in _TURNS:
        return set()
    if line.tags[edge - 2] == ",":
        return {edge - 2}
    if line.words[edge - 1] == "as" and line.tags[edge] == "R":
        return {edge - 1}
    return {edge - 1} if line.words[edge - 1] in ("while", "but", "whereas") else set()


def _opens(line: Line, found: list[Hung], edge: int) -> bool:
    """Whether all before this place is an opening clause ("After X announced P, Y said"), cues and all."""
    if line.tags[0] not in "PSGNEJT" or line.words[0] in ("that",):
        return False
    early = [hung for hung in found if hung.site.head < edge]
    main = [
        h
        for h in early
        if h.source and h.source[1] <= h.site.first and h.source[0] > 1 and h.site.tag in "VB"
    ]
    return bool(early) and not any(line.tags[h.source[0] - 1] == "," for h in main if h.source)
