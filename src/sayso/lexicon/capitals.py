"""How would a text in capitals be written otherwise?"""

import re

from sayso.lexicon.common import is_common

SHOUTED = 0.8  # share of capitals from which a text is one in capitals: news in mixed case has under .1
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
BRACKETED = re.compile(r"[(\[]([A-Z]{2,6})[)\]]")  # "(FMLN)": an abbreviation, here and everywhere
INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}")
VOWEL = re.compile(r"[AEIOUY]")
BODIES = frozenset(
    ("army", "front", "movement", "party", "forces", "force", "battalion", "brigade", "command", "police")
) | {"guard", "bank", "embassy", "unit", "cartel", "institute", "company", "school", "hotel", "house"}
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
UPPER = frozenset((*MONTHS, "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday"))


def is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals."""
    capitals = sum(c.isupper() for c in text)
    return capitals > SHOUTED * sum(c.isalpha() for c in text) and capitals > 1


def recased(text: str) -> str:
    """The text, as long as before, with capitals where a sentence, a name or an abbreviation has them.

    A text that is not all in capitals comes back as it is. What is no common word is taken for a name.
    """
    if not is_shouted(text):
        return text
    short = {found.group(1) for found in BRACKETED.finditer(text)}
    kept = {at for found in INITIALS.finditer(text) for at in range(found.start(), found.end())}
    out, named, start_ok, last = list(text), False, True, 0
    for found in WORD.finditer(text):
        word, start = found.group(), found.start()
        between = text[last:start]
        begins = not last or "\n\n" in between or (start_ok and any(mark in between for mark in '.!?":'))
        start_ok = start not in kept  # the point of "U.S." ends no sentence
        small = word.lower()
        last = found.end()
        if start in kept or word in short:
            named = True
            continue
        if len(small) != len(word):
            continue  # a letter that grows when made small: offsets must stay
        follows = named and not between.strip()
        name = not is_common(small) or small in UPPER or (follows and small in BODIES)
        if name and len(word) > 1 and not VOWEL.search(word):
            named = True
            continue  # "FMLN"
        named = name
        out[start:last] = word[0] + small[1:] if name or begins else small
    return "".join(out)
