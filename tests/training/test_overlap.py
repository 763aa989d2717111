"""What training may not have seen."""

from sayso.training.overlap import RUN, runs, unseen

JUDGE = "The ferry left the old harbour at noon with nine passengers and a goat on its deck, said the purser."


def test_it_leaves_out_a_text_that_shares_thirteen_words():
    copied = "He wrote: the FERRY left the old harbour -- at noon with nine passengers and a goat. It sank."
    assert unseen([copied], [JUDGE]) == [False]


def test_it_keeps_a_text_that_shares_twelve():
    twelve = " ".join(JUDGE.split()[: RUN - 1])
    assert unseen([f"{twelve} stayed ashore"], [JUDGE]) == [True]


def test_it_has_no_run_in_a_short_text():
    assert runs("Nine passengers and a goat.") == frozenset()
