"""Which words of a sentence are verbs, and which stand in noun phrases?"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.grammar import verb_forms, words_of
from sayso.lexicon.triggers import trigger_forms, word_class
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.span import Span

# Tags: d(eterminer), h (possessive "his", "'s"), p(reposition), c(onjunction), s(ubordinator), r(elative),
# a(uxiliary), m(odal), x (negation), t ("to"), b (adverb), o (pronoun), # (number), . (punctuation),
# T (words of time), N(ame), n (noun or adjective), and verbs: V third person, B base, G in -ing, P past or
# participle.
VERBS = frozenset("VBGP")
NOMINAL = frozenset("dhnN#")
_CLASSES = (
    ("x", "negation"),
    ("m", "modal"),
    ("a", "auxiliary"),
    ("h", "possessive"),
    ("o", "object"),
    ("o", "subject"),
    ("c", "conjunction"),
    ("d", "determiner"),
    ("p", "preposition"),
    ("s", "subordinator"),
    ("b", "adverb"),
)
_RELATIVE = frozenset({"who", "which", "whom"})
_LONGEST = 400  # words; a longer "sentence" (a table) is read in pieces, so that time stays linear


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence, or a piece of a very long one: where each word stands, what it is, its tag."""

    span: Span
    words: tuple[Span, ...]
    lower: tuple[str, ...]
    tags: str  # one letter a word
    shouted: bool  # a headline in capitals: they tell nothing
    times: tuple[Span, ...] = ()  # words of time in it

    def at(self, first: int, last: int) -> Span:
        """The stretch of text from word `first` up to, not with, word `last`."""
        return Span(self.words[first].start, self.words[last - 1].end)


@cache
def _closed() -> Mapping[str, str]:
    out = {"to": "t"}
    for tag, name in _CLASSES:
        for word in words_of(name):
            out.setdefault(word, tag)
    out |= dict.fromkeys(_RELATIVE, "r") | {"that": "s", "'s": "h", "as": "p", "there": "b", "her": "h"}
    out |= dict.fromkeys(word_class("counting"), "#") | dict.fromkeys(
        ("before", "after", "since", "until"), "p"
    )
    return out | dict.fromkeys(("don't", "didn't", "doesn't", "isn't", "wasn't", "won't", "can't"), "x")


@cache
def _verbs() -> Mapping[str, str]:
    """Forms of verbs by what a form alone tells: P past or participle, G, B base, Z third person; M and S
    where base and third person are nouns as often."""
    out: dict[str, str] = {}
    for forms in trigger_forms().values():
        for form in forms:
            if form.row.part == "v":
                out.setdefault(form.words[0], {"V": "P", "P": "P", "S": "S", "G": "G", "B": "M"}[form.tag])
    for word, tag in verb_forms().items():
        plain = {"V": "Z" if word.endswith("s") else "P", "N": "P"}.get(tag, tag)
        plain = "S" if tag == "M" and word.endswith("s") else plain
        if word not in out or plain in "BZ":
            out[word] = plain
    return out


def _raw(word: str, lower: str, opens: bool, shouted: bool) -> str:
    if not word[0].isalnum():
        return "h" if lower in ("'s", "’s") else "."
    known = _closed().get(lower.replace("’", "'"))
    if known and word != "US" and not (known == "m" and word == "May" and not opens):
        return known
    if word[0].isdigit():
        return "#"
    capital = word[0].isupper() and not shouted
    verb = _verbs().get(lower)
    if capital and not (opens and (verb or lower.endswith(("ed", "ing", "ly")))):
        return "N"
    if verb:
        return verb
    if lower.endswith("ly"):
        return "b"
    if lower.endswith("ed") and len(lower) > 4 and "-" not in lower and lower not in trigger_forms():
        return "P"
    if lower.endswith("ing") and len(lower) > 5 and "-" not in lower:
        return "G"
    return "n"


