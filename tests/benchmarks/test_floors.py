"""Floors of quality."""

import pytest

from benchmarks.floors import Figure, Floor, complaint, lifted, lowered, read, write

F1 = Figure(name="f1", value=0.8, corpus="abc")


def floors(value, **other):
    return {"f1": Floor(name="f1", value=value, corpus="abc", **other)}


def test_it_complains_below_the_floor_and_not_at_it():
    assert complaint(F1, floors(0.81))
    assert complaint(F1, floors(0.8)) is None
    assert complaint(F1, floors(0.8003)) is None  # noise


def test_it_complains_where_smaller_is_better():
    seconds = Figure(name="f1", value=2.0, corpus="abc", better="down")
    assert complaint(seconds, floors(1.0, better="down"))
    assert complaint(seconds, floors(3.0, better="down")) is None


def test_it_complains_about_another_corpus():
    assert "another corpus" in (complaint(F1, {"f1": Floor(name="f1", value=0.1, corpus="xyz")}) or "")


def test_it_never_lowers_when_lifting():
    assert lifted([F1], floors(0.9))["f1"].value == 0.9
    assert lifted([F1], floors(0.7))["f1"].value == 0.8


def test_it_lowers_only_with_a_sentence(tmp_path):
    with pytest.raises(ValueError, match="sentence"):
        lowered(F1, floors(0.9), "why not")
    kept = lowered(F1, floors(0.9), 'the corpus lost its "easy" half')
    write(kept.values(), tmp_path / "floors.toml")
    assert read(tmp_path / "floors.toml") == kept
