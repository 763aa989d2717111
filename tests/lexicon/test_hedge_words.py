"""Hedges: which words weaken, and where the same words do not."""

import pytest

from sayso.lexicon.hedges import find_hedges


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("It could burn.", True),
        ("I could not sleep.", False),
        ("It could not be met.", False),
        ("They are likely to leave.", True),
        ("They are less likely to leave.", False),
        ("It might rain.", True),
        ("It has military might, and ships.", False),
        ("May was warm.", False),
    ],
)
def test_it_knows_where_a_word_weakens(text, hedged):
    assert bool(find_hedges(text, 0, len(text))) is hedged
