"""What part does each word of a sentence play?"""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.cues import cue_forms
from sayso.lexicon.grammar import verb_forms, words_of
from sayso.model.span import Span

_LONGEST = 400  # words; a longer "sentence" (a table) is read in pieces, so that time stays linear
_SHOUTED = 0.7  # share of capitalised words from which a line is a headline: capitals tell no names there
_MARKS = {
    **dict.fromkeys(".!?…", "."),
    **dict.fromkeys(",", ","),
    **dict.fromkeys(";–—-", ";"),
    ":": ":",
    **dict.fromkeys('“”"«»', '"'),
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    **dict.fromkeys("'’‘", "'"),
}
# Closed classes in the order in which they are asked.
_CLASSES = (
    ("auxiliary", "A"),
    ("possessive", "D"),
    ("subject", "R"),
    ("conjunction", "C"),
    ("subordinator", "S"),
    ("determiner", "D"),
    ("object", "O"),
    ("preposition", "P"),
    ("time", "T"),
    ("adverb", "J"),
)
FIRST = frozenset("RDKX#O")  # what a noun phrase begins with
NOMINAL = frozenset("KX#")  # heads of noun phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence (or a piece of a very long one), its words and a tag for each.

    D determiner, P preposition, C conjunction, S subordinator, R subject pronoun, O object pronoun,
    A auxiliary, V finite verb, B base form used as a verb, N participle, G in -ing, I infinitive's "to",
    J adverb, T word of time, K capitalised, X other, # number, Z possessive ending; . , ; : " ( ) ' marks.
    """

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]  # in small letters, apostrophes made straight
    tags: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def tag(self, k: int) -> str:
        """The tag of word k; a stop beyond the end."""
        return self.tags[k] if k < len(self.tags) else "."

    def word(self, k: int) -> str:
        """Word k; a stop beyond the end."""
        return self.words[k] if k < len(self.words) else "."

    def span(self, first: int, last: int) -> Span:
        """The characters of words [first, last)."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


@cache
def _closed() -> dict[str, str]:
    out: dict[str, str] = {}
    for name, tag in _CLASSES:
        for word in words_of(name):
            out.setdefault(word, tag)
    return out


@cache
def _verbs() -> dict[str, str]:
    """Forms of common verbs and of cues: V, N, G, B, or M where it is as often a noun."""
    out = dict(verb_forms())
    for told in cue_forms().values():
        for words, form in told:
            if form.cue.word_class == "verb":
                kind = {"P": "N", "V": "V", "G": "G", "S": "M" if form.cue.noun_too else "V"}
                base = "M" if form.cue.noun_too else "B"
                out.setdefault(words[0], kind.get(form.tag, base))
    return out


def _raw(word: str, original: str, first: bool) -> str:
    """The tag of a word by itself; `first`: its capital tells nothing."""
    if not word[:1].isalnum() and word[:1] != "'":
        return _MARKS.get(word, "X")
    if word in ("'s", "'"):
        return "Z"
    if word[:1].isdigit():
        return "#"
    capital = original[:1].isupper()
    tag = _closed().get(word)
    if tag == "A" and word in ("may", "might", "will", "must", "can") and capital and not first:
        return "K"
    if tag == "T":
        return "T" if capital or word in ("today", "yesterday", "tomorrow", "tonight", "overnight") else "X"
    if tag and not (capital and not first and tag not in "RDCSPA"):
        return tag
    if capital and not first:
        return "K"
    verb = _verbs().get(word)
    if verb:
        return verb
    if capital:
        return "J" if word.endswith("ly") and len(word) > 5 and word not in words_of("noun-in-ly") else "K"
    if word.endswith("ly") and len(word) > 4 and word not in words_of("noun-in-ly"):
        return "J"
    if word.endswith("ed") and len(word) > 4:
        return "E"  # perhaps a verb, perhaps an adjective
    if word.endswith("ing") and len(word) > 5:
        return "G"
    return "X"


