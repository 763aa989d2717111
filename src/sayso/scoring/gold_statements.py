"""How well do the statements of one document agree with those of an annotator?"""

from collections.abc import Sequence

from sayso.model.span import Span
from sayso.model.statement import Hop, Statement
from sayso.scoring.mistake import Mistake
from sayso.scoring.tally import Tally
from sayso.scoring.words import Words, name_words, overlap, pair

FOUND, STRICT = 0.5, 0.8  # F1 of the words of two contents: the corpus' own definitions
NUDGE = 0.001  # among equally good contents the pair with the same origin, then the same chain, goes first


def score_statements(
    words: Words, golds: Sequence[Statement], preds: Sequence[Statement], tally: Tally
) -> list[Mistake]:
    """Adds the counts to the tally; returns what was missed or laid at another door."""
    pairs = pair(golds, preds, lambda g, p: _likeness(words, g, p), FOUND)
    hits = dict.fromkeys(("found", "strict", "origin", "chain", "multi-hop"), 0)
    mistakes = []
    for i, j in pairs:
        gold, told = golds[i], preds[j]
        origin, whole = same_hop(words, gold.origin, told.origin), same_chain(words, gold, told)
        hits["found"] += 1
        hits["strict"] += overlap(words.of(gold.content), words.of(told.content)) >= STRICT
        hits["origin"] += origin
        hits["chain"] += whole
        hits["multi-hop"] += whole and len(gold.chain) > 1
        _mark(gold, told, tally)
        if not origin:
            mistakes.append(Mistake(kind="origin", gold=gold.origin.voice.who, told=told.origin.voice.who))
    for key, count in hits.items():
        least = 2 if key == "multi-hop" else 1
        tally.there(f"st.{key}", gold=_long(golds, least), pred=_long(preds, least), hits=count)
    paired = {i for i, _ in pairs}
    missed = [
        Mistake(kind="missed statement", gold=g.content[0]) for i, g in enumerate(golds) if i not in paired
    ]
    return mistakes + missed


def _likeness(words: Words, gold: Statement, told: Statement) -> float:
    nudges = same_hop(words, gold.origin, told.origin) + same_chain(words, gold, told)
    return overlap(words.of(gold.content), words.of(told.content)) + NUDGE * nudges


def _long(statements: Sequence[Statement], least: int) -> int:
    return sum(len(s.chain) >= least for s in statements)


def _mark(gold: Statement, told: Statement, tally: Tally) -> None:
    tally.mark("st.stance", right=gold.stance is told.stance)
    tally.mark("st.quoted", right=gold.quoted is told.quoted)
    tally.mark("st.hedged", right=bool(gold.hedges) == bool(told.hedges))
    tally.mark("st.named", right=gold.origin.voice.named == told.origin.voice.named)
    tally.mark("st.kind", right=gold.origin.voice.kind is told.origin.voice.kind)


def same_chain(words: Words, gold: Statement, told: Statement) -> bool:
    """Whether both have the same hops in the same order."""
    return len(gold.chain) == len(told.chain) and all(
        same_hop(words, g, p) for g, p in zip(gold.chain, told.chain, strict=True)
    )


def same_hop(words: Words, gold: Hop, told: Hop) -> bool:
    """Whether two hops have the same voice."""
    return same_voice(words, (gold.voice.who, gold.mention), (told.voice.who, told.mention))


def same_voice(
    words: Words, gold: tuple[str | None, Span | None], told: tuple[str | None, Span | None]
) -> bool:
    """Whether name and mention tell the same one: by half of the words of either, or both unknown."""
    (who, here), (other, there) = gold, told
    if not who and not here:
        return not other and not there
    if here and there and overlap(words.of([here]), words.of([there])) >= FOUND:
        return True
    return overlap(name_words(who), name_words(other)) >= FOUND
