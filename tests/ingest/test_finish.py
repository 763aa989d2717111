"""From text and blocks to a document: who says what of it, and what its blocks mean."""

from datetime import UTC, datetime

import pytest

from sayso.errors import PageError
from sayso.ingest.finish import finish
from sayso.ingest.meta import Meta
from sayso.lexicon.agencies import agency_of
from sayso.model.document import Block, BlockKind, Moment
from sayso.model.page import Media, Page
from sayso.model.span import Span

K = BlockKind
FETCHED = datetime(2021, 7, 14, 9, tzinfo=UTC)
STORY = "Two men were held at the gate on Tuesday, the ministry said."


def page(**more):
    fields = {"name": "a", "content": b"a", "media": Media.HTML, "source": "a.html", "fetched": FETCHED}
    return Page(**(fields | more))


def laid(*pieces):
    """Text and blocks of pairs of kind and words."""
    text, blocks = "", []
    for kind, words in pieces:
        blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(words))))
        text += words + "\n\n"
    return text, tuple(blocks)


def document(*pieces, meta=None, **more):
    text, blocks = laid(*pieces)
    return finish(page(**more), text=text, blocks=blocks, meta=meta or Meta())


def words(doc, kind):
    return [block.span.of(doc.text) for block in doc.blocks if block.kind is kind]


def test_it_lets_the_caller_win_over_the_page():
    stated = Meta(outlet="Somewhere", published=Moment(value="2021-07-12", source="meta"))
    doc = document((K.PARAGRAPH, STORY), meta=stated, outlet=" The Ardun Post ", published="2021-07-13")
    assert (doc.outlet, doc.published) == ("The Ardun Post", Moment(value="2021-07-13", source="caller"))
    doc = document((K.PARAGRAPH, STORY), meta=stated, published="unknown")
    assert (doc.outlet, doc.published) == ("Somewhere", stated.published)


def test_it_knows_an_outlet_by_its_site():
    doc = document((K.PARAGRAPH, STORY), meta=Meta(outlet="Hosted"), url="https://www.bbc.co.uk/news/1")
    assert doc.outlet == "BBC News"


def test_it_drops_a_date_that_cannot_be():
    for value in ("2021-07-17", "9999-01-01", "2021-02-30", "soon"):
        meta = Meta(published=Moment(value=value, source="meta"), updated=Moment(value=value, source="meta"))
        doc = document((K.PARAGRAPH, STORY), meta=meta)
        assert (doc.published, doc.updated) == (None, None)
    meta = Meta(published=Moment(value="2021-07-16T01:00+12:00", source="meta"))
    assert document((K.PARAGRAPH, STORY), meta=meta).published == meta.published


@pytest.mark.parametrize(
    "value", ["0000-01-01", "2021-02-30", "13/07/2021", "2021", "yesterday", "2021-07-13T25:00"]
)
def test_it_refuses_a_date_by_the_caller_that_no_calendar_has(value):
    with pytest.raises(PageError, match="ISO") as caught:
        document((K.PARAGRAPH, STORY), published=value)
    assert caught.value.reason == "bad-date"


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2021-07-13", "2021-07-13"),
        ("9999-12-31", "9999-12-31"),
        ("2021-07-13T10:21", "2021-07-13T10:21"),
        ("2021-07-13 10:21:05Z", "2021-07-13T10:21:05+00:00"),
        ("2021-07-13T10:21+0200", "2021-07-13T10:21+02:00"),
    ],
)
def test_it_keeps_a_date_as_precise_as_stated(value, kept):
    assert document((K.PARAGRAPH, STORY), published=value).published.value == kept


def test_it_has_no_date_without_one():
    assert document((K.PARAGRAPH, STORY)).published is None


def test_it_knows_versions_of_one_report():
    def report(url, **more):
        return document((K.PARAGRAPH, STORY), meta=Meta(url=url), **more).report

    one = report("https://www.ardun.example/a/b/?utm_source=x#top")
    assert one == report("http://ardun.example/a/b", content=b"other", name="b")
    assert one != report("https://ardun.example/a/c")
    front = report("https://ardun.example/")
    assert front == report(None)  # a front page is no address of a story
    assert report(None, outlet="Post") == report(None, outlet="Post", content=b"other")
    assert report(None, outlet="Post") != report(None, outlet="Gazette")
    assert report(None) != report(None, content=b"other")


def test_it_gives_the_same_id_to_the_same_words():
    one, two = document((K.PARAGRAPH, STORY)), document((K.PARAGRAPH, STORY), published="2021-07-13")
    assert one.id == two.id
    assert one.id != document((K.PARAGRAPH, STORY + " More.")).id


