"""Where was an act, as the words of its sentence tell?"""

from sayso.lexicon.countries import country_of
from sayso.lexicon.triggers import word_class
from sayso.model.marks import Name, NameKind
from sayso.model.mention import EventType
from sayso.model.span import Span
from sayso.reading.rules.syntax import NOMINAL, Clause

# In the training texts the nearest place was that of an act of words in 32 of 175 cases: none is linked. Of
# meetings and the like only a place that follows in the same clause is.
_BY_WORDS = frozenset(
    {
        *(EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN),
        *(EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE),
    }
)
ANYWHERE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE, EventType.RETREAT}
)


def places_of(
    clause: Clause, first: int, last: int, kind: EventType, names: tuple[Name, ...], acts: tuple[int, ...]
) -> tuple[Span, ...]:
    """The nearest place that a preposition brings in; `acts`: the words at which other acts stand."""
    if kind in _BY_WORDS:
        return ()
    starts = {span.start: k for k, span in enumerate(clause.words)}
    told = [
        (starts[name.span.start], name) for name in names if name.span.start in starts and _is_place(name)
    ]
    best: tuple[int, int] | None = None
    for n, (k, name) in enumerate(told):
        inside = k < first and all(tag in NOMINAL for tag in clause.tags[k:first])
        if not (_placed(clause, k) or (inside and _is_town(name))) or _owns(clause, k, name, told):
            continue
        if _is_body(clause, k) or _is_owner(clause, k, name):
            continue
        if kind not in ANYWHERE and not _follows(clause, last, k, acts):
            continue
        distance = k - last if k >= last else (0 if inside else 12) + first - k
        if best is None or distance < best[0]:
            best = distance, n
    return _joined(clause, told, best[1]) if best else ()


def _is_place(name: Name) -> bool:
    return name.kind is NameKind.PLACE or country_of(name.full) is not None


def _is_town(name: Name) -> bool:
    return name.kind is NameKind.PLACE and country_of(name.full) is not None


def _placed(clause: Clause, k: int) -> bool:
    """Whether a preposition of place stands before the phrase of the name at word k."""
    j = k - 1
    while j >= 0 and k - j < 10 and (clause.tags[j] in "dnNh" or clause.lower[j] == ","):
        j -= 1
    return j >= 0 and clause.lower[j] in word_class("placing")


def _owns(clause: Clause, k: int, name: Name, told: list[tuple[int, Name]]) -> bool:
    """Whether a nearer place follows within the phrase: "[Syria]'s Idlib province"."""
    size = sum(1 for span in clause.words[k:] if span.start < name.span.end)
    return clause.tags[k + size : k + size + 1] == "h" and any(j == k + size + 1 for j, _ in told)


def _is_body(clause: Clause, k: int) -> bool:
    """Whether a name is that of a body or a group: "according to the [Pentagon]"."""
    word = clause.lower[k]
    return word in word_class("state") or word in word_class("force")


def _is_owner(clause: Clause, k: int, name: Name) -> bool:
    """Whether a name tells whose a thing is, or which: "on [Tehran]'s forces", "the [Al-Salam] hospital"."""
    end = k + sum(1 for span in clause.words[k:] if span.start < name.span.end)
    after = clause.tags[end : end + 1]
    before = clause.lower[k - 1] if k else ""
    if after == "h":
        return before not in word_class("placing") - {"on", "of", "to", "from"}
    return after == "n" and country_of(name.full) is None and before != "in"


def _follows(clause: Clause, last: int, k: int, acts: tuple[int, ...]) -> bool:
    """Whether word k comes after the act, with no other act and no clause between."""
    between = clause.tags[last:k]
    return (
        k >= last and not any(last <= act < k for act in acts) and "s" not in between and "r" not in between
    )


def _joined(clause: Clause, told: list[tuple[int, Name]], n: int) -> tuple[Span, ...]:
    """The place with what says where it lies ("Ferguson, Missouri"), and a second one after "and"."""
    text_end = told[n][1].span
    words = {span.start: k for k, span in enumerate(clause.words)}
    out = [text_end]
    for _, name in told[n + 1 : n + 3]:
        k = words[name.span.start]
        size = k - 1
        if clause.lower[size] == "," and clause.words[size].start == out[-1].end:
            out[-1] = out[-1].to(name.span)
        elif clause.lower[size] == "and" and clause.words[size - 1].end == out[-1].end:
            out.append(name.span)
        else:
            break
    return tuple(out)
