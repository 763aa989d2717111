"""What annotated texts of other forms teach."""

import msgspec
import pytest

from invented import invented
from sayso.errors import InputError
from sayso.exchange.heard1 import encode
from sayso.model.mention import EventType, Realis
from sayso.model.span import Span
from sayso.training.corpora import annotated, factuality, m2e2, polnear, written
from sayso.training.example import Convention, Layer


def file_of(tmp_path, *lines):
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"\n".join(msgspec.json.encode(line) for line in lines))
    return path


def voa(words, kind, *, text=None, at=0, roles=()):
    tokens = words.split()
    return {
        "id": "report_0",
        "text": text or words,
        "tokens": tokens,
        "events": [
            {
                "trigger": {"start": at, "end": at + 1, "text": tokens[at]},
                "event_type": kind,
                "arguments": [{"role": role, "start": 0, "end": 1} for role in roles],
            }
        ],
    }


def acts_of(tmp_path, line):
    return [(act.trigger.of(e.text), act.type) for e in m2e2.read(file_of(tmp_path, line)) for act in e.acts]


def test_it_finds_the_place_of_a_token_behind_a_dash_that_is_none(tmp_path):
    line = voa(
        "Port closed Rebels attacked it .", "Conflict:Attack", text="Port closed -Rebels attacked it", at=3
    )
    assert acts_of(tmp_path, line) == [("attacked", EventType.ASSAULT)]


def test_it_has_no_place_for_a_token_that_the_text_lacks():
    assert m2e2.aligned("one three", ("one", "two", "three")) == [Span(0, 3), None, Span(4, 9)]


def test_it_does_not_look_for_a_token_far_ahead():
    assert m2e2.aligned("one, and then at last two", ("one", "two")) == [Span(0, 3), None]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (voa("Convoys moved north", "Movement:Transport", at=1), []),
        (voa("The poet died", "Life:Die", at=2), []),
        (voa("A purser died", "Life:Die", at=2, roles=("Agent",)), [("died", EventType.ASSAULT)]),
        (voa("A purser was killed", "Life:Die", at=3), [("killed", EventType.ASSAULT)]),
        (voa("At a conference", "Contact:Meet", at=2), []),
        (voa("Envoys met", "Contact:Meet", at=1), [("met", EventType.CONSULT)]),
        (voa("In prison", "Justice:Arrest-Jail", at=1), []),
    ],
)
def test_it_takes_the_acts_of_m2e2_that_plover_has(tmp_path, line, told):
    assert acts_of(tmp_path, line) == told


def test_it_knows_of_m2e2_neither_parties_nor_that_nothing_else_happened(tmp_path):
    line = voa("Police arrested dockers", "Justice:Arrest-Jail", at=1, roles=("Agent", "Person"))
    (example,) = m2e2.read(file_of(tmp_path, line))
    assert example.layers == frozenset()
    assert [(act.parties, act.mode, act.realis) for act in example.acts] == [(False, "arrest", None)]


@pytest.mark.parametrize("read", [m2e2.read, factuality.read, polnear.read, written.read])
def test_it_names_the_line_of_another_form(tmp_path, read):
    path = tmp_path / "lines.jsonl"
    path.write_text("\n[1]\n")
    with pytest.raises(InputError, match=r"lines\.jsonl, line 2"):
        list(read(path))


@pytest.mark.parametrize(
    ("text", "word", "number", "told"),
    [
        ("Rebels attacked the port .", "attacked", 2.5, [Realis.ACTUAL]),
        ("Rebels attacked the port .", "attacked", 0.5, []),
        ("Rebels never attacked the port .", "attacked", -3.0, [Realis.DENIED]),
        ("Rebels will not attack the port .", "attack", -3.0, []),  # not yet, perhaps
        ("Rebels may have attacked the port .", "attacked", -3.0, []),
        ("Rebels liked the port .", "liked", 3.0, []),
    ],
)
def test_it_takes_a_low_number_for_a_denial_only_where_something_denies(tmp_path, text, word, number, told):
    at = text.split().index(word)
    line = {"id": "1", "text": text, "targets": [{"start": at, "end": at + 1, "factuality": number}]}
    acts = [act for example in factuality.read(file_of(tmp_path, line)) for act in example.acts]
    assert [act.realis for act in acts] == told
    assert not any(act.coded or act.parties for act in acts)


def test_it_reads_polnear_by_its_own_convention(tmp_path):
    one = {"id": "a", "source": [[0, 7]], "cue": [[8, 12]], "content": [[26, 34], [13, 25]]}
    line = {"id": "x", "text": "Ann Lee said ships sailed, and left it.", "attributions": [one]}
    (example,) = polnear.read(file_of(tmp_path, line))
    (told,) = example.told
    assert example.convention is Convention.POLNEAR
    assert Layer.INNER not in example.layers
    assert (told.cue, told.content) == (Span(8, 12), (Span(13, 25), Span(26, 34)))
    assert told.stance is None


def test_it_reads_a_chain_of_an_annotated_text_as_one_cue_within_another(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(encode(invented()) + b"\n")
    (example,) = annotated.read(path)
    words = {told.cue.of(example.text): told for told in example.told}
    assert words["reported Tuesday"].stance is None  # a statement's stance is that of its last hop
    assert words["quoting"].stance == "asserts"
    assert [span.of(example.text) for span in words["told"].addressees] == ["the news agency"]
    assert example.layers == frozenset(Layer)


def test_it_finds_the_second_of_two_equal_words():
    text = "He said he said so."
    assert written.place_of(text, ("said", 2)) == Span(11, 15)


def test_it_does_not_find_words_within_others():
    with pytest.raises(ValueError, match="does not stand"):
        written.place_of("unsaid", "said")
