"""The reader `llm` in a run: what it refuses is kept, what it could not read is asked for again."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reading.endpoint.stub import DENIAL, GOOD, SHELLING, TEXT, says, serving, status
from sayso.cli.main import main
from sayso.errors import SettingsError
from sayso.pipeline.settings import Settings, settled
from sayso.pipeline.versions import reader_version
from sayso.reading.endpoint.settings import EndpointSettings, from_environment

ROOT = Path(__file__).parents[3]
INVENTED = DENIAL | {"content": [{"s": 3, "w": "that it won"}]}
AT_HOME = {"SAYSO_LLM_URL": "http://localhost:11434/v1", "SAYSO_LLM_MODEL": "small:7b"}


@pytest.fixture
def sayso(tmp_path, monkeypatch):
    """Runs a command in a folder that holds one report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "depot.jsonl").write_text(json.dumps({"id": "depot", "text": TEXT}) + "\n")
    for name in ("SAYSO_LLM_URL", "SAYSO_LLM_MODEL", "SAYSO_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)

    def run(*words, url=None):
        env = {"SAYSO_LLM_URL": url, "SAYSO_LLM_MODEL": "small:7b", "SAYSO_LLM_RETRIES": "0"} if url else {}
        return CliRunner().invoke(main, words, env=env)

    return run


def summary(result):
    return json.loads(result.stdout)


def test_it_keeps_what_was_verbatim_and_tells_what_was_refused(sayso):
    answer = {"statements": [INVENTED, DENIAL], "events": [SHELLING]}
    with serving(says(answer)) as stub:
        result = sayso("read", "depot.jsonl", "--reader", "llm", "--json", url=stub.url)
    told = summary(result)
    assert (result.exit_code, told["statements"], told["mentions"]) == (0, 1, 1)
    assert [(f["stage"], f["reason"]) for f in told["failures"]] == [("reading", "not-verbatim")]
    assert "that it won" in sayso("show", "failures").stdout


def test_it_writes_refusals_beside_the_document(sayso, tmp_path):
    with serving(says({"statements": [INVENTED], "events": [SHELLING]})) as stub:
        sayso("read", "depot.jsonl", "--reader", "llm", "--to", "out.jsonl", url=stub.url)
    line = json.loads((tmp_path / "out.jsonl").read_text())
    assert [failure["reason"] for failure in line["failures"]] == ["not-verbatim"]
    assert len(line["events"]) == 1


def test_it_asks_again_when_the_server_is_back(sayso):
    with serving(status(500)) as stub:
        result = sayso("read", "depot.jsonl", "--reader", "llm", "--json", url=stub.url)
    assert (result.exit_code, summary(result)["failed_inputs"]) == (3, 1)
    assert summary(result)["failures"][0]["reason"] == "server"
    with serving(says(GOOD)) as stub:
        result = sayso("read", "depot.jsonl", "--reader", "llm", "--json", url=stub.url)
        assert (result.exit_code, summary(result)["statements"]) == (0, 1)
        result = sayso("read", "depot.jsonl", "--reader", "llm", "--json", url=stub.url)
        assert summary(result)["outcomes"] == {"unchanged": 1}
        assert len(stub.asked) == 1


def test_it_loses_no_older_reading_to_a_server_that_is_down(sayso):
    assert sayso("read", "depot.jsonl", "--reader", "rules").exit_code == 0
    before = sayso("show", "--json").stdout
    with serving(status(503)) as stub:
        result = sayso("reread", "--reader", "llm", url=stub.url)
    assert result.exit_code != 0
    assert sayso("show", "--json").stdout == before


def test_it_says_what_to_set_where_nothing_is(sayso):
    result = sayso("read", "depot.jsonl", "--reader", "llm")
    assert result.exit_code == 2
    assert "SAYSO_LLM_URL" in result.output
    assert "SAYSO_LLM_MODEL" in result.output


def test_it_reads_again_with_another_model():
    one, other = (settled(AT_HOME | {"SAYSO_LLM_MODEL": m}, reader="llm") for m in ("a", "b"))
    names = [reader_version(s.reader, s.model) for s in (one, other)]
    assert names == ["llm/2+a", "llm/2+b"]
    long = [reader_version("llm", "house/" + "x" * 90 + end) for end in "yz"]
    assert long[0] != long[1]
    assert max(map(len, long)) <= 64  # the record's column


def test_it_gives_a_page_more_time_unless_told_otherwise():
    assert settled({}, reader="rules").page_seconds == Settings(reader="rules").page_seconds
    assert settled(AT_HOME, reader="llm").page_seconds == 900
    assert settled(AT_HOME, reader="llm", page_seconds=5.0).page_seconds == 5
    with pytest.raises(SettingsError):
        Settings(reader="llm")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
        ("https://a.example/v1/chat/completions", "https://a.example/v1/chat/completions"),
        ("https://a.example/x?api-version=2", "https://a.example/x/chat/completions?api-version=2"),
    ],
)
def test_it_finds_the_address_of_the_chat(url, address):
    assert EndpointSettings(url=url, model="m").address == address


@pytest.mark.parametrize(
    "wrong",
    [
        {"SAYSO_LLM_URL": "localhost:11434"},
        {"SAYSO_LLM_URL": "ftp://a.example"},
        {"SAYSO_LLM_URL": "http://me:secret@a.example/v1"},
        {"SAYSO_LLM_URL": "http://a.example:99999/v1"},
        {"SAYSO_LLM_URL": "http://[::1/v1"},
        {"SAYSO_LLM_URL": "http://a b/v1"},
        {"SAYSO_LLM_MODEL": " "},
        {"SAYSO_LLM_KEY": "a\nb"},
        {"SAYSO_LLM_TIMEOUT": "soon"},
        {"SAYSO_LLM_TIMEOUT": "nan"},
        {"SAYSO_LLM_TIMEOUT": "0"},
        {"SAYSO_LLM_RETRIES": "-1"},
        {"SAYSO_LLM_CONTEXT": "512"},
        {"SAYSO_LLM_FORMAT": "xml"},
    ],
)
def test_it_refuses_settings_that_make_no_sense(wrong):
    with pytest.raises(SettingsError) as error:
        from_environment(AT_HOME | wrong)
    assert next(iter(wrong)) in str(error.value)
    assert "secret" not in str(error.value)


def test_it_tells_of_every_variable_and_reason_in_the_docs():
    page = (ROOT / "docs" / "llm-reader.md").read_text(encoding="utf-8")
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src/sayso/reading/endpoint").glob("*.py"))
    told = set(re.findall(r'"(SAYSO_LLM_[A-Z]+)"', code))
    told |= set(re.findall(r'(?:NotTaken|NoAnswer|_refuse|reason=)\(?\s*(?:window, )?"([a-z-]+)"', code))
    told |= set(re.findall(r'reason = "([a-z-]+)"', code))
    assert len(told) > 25
    assert {word for word in told if f"`{word}`" not in page} == set()
