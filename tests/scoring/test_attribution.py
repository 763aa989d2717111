"""The figures of attributions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import Span
from sayso.scoring.attribution import KEYS, Attributed, AttributedText, score_attribution
from sayso.scoring.attribution_slices import slices_of
from sayso.scoring.matching import matched

TEXT = "Ann said the dam holds. “It will last,” she added, “for years.”"


def at(*words):
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def one(source, cue, *content):
    return Attributed(source=at(*source), cue=at(cue), content=at(*content))


GOLD = AttributedText(
    id="a",
    text=TEXT,
    sentences=(Span(0, 23), Span(24, len(TEXT))),
    attributions=(
        one(["Ann"], "said", "the dam holds"),
        one(["she"], "added", "“It will last,”", "“for years.”"),
    ),
)


def f1(*told):
    return {key: found.f for key, found in score_attribution([GOLD], {"a": told}).f1.items()}


def test_it_finds_all_in_the_annotation_itself():
    assert set(f1(*reversed(GOLD.attributions)).values()) == {1.0}


def test_it_counts_a_text_without_prediction_as_empty():
    made = score_attribution([GOLD], {})
    assert made.f1["FULL (strict)"].gold == 2
    assert {found.f for found in made.f1.values()} == {0.0}


def test_it_asks_for_cue_source_and_most_of_the_content():
    figures = f1(one(["Ann"], "said", "dam holds"), one(["Ann"], "added", "“It will last,”", "“for years.”"))
    assert figures["detected"] == 1
    assert figures["+ source"] == 0.5
    assert figures["FULL (strict)"] == 0.5  # "dam holds" has token F1 .8 with "the dam holds"
    assert figures["FULL exact"] == 0
    assert figures["source exact"] == pytest.approx(2 / 3)


def test_it_leaves_punctuation_out_where_it_says_so():
    figures = f1(GOLD.attributions[0], one(["she"], "added", "It will last", "for years"))
    assert (figures["content exact"], figures["content exact ~punct"]) == (0.5, 1)
    assert figures["content frag exact"] == pytest.approx(1 / 3)


def test_it_matches_sources_that_both_lack():
    assert f1(one([], "said", "the dam holds"))["+ source"] == 0


def test_it_tells_the_kinds_of_an_attribution():
    content = at("“It will last,”", "“for years.”")
    kinds = set(slices_of(TEXT, GOLD.sentences, at("she"), at("added"), content))
    assert kinds == {"all", "cue is a speech act", "direct", "bare pronoun source", "discontinuous content"}


@given(st.lists(st.lists(st.integers(0, 5), max_size=4), max_size=6))
def test_it_matches_as_many_as_any_other_way_would(admissible):
    def best(place, free):
        if place == len(admissible):
            return 0
        skip = best(place + 1, free)
        return max([skip, *(1 + best(place + 1, free - {j}) for j in admissible[place] if j in free)])

    pairs = matched(admissible, 6)
    assert len(pairs) == best(0, frozenset(range(6)))
    assert len(set(pairs.values())) == len(pairs)
    assert all(j in admissible[i] for i, j in pairs.items())


def test_it_has_all_the_figures_it_promises():
    assert tuple(score_attribution([GOLD], {}).f1) == KEYS