def _settled(words: tuple[str, ...], raw: list[str]) -> list[str]:
    """Decides by its neighbours whether a form is a verb or a noun."""
    tags = list(raw)
    for i, tag in enumerate(raw):
        before = tags[i - 1] if i else "."
        after = raw[i + 1] if i + 1 < len(raw) else "."
        word = words[i]
        named = before == "K" and after == "K"
        if (tag == "D" and named and word in words_of("quantifier")) or (
            tag == "T" and _titled(word, named, before, after)
        ):
            tags[i] = "K"  # "Channel Six World", "the Morning Herald"
        elif word == "close" and before in "XK" and words[i + 1 : i + 2] == ("to",):
            tags[i] = "X"  # "a source close to the ministry"
        elif tag == "." and 0 < i < len(raw) - 1 and after in "KX#" and before in "KX":
            tags[i] = "K"  # "Capt. Lund": the sentence goes on
        elif word == "to":
            tags[i] = _to(words, raw, i)
        elif word == "that":
            if before == "P" or (after in "XK" and before not in "VNGBXK,KRAEOZTJ"):
                tags[i] = "D"
        elif word == "her" and after in "PVAS.,CTJI":
            tags[i] = "O"
        elif word == "'s" and before == "R" and (after in "GNJDP" or words[i + 1 : i + 2] == ("not",)):
            tags[i] = "A"
        elif tag == "G" and before == "D":
            tags[i] = "X"
        elif tag == "P" and word in ("outside", "inside") and before == "P" and after == "X":
            tags[i] = "X"  # "for outside inquiry"
        elif tag in "VE":
            alone = before == "D" and words[i - 1] in words_of("quantifier")
            tags[i] = "V" if alone and after in 'SRDO"' else _past(tags, i, tag, before, after)
        elif tag in "BM":
            tags[i] = _base(words, tags, i, before, after, tag)
    _reduce(words, tags)
    return tags


def _titled(word: str, named: bool, before: str, after: str) -> bool:
    """Whether a word of time is part of a newspaper's name: "the City Morning Herald", "the Sunday Post"."""
    day_part = word in ("morning", "evening", "night", "week", "month", "year")
    return (named and day_part) or (word == "sunday" and before == "D" and after == "K")


def _to(words: tuple[str, ...], raw: list[str], i: int) -> str:
    """Whether "to" begins an infinitive (I) or is a preposition (P)."""
    k = i + 2 if raw[i + 1 : i + 2] == ['"'] else i + 1
    word = words[k] if k < len(words) else "."
    tag = raw[k] if k < len(raw) else "."
    later = raw[k + 1] if k + 1 < len(raw) else "."
    if word in ("be", "have", "do") or (tag in "BM" and (not word.endswith("s") or word.endswith("ss"))):
        return "I"
    if i and words[i - 1] == "not":
        return "I"
    if tag == "J":
        return "I" if later in "BMX" else "P"
    return "I" if tag == "X" and later in "DOR" else "P"


def _past(tags: list[str], i: int, tag: str, before: str, after: str) -> str:
    """Whether a form in -ed is a finite verb (V), a participle (N) or an adjective (X)."""
    if before == "A" or (before == "J" and i > 1 and tags[i - 2] == "A"):
        return "N"
    if before in "DP#" and after in "XK":
        return "X"
    if tag == "V":
        return "X" if before == "D" else "V"
    if before in "DZ" or (after == "X" and before not in "KR"):
        return "X"
    if before == "R":
        return "V"
    return "V" if before in "KX" and not _has_finite(tags, i) else "N"


def _has_finite(tags: list[str], i: int) -> bool:
    """Whether a finite verb stands before word i in its clause, or soon after it."""
    for k in range(i - 1, max(-1, i - 30), -1):
        if tags[k] in ',.;:"SC':
            break
        if tags[k] in "VA":
            return True
    return any(tag in "VA" for tag in tags[i + 1 : i + 14])


