"""PolNeAR's form: which attributions a readout makes, and how lines are read."""

import json

import pytest

from sayso.errors import InputError
from sayso.exchange.polnear import encode, gold_of, line_of, polnear_lines
from sayso.exchange.polnear_told import attributed
from sayso.model.readout import CueFound, CueKind, Readout
from sayso.model.span import Span
from sayso.model.statement import Stance


def at(text, words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def cue(text, words, source, *content, p=None):
    return CueFound(
        span=at(text, words) if words else None,
        kind=CueKind.SPEECH,
        stance=Stance.ASSERTS,
        source=at(text, source) if source else None,
        content=tuple(at(text, part) for part in content),
        p=p,
    )


def told(text, *cues):
    """Source, cue and content of each attribution, as words."""
    made = attributed(text, Readout(step="test", version="1", cues=cues))
    roles = lambda spans: [span.of(text) for span in spans]  # noqa: E731
    return [(roles(one.source), roles(one.cue), roles(one.content)) for one in made]


def test_it_leaves_out_a_cue_within_the_content_of_another():
    text = "The mayor said that the miller claims the dam is safe."
    outer = cue(text, "said", "The mayor", "that the miller claims the dam is safe")
    inner = cue(text, "claims", "the miller", "the dam is safe")
    assert told(text, inner, outer) == [(["The mayor"], ["said"], ["that the miller claims the dam is safe"])]


def test_it_leaves_out_what_has_no_cue_or_no_content():
    text = "The mayor said. “The dam is safe,” the miller."
    empty, silent = cue(text, "said", "The mayor"), cue(text, None, "the miller", "“The dam is safe,”")
    assert told(text, empty, silent) == []


def test_it_keeps_an_attribution_without_source():
    text = "The dam is reportedly unsafe."
    assert told(text, cue(text, "reportedly", None, "The dam is", "unsafe")) == [
        ([], ["reportedly"], ["The dam is", "unsafe"])
    ]


@pytest.mark.parametrize(
    ("text", "found", "wanted"),
    [
        ("Ann said the dam holds.", "the dam holds.", "the dam holds"),
        ("The dam holds, Ann said.", "The dam holds,", "The dam holds"),
        ("“The dam holds,” Ann said.", "The dam holds", "“The dam holds,”"),
        ("Ann said the dam “held.”", "the dam “held", "the dam “held.”"),
        ("Ann said he came from the U.S.", "he came from the U.S.", "he came from the U.S."),
        ("Ann said she heard '\"hold.\"'", "she heard '\"hold", 'she heard \'"hold."'),
    ],
)
def test_it_trims_content_as_polnear_does(text, found, wanted):
    ((_, _, content),) = told(text, cue(text, "said", "Ann", found))
    assert content == [wanted]


def test_it_keeps_cue_and_source_out_of_the_content():
    text = "The dam, Ann said, will hold."
    ((_, _, content),) = told(text, cue(text, "said", "Ann", "The dam, Ann said, will hold"))
    assert content == ["The dam", "will hold"]


def test_it_gives_a_token_to_one_attribution_the_surer_first():
    text = "Ann said and wrote that the dam holds."
    sure = cue(text, "wrote", "Ann", "that the dam holds", p=0.9)
    other = cue(text, "said", "Ann", "that the dam holds", p=0.4)
    assert told(text, other, sure) == [(["Ann"], ["wrote"], ["that the dam holds"])]


def test_it_joins_sentences_in_a_row_but_not_paragraphs():
    text = "“One,” Ann said. “Two. Three.\n\n“Four.”"
    ((_, _, content),) = told(text, cue(text, "said", "Ann", "“One,”", "“Two.", "Three.", "“Four.”"))
    assert content == ["“One,”", "“Two. Three.", "“Four.”"]


LINE = {
    "id": "a",
    "publisher": "Example Post",
    "date": "2021-07-13",
    "text": "Ann said 𝔣 the dam holds.",
    "sentences": [[0, 25]],
    "attributions": [{"id": "E1", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 24]]}],
    "annotator": "x",
}


def write(path, *lines):
    path.write_text("".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines))
    return path


def test_it_writes_a_line_as_it_was_read(tmp_path):
    (line,) = polnear_lines(write(tmp_path / "a.jsonl", LINE))
    back = json.loads(encode(line_of(line, gold_of(line).attributions)))
    assert back == {key: value for key, value in LINE.items() if key != "annotator"}


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([], "holds no line; each should be {"),
        (["{nonsense\n"], "a.jsonl, line 1: no JSON"),
        ([LINE, '{"id": "b", "text": "x"}\n'], "line 2: Object missing required field attributions"),
        ([LINE, LINE], "'a' 2 times"),
        ([{**LINE, "sentences": [[0, 99]]}], "outside the text, which has 25 code points"),
        ([{**LINE, "text": 3}], "each line should be"),
    ],
)
def test_it_says_what_is_wrong_with_a_file(tmp_path, lines, complaint):
    with pytest.raises(InputError) as caught:
        polnear_lines(write(tmp_path / "a.jsonl", *lines))
    assert complaint in str(caught.value)