def test_it_splits_the_dateline_off():
    doc = document(
        (K.HEADLINE, "Two held"), (K.PARAGRAPH, f"ARDUN, July 13 (Reuters) - {STORY}"), published="2021-07-14"
    )
    assert words(doc, K.DATELINE) == ["ARDUN, July 13 (Reuters) -"]
    assert words(doc, K.PARAGRAPH) == [STORY]
    assert (doc.dateline.place, doc.dateline.date, doc.dateline.agency) == ("ARDUN", "2021-07-13", "Reuters")
    assert [(w.agency, w.span.of(doc.text)) for w in doc.wires] == [("Reuters", "Reuters")]


def test_it_takes_agencies_from_metadata_but_not_a_photo_agency():
    doc = document(
        (K.PARAGRAPH, STORY), meta=Meta(authors=("Jo Vane", "The Associated Press", "Getty Images"))
    )
    assert [(w.agency, w.span) for w in doc.wires] == [("AP", None)]
    assert [b.who for b in doc.bylines] == ["Jo Vane", "The Associated Press", "Getty Images"]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(Reporting by Jo Vane of Reuters; Editing by Al Ode)", "Reuters"),
        ("Associated Press writers Jo Vane in Ardun and Al Ode in Umi contributed to this report.", "AP"),
        ("AFP contributed to this report.", "AFP"),
        ("With files from The Canadian Press", "Canadian Press"),
        ("(With inputs from PTI)", "PTI"),
        ("Source: Xinhua", "Xinhua"),
        ("This article was originally published by Reuters.", "Reuters"),
        ("Originally published on The Conversation.", "The Conversation"),
        ("© 2021 The Associated Press. All rights reserved.", "AP"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "Reuters"),
    ],
)
def test_it_reads_a_signoff_as_furniture_and_credit(line, agency):
    doc = document((K.PARAGRAPH, STORY), (K.PARAGRAPH, line))
    assert [wire.agency for wire in doc.wires] == [agency]
    assert words(doc, K.FURNITURE) == [line]
    assert doc.wires[0].span.of(doc.text) in line


def test_it_guesses_no_agency_by_the_form_of_a_signoff():
    signed = "Reporting by Jo Vane in Ardun; additional reporting by Al Ode; editing by Bo Umi"
    for line in (f"({signed})", signed, "bur-jv/ao/bu"):
        assert document((K.PARAGRAPH, STORY), (K.PARAGRAPH, line)).wires == ()
    named = f"{STORY} He told Reuters that they were unhurt."
    assert [w.agency for w in document((K.PARAGRAPH, named), (K.PARAGRAPH, signed)).wires] == ["Reuters"]
    several = f"{named} AFP had reported it first."
    assert document((K.PARAGRAPH, several), (K.PARAGRAPH, signed)).wires == ()


@pytest.mark.parametrize("line", ["Reuters", "By AFP", "Reuters Tuesday 7 May 2024, 16:05 Updated 16:20"])
def test_it_takes_an_agency_below_the_headline_for_a_credit(line):
    doc = document((K.HEADLINE, "Two held"), (K.FURNITURE, line), (K.PARAGRAPH, STORY))
    assert [wire.agency for wire in doc.wires] == [agency_of(line.split()[line.startswith("By")])]


@pytest.mark.parametrize("line", ["AP Photo/Jo Vane", "Reuters accused of bias", "Follow AP on other sites"])
def test_it_takes_no_other_line_there_for_one(line):
    doc = document(
        (K.HEADLINE, "Two held"), (K.FURNITURE, line), (K.PARAGRAPH, STORY), (K.FURNITURE, "Reuters")
    )
    assert doc.wires == ()


@pytest.mark.parametrize(
    "line",
    [
        "A witness told Reuters that two men were held, and AFP saw them.",
        "The drought contributed to this report's bleak view, the Associated Press said.",
        "Reporting by state television was biased, the party said, and asked the AP to look into it.",
        "Source code of the tool was shown to Reuters. It runs on Tuesday. Nobody has used it so far.",
        "Reuters reported on Tuesday that he had left.",
    ],
)
def test_it_takes_no_cited_agency_for_a_credit(line):
    doc = document((K.PARAGRAPH, STORY), (K.PARAGRAPH, line), (K.PARAGRAPH, STORY))
    assert doc.wires == ()
    assert line in words(doc, K.PARAGRAPH)


@pytest.mark.parametrize("line", ["bur-abc/xy/de", "___", "Enditem", "* * *"])
def test_it_takes_the_end_of_a_dispatch_for_furniture(line):
    doc = document((K.PARAGRAPH, STORY), (K.PARAGRAPH, line))
    assert words(doc, K.PARAGRAPH) == [STORY]


def test_it_splits_a_signoff_off_a_paragraph():
    doc = document((K.PARAGRAPH, f"{STORY} (Reporting by Jo Vane; Editing by Al Ode)"))
    assert words(doc, K.PARAGRAPH) == [STORY]
    assert words(doc, K.FURNITURE) == ["(Reporting by Jo Vane; Editing by Al Ode)"]