def _settled(tags: list[str], lower: list[str], i: int) -> str:
    """What context makes of a form that may be noun, adjective or verb."""
    tag, j = tags[i], i - 1
    if tag == "n":
        return "B"
    if tag == "Z":
        return "n" if j >= 0 and tags[j] in "dh" else "V"
    while j >= 0 and tags[j] in "bT":
        j -= 1
    before = tags[j] if j >= 0 else "."
    after = _next(tags, i)
    does = before == "a" and lower[j] in ("do", "does", "did")
    if before in "tmx" or does:
        if tag in "MB":
            return "B"
        if tag == "S":
            return "V" if before == "x" else "n"
        if tag == "P":
            return "P" if before == "x" else "B"
        return tag
    if tag == "P":
        if before in "dh#" and (after in "nNMSGP" or after not in "dhoN"):
            return "n"  # "the captured town", "the wounded"
        if (before in "VBG" and after in "nN" and j == i - 1) or (before == "p" and lower[j] == "of"):
            return "n"  # "to free captured drivers", "the number of wounded"
        return "P"
    if tag == "G" and lower[i] in word_class("adjective-ing") and after in "nN":
        return "n"
    if tag == "G":
        return "n" if before in "dh" or (before == "p" and lower[i + 1 : i + 2] == ["of"]) else "G"
    if tag == "B" and before not in "dhp#":
        return "B" if after not in ".c" or before in "orcN" else "n"
    if before in "dhpa#" or before in "VBGP":
        return "n"
    if tag in "MB":
        plain = before == "o" or (before in "nN" and lower[j].endswith("s"))
        return "B" if (plain or before == "r") and after in "dhoN#ntps" else "n"
    if before in "or":
        return "V"
    return "V" if before in "nN" and after in "dhoN#t" else "n"


def _led(tags: list[str], i: int) -> bool:
    """Whether an unknown word stands where a verb must: after a modal, or between "to" and an object."""
    modal = i > 1 and tags[i - 1] == "x" and tags[i - 2] == "m"  # "would not dare"
    return i > 0 and (modal or tags[i - 1] == "m" or (tags[i - 1] == "t" and _next(tags, i) in "dho#"))


def _next(tags: list[str], i: int) -> str:
    k = i + 1
    while k < len(tags) and k - i < 8 and tags[k] in "bT":
        k += 1
    return tags[k] if k < len(tags) else "."


def _tagged(told: list[str], lower: list[str], timed: list[bool], shouted: bool) -> str:
    opens, tags = True, []
    for k, word in enumerate(told):
        tags.append("T" if timed[k] else _raw(word, lower[k], opens, shouted))
        opens = not word[0].isalnum() and word in '"“‘:(–—'
    for i, tag in enumerate(tags):
        if tag in "PGSMBZ" or (tag == "n" and _led(tags, i)):
            tags[i] = _settled(tags, lower, i)
        elif tag == "s" and lower[i] == "that":
            if i and tags[i - 1] in "nNT" and _next(tags, i) in "VPaBmS":
                tags[i] = "r"
            elif _next(tags, i) in "nN" and i and tags[i - 1] in "p.":
                tags[i] = "d"
    return "".join(tags)


def clauses(document: Document, marks: Marks) -> Iterator[Clause]:
    """The sentences of a document with their words tagged."""
    text, tokens = document.text, marks.tokens
    starts = [token.start for token in tokens]
    times = [words.span for words in marks.times]
    ends = [span.end for span in times]
    for sentence in marks.sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        for piece in range(first, last, _LONGEST):
            spans = tokens[piece : min(last, piece + _LONGEST)]
            span = Span(spans[0].start, spans[-1].end)
            k = bisect_left(ends, span.start)
            inside = []
            while k < len(times) and times[k].start < span.end:
                inside.append(times[k])
                k += 1
            yield _clause(text, span, spans, inside)


def _clause(text: str, span: Span, spans: tuple[Span, ...], times: list[Span]) -> Clause:
    told = [word.of(text) for word in spans]
    for k in range(1, len(told) - 1):
        glued = spans[k - 1].end == spans[k].start and spans[k].end < spans[k + 1].start
        if glued and told[k] in ("’", "'") and told[k - 1].endswith("s") and "‘" not in told[:k]:
            told[k] = "’s"  # "the workers' leader": it stands for "'s"
    lower = [word.lower() for word in told]
    timed = [any(time.meets(word) for time in times) for word in spans] if times else [False] * len(spans)
    long = [word for word in told if len(word) > 3 and word[0].isalpha()]
    shouted = len(long) > 3 and sum(word[0].isupper() for word in long) > 0.7 * len(long)
    return Clause(span, spans, tuple(lower), _tagged(told, lower, timed, shouted), shouted, tuple(times))
