"""Captions in plain text: told by opening, credit, own date or repetition."""

import pytest

from sayso.ingest.plain import from_text
from sayso.ingest.plain.captions import is_caption
from sayso.model.document import BlockKind


@pytest.mark.parametrize(
    "line",
    [
        "FILE - Dockers carry a banner through Port Ellery, May 2, 2029.",
        "File photo: the customs house before the fire.",
        "Illustrative: Dockers at the quay of Port Ellery, on May 2, 2029. (Jo Marsh/ AP/ File)",
        "In this May 2, 2029 photo, dockers carry a banner through Port Ellery.",
        "Dockers carry a banner through Port Ellery. (AP Photo/Jo Marsh)",
        "Dockers carry a banner through Port Ellery. (Jo Marsh/Reuters)",
        "Dockers with their banner. Photograph: Jo Marsh/Reuters",
        "Dockers with their banner at the quay | Getty Images",
        "Police stop a docker during a march in Port Ellery, Freeland, May 2, 2029.",
        "Mayor Ann Cole, left, and union leader Bo Ray shake hands at the town hall.",
        "An undated handout photo shows the quay before the fire.",
    ],
)
def test_it_knows_a_caption(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "May 2, 2029",
        "May 2, 2029, 8:12 a.m.",
        "The mayor said the quay would stay closed until May 2, 2029.",
        "The law was adopted by the council on May 2, 2029.",
        "The union (which has 900 members) broke off the talks.",
        "Dockers filed past the customs house in silence.",
        "The file on the fire was closed within a week.",
        "Photo shop burns down in Port Ellery",
    ],
)
def test_it_does_not_take_other_lines_for_captions(line):
    assert not is_caption(line)


def test_it_takes_a_line_said_twice_running_for_a_caption():
    caption = "A docker with a red banner watches the ferry as it comes in"
    body = "The harbour of Port Ellery was closed on Monday after a grenade went off at noon, a clerk said."
    more = (
        "Two guards were taken to hospital, according to a doctor who was not allowed to speak to reporters."
    )
    text = "\n\n".join([body, caption, caption, more, body.replace("Monday", "Tuesday")])
    told = [(b.kind, b.repeat) for b in from_text(text)]
    assert told[1:3] == [(BlockKind.CAPTION, False), (BlockKind.CAPTION, True)]