@pytest.mark.parametrize("tail", ["(ANI)", "–IANS", "-- AFP"])
def test_it_reads_a_sign_behind_the_last_paragraph(tail):
    doc = document((K.PARAGRAPH, STORY), (K.PARAGRAPH, f"He was not seen again. {tail}"))
    assert [wire.agency for wire in doc.wires] == [tail.strip("()–- ")]


def test_it_takes_no_photo_credit_for_a_wire():
    doc = document((K.CAPTION, "A gate, May 5, 2019. (AP Photo/Jo Vane)"), (K.PARAGRAPH, STORY))
    assert doc.wires == ()
    (caption,) = doc.captions
    assert (caption.date, caption.credit, caption.archive) == ("2019-05-05", "AP Photo/Jo Vane", False)
    assert caption.date_span.of(doc.text) == "May 5, 2019"
    assert caption.credit_span.of(doc.text) == "AP Photo/Jo Vane"


def test_it_marks_a_caption_that_stood_before():
    doc = document(
        (K.CAPTION, "Illustrative: A gate in 2010. (Jo Vane/ AP/ File)"),
        (K.CAPTION, "Illustrative:  A GATE in 2010. (Jo Vane/AP/File)"),
        (K.PARAGRAPH, STORY),
        (K.CAPTION, "Another gate."),
    )
    assert [block.repeat for block in doc.blocks] == [False, True, False, False]
    assert len(doc.captions) == 3


def test_it_joins_a_credit_line_to_its_caption():
    doc = document(
        (K.CAPTION, "A gate at Ardun"),
        (K.PARAGRAPH, "(Jo Vane/ AP/ File)"),
        (K.PARAGRAPH, STORY),
        (K.CAPTION, "A gate at Ardun"),
        (K.PARAGRAPH, "(Jo Vane/ AP/ File)"),
    )
    assert [(b.kind, b.repeat) for b in doc.blocks] == [
        (K.CAPTION, False),
        (K.CAPTION, False),
        (K.PARAGRAPH, False),
        (K.CAPTION, True),
        (K.CAPTION, True),
    ]
    assert [(c.credit, c.archive) for c in doc.captions] == [("Jo Vane/ AP/ File", True)] * 2


def test_it_joins_a_credit_before_its_caption_and_drops_the_label():
    doc = document(
        (K.CAPTION, "Getty Images"),
        (K.CAPTION, "Image caption, A gate at Ardun, May 12, 2020"),
        (K.PARAGRAPH, STORY),
    )
    (caption,) = doc.captions
    assert caption.span.of(doc.text) == "A gate at Ardun, May 12, 2020"
    assert (caption.date, caption.credit) == ("2020-05-12", "Getty Images")
    assert caption.credit_span.of(doc.text) == "Getty Images"
    assert words(document((K.CAPTION, "▲ A gate"), (K.PARAGRAPH, STORY)), K.CAPTION) == ["A gate"]


@pytest.mark.parametrize(
    "line",
    [
        "Correction, May 14, 2024: An earlier version gave the wrong day.",
        "Correction added Nov. 18, 2019: the name was wrong.",
        "Editor's note: This story was updated at 5:45 p.m. ET to add a comment.",
        "This article was amended on 3 May 2021 to give the right name.",
        "This story has been corrected to say that two men were held.",
        "This story was updated on August 25.",
        "An earlier version of this article misstated the day.",
        "This article has been adapted from its original source.",
    ],
)
def test_it_keeps_a_correction_as_a_note(line):
    doc = document((K.PARAGRAPH, STORY), (K.PARAGRAPH, line))
    assert [note.span.of(doc.text) for note in doc.corrections] == [line]
    assert words(doc, K.PARAGRAPH) == [STORY]


def test_it_reads_a_correction_below_its_heading():
    doc = document(
        (K.PARAGRAPH, STORY), (K.SUBHEAD, "Correction"), (K.PARAGRAPH, "The gate was shut on Monday.")
    )
    assert [note.span.of(doc.text) for note in doc.corrections] == ["The gate was shut on Monday."]
    assert len(words(doc, K.FURNITURE)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers were held at the gate.",
        "The report was released on Tuesday.",
        "Editor's note: Jo Vane is a writer in Ardun.",
        "This story begins at a gate.",
        "The market correction: what to know about it.",
    ],
)
def test_it_takes_no_paragraph_for_a_correction(line):
    assert document((K.PARAGRAPH, STORY), (K.PARAGRAPH, line)).corrections == ()


