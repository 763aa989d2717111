"""Datelines: place, day and agency at the head of a story, and what only looks like one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicon.datelines import parse_dateline

PUBLISHED = date(2021, 7, 14)


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("BAGHDAD, July 13 (Reuters) -", "BAGHDAD", "2021-07-13", "Reuters"),
        ("NEW YORK (Reuters) -", "NEW YORK", None, "Reuters"),
        ("CLEAR LAKE, Iowa, July 1 (Reuters) -", "CLEAR LAKE, Iowa", "2021-07-01", "Reuters"),
        ("COLUMBIA, S.C. (AP) —", "COLUMBIA, S.C.", None, "AP"),
        ("HAYWARD, Calif. (AP) —", "HAYWARD, Calif.", None, "AP"),
        ("PARIS, July 12, 2021 (AFP) -", "PARIS", "2021-07-12", "AFP"),
        ("New Delhi (AFP) -", "New Delhi", None, "AFP"),
        ("Berlin (dpa) -", "Berlin", None, "dpa"),
        ("BEIJING, July 10 (Xinhua) --", "BEIJING", "2021-07-10", "Xinhua"),
        ("MOSCOW, July 11. /TASS/.", "MOSCOW", "2021-07-11", "TASS"),
        ("MOSCOW. July 3 (Interfax) -", "MOSCOW", "2021-07-03", "Interfax"),
        ("MOSCOW, 3 July - RIA Novosti.", "MOSCOW", "2021-07-03", "RIA Novosti"),
        ("Tehran, IRNA –", "Tehran", None, "IRNA"),
        ("TEHRAN (FNA)-", "TEHRAN", None, "Fars"),
        ("TEHRAN, Jul. 03 (MNA) –", "TEHRAN", "2021-07-03", "Mehr"),
        ("TEHRAN, (ISNA)-", "TEHRAN", None, "ISNA"),
        ("Damascus [Syria], July 9 (ANI):", "Damascus, Syria", "2021-07-09", "ANI"),
        ("Mumbai, July 9 (PTI)", "Mumbai", "2021-07-09", "PTI"),
        ("Madrid, 3 Jul (EFE).-", "Madrid", "2021-07-03", "EFE"),
        ("July 5 (UPI) --", None, "2021-07-05", "UPI"),
        ("BEIRUT, Lebanon, July 2 (UPI) --", "BEIRUT, Lebanon", "2021-07-02", "UPI"),
        ("(Bloomberg) --", None, None, "Bloomberg"),
        ("(KUNA) --", None, None, "KUNA"),
        ("Hong Kong (CNN Business)", "Hong Kong", None, "CNN"),
        ("New York CNN —", "New York", None, "CNN"),
        ("NNA -", None, None, "NNA"),
        ("Damascus, SANA-", "Damascus", None, "SANA"),
        ("JEDDAH, Saudi Arabia --", "JEDDAH, Saudi Arabia", None, None),
        ("LONDON (Ardun Post) —", "LONDON", None, None),
        ("WASHINGTON —", "WASHINGTON", None, None),
        ("KYIV, July 3 —", "KYIV", "2021-07-03", None),
        ("AL-QAIM, Iraq —", "AL-QAIM, Iraq", None, None),
        ("United Nations –", "United Nations", None, None),
        ("Kabul, Afghanistan –", "Kabul, Afghanistan", None, None),
    ],
)
def test_it_reads_the_head_of_a_story(head, place, day, agency):
    parts = parse_dateline(f"{head} Two men were held on Tuesday.", published=PUBLISHED)
    assert parts is not None
    assert (parts.place, parts.date, parts.agency, parts.end) == (place, day, agency, len(head))


@pytest.mark.parametrize(
    "text",
    [
        "Dear Abby: my husband left.",
        "Pros: it is cheap.",
        "BREAKING — a bridge has fallen.",
        "UPDATE: a bridge has fallen.",
        "WATCH — a bridge falls.",
        "Beauty company Ode is breaking out — at last.",
        "The Associated Press (AP) reported that two men were held.",
        "The party (SDP) lost.",
        "Reuters – which saw the letter – said so.",
        "Speaking to CNN — an outlet — he said so.",
        "FILE - a bridge.",
        "He said so — twice.",
        "JO VANE - FIRST OF ALL",
        "Iraq - a country - is far.",
        "A",
        "",
    ],
)
def test_it_takes_no_other_head_for_a_dateline(text):
    assert parse_dateline(text, published=PUBLISHED) is None


def test_it_tells_the_year_only_from_the_day_of_publication():
    text = "BAGHDAD, Dec 30 (Reuters) - Two men."
    assert parse_dateline(text).date is None
    assert parse_dateline(text, published=date(2022, 1, 2)).date == "2021-12-30"
    assert parse_dateline(text, published=date(2022, 7, 2)).date is None


def test_it_points_at_the_agency():
    text = "BAGHDAD (Reuters) - Two men."
    assert text[slice(*parse_dateline(text).agency_at)] == "Reuters"


@settings(deadline=None)
@given(st.text(alphabet="ABc —-–(),./[]: Reuters13JulyAP", max_size=120))
def test_it_stays_within_any_words(text):
    parts = parse_dateline(text, published=PUBLISHED)
    assert parts is None or 0 < parts.end <= len(text)
