"""Of which kinds is an attribution, so that recall can be told kind by kind?"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.model.span import Span

PRONOUNS = frozenset(
    ("i", "he", "she", "it", "they", "we", "you", "who", "his", "her", "their", "its", "our", "my", "your")
) | {"that", "which", "those", "this"}
SPEECH_CUE = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|told|tell(?:s|ing)?|according to|add(?:s|ed|ing)|wrote|writes|ask(?:s|ed)"
    r"|not(?:es|ed)|report(?:s|ed)?|announc\w+|argu\w+|stat(?:es|ed|ement)|claim\w*|den(?:y|ied|ies)"
    r"|confirm\w*|tweet\w*|warn\w*|suggest\w*|acknowledg\w*|explain\w*|declin\w+|accus\w+|call(?:s|ed|ing)?"
    r"|describ\w+|insist\w*|testif\w+|declar\w+|vow\w*|promis\w+|threaten\w*|urg\w+|respond\w*|repl\w+"
    r"|continu\w+|conclud\w+|reveal\w*|admit\w*|allege\w*|express\w*|criticiz\w+|quot\w+"
    r"|cit(?:ed|es|ing))\b|^:$",
    re.IGNORECASE,
)  # the list of the measure itself: about 55 % of the cues of PolNeAR
DIRECT = re.compile(r'["“].*["”][.,]?$', re.DOTALL)
QUOTES = re.compile(r'["“”]')
SPEECH, OTHER = "cue is a speech act", "cue is no speech act: belief, wish, decree ..."


def slices_of(
    text: str,
    sentences: Sequence[Span],
    source: Sequence[Span],
    cue: Sequence[Span],
    content: Sequence[Span],
) -> Iterator[str]:
    """The names of the kinds."""
    yield "all"
    yield SPEECH if SPEECH_CUE.search(_words(text, cue)) else OTHER
    told, voice = _words(text, content), _words(text, source)
    if DIRECT.match(told):
        yield "direct"
    else:
        yield "mixed" if QUOTES.search(told) else "indirect"
    if not source:
        yield "no explicit source"
    elif voice.lower() in PRONOUNS:
        yield "bare pronoun source"
    if len(content) > 1:
        yield "discontinuous content"
    starts = [sentence.start for sentence in sentences]
    if starts and len({bisect_right(starts, at) for s in content for at in (s.start, s.end - 1)}) > 1:
        yield "content over a sentence boundary"


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(span.of(text) for span in spans)
