"""Which words tell that a phrase means an actor: "fighters", "regime", "former"?"""

from functools import cache

from sayso.lexicon.tables import rows


@cache
def actor_words(name: str) -> frozenset[str]:
    """The words of one class of `actor_words.tsv`, in small letters."""
    return next(frozenset(row["words"].split("|")) for row in rows("actor_words") if row["class"] == name)
