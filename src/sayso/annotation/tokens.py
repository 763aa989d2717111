"""Where does each word of a stretch of text stand?"""

import re

from sayso.model.span import Span

_TOKEN = re.compile(
    r"""(?:[A-Za-z]\.){2,}                                        # U.S.
    |\d+(?:[.,:]\d+)*\w*                                           # 1,200  14:05  11th
    |\w+n[’']t\b                                                   # don't
    |[’'](?:s|re|ve|ll|d|m)\b                                      # 's, of Trump's
    |\w+(?:-\w+|[’'](?!(?:s|re|ve|ll|d|m)\b)\w+)*                  # Shi'ite, north-east
    |[^\w\s]""",
    re.VERBOSE,
)


def mark_tokens(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Words and single punctuation marks of the sentences; the ending 's is a token of its own."""
    return tuple(
        Span(found.start(), found.end())
        for sentence in sentences
        for found in _TOKEN.finditer(text, sentence.start, sentence.end)
    )
