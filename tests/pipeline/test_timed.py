import json

import pytest

from sayso.errors import InputError
from sayso.exchange.times_form import encode, extents_of, gold_of, line_of, page_of, times_lines, told_of
from sayso.pipeline.timed import times_of
from sayso.scoring.times import score_times

TEXT = "The bridge fell on Monday.\n\nIt was rebuilt in two years."
LINE = {
    "id": "a",
    "text": TEXT,
    "dct": "2021-07-13T10:00:00",
    "timexes": [
        {"start": 19, "end": 25, "type": "DATE", "value": "2021-07-12"},
        {"start": 46, "end": 55, "type": "DURATION", "value": "P2Y"},
    ],
}


def lines(tmp_path, row):
    file = tmp_path / "times.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return times_lines(file)


def test_it_reads_scores_and_writes_lines_of_the_form(tmp_path):
    (line,) = lines(tmp_path, LINE)
    found, given = times_of(page_of(line), extents_of(line))
    made = score_times({line.id: gold_of(line)}, {line.id: told_of(found, given)})
    assert (made.strict_f1, made.value_f1, made.given_accuracy) == (1.0, 1.0, 1.0)
    (again,) = lines(tmp_path, json.loads(encode(line_of(line, found, given))))
    assert gold_of(again) == gold_of(line)


def test_it_counts_a_text_that_was_not_read_as_one_without_times(tmp_path):
    (line,) = lines(tmp_path, LINE)
    made = score_times({line.id: gold_of(line)}, {})
    assert (made.gold, made.pred, made.value_f1, made.given_accuracy) == (2, 0, 0.0, 0.0)


def test_it_names_the_place_of_a_time_outside_the_text(tmp_path):
    wrong = {**LINE, "timexes": [{"start": 50, "end": 500, "value": "2021"}]}
    with pytest.raises(InputError, match="outside the text"):
        lines(tmp_path, wrong)
