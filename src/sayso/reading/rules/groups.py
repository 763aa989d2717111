"""Where do noun phrases begin and end, whose are they, and which hang on a preposition?"""

from sayso.lexicon.grammar import words_of
from sayso.lexicon.triggers import word_class
from sayso.reading.rules.syntax import NOMINAL, Clause

Words = tuple[int, int]  # the first word and the one after the last
REACH = 24  # words that a search goes to either side: longer clauses of news are rare, and time stays linear
_QUOTES = frozenset("\"“”‘'")
LOYAL = frozenset({"loyal", "allied", "linked", "aligned", "affiliated", "opposed"})  # "forces loyal to X"


def phrase_after(clause: Clause, i: int) -> Words | None:
    """The noun phrase that begins at word i, adverbs aside, with its "of" phrases; None where none does."""
    tags, n = clause.tags, len(clause.tags)
    while i < n and (tags[i] in "bT" or clause.lower[i] in ('"', "“", "‘", "both", "either")):
        i += 1
    first, last = i, i
    if i < n and tags[i] == "o":
        return i, i + 1
    while i < n and i - first < 3 and clause.lower[i] in word_class("about"):
        i += 1
    if i >= n or tags[i] != "#":
        i = first
    else:
        last = i
    while i < n:
        whose = tags[i] == "h" and clause.lower[i] in words_of("possessive")
        if whose and last > first and tags[i - 1] in "nN":
            break  # "12 drivers [his men] had captured"
        adjective = tags[i] == "P" and i - first < 2 and tags[i + 1 : i + 2] in ("n", "N")
        if tags[i] in NOMINAL or adjective or (tags[i] == "T" and _dates_noun(clause, i)):
            i += 1
            last = i
        elif last > first and (
            (clause.lower[i - 1] in LOYAL and tags[i] in "pt" and tags[i + 1 : i + 2] in ("d", "n", "N", "h"))
            or (clause.lower[i] in _QUOTES and tags[i + 1 : i + 2] in ("n", "N") and tags[i - 1] in "dhnN")
            or (clause.lower[i] == "of" and i + 1 < n and tags[i + 1] in NOMINAL)
            or (clause.lower[i] in ("and", "&") and _joins(clause, i))
            or (clause.lower[i] == "," and _lists(clause, i))
        ):
            i += 1
        else:
            break
    return (first, last) if set(tags[first:last]) - set("dhT") else None


def _dates_noun(clause: Clause, i: int) -> bool:
    """Whether words of time stand inside a noun phrase: "the [13 November] attacks"."""
    k = i
    while k > 0 and clause.tags[k - 1] == "T":
        k -= 1
    while i < len(clause.tags) and clause.tags[i] == "T":
        i += 1
    return k > 0 and clause.tags[k - 1] in "dh" and clause.tags[i : i + 1] in ("n", "N")


def _joins(clause: Clause, i: int) -> bool:
    """Whether "and" at word i joins two nouns: what follows is nominal and no clause of its own."""
    tags, n, k = clause.tags, len(clause.tags), i + 1
    if k >= n or tags[k] not in NOMINAL:
        return False
    while k < n and tags[k] in NOMINAL:
        k += 1
    return k >= n or tags[k] not in "VBamP"


def _lists(clause: Clause, i: int) -> bool:
    """Whether the comma at word i stands in a list of names that ends with "and"."""
    tags, k, commas = clause.tags, i, 0
    if i == 0 or tags[i - 1] != "N":
        return False
    while k < len(tags) and commas < 8 and clause.lower[k] == ",":
        commas, k = commas + 1, k + 1
        if k >= len(tags) or tags[k] not in "Nd":
            return False
        while k < len(tags) and tags[k] in "Nd":
            k += 1
        if k < len(tags) and clause.lower[k] == "and":
            return True
    return False


