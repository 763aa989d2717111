"""evaluate events."""

import json

import pytest
from click.testing import CliRunner

from sayso.cli.main import main
from sayso.exchange.muc import values

TEXT = "PUERTO AZUL, 3 MAY 90 -- [TEXT] GUERRILLAS KIDNAPPED RAMON EZCURRA,\nTHE MAYOR, TODAY."
INCIDENT = {
    "incident_type": "kidnapping",
    "PerpInd": [[["guerrillas", 32]]],
    "PerpOrg": [],
    "Target": [],
    "Victim": [[["ramon ezcurra", 53]]],
    "Weapon": [],
}
SLOTS = {
    "MESSAGE: TEMPLATE": ["1"],
    "INCIDENT: TYPE": ["KIDNAPPING"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
}
MUC = {"id": "A-1", "split": "dev", "text": TEXT, "templates": [SLOTS], "gtt_templates": [INCIDENT]}
M2E2 = {
    "id": "b_0",
    "part": "text_only_event",
    "text": "Gunmen attacked the old mill on Monday",
    "tokens": ["Gunmen", "attacked", "the", "old", "mill", "on", "Monday", "."],
    "entities": [{"entity-type": "PER", "text": "Gunmen", "start": 0, "end": 1}],
    "events": [
        {
            "trigger": {"start": 1, "end": 2, "text": "attacked"},
            "event_type": "Conflict:Attack",
            "arguments": [{"role": "Attacker", "start": 0, "end": 1, "text": "Gunmen"}],
        }
    ],
}


def run(*args):
    return CliRunner().invoke(main, ["evaluate", "events", *(str(arg) for arg in args)])


def write(path, *lines):
    path.write_text("".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines))
    return path


def test_it_scores_incidents_and_writes_them_in_the_form_of_the_file(tmp_path):
    file, out = write(tmp_path / "muc.jsonl", MUC), tmp_path / "pred.jsonl"
    figures = json.loads(run(file, "--to", out, "--json").stdout)
    assert figures["f1"]["all"]["f"] == 1
    assert figures["accuracy"]["stage"] == {"rate": 1, "of": 1}
    (line,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert list(line) == list(MUC)
    assert line["text"] == TEXT
    assert line["gtt_templates"] == [INCIDENT]
    assert line["templates"][0]["HUM TGT: NAME"] == ['"RAMON EZCURRA"']
    assert run(out).stdout == run(file).stdout


def test_it_scores_triggers_and_writes_them_in_the_form_of_the_file(tmp_path):
    file, out = write(tmp_path / "m2e2.jsonl", M2E2, M2E2), tmp_path / "pred.jsonl"
    told = run(file, "--to", out)
    assert told.stdout.startswith("2 sentences\n")
    line, _ = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert list(line) == list(M2E2)
    (event,) = line["events"]
    assert event["trigger"] == M2E2["events"][0]["trigger"]
    assert event["event_type"] == "Conflict:Attack"
    assert M2E2["events"][0]["arguments"][0] in event["arguments"]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([], "holds no line; each should be"),
        (["[1]\n"], "first line: no JSON object"),
        (['{"id": "x", "text": "y"}\n'], "of no form that is known; it should be"),
        ([MUC, "{\n"], "line 2: no JSON"),
        ([MUC, {**MUC, "id": "B", "templates": 3}], "line 2: Expected array, got int - at $.templates"),
        ([{**MUC, "text": None}], "line 1: Expected str, got null - at $.text"),
    ],
)
def test_it_says_what_is_wrong_with_a_file(tmp_path, lines, complaint):
    told = run(write(tmp_path / "bad.jsonl", *lines))
    assert told.exit_code == 3
    assert complaint in told.stderr


def test_it_keeps_a_text_that_cannot_be_read_as_a_failure(tmp_path):
    told = run(write(tmp_path / "muc.jsonl", MUC, {**MUC, "id": "blank", "text": " "}))
    assert told.exit_code == 1
    assert "blank: ingest: no-text" in told.stderr


def test_it_reads_set_values_of_slots():
    told = values(['? POSSIBLE / REPORTED AS FACT: "A: B / C"', "(ACQUITTED)"])
    assert told == {"POSSIBLE", "REPORTED AS FACT", "ACQUITTED"}
