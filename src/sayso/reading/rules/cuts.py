"""Where in a sentence must a content end because another cue takes over?"""

from sayso.reading.rules.found import Hung
from sayso.reading.rules.line import Line

_TURNS = frozenset({"while", "but", "though", "although", "whereas", "and", "yet", "as"})


def cuts_of(line: Line, found: list[Hung]) -> tuple[frozenset[int], frozenset[int]]:
    """Word positions at which contents end: all of them, and those after which a new clause of the outlet begins."""
    soft: set[int] = set()
    hard: set[int] = {k for k in range(len(line)) if line.words[k] == ";"}
    for hung in found:
        first = hung.site.first
        turned = hung.source is not None and hung.source[0] >= hung.site.last
        edge = hung.source[0] if hung.source and hung.source[1] <= first else first
        if hung.back is not None:
            edge = hung.back[1]
            soft.add(edge - 1 if line.tags[edge - 1] == "," else edge)
        elif turned and hung.site.tag != "G":
            soft.add(first)
        if hung.site.tag == "G" and first and line.tags[first - 1] == ",":
            soft.add(first - 1)
        elif hung.site.tag == "G" and first > 1 and line.tags[first - 1] == "C":
            soft.add(first - 2 if line.tags[first - 2] == "," else first - 1)
        elif hung.site.tag in "VBN" and first and line.tags[first - 1] == "C":
            soft.add(first - 2 if first > 1 and line.tags[first - 2] == "," else first - 1)
        if edge > 1 and edge < first and line.words[edge - 1] in _TURNS and line.tags[edge - 2] == ",":
            hard.add(edge - 2)
        elif edge > 1 and edge < first and line.words[edge - 1] in ("while", "but", "whereas"):
            hard.add(edge - 1)
    return frozenset(soft | hard), frozenset(hard)
