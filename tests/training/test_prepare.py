"""Labels land on the words that were annotated, and on nothing else."""

import random
from dataclasses import replace

from sayso.model.mention import EventType, Realis
from sayso.model.span import Span
from sayso.reading.encoder.labels import ACT_ROLES, CUE_ROLES, REALIS, STANCES, TRIGGER_TAGS
from sayso.training.example import Act, Convention, Example, Layer, Told
from sayso.training.prepare import UNTOLD, samples_of, text_of

LONG = 400


def samples(example, tokenizer, size=LONG):
    """The windows with the words of each piece."""
    text = text_of(example, tokenizer)
    assert text is not None
    out, at = [], 0
    for sample in samples_of(text, size=size, chance=random.Random(1)):
        spans = [text.pieces.span_of(at + k, at + k + 1) for k in range(len(sample.ids))]
        out.append((sample, [span.of(example.text) for span in spans]))
        at += len(sample.ids)
    return out


def words(labels, pieces, wanted):
    return " ".join(piece for label, piece in zip(labels, pieces, strict=True) if label == wanted)


def test_it_marks_cue_source_and_content_by_their_words(examples, tokenizer):
    ((sample, pieces),) = samples(examples[0], tokenizer)
    (told,) = sample.told
    assert words(sample.cues, pieces, 1) == "said"
    assert words(told.roles, pieces, CUE_ROLES.index("source")) == "The envoy"
    assert words(told.roles, pieces, CUE_ROLES.index("content-begins")) == "rebels"
    assert words(told.roles, pieces, CUE_ROLES.index("content")) == "shelled the port on Monday"
    assert (pieces[told.first], STANCES[told.kind]) == ("said", "asserts")


def test_it_marks_an_act_with_its_parties(examples, tokenizer):
    ((sample, pieces),) = samples(examples[0], tokenizer)
    (act,) = sample.acts
    assert words(sample.triggers, pieces, TRIGGER_TAGS.index("B-ASSAULT")) == "shelled"
    assert words(act.roles, pieces, ACT_ROLES.index("actor")) == "rebels"
    assert words(act.roles, pieces, ACT_ROLES.index("recipient")) == "the port"
    assert words(act.roles, pieces, ACT_ROLES.index("time")) == "on Monday"
    assert REALIS[act.realis] == "actual"


def test_it_marks_a_claim_of_more(examples, tokenizer):
    ((sample, pieces),) = samples(examples[3], tokenizer)
    assert words(sample.trends, pieces, 1) == "Attacks"
    assert words(sample.trends, pieces, 2) == "on depots have grown"
    assert [act.is_claim for act in sample.acts] == [False, True]


def test_it_gives_no_label_outside_its_window(examples, tokenizer):
    for example in examples:
        told = samples(example, tokenizer, size=8)
        assert len(told) > 1
        for sample, pieces in told:
            assert len(sample.cues) == len(sample.triggers) == len(sample.trends) == len(pieces)
            for item in (*sample.told, *sample.acts):
                assert 0 <= item.first <= item.last < len(pieces)
                assert len(item.roles) == len(item.hints) == len(pieces)


QUOTED = "The envoy said that the minister said that rebels shelled the port. Nobody was hurt."
SHELLED = Span(QUOTED.index("shelled"), QUOTED.index("shelled") + len("shelled"))


def quoted(**more):
    told = Told(cue=Span(10, 14), sources=(Span(0, 9),), content=(Span(20, 66),))
    return Example(id="x", source="other", text=QUOTED, told=(told,), **more)


def test_it_teaches_polnears_own_rule_where_the_column_says_so(tokenizer):
    one = quoted(layers=frozenset({Layer.CUES}), convention=Convention.POLNEAR)
    ((sample, pieces),) = samples(one, tokenizer)
    said = [label for piece, label in zip(pieces, sample.cues.tolist(), strict=True) if piece == "said"]
    assert said == [1, 0]  # PolNeAR marks no cue within another's content
    assert sample.columns[:, 0].all()
    assert set(sample.cues[pieces.index("Nobody") :].tolist()) == {0}


def test_it_teaches_that_nothing_is_said_where_inner_cues_are_marked(tokenizer):
    one = quoted(layers=frozenset({Layer.CUES, Layer.INNER}))
    ((sample, _),) = samples(one, tokenizer)
    assert set(sample.cues.tolist()) == {0, 1}


def test_it_teaches_nothing_of_what_was_not_annotated(tokenizer):
    act = Act(trigger=SHELLED, type=EventType.ASSAULT, parties=False)
    ((sample, _),) = samples(quoted(layers=frozenset(), acts=(act,)), tokenizer)
    assert set(sample.trends.tolist()) == {UNTOLD}
    assert set(sample.triggers.tolist()) == {UNTOLD, TRIGGER_TAGS.index("B-ASSAULT")}
    (item,) = sample.acts
    assert set(item.roles.tolist()) == {UNTOLD}
    assert (item.realis, item.mode, item.background) == (UNTOLD,) * 3


def test_it_teaches_only_the_realis_of_an_act_that_our_guide_might_not_code(tokenizer):
    act = Act(trigger=SHELLED, type=EventType.ASSAULT, realis=Realis.DENIED, parties=False, coded=False)
    ((sample, _),) = samples(quoted(layers=frozenset({Layer.EVENTS}), acts=(act,)), tokenizer)
    assert set(sample.triggers.tolist()) == {0, UNTOLD}
    assert sample.acts[0].realis == REALIS.index("denied")


def test_it_leaves_out_a_text_that_the_pipeline_would_change(examples, tokenizer):
    assert text_of(replace(examples[0], text="Ships\r\nsailed."), tokenizer) is None
