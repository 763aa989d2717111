"""Does what is counted as rounds and troops stand beside its number?"""

import pytest

from sayso.coding.figure_things import _counted
from sayso.model.span import Span


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("They fired a barrage of 14 rockets at the port.", ["rounds"]),
        ("It sent 2,000 extra troops north.", ["troops"]),
        ("At least nine killed as drones hit a depot.", []),
        ("Eleven people died when a missile struck.", []),
        ("27 wounded after shells fell on the market.", []),
    ],
)
def test_it_counts_only_what_the_number_is_of(text, of):
    assert [figure.of for figure in _counted(text, Span(0, len(text)))] == of
