"""Which language is a text in?"""

import re
from typing import Final

import py3langid

SAMPLE: Final = 2000  # code points, about a page of print: 0.3 ms; more changes no answer
FEWEST: Final = 5  # words; of fewer the detector says anything ("Five die": German)
NEAR: Final = (
    8.0  # log odds within which the declared language wins. Of 129 PolNeAR dev sentences of 5 to 9 words
)
# 7 put another language before English, 6 of them by less than 4.5; the median lead of English is 19.6

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LETTER: Final = re.compile(r"[^\W\d_]")


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code (639-3 where there is none) by the words themselves; None of too few words.

    What the page declares ("en-GB") decides only close calls: templates declare what they like.
    """
    sample = text[:SAMPLE]
    # Chinese and Thai have no white space between words: ten letters stand for one.
    if len(_WORD.findall(sample)) < FEWEST and len(_LETTER.findall(sample)) < 10 * FEWEST:
        return None
    ranked = [
        (str(language), float(score)) for language, score in py3langid.rank(sample) if language != "zxx"
    ]
    best = ranked[0][1]
    close = [language for language, score in ranked if best - score < NEAR]
    said = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    if said in close:
        return said
    return next((language for language in close if len(language) == 2), close[0])
