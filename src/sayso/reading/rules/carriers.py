"""Which outlet carried the words: "in an interview with CNN", "speaking on state television"?"""

from sayso.reading.rules import phrases
from sayso.reading.rules.found import Range
from sayso.reading.rules.line import Line

_TALKS = frozenset({"interview", "interviewed", "interviews"})
_LEADS = frozenset({"with", "on", "to", "for", "by", "from"})


def carrier_of(line: Line) -> Range | None:
    """The phrase that may name the carrier in this sentence; whether it is an outlet, others judge."""
    inside = False
    for k, word in enumerate(line.words[:-2]):
        inside = inside != (line.tags[k] == '"')
        if inside:
            continue
        if word in _TALKS:
            for j in range(k + 1, min(k + 6, len(line) - 1)):
                if line.words[j] in _LEADS:
                    found = phrases.after(line, j + 1)
                    if found:
                        return _short(line, found)
        if word in ("speaking", "appearing") and line.words[k + 1] in ("to", "on"):
            found = phrases.after(line, k + 2)
            if found:
                return _short(line, found)
    return None


def _short(line: Line, found: Range) -> Range:
    """The phrase up to its first comma: "an interview with CNN, President Cole said"."""
    first, last = found
    return first, next((k for k in range(first, last) if line.tags[k] == ","), last)