def _reduce(words: tuple[str, ...], tags: list[str]) -> None:
    """A past form before "by", or before the verb of its noun, is a participle: "a man held in May said"."""
    for i in range(1, len(tags) - 1):
        if (
            tags[i] != "V"
            or not (tags[i - 1] in "XK" or (tags[i - 1] == "," and i > 1 and tags[i - 2] in "XK"))
            or not words[i].endswith(("ed", "en", "wn", "ght", "ld"))
        ):
            continue
        if words[i + 1] == "by" or tags[i - 1] == ",":
            tags[i] = "N" if tags[i - 1] != "," or _inserted(tags, i) else tags[i]
        elif tags[i + 1] == "P":
            for k in range(i + 2, min(len(tags), i + 14)):
                if tags[k] in ',.;:"SCRI':
                    break
                if tags[k] in "VA" and tags[k - 1] in "XK#":
                    tags[i] = "N"
                    break


def _inserted(tags: list[str], i: int) -> bool:
    """Whether what begins after a comma ends with another before a verb: "the front, formed in May, said"."""
    if tags[i + 1] != "P":
        return False
    close = next((k for k in range(i + 1, min(len(tags), i + 14)) if tags[k] in ',.;:"'), len(tags))
    return tags[close : close + 1] == [","] and tags[close + 1 : close + 2] in (["V"], ["A"])


def _base(words: tuple[str, ...], tags: list[str], i: int, before: str, after: str, tag: str) -> str:
    """Whether a base form or one in -s is used as a verb (B, or V in the third person) or as a noun."""
    word, left = words[i], words[i - 1] if i else "."
    verb = "V" if word.endswith("s") and not word.endswith("ss") else "B"
    if before == "J" and i > 1 and tags[i - 2] in "KXR":
        return verb  # "also claims", "officials now say"
    if before in "IR" or (before == "A" and left not in words_of("copula")):
        return verb
    if tag == "B" and before not in "DPZ":
        return verb
    if left in ("who", "which", "that") and after in "DSROXK":
        return verb
    if before == "C" and verb == "V" and after in "DSRO" and _has_finite(tags, i - 1):
        return verb
    if before in "KX)" and after in 'DRSOI"':
        plural = left.endswith("s") or left in ("people", "police", "men", "women", "some", "many")
        return verb if (verb == "V") != (plural and before == "X") else "X"
    return "X"


def _plain(original: str, shouting: bool) -> str:
    """The word in small letters; an acronym that would be a pronoun ("US", "WHO") is left in capitals."""
    word = original.lower().replace("’", "'")
    acronym = len(original) > 1 and original.isupper() and not shouting
    return original if acronym and word in _closed() else word


def _glued(originals: list[str], spans: tuple[Span, ...], k: int) -> bool:
    """Whether a dash joins two names: "the Malta–Norway talks"."""
    if not 0 < k < len(spans) - 1:
        return False
    touching = spans[k - 1].end == spans[k].start and spans[k].end == spans[k + 1].start
    return touching and originals[k - 1][:1].isupper() and originals[k + 1][:1].isupper()


def line_of(text: str, spans: tuple[Span, ...]) -> Line:
    """Words and tags of one sentence, from its tokens."""
    originals = [span.of(text) for span in spans]
    shouting = all(word.isupper() for word in originals if word[:1].isalpha())
    words = tuple(_plain(word, shouting) for word in originals)
    letters = [word for word in originals if word[:1].isalpha() and len(word) > 3]
    shouted = len(letters) > 3 and sum(word[0].isupper() for word in letters) >= _SHOUTED * len(letters)
    raw, first = [], True
    for k, (word, original) in enumerate(zip(words, originals, strict=True)):
        known = shouted and (word in _verbs() or word in _closed())
        raw.append(
            "K" if word == "–" and _glued(originals, spans, k) else _raw(word, original, first or known)
        )
        first = first and not word[:1].isalnum()
    return Line(text=text, spans=spans, words=words, tags=tuple(_settled(words, raw)))


def lines_of(text: str, sentences: tuple[Span, ...], tokens: tuple[Span, ...]) -> list[Line]:
    """The sentences of a document as lines, in order."""
    out: list[Line] = []
    at = 0
    for sentence in sentences:
        first = at
        while at < len(tokens) and tokens[at].end <= sentence.end:
            at += 1
        out += [line_of(text, tokens[k : min(at, k + _LONGEST)]) for k in range(first, at, _LONGEST)]
    return out
