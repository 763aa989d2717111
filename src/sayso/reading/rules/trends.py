"""Which words claim that acts of a kind have become more or fewer?"""

from sayso.lexicon.triggers import TriggerRow, trigger_forms, word_class
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.mention import Direction
from sayso.model.readout import TrendFound
from sayso.reading.rules.conditions import fits
from sayso.reading.rules.doers import group_start, is_passive, verb_before
from sayso.reading.rules.parties import parties_of
from sayso.reading.rules.syntax import NOMINAL, VERBS, Clause, clauses

_REACH = 8  # words between the claim and the act: "an increase in the number of cross-border attacks"
_SUBJECT = 20  # words between the act and its verb: "attacks on depots, tankers and pipelines have become"
_PARTICLES = {"up": Direction.UP, "back": Direction.DOWN, "down": Direction.DOWN}
_STOPS = frozenset({";", ":", "“", '"', "—", "–"})
_STEPS = frozenset({"stepped", "step", "stepping", "scaled", "scaling", "ramped", "ramping", "run"})


def find_trends(document: Document, marks: Marks) -> tuple[TrendFound, ...]:
    """Claims of more or less of something, in order."""
    found: list[TrendFound] = []
    for clause in clauses(document, marks):
        for k in range(len(clause.lower)):
            if k > 1 and clause.tags[k - 1] == "t" and not clause.lower[k - 2].startswith("continu"):
                continue  # "to reduce the violence" claims nothing
            direction = _direction(clause, k)
            trend = _trend(clause, k, direction) if direction else None
            if trend and not any(trend.span.meets(other.span) for other in found[-3:]):
                found.append(trend)
    return tuple(found)


def _direction(clause: Clause, k: int) -> Direction | None:
    """Which way the word at k points: "rose", "rarer", "more [frequent]", "on the [rise]", "stepped up"."""
    word = clause.lower[k]
    after = clause.lower[k + 1] if k + 1 < len(clause.lower) else ""
    if word in word_class("becomes") and after in ("more", "less", "increasingly"):
        return None  # "has grown less intense": the next words claim
    if word in word_class("often"):
        measure = clause.lower[k - 1] if k else ""
        return {"more": Direction.UP, "increasingly": Direction.UP, "less": Direction.DOWN}.get(measure)
    if word in word_class("trend-up"):
        return Direction.UP
    if word in word_class("trend-down"):
        return Direction.DOWN
    return _PARTICLES.get(after) if word in _STEPS else None


def _trend(clause: Clause, k: int, direction: Direction) -> TrendFound | None:
    """The claim at word k with the act it is about, where one stands in its place."""
    at = _act(clause, k)
    row = _row(clause, at) if at is not None else None
    if at is None or row is None:
        return None
    first, last = min(k, at), max(k, at) + 1
    while first > 0 and clause.tags[first - 1] in "dhn#":
        first -= 1
    parties = parties_of(clause, at, at + 1, row)
    since = next((span for span in clause.times if _opens(clause, span.start)), None)
    return TrendFound(
        span=clause.at(first, last),
        type=row.type,
        direction=direction,
        actor=clause.at(*parties.actors[0]) if parties.actors else None,
        recipient=clause.at(*parties.recipients[0]) if parties.recipients else None,
        since=since,
    )


def _opens(clause: Clause, start: int) -> bool:
    """Whether the words of time begin with, or come after, "since"."""
    for k, span in enumerate(clause.words):
        if span.start >= start:
            return clause.lower[k] == "since" or (k > 0 and clause.lower[k - 1] == "since")
    return False


def _act(clause: Clause, k: int) -> int | None:
    """The word that names what has become more or less, where the claim's kind of word has it."""
    if clause.lower[k] == "increasingly":
        return None  # "increasingly common": the word after it claims
    return _described(clause, k) or _measured(clause, k) or _object(clause, k) or _subject(clause, k)


def _described(clause: Clause, k: int) -> int | None:
    """ "escalating [violence]", "fewer cross-border [attacks]"."""
    for j in range(k + 1, min(len(clause.tags), k + 4)):
        if _row(clause, j):
            return j
        if clause.tags[j] not in NOMINAL or clause.tags[j] == "d":
            return None
    return None


def _measured(clause: Clause, k: int) -> int | None:
    """ "a surge in the number of [attacks]", "an escalation of the [violence]"."""
    if clause.lower[k + 1 : k + 2] not in (("in",), ("of",)) or clause.tags[k] not in "nN":
        return None
    return _first(clause, k + 2)


def _object(clause: Clause, k: int) -> int | None:
    """ "have reduced the [fighting]", "scaled back [cooperation]"."""
    if clause.tags[k] not in VERBS:
        return None
    particle = clause.lower[k + 1 : k + 2] and clause.lower[k + 1] in _PARTICLES
    return _first(clause, k + 2 if particle else k + 1)


def _first(clause: Clause, start: int) -> int | None:
    """The first act in the noun phrase that begins at a word, "of" phrases included."""
    for j in range(start, min(len(clause.tags), start + _REACH)):
        if _row(clause, j):
            return j
        if clause.tags[j] not in NOMINAL and clause.lower[j] not in ("of", "and", "as", "well"):
            return None
    return None


def _subject(clause: Clause, k: int) -> int | None:
    """ "[Attacks] on depots have become more frequent", "the number of [attacks] fell"."""
    verb = k if clause.tags[k] in VERBS else verb_before(clause, k)
    if verb is None or not _is_predicate(clause, verb, k):
        return None
    let_go = clause.lower[k] == "dropped" and is_passive(clause, k)
    if verb == k and (let_go or _next(clause, k) in "dhnNo"):
        return None  # "the attack increased the tension", "charges were dropped"
    found: int | None = None
    listed = False
    for j in range(group_start(clause, verb) - 1, max(-1, verb - _SUBJECT), -1):
        word, tag = clause.lower[j], clause.tags[j]
        if tag in "srVBam" or word in _STOPS or word in word_class("begins-clause"):
            break
        if word == "," and not listed:
            break  # "to halt the attacks, [Chad] eased"
        if tag in "GP" and not _row(clause, j):
            governs = found is not None and all(t in NOMINAL for t in clause.tags[j + 1 : found])
            return None if governs else found  # "refugees fleeing [fighting] rose": not the fighting
        listed = listed or word in ("and", "or")
        found = j if _row(clause, j) else found
    return found


def _next(clause: Clause, k: int) -> str:
    """The tag of the word after word k, adverbs aside."""
    j = k + 1
    while j < len(clause.tags) and clause.tags[j] in "bT":
        j += 1
    return clause.tags[j] if j < len(clause.tags) else "."


def _is_predicate(clause: Clause, verb: int, k: int) -> bool:
    """Whether only the words of a predicate part the verb from the claim: "has become [more frequent]"."""
    between = range(verb + 1, k)
    told = ("more", "less", "far", "much", "even", "steadily", "on", "the", "sharply", "increasingly")
    if not all(clause.lower[j] in told or clause.tags[j] in "abx" for j in between):
        return False
    return verb == k or clause.tags[verb] == "a" or clause.lower[verb] in word_class("becomes")


def _row(clause: Clause, j: int) -> TriggerRow | None:
    """The row of a noun for an act; words that claim a trend themselves are none."""
    word = clause.lower[j]
    if clause.tags[j] not in "nNG" or word in word_class("trend-up") or word in word_class("trend-down"):
        return None
    for form in trigger_forms().get(word, ()):
        if form.tag == "N" and len(form.words) == 1:
            parties = parties_of(clause, j, j + 1, form.row)
            if fits(clause, j, j + 1, form.row, parties):
                return form.row
    return None