def phrase_before(clause: Clause, i: int) -> Words | None:
    """The noun phrase that ends right before word i, without what hangs on it by prepositions."""
    tags = clause.tags
    j = i - 1
    while j >= 0 and (tags[j] in "bTx" or (tags[j] == "p" and tags[j + 1 : j + 2] == "T")):
        j -= 1
    if j >= 0 and tags[j] == "o":
        return j, j + 1
    last = j + 1
    while j >= 0 and (
        tags[j] in NOMINAL
        or (tags[j] in "pt" and j and tags[j - 1] in "nN#p" and tags[j + 1] in "dhnN#p" and _hangs(clause, j))
        or (
            clause.lower[j] == "and"
            and j
            and tags[j - 1] in NOMINAL
            and tags[j + 1] in NOMINAL
            and clause.lower[j - 1] != "dead"
        )
        or (tags[j] == "P" and tags[j + 1] in "nN" and j and tags[j - 1] in "dh")
    ):
        if tags[j] == "d" and clause.lower[j] in words_of("article") and j and tags[j - 1] in "nN#":
            j -= 1
            break  # "in Benghazi [the dockers]"
        j -= 1
    first = j + 1
    while first < last and tags[first] in "pch" and clause.lower[first] not in words_of("possessive"):
        first += 1
    if last <= first:
        return None
    last = _cut(clause, first, last)
    counted = tags[first] == "#" or clause.lower[first] in word_class("about")  # "At [least] nine people"
    while counted and first and clause.lower[first - 1] in word_class("about"):
        first -= 1
    if clause.lower[first] == "as" and tags[first + 1] == "#":
        first += 1
    return first, last


def _hangs(clause: Clause, k: int) -> bool:
    """Whether the preposition at word k ties noun to noun; "since" and "after" as often begin a clause."""
    return clause.lower[k] not in word_class("begins-clause")


def _cut(clause: Clause, first: int, last: int) -> int:
    """The end of the phrase without prepositions other than "of": "rebels in the north" is "rebels"."""
    for k in range(first + 1, last):
        if clause.tags[k] in "pt" and clause.lower[k] not in ("of", "for"):
            return k
    return last


def owner_in(clause: Clause, first: int, last: int) -> Words | None:
    """Whose it is within the noun phrase [first, last): "[Turkey]'s offensive", "[their] attacks"."""
    for k in range(last - 1, first - 1, -1):
        if clause.tags[k] == "h":
            if clause.lower[k] == "whose":
                return phrase_before(clause, k - 1 if k and clause.lower[k - 1] == "," else k)
            if clause.lower[k] in words_of("possessive"):
                return k, k + 1
            return _owner(clause, k)
    return None


def _owner(clause: Clause, i: int) -> Words | None:
    """The noun phrase right before "'s" at word i, without the one that it hangs on."""
    told = phrase_before(clause, i)
    if told is None or (told[1] == i and not _counts_time(clause, told)):
        return told
    k = i
    while k > told[0] and clause.tags[k - 1] in NOMINAL:
        k -= 1
    return (k, i) if k < i else None


def _counts_time(clause: Clause, told: Words) -> bool:
    """Whether what is before "of" is no party: "after three days of [Turkey]'s offensive"."""
    for k in range(told[0] + 1, told[1]):
        if clause.lower[k] == "of":
            word = clause.lower[k - 1]
            return clause.tags[k - 1] == "n" and not any(
                word in word_class(name) for name in ("people", "state", "force", "person", "org", "party")
            )
    return False


def _scope(clause: Clause, i: int) -> int:
    """Where what hangs on word i ends at the latest: before the next clause."""
    k = i
    while k < len(clause.tags) and k - i < REACH:
        if clause.tags[k] in "sr" or clause.lower[k] in (";", ":", ".", "”", '"') or clause.tags[k] in "V":
            return k
        if clause.tags[k] == "P" and k > i and clause.tags[k - 1] in "acmoN":
            return k
        k += 1
    return k


def after_preposition(clause: Clause, i: int, preps: frozenset[str], *, near: int = REACH) -> Words | None:
    """The first phrase after one of the prepositions, right of word i and in its clause."""
    for k in range(i, min(_scope(clause, i), i + near)):
        if clause.lower[k] in preps:
            told = phrase_after(clause, k + 1)
            if told and clause.tags[told[0] : told[1]] != "T":
                return told
    return None


def split_pair(clause: Clause, told: Words) -> tuple[Words, ...]:
    """ "A and B" as two phrases where both are names or the conjunction is plain; else the phrase itself."""
    for k in range(told[0] + 1, told[1] - 1):
        if clause.lower[k] == "and":
            return (told[0], k), (k + 1, told[1])
    return (told,)
