"""Which figures of people does a sentence tell, and at which word of harm?"""

from bisect import bisect_left
from dataclasses import dataclass, replace

from sayso.coding.figure_phrases import Scene, Tally, head_of, tally_of
from sayso.coding.figure_sufferers import phrase_at, sufferers
from sayso.lexicon.counted import humans, is_thing
from sayso.lexicon.harms import Harm, Use, harm_pattern, harms
from sayso.model.document import Document
from sayso.model.marks import Marks, NameKind
from sayso.model.span import Span
from sayso.reading.rules.doers import group_start
from sayso.reading.rules.groups import Words
from sayso.reading.rules.syntax import VERBS, Clause, clauses

_WIDE = frozenset(  # words that are said of things as well
    [
        "capture",
        "captured",
        "captures",
        "capturing",
        "seize",
        "seized",
        "seizing",
        "held",
        "hold",
        "holds",
        "holding",
        "evacuated",
        "flee",
        "fled",
        "fleeing",
        "execute",
        "executed",
        "missing",
        "hurt",
        "gun",
        "body",
        "arrest",
        "arrests",
    ]
)
_NEAR = 7  # words between a number and the word of harm that it stands before: "12 more civilian deaths"
_FATAL = frozenset({"dead", "fatal", "fatally", "death", "deadly"})
_AND = (("and",), ("or",))
_DEAD_OR_HURT = frozenset({"killed", "dead", "injured", "wounded", "hurt"})
_RISES = frozenset(
    {"to", "at", "of", "reached", "reaches", "stands", "stood", "passed", "exceeded", "was", "is"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure with the word of harm that it hangs on."""

    of: str
    tally: Tally
    site: Span
    passive: bool = False  # the word of harm follows those who suffered
    toll: bool = False  # a sum told as such
    sure: bool = True  # False: a shot that may not have killed
    real: bool = True  # False: "could kill", "to arrest"
    single: bool = False  # one person, without a number
    named: frozenset[str] = frozenset()  # the words of the names of those it tells of


def tell_figures(document: Document, marks: Marks) -> tuple[tuple[Span, tuple[Told, ...]], ...]:
    """The sentences that tell of people harmed, with their figures; the others are not looked at closely."""
    pattern, text = harm_pattern(), document.text
    near = tuple(s for s in marks.sentences if pattern.search(text, s.start, s.end))
    out = []
    for clause in clauses(document, replace(marks, sentences=near)):
        scene = Scene(text, clause, _persons(clause, marks))
        out.append((clause.span, told_in(scene)))
    return tuple(out)


def _persons(clause: Clause, marks: Marks) -> frozenset[int]:
    starts = [word.start for word in clause.words]
    first = bisect_left(marks.names, clause.span.start, key=lambda name: name.span.start)
    last = bisect_left(marks.names, clause.span.end, key=lambda name: name.span.start)
    out: set[int] = set()
    for name in marks.names[first:last]:
        if name.kind is NameKind.PERSON:
            out.update(range(bisect_left(starts, name.span.start), bisect_left(starts, name.span.end)))
    return frozenset(out)


def told_in(scene: Scene) -> tuple[Told, ...]:
    """Every figure of people in a sentence, in order."""
    out: list[Told] = []
    for k, word in enumerate(scene.clause.lower):
        for harm in harms().get(word, ()):
            found = _told(scene, k, harm)
            if found is not None:
                if not any((one.of, one.tally) == (found.of, found.tally) for one in out):
                    out.append(found)
                break
    return tuple(out)


def _told(scene: Scene, k: int, harm: Harm) -> Told | None:
    clause = scene.clause
    if harm.use is Use.SUM:
        return _sum(scene, k, harm)
    if clause.tags[k] in VERBS and "x" in clause.tags[group_start(clause, k) : k]:
        return None  # "did not kill"
    for words, passive in sufferers(scene, k, harm):
        tally = tally_of(scene, words)
        if tally is None:
            continue
        tally = _with_part(scene, words, tally)
        if clause.lower[k] in _WIDE and not _is_people(scene, words):
            continue
        if harm.of == "displaced" and scene.number_in(*words) is None:
            continue
        violent = harm.use in (Use.VIOLENCE, Use.VIOLENT)
        named = (clause.lower[j] for j in range(*words) if j in scene.persons)
        return Told(
            of=_both(clause, k) or harm.of,
            tally=tally,
            site=clause.words[k],
            passive=passive,
            sure=not violent or _is_fatal(clause, k),
            real=_is_real(clause, k),
            single=scene.number_in(*words) is None and tally.high == 1,
            named=frozenset(named),
        )
    return None


def _with_part(scene: Scene, words: Words, tally: Tally) -> Tally:
    """The tally with those of them whom "including" picks out: "five people, [including two children]"."""
    k = words[1]
    lower = scene.clause.lower
    k += lower[k : k + 1] == (",",)
    if lower[k : k + 1] not in (("including",), ("among",)) or tally.parts:
        return tally
    told = phrase_at(scene, k + 1 + (lower[k + 1 : k + 2] == ("them",)))
    part = tally_of(scene, told) if told else None
    fits = part is not None and (tally.high is None or part.low is None or part.low <= tally.high)
    return replace(tally, parts=part.parts or (part,)) if part and fits else tally


def _both(clause: Clause, k: int) -> str | None:
    """ "Casualties" where one number tells of dead and hurt: "60 were killed and injured"."""
    joined = [clause.lower[k + 2 : k + 3], clause.lower[k - 2 : k - 1] if k > 1 else ()]
    ands = [clause.lower[k + 1 : k + 2], clause.lower[k - 1 : k]]
    here = clause.lower[k] in _DEAD_OR_HURT
    if here and any(a in _AND and w and w[0] in _DEAD_OR_HURT for a, w in zip(ands, joined, strict=True)):
        return "casualties"
    return None


def _is_real(clause: Clause, k: int) -> bool:
    """Whether the verb tells what was: not "could kill", but "is reported to have died"."""
    first = group_start(clause, k)
    return "have" in clause.lower[first:k] or not {"m", "t"} & set(clause.tags[first:k])


def _is_fatal(clause: Clause, k: int) -> bool:
    """Whether the clause says that the violence killed: "shot dead", "fatally stabbed", "beaten to death"."""
    return any(word in _FATAL for word in clause.lower[max(0, k - 3) : k + _NEAR])


def _is_people(scene: Scene, words: Words) -> bool:
    head = head_of(scene.clause, words)
    lower = scene.clause.lower
    number = scene.number_in(*words)
    if number and number[1] >= words[1]:
        return not is_thing(lower[number[1]] if number[1] < len(lower) else "")
    inside = lower[words[0] : words[1]]
    return head in scene.persons or any(word in humans() for word in inside) or lower[words[0]] in (
        "him", "her", "he", "she")  # fmt: skip


def _sum(scene: Scene, k: int, harm: Harm) -> Told | None:
    """The number to which a toll rose: "the death toll from the attack rose to 14"."""
    clause = scene.clause
    of = "injured" if any(w.startswith("injur") for w in clause.lower[max(0, k - 2) : k]) else harm.of
    for first, last, _ in scene.numbers:
        if k < first < k + 28 and clause.lower[first - 1] in _RISES and scene.number_in(first, last):
            tally = tally_of(scene, (first, last))
            return Told(of=of, tally=tally, site=clause.words[k], toll=True) if tally else None
    return None
