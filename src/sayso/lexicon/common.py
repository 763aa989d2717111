"""Is a word one that the news writes small?"""

from functools import cache

from sayso.lexicon.tables import rows


@cache
def _common() -> frozenset[str]:
    return frozenset(word for row in rows("common") for word in row["words"].split())


def is_common(word: str) -> bool:
    """Whether the word, in lower case, is no name as a rule; inflected forms are listed each."""
    return len(word) == 1 or word.removesuffix("'s").removesuffix("’s") in _common()
