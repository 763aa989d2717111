"""evaluate attribution."""

import json

import pytest
from click.testing import CliRunner

from sayso.cli.main import main

TEXT = "The miller said the dam is safe.\n\nAnn denied that she had opened it."
GOLD = {
    "id": "mill",
    "publisher": "Example Post",
    "date": "2021-07-13",
    "text": TEXT,
    "sentences": [[0, 32], [34, 68]],
    "attributions": [
        {"id": "E1", "source": [[0, 10]], "cue": [[11, 15]], "content": [[16, 31]]},
        {"id": "E2", "source": [[34, 37]], "cue": [[38, 44]], "content": [[45, 67]]},
    ],
}


def run(*args):
    return CliRunner().invoke(main, ["evaluate", "attribution", *(str(arg) for arg in args)])


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n" + json.dumps({**GOLD, "id": "again"}) + "\n", encoding="utf-8")
    return path


def test_it_scores_attributions(gold):
    told = run(gold, "--by-slice")
    assert told.exit_code == 0
    assert told.stdout.startswith("2 texts\n")
    assert "FULL (strict)" in told.stdout
    assert "bare pronoun" not in told.stdout
    assert "cue is a speech act" in told.stdout


def test_it_writes_predictions_in_the_form_of_the_file_so_that_they_score_the_same(gold, tmp_path):
    out = tmp_path / "pred.jsonl"
    figures = json.loads(run(gold, "--to", out, "--json").stdout)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["mill", "again"]
    assert all(set(line) == set(GOLD) and line["text"] == TEXT for line in lines)
    assert all(set(one) == {"id", "source", "cue", "content"} for one in lines[0]["attributions"])
    assert figures["documents"] == 2
    assert figures["f1"]["detected"]["pred"] == sum(len(line["attributions"]) for line in lines) > 0
    assert set(figures["slices"]["all"]) == {"rate", "of"}


def test_it_explains_what_is_wrong_with_a_file(tmp_path):
    path = tmp_path / "empty.jsonl"
    path.write_text("\n")
    told = run(path)
    assert told.exit_code == 3
    assert "holds no line; each should be" in told.stderr
    assert run(tmp_path / "none.jsonl").exit_code == 3


def test_it_names_the_readers_that_there_are(gold):
    told = run(gold, "--reader", "oracle")
    assert told.exit_code == 2
    assert "there are: encoder, rules, llm" in told.stderr


def test_it_keeps_a_text_that_cannot_be_read_as_a_failure(tmp_path):
    path = tmp_path / "blank.jsonl"
    path.write_text(json.dumps({"id": "blank", "text": " ", "attributions": []}))
    told = run(path)
    assert told.exit_code == 3
    assert "blank: ingest: no-text" in told.stderr
