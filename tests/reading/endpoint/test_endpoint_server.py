"""A server that is slow, busy, elsewhere, wrong or not there."""

import json
import time

import pytest

from reading.endpoint.stub import (
    DENIAL,
    GOOD,
    drips,
    drips_headers,
    floods,
    hangs,
    hangs_up,
    read,
    reader,
    reasons,
    says,
    serving,
    status,
)
from sayso.errors import ReadingError
from sayso.model.document import BlockKind
from sayso.reading.endpoint import ask
from sayso.reading.endpoint.complaints import wait_of

FOUND = {"statements": [DENIAL], "events": []}


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # loopback is never asked for through one


@pytest.fixture
def slept(monkeypatch):
    """The pauses between retries, which are not waited for."""
    pauses: list[float] = []
    monkeypatch.setattr(ask.Asker, "pause", lambda self, seconds: pauses.append(seconds))
    return pauses


def failed(*script, **more):
    with serving(*script) as stub, pytest.raises(ReadingError) as error:
        read(stub, **more)
    return error.value, stub


def test_it_asks_as_the_interface_has_it():
    with serving(says(GOOD)) as stub:
        read(stub, key="k-1")
    (asked,) = stub.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == "Bearer k-1"
    body = asked.body
    assert (body["model"], body["temperature"], body["seed"], body["stream"]) == ("m", 0, 1, False)
    assert 3000 < body["max_tokens"] < 8192
    assert body["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("script", [hangs, drips, drips_headers])
def test_it_waits_no_longer_than_it_may(script):
    began = time.monotonic()
    error, _ = failed(script, timeout=0.3)
    assert time.monotonic() - began < 3
    assert error.reason == "timeout"
    assert "SAYSO_LLM_TIMEOUT" in str(error)


def test_it_says_that_nothing_answers():
    with serving(says(GOOD)) as stub:
        url = stub.url
    stub.url = url  # the server is gone by now
    with pytest.raises(ReadingError) as error:
        read(stub)
    assert error.value.reason == "unreachable"
    assert url in str(error.value)


@pytest.mark.parametrize(
    ("script", "reason", "step"),
    [
        (status(401, "Incorrect API key provided: k-1"), "unauthorised", "SAYSO_LLM_KEY"),
        (status(403), "unauthorised", "SAYSO_LLM_KEY"),
        (status(404, "model 'm' not found"), "not-found", "SAYSO_LLM_MODEL"),
        (status(404, b"<html>", "text/html"), "not-found", "/v1"),
        (status(302, "", Location="http://127.0.0.1:9/v1"), "redirect", "SAYSO_LLM_URL"),
        (status(307, "", Location="http://127.0.0.1:9/v1"), "redirect", "SAYSO_LLM_URL"),
        (status(200, b"<html>hello</html>", "text/html"), "not-json", "/v1"),
        (status(200, b"{}"), "not-chat", "/v1"),
        (status(200, b"not json at all"), "not-chat", "/v1"),
        (status(200, b'{"choices": []}'), "empty", "another"),
        (status(200, b"[" * 100_000), "not-chat", "/v1"),
        (status(418, "I am a teapot"), "rejected", "teapot"),
        (floods, "huge", "MB"),
    ],
)
def test_it_names_the_next_step(script, reason, step):
    error, stub = failed(script, key="k-1")
    assert error.reason == reason
    assert step in str(error)
    assert "k-1" not in str(error)
    assert len(stub.asked) == 1


@pytest.mark.parametrize("stumble", [status(500), status(503), status(429), hangs_up])
def test_it_asks_again_where_a_server_stumbles(stumble, slept):
    with serving(stumble, stumble, says(FOUND)) as stub:
        readout = read(stub, retries=2)
    assert (len(readout.cues), readout.refused, slept) == (1, (), [1.0, 2.0])


def test_it_gives_up_after_its_retries(slept):
    error, stub = failed(status(500, "out of memory"), retries=2)
    assert (error.reason, len(stub.asked)) == ("server", 3)
    assert "out of memory" in str(error)


def test_it_waits_as_long_as_it_is_asked_to(slept):
    with serving(status(429, Retry_After="7"), says(FOUND)) as stub:
        assert len(read(stub, retries=1).cues) == 1
    assert slept == [7.0]


def test_it_does_not_wait_for_hours(slept):
    error, stub = failed(status(429, Retry_After="3600"), retries=3)
    assert (error.reason, len(stub.asked), slept) == ("busy", 1, [])
    assert "3600 seconds" in str(error)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("5", 5.0), ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0)]
    + [(told, None) for told in (None, "", "soon", "-3", "1e9", "nan", "²")],
)
def test_it_understands_when_to_come_back(told, seconds):
    assert wait_of(told, now=10.0) == seconds


