"""Hostile pages neither hang nor raise anything but PageError."""

import itertools
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PageError
from sayso.ingest.html import from_html

BODY = "".join(
    f"<p>The harbour council said on day {day} that the old pier would stay closed until it was repaired.</p>"
    for day in ("one", "two", "three")
)
LIMIT = 20  # seconds; the slowest takes about two on one core, a quadratic step took minutes
MANY = json.dumps(
    {"@type": "NewsArticle", "headline": "x", "author": [{"name": f"Ann B{n}"} for n in range(9000)]}
)


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 50_000 + BODY,
        BODY + "<div>" * 50_000 + "x" + "</div>" * 50_000,
        f"<h1>Pier</h1>{BODY}<p>" + "one two three.<br>" * 20_000,
        f"<h1>Pier</h1>{BODY}<p>" + " " * 300_000 + "x",
        f"<h1>Pier</h1>{BODY}<table><tr>" + "<td>1</td>" * 5_000,
        f"<h1>Pier</h1>{BODY}" + "<p>the same words again and again </p>" * 5_000,
        f"<h1>Pier</h1><figure><img><figcaption>{'(' * 50_000} x</figcaption></figure>{BODY}",
        f'<script type="application/ld+json">{MANY}</script>{BODY}',
        f'<h1>Pier</h1><p class="byline">By {"A B, " * 20_000}</p>{BODY}',
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;</p>' + BODY,
        "<p>a\x00b \ud800 \ufdd0 c</p>" + BODY,
    ],
    ids=lambda source: source[:40],
)
def test_it_reads_hostile_pages_in_time(source):
    begin = time.process_time()
    try:
        text, blocks, _ = from_html(source)
    except PageError:
        text, blocks = "", ()
    assert time.process_time() - begin < LIMIT
    assert all(0 <= a.span.start < a.span.end <= len(text) for a in blocks)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(blocks))


TAGS = st.sampled_from(
    ["p", "div", "h1", "h2", "li", "td", "span", "a", "figure", "figcaption", "br", "nav", "b"]
)
NAMES = st.sampled_from(["", "caption", "credit", "byline", "related", "standfirst", "date", "comments"])
ELEMENTS = st.tuples(TAGS, NAMES, st.text(max_size=60)).map(lambda e: f'<{e[0]} class="{e[1]}">{e[2]}')


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(ELEMENTS, st.just(BODY), st.just("</div>"), st.just("<img>")), max_size=25))
def test_it_gives_disjoint_blocks_in_order_over_the_whole_text(parts):
    try:
        text, blocks, _ = from_html("".join(parts))
    except PageError:
        return
    assert "\n\n".join(block.span.of(text) for block in blocks) == text
