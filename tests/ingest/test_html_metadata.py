"""What a page states of itself is taken as stated; nothing is guessed."""

import json

import pytest

from sayso.ingest.html import from_html
from sayso.ingest.html.clock import coded, worded

BODY = "".join(
    f"<p>The harbour council said on day {day} that the old pier would stay closed until it was repaired.</p>"
    for day in ("one", "two", "three")
)


def meta_of(head="", top=""):
    article = f"<article><h1>Old pier stays closed</h1>{top}{BODY}</article>"
    source = f"<html><head>{head}</head><body>{article}</body></html>"
    return from_html(source, url="https://post.example/pier")[2]


def linked(**fields):
    thing = {"@type": "NewsArticle", "headline": "Old pier stays closed", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2024-03-04T10:15:20+01:00", "2024-03-04T10:15:20+01:00"),
        ("2024-03-04T10:15:20.123Z", "2024-03-04T10:15:20+00:00"),
        ("2024-03-04 10:15:20 -0500", "2024-03-04T10:15:20-05:00"),
        ("20240304", "2024-03-04"),
        ("2024-03-04T10:15", "2024-03-04T10:15"),
        ("Mon, 04 Mar 2024 10:15:00 GMT", "2024-03-04T10:15+00:00"),
        ("Mon Mar 04 2024 10:15:00 GMT+0200 (EET)", "2024-03-04T10:15+02:00"),
        ("2024-13-04", None),
        ("2024-02-30T10:00Z", None),
        ("2024-03-04T25:00Z", None),
        ("yesterday", None),
        ("0001-01-01", None),
    ],
)
def test_it_reads_coded_dates_with_the_zone_stated(text, want):
    assert coded(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("November 20, 2019 - 11:28 AMT", "2019-11-20T11:28+04:00"),
        ("19 Nov 2019 07:09 GMT", "2019-11-19T07:09+00:00"),
        ("Published 9:26 p.m. ET, July 4, 2023", "2023-07-04T21:26-04:00"),
        ("Jan 4, 2023 at 9:26 pm ET", "2023-01-04T21:26-05:00"),
        ("Sat 24 Feb 2024 12.42 CET", "2024-02-24T12:42+01:00"),
        ("4th of nothing 2024", None),
        ("31 June 2024", None),
        ("15 March 2024", "2024-03-15"),
    ],
)
def test_it_reads_dates_told_in_words(text, want):
    assert worded(text) == want


def test_it_prefers_json_ld_and_fills_in_the_zone_from_a_later_witness():
    head = linked(datePublished="2024-03-04T10:15:00", dateModified="2024-03-05T08:00:00Z")
    head += '<meta property="article:published_time" content="2024-03-04T09:15:00Z">'
    meta = meta_of(head)
    assert meta.published.value == "2024-03-04T09:15+00:00"
    assert meta.updated.value == "2024-03-05T08:00+00:00"


def test_it_takes_the_time_in_view_where_the_head_states_none():
    meta = meta_of(top='<div class="dateline">4 March 2024 10:15 GMT</div>')
    assert (meta.published.value, meta.published.source) == ("2024-03-04T10:15+00:00", "text")


def test_it_invents_no_date():
    assert meta_of().published is None
    assert meta_of(linked(datePublished="2024-13-45T99:00")).published is None
    cards = '<aside class="related"><time datetime="2020-01-01T00:00Z">1 January 2020</time></aside>'
    assert meta_of(top=cards).published is None


@pytest.mark.parametrize(
    ("author", "want"),
    [
        ({"@type": "Person", "name": "Mara Quill"}, ("Mara Quill",)),
        ([{"@type": "Person", "name": "Mara Quill"}, {"name": "Tomas Weir"}], ("Mara Quill", "Tomas Weir")),
        ("By Mara Quill and Tomas Weir", ("Mara Quill", "Tomas Weir")),
        ({"@type": "Organization", "name": "The Associated Press"}, ("The Associated Press",)),
        ({"@type": "Person", "name": "Reuters"}, ("Reuters",)),
        ("MARA QUILL, Sports Writer", ("Mara Quill",)),
        ("mara-quill", ()),
        ("@maraquill", ()),
        ("https://post.example/mara", ()),
        ("Mara Quill Monday, March 4", ("Mara Quill",)),
        ([["Mara Quill"], None, 7, {"name": ["Tomas Weir"]}], ("Mara Quill", "Tomas Weir")),
        ({"@type": "Organization", "name": "The Harbour Post"}, ("The Harbour Post",)),
        ([{"name": "Mara Quill"}, {"name": "Harbour Post"}], ("Mara Quill",)),
    ],
)
def test_it_cleans_authors_and_keeps_agencies(author, want):
    head = linked(author=author, publisher={"@type": "Organization", "name": "Harbour Post"})
    assert meta_of(head).authors == want


def test_it_follows_references_within_a_graph():
    graph = {
        "@graph": [
            {"@type": "Article", "headline": "Old pier stays closed", "author": {"@id": "#mara"}},
            {"@type": "Person", "@id": "#mara", "name": "Mara Quill"},
        ]
    }
    assert meta_of(f'<script type="application/ld+json">{json.dumps(graph)}</script>').authors == (
        "Mara Quill",
    )


def test_it_reads_the_byline_where_the_head_names_nobody():
    top = '<p class="byline">By <a rel="author" href="/mara">Mara Quill</a></p>'
    assert meta_of(top=top).authors == ("Mara Quill",)


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '{"@type": "NewsArticle", "author": 7,}', "<![CDATA[{}]]>", ""]
)
def test_it_survives_broken_json_ld(broken):
    assert meta_of(f'<script type="application/ld+json">{broken}</script>').authors == ()


def test_it_takes_address_outlet_section_and_language_as_declared():
    head = '<link rel="canonical" href="/pier?id=1"><meta property="og:site_name" content="Post | News">'
    head += '<meta property="article:section" content="Harbour"><meta property="og:locale" content="en_GB">'
    meta = meta_of(head + linked(isAccessibleForFree="False"))
    assert meta.url == "https://post.example/pier?id=1"
    assert (meta.outlet, meta.section, meta.language, meta.truncated) == ("Post", "Harbour", "en-GB", True)
    assert meta.title == "Old pier stays closed"


def test_it_takes_the_outlet_that_the_address_bears_out():
    head = linked(publisher={"@type": "Organization", "name": "Some Agency"})
    assert meta_of(head + '<meta property="og:site_name" content="The Post">').outlet == "The Post"


def test_it_takes_the_author_that_a_link_names_where_no_byline_does():
    lead = "<div class='lead'><p>A lead.</p></div>"
    link = "<span><a rel='author' href='/staff/mara'>Mara Quill</a></span>"
    assert meta_of(top=f"{lead}<div>{link}</div>").authors == ("Mara Quill",)


def test_it_takes_no_author_from_cards_of_other_articles():
    cards = "".join(f"<a rel='author' href='/staff/{n}'>{n} Weir</a>" for n in ("Ann", "Bea", "Cy", "Dov"))
    assert meta_of(top=f"<div>{cards}</div>").authors == ()