def test_it_asks_for_less_where_the_server_knows_less():
    def picky(handler, body):
        kind = body.get("response_format", {}).get("type", "text")
        if kind != "text":
            status(400, f"response_format {kind} is not supported")(handler, body)
        else:
            says("```json\n" + json.dumps(FOUND) + "\n```")(handler, body)

    with serving(picky) as stub:
        assert len(read(stub).cues) == 1
    kinds = [a.body.get("response_format", {}).get("type", "text") for a in stub.asked]
    assert kinds == ["json_schema", "json_object", "text"]


def test_it_leaves_out_what_a_model_does_not_take():
    def picky(handler, body):
        wrong = next((name for name in ("max_tokens", "temperature") if name in body), None)
        if wrong:
            status(400, f"Unsupported parameter: '{wrong}'")(handler, body)
        else:
            says(FOUND)(handler, body)

    with serving(picky) as stub:
        assert len(read(stub).cues) == 1
    assert "seed" in stub.asked[-1].body
    assert stub.asked[-1].body["response_format"]["type"] == "json_schema"


def test_it_keeps_to_the_format_that_is_set():
    error, stub = failed(status(400, "no such thing"), format="json_object")
    assert (error.reason, len(stub.asked)) == ("rejected", 1)


LONG = tuple((BlockKind.PARAGRAPH, f"The army denied that town {k} had fallen. " * 20) for k in range(8))


def windowed(handler, body):
    """Answers about the window it is asked about; stumbles at the second."""
    asked = len(handler.server.stub.asked)
    if asked == 2:
        says("no JSON today")(handler, body)
        return
    first = int(body["messages"][-1]["content"].rpartition("in sentences ")[2].split()[0])
    item = DENIAL | {"cue": {"s": first, "w": "denied"}, "source": {"s": first, "w": "The army"}}
    item["content"] = [{"s": first, "w": f"that town {first // 20} had fallen"}]
    says({"statements": [item], "events": []})(handler, body)


def test_it_keeps_the_other_parts_where_one_is_not_read():
    with serving(windowed) as stub:
        readout = read(stub, LONG)
    assert len(stub.asked) > 2
    assert len(readout.cues) == len(stub.asked) - 1
    assert reasons(readout) == ["prose"]
    assert "are not read" in readout.refused[0].detail
    asked = [
        a.body["messages"][-1]["content"].rpartition("in sentences ")[2].split(";")[0] for a in stub.asked
    ]
    ends = [tuple(int(n) for n in words.split(" to ")) for words in asked]
    assert [a for a, _ in ends] == [0, *(b + 1 for _, b in ends[:-1])]  # every sentence once
    assert ends[-1][1] == 159


def test_it_stops_asking_where_the_next_part_would_fare_no_better():
    error, stub = failed(status(401), paragraphs=LONG)
    assert len(stub.asked) == 1
    assert "sentences 0 to 159 of 160" in str(error)


def test_it_ends_with_what_it_has_when_its_time_is_over():
    def slower(handler, body):
        if len(handler.server.stub.asked) > 1:
            time.sleep(3)
        windowed(handler, body)

    with serving(slower) as stub:
        readout = read(stub, LONG, seconds=1.0)
    assert len(readout.cues) == 1
    assert reasons(readout) == ["timeout"]
    assert "to 159 of 160 are not read" in readout.refused[0].detail


def test_it_does_not_send_a_sentence_that_no_request_can_hold():
    huge = (
        (BlockKind.PARAGRAPH, "word " * 5000),
        (BlockKind.PARAGRAPH, "The army denied that it took part."),
    )
    with serving(says({"statements": [], "events": []})) as stub:
        readout = read(stub, huge)
    assert reasons(readout) == ["too-long"]
    assert len(stub.asked) == 1


def test_it_shows_no_key_when_it_shows_itself():
    assert "k-1" not in repr(reader("http://localhost:1/v1", key="k-1").settings)