def test_it_reads_the_times_of_a_live_blog():
    doc = document(
        (K.PARAGRAPH, "14:05 GMT"),
        (K.PARAGRAPH, STORY),
        (K.SUBHEAD, "2.15pm BST"),
        (K.PARAGRAPH, STORY),
        (K.PARAGRAPH, "May 5, 2023 9:30 a.m."),
        (K.PARAGRAPH, STORY),
    )
    assert [stamp.value for stamp in doc.stamps] == ["14:05+00:00", "14:15+01:00", "2023-05-05T09:30"]
    assert words(doc, K.PARAGRAPH) == [STORY] * 3


def test_it_takes_one_time_or_a_number_for_no_stamp():
    assert document((K.PARAGRAPH, "14:05 GMT"), (K.PARAGRAPH, STORY)).stamps == ()
    published = (K.PARAGRAPH, "Published: 18 Nov 2019, 19:09"), (K.PARAGRAPH, "Updated: 18 Nov 2019, 19:11")
    assert document(*published, (K.PARAGRAPH, STORY)).stamps == ()
    side_by_side = (K.PARAGRAPH, "July 16, 2018 at 6:49 AM"), (K.PARAGRAPH, "July 16, 2018 at 9:21 AM")
    assert document(*side_by_side, (K.PARAGRAPH, STORY)).stamps == ()
    assert (
        document((K.PARAGRAPH, "At 14:05 he left"), (K.PARAGRAPH, "2.15"), (K.PARAGRAPH, "25:10")).stamps
        == ()
    )


def test_it_finds_the_byline_in_the_text():
    doc = document((K.HEADLINE, "Two held"), (K.BYLINE, "By JO VANE, Reuters"), (K.PARAGRAPH, STORY),
                   meta=Meta(authors=("Jo Vane",)))  # fmt: skip
    assert [(b.who, b.span.of(doc.text)) for b in doc.bylines] == [("Jo Vane", "JO VANE")]
    assert [w.agency for w in doc.wires] == ["Reuters"]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Jo Vane and Al Ode", ["Jo Vane", "Al Ode"]),
        ("By JO VANE, Political Editor | July 13, 2021", ["Jo Vane"]),
        ("Jo van der Vane & Dr. Al-Amin Ode in Ardun", ["Jo van der Vane", "Dr. Al-Amin Ode"]),
        ("By CNN's Jo Vane and Al Ode Associated Press", ["Jo Vane", "Al Ode"]),
        ("The Conversation", []),
        ("Published July 13, 2021 at 5 p.m.", []),
    ],
)
def test_it_reads_names_from_the_byline_where_the_page_states_none(line, who):
    doc = document((K.BYLINE, line), (K.PARAGRAPH, STORY))
    assert [b.who for b in doc.bylines] == who


def test_it_tells_the_language_by_the_words():
    german = "Die Regierung hat am Dienstag in Berlin einen neuen Plan für die Grenze vorgestellt."
    assert document((K.PARAGRAPH, STORY), meta=Meta(language="de-DE")).language == "en"
    assert document((K.PARAGRAPH, german), meta=Meta(language="en")).language == "de"
    assert document((K.PARAGRAPH, "Five die.")).language is None


def test_it_refuses_what_is_no_text_or_too_much(monkeypatch):
    with pytest.raises(PageError, match="no text"):
        finish(page(), text=" \n", blocks=(), meta=Meta())
    monkeypatch.setattr("sayso.ingest.finish.TEXT_POINTS", 10)
    with pytest.raises(PageError, match="over 10"):
        document((K.PARAGRAPH, STORY))


def test_it_takes_a_link_to_corrections_for_none():
    told = document(
        (K.PARAGRAPH, "Two men were held at the gate on Tuesday, the ministry said."),
        (K.FURNITURE, "Corrections and clarifications"),
        (K.FURNITURE, "Public Appearances"),
    )
    assert told.corrections == ()


def test_it_reads_times_with_the_names_of_those_who_post():
    posts = [
        ("20:42 KEY EVENT", "Gate closed"),
        ("20:24 Mara Quill", "Men held"),
        ("20:11 Ivo Tarn", "Shots"),
    ]
    posts.append(("20:02 Mara Quill", "Crowd grows"))
    story = "Two men were held at the gate on Tuesday, the ministry said, and taken away."
    told = document(*((K.PARAGRAPH, w) for clock, head in posts for w in (clock, f"{head}. {story}")))
    assert [stamp.value for stamp in told.stamps] == ["20:42", "20:24", "20:11", "20:02"]


@pytest.mark.parametrize("updated", ["2024-02-03T10:00:00+00:00", "2024-02-03T11:00:00+01:00", "2024-02-02"])
def test_it_knows_no_change_that_was_none(updated):
    meta = Meta(
        published=Moment(value="2024-02-03T10:00:00+00:00", source="meta"),
        updated=Moment(value=updated, source="meta"),
    )
    assert document((K.PARAGRAPH, "Two men were held at the gate."), meta=meta).updated is None
