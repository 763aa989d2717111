"""Captions: the photo's day, its credit, its age."""
# ruff: noqa: E501

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicon.captions import looks_like_caption, parse_caption

FORMS = [
    ("FILE - Smoke over Ardun, May 5, 2023. (AP Photo/Jo Vane, File)", "2023-05-05", "AP Photo/Jo Vane, File", True),
    ("FILE – A gate, March 1, 2024.", "2024-03-01", None, True),
    ("FILE PHOTO: A tank near Ardun, May 2, 2019. REUTERS/Jo Vane/File Photo", "2019-05-02",
     "REUTERS/Jo Vane/File Photo", True),
    ("A man waits, November 18, 2019. REUTERS/Jo Vane Purchase Licensing Rights, opens new tab", "2019-11-18",
     "REUTERS/Jo Vane", False),
    ("In this January 25, 2018 photo, trucks leave. (AP Photo/Jo Vane)", "2018-01-25", "AP Photo/Jo Vane", False),
    ("This March 28, 2017, file photo, provided by the navy, shows a ship.", "2017-03-28", None, True),
    ("In this 2015 file photo, a minister speaks. (AP)", "2015", "AP", True),
    ("Illustrative: Troops on a ship, on July 13, 2010. (Jo Vane/ AP/ File)", "2010-07-13", "Jo Vane/ AP/ File", True),
    ("A market (Jo Vane/AP)", None, "Jo Vane/AP", False),
    ("A wolf. (Jo Vane/Parks Service via AP, File)", None, "Jo Vane/Parks Service via AP, File", True),
    ("Children in a camp [Jo Abu Vane/Reuters]", None, "Jo Abu Vane/Reuters", False),
    ("Rescuers dig. (Photo by Jo Vane/Getty Images)", None, "Jo Vane/Getty Images", False),
    ("Voters queue. Photo by JO VANE /AFP via Getty Images", None, "JO VANE /AFP via Getty Images", False),
    ("Voters queue. Jo Vane/AFP via Getty Images", None, "Jo Vane/AFP via Getty Images", False),
    ("The minister. Photograph: Jo Vane/EPA", None, "Jo Vane/EPA", False),
    ("The chancellor in June. Jo Vane / Reuters file", None, "Jo Vane / Reuters file", True),
    ("A fair in Ardun. Jo Vane, ASSOCIATED PRESS", None, "Jo Vane, ASSOCIATED PRESS", False),
    ("A train (Photo Credit : PTI File Photo )", None, "PTI File Photo", True),
    ("Image copyright Getty Images Image caption The bridge in 2012", None, "Getty Images", False),
    ("Image source, Getty Images\nThe bridge", None, "Getty Images", False),
    ("The president.Credit...Jo Vane/The New York Times", None, "Jo Vane/The New York Times", False),
    ("A court. (AP Photo/Jo Vane, File)The Associated Press", None, "AP Photo/Jo Vane, File", True),
    ("A soldier near Ardun on Thursday, Dec. 5.", None, None, False),
    ("Ms Vane (left) and Mr Ode (right)", None, None, False),
    ("FILE - A rally in early 2016. (AP)", "2016", "AP", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "credit", "archive"), FORMS)
def test_it_reads_a_caption(text, date, credit, archive):
    parts = parse_caption(text)
    assert (parts.date, parts.credit, parts.archive) == (date, credit, archive)
    if parts.credit_at:
        assert text[slice(*parts.credit_at)] == credit


def test_it_prefers_the_day_of_the_photo_over_the_day_told():
    text = "A plaque for the battle of June 1, 1940 is seen in this May 3, 2016 photo."
    assert parse_caption(text).date == "2016-05-03"
    assert parse_caption("Ardun burns, May 3, 2016. It fell on July 9, 2017. (AP)").date == "2016-05-03"
    assert parse_caption("A wall that fell in the January 6, 2019 storm.").date is None


@pytest.mark.parametrize(
    "text",
    [
        "FILE - A gate.",
        "FILE PHOTO: A gate",
        "Illustrative: A gate in 2010.",
        "In this May 3, 2016 photo, a gate is open.",
        "Image caption The gate",
        "A gate is open. (AP Photo/Jo Vane)",
        "A gate is open (Jo Vane/AFP)",
        "A gate [Jo Vane/Reuters]",
        "A gate. REUTERS/Jo Vane",
        "(Jo Vane/ AP/ File)",
    ],
)
def test_it_knows_a_caption_by_strong_evidence(text):
    assert looks_like_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Troops left the town on Tuesday, Reuters reported.",
        "(Reporting by Jo Vane; Editing by Al Ode)",
        "The party (SDP) lost.",
        "ARDUN, May 3 (Reuters) - A gate was opened.",
        "He said the file was closed.",
        "In this town, a photo is worth a lot.",
        "The image was shared by the ministry (Defence).",
        "",
        "a" * 5000,
    ],
)
def test_it_takes_no_paragraph_for_a_caption(text):
    assert not looks_like_caption(text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_it_stays_within_any_words(text):
    parts = parse_caption(text)
    looks_like_caption(text)
    for at in (parts.date_at, parts.credit_at):
        assert at is None or 0 <= at[0] < at[1] <= len(text)
