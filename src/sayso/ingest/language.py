"""Which language is a text in?"""

import re
from typing import Final

import py3langid

SAMPLE: Final = 1000  # code points; of 1,668 texts and parts of texts all told what 2,000 tell, in .32 ms
FIRST: Final = 300  # of 1,668 eight told something else, all by less than 13 log odds, in .15 ms
SURE: Final = 24.0  # log odds by which the best leads in 96 % of them: then nobody looks further
FEWEST: Final = 5  # words; of fewer the detector says anything ("Five die": German)
# Log odds within which the declared language wins. Of 129 PolNeAR dev sentences of 5 to 9 words 7 put another
# language before English, 6 of them by less than 4.5; the median lead of English is 19.6.
NEAR: Final = 8.0
RARE: Final = 24.0  # by which a language without a two-letter code must lead: lists of names pass for Pidgin

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LETTER: Final = re.compile(r"[^\W\d_]")


def _ranked(sample: str) -> list[tuple[str, float]]:
    return [(str(language), float(score)) for language, score in py3langid.rank(sample) if language != "zxx"]


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code (639-3 where there is none) by the words themselves; None of too few words.

    What the page declares ("en-GB") decides only close calls: templates declare what they like.
    """
    sample = text[:SAMPLE]
    # Chinese and Thai have no white space between words: ten letters stand for one.
    if len(_WORD.findall(sample)) < FEWEST and len(_LETTER.findall(sample)) < 10 * FEWEST:
        return None
    ranked = _ranked(sample[:FIRST])
    if ranked[0][1] - ranked[1][1] <= SURE and len(sample) > FIRST:
        ranked = _ranked(sample)
    best = ranked[0][1]
    said = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    if said in [language for language, score in ranked if best - score < NEAR]:
        return said
    common = next(
        (language for language, score in ranked if len(language) == 2 and best - score < RARE), None
    )
    return common or ranked[0][0]
