"""Plain text with furniture and without: what each line is taken for."""

import pytest

from sayso.ingest.plain import from_text, line_key
from sayso.model.document import BlockKind

BODY = (
    "The harbour of Port Ellery was closed on Monday after a grenade went off near the quay, the mayor said.",
    "Two guards were taken to hospital, according to a doctor who was not allowed to speak to reporters.",
    "The governor, Ines Halloran, told local radio that nobody had been arrested and the ferry would sail.",
    "It is the third blast since March, when the dockers' union broke off its talks with the port company.",
)
SIGN_OFF = "(Reporting by Jo Marsh; editing by Sam Tull)"
TAIL = (
    "Most Popular",
    "Related stories",
    "Ferry strike enters second week",
    "Join the conversation",
    "Please log in to comment. Comments are moderated and follow our community guidelines.",
    "Sign up for our newsletter",
    "Enter your email address",
    "We use cookies to improve your experience. By continuing you accept our privacy policy.",
    "© 2031 Ellery Courier. All rights reserved.",
)
TITLE = "Blast shuts harbour of Port Ellery"
DECK = "Governor says ferry will sail again once the quay has been searched, but the union doubts it"
CAPTION = "FILE - A ferry leaves the quay of Port Ellery on May 2, 2029. (Jo Marsh/AP, File)"


def kinds(text, **more):
    return [(b.kind, b.span.of(text)) for b in from_text(text, **more)]


def of(kind, text, **more):
    return [words for k, words in kinds(text, **more) if k is kind]


def scraped():
    nav = ["Skip to content", "Menu", "Home", "World", "Sport", "Log in", "Subscribe"]
    head = [TITLE, DECK, "By Jo Marsh", "Share", "Tweet", "Print"]
    body = [*BODY[:2], CAPTION, CAPTION, "Advertisement", *BODY[2:]]
    return "\n".join([*nav, "", *head, "", "\n\n".join(body), "", *TAIL])


def test_it_tells_an_article_from_the_furniture_around_it():
    text = scraped()
    assert of(BlockKind.PARAGRAPH, text) == list(BODY)
    assert of(BlockKind.HEADLINE, text) == [TITLE]
    assert of(BlockKind.STANDFIRST, text) == [DECK]
    assert of(BlockKind.BYLINE, text) == ["By Jo Marsh"]
    furniture = of(BlockKind.FURNITURE, text)
    assert set(TAIL) <= set(furniture)
    assert "Advertisement" in furniture


def test_it_marks_the_second_of_two_equal_captions_as_a_repeat():
    text = scraped()
    told = [b.repeat for b in from_text(text) if b.kind is BlockKind.CAPTION]
    assert told == [False, True]


@pytest.mark.parametrize("join", ["\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\n\t\n \n"])
def test_it_finds_no_furniture_in_a_clean_text(join):
    text = join.join(BODY)
    assert {kind for kind, _ in kinds(text)} == {BlockKind.PARAGRAPH}


def test_it_takes_the_title_that_the_text_begins_with_for_the_headline():
    text = f"  {TITLE}\n{BODY[0]}\n{BODY[1]}"
    assert of(BlockKind.HEADLINE, text, title=TITLE) == [TITLE]
    assert of(BlockKind.HEADLINE, text) == [TITLE]
    joined = f"{TITLE} {BODY[0]} {BODY[1]}"
    assert kinds(joined, title=TITLE)[0] == (BlockKind.HEADLINE, TITLE)
    assert kinds(joined)[0][0] is BlockKind.PARAGRAPH


def test_it_does_not_cut_a_sentence_that_begins_with_the_title():
    text = "Port Ellery port closed after blast that hurt two guards on Monday, the mayor said. Ferries wait."
    assert kinds(text, title="Port Ellery port closed")[0] == (BlockKind.PARAGRAPH, text)


def test_it_joins_the_lines_of_a_paragraph_that_was_wrapped():
    text = (
        "The harbour of Port Ellery was closed on Monday after a grenade went off\n"
        "near the customs house, the mayor said. Two guards were taken to hospital\n"
        "and a clerk is missing.\n\n"
        "The governor told local radio that nobody had been arrested and that the\n"
        "ferry would sail again as soon as the quay had been searched.\n"
    )
    assert [k for k, _ in kinds(text)] == [BlockKind.PARAGRAPH] * 2


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Dockers vote on Friday",
        "Related: The long quarrel over the quay",
        "Story continues below advertisement",
    ],
)
def test_it_takes_pointers_within_an_article_for_furniture(line):
    text = "\n\n".join([BODY[0], BODY[1], line, BODY[2], BODY[3]])
    assert of(BlockKind.FURNITURE, text) == [line]


def test_it_keeps_subheads_lists_and_sign_offs():
    lines = [*BODY[:2], "A quay in dispute", BODY[2], "• the quay", "• the customs house", BODY[3], SIGN_OFF]
    text = "\n\n".join([*lines, *TAIL[:4]])
    assert of(BlockKind.SUBHEAD, text) == ["A quay in dispute"]
    assert of(BlockKind.LIST_ITEM, text) == ["• the quay", "• the customs house"]
    assert SIGN_OFF in of(BlockKind.PARAGRAPH, text)


def test_it_knows_lines_that_stood_on_other_pages_of_the_outlet():
    slogan = (
        "The Courier has told the coast its own story, every morning and without fear, for ninety-one years."
    )
    text = "\n\n".join([*BODY, slogan])
    assert of(BlockKind.FURNITURE, text) == []
    seen = {line_key(slogan.upper()): 3, line_key(BODY[0]): 2}
    assert of(BlockKind.FURNITURE, text, seen=seen) == [slogan]


def test_it_says_how_sure_the_classifier_is_and_each_fold_says_its_own():
    text = scraped()
    sure = {b.kind for b in from_text(text) if b.p is not None}
    assert sure == {BlockKind.PARAGRAPH, BlockKind.FURNITURE}
    assert all(0 <= b.p <= 1 for b in from_text(text) if b.p is not None)
    assert [b.p for b in from_text(text)] != [b.p for b in from_text(text, fold=0)]
