"""Captions are those of the article's own pictures, with their credit behind them."""

import pytest

from sayso.ingest.html import from_html
from sayso.model.document import BlockKind

FIRST = "<p>The harbour council said on Monday that the old pier would stay closed until May.</p>"
THEN = "<p>Engineers found rust in most of the beams, according to a report that was read to the council.</p>"
LAST = (
    "<p>Shops near the ferry fear for their summer, and asked the town to help them through the spring.</p>"
)


def captions(inner, before=""):
    article = f"<article><h1>Old pier stays closed</h1>{FIRST}{inner}{THEN}{LAST}</article>"
    text, blocks, _ = from_html(f"<html><body>{before}{article}</body></html>", url=None)
    return [b.span.of(text) for b in blocks if b.kind is BlockKind.CAPTION]


@pytest.mark.parametrize(
    ("inner", "want"),
    [
        ("<figure><img><figcaption>Waves at the pier</figcaption></figure>", ["Waves at the pier"]),
        (
            '<div class="photo"><img><p class="caption">Waves</p><i class="credit">Ivo Tarn</i></div>',
            ["Waves (Ivo Tarn)"],
        ),
        (
            "<figure><img><figcaption>Waves<i class='copyright'>Photo: Ivo Tarn</i></figcaption></figure>",
            ["Waves Photo: Ivo Tarn"],
        ),
        (
            '<div data-caption="Waves at the pier" data-credit="Ivo Tarn"><img></div>',
            ["Waves at the pier (Ivo Tarn)"],
        ),
        (
            "<button><figure><img><figcaption>Waves at the pier</figcaption></figure></button>",
            ["Waves at the pier"],
        ),
        ('<div class="caption">Ten harbours to see</div>', []),
        ("<aside><figure><img><figcaption>Ten harbours to see</figcaption></figure></aside>", []),
        (
            '<div class="related"><figure><img><figcaption>Ten harbours to see</figcaption></figure></div>',
            [],
        ),
        ("<figure><img><figcaption>Old pier stays closed</figcaption></figure>", []),
    ],
)
def test_it_takes_captions_of_pictures_in_the_article_alone(inner, want):
    assert captions(inner) == want


def test_it_keeps_a_repeated_caption_each_time():
    between = "<p>Nobody was hurt when the first beam broke last week, the council said.</p>"
    figure = "<figure><img><figcaption>Waves at the pier</figcaption></figure>"
    assert captions(figure + between + figure) == ["Waves at the pier"] * 2


def test_it_takes_the_picture_above_the_headline():
    before = "<div><figure><img><figcaption>Waves at the pier</figcaption></figure></div>"
    assert captions("", before=before) == ["Waves at the pier"]


def test_it_does_not_leak_captions_into_paragraphs():
    text, blocks, _ = from_html(
        f"<article><h1>Old pier stays closed</h1>{FIRST}<div class='image'><img><div class='image-caption'>"
        f"A crane lifts a beam from the water near the old pier on Monday, as people watch.</div></div>"
        f"{THEN}{LAST}</article>"
    )
    assert not any("crane" in b.span.of(text) for b in blocks if b.kind is BlockKind.PARAGRAPH)
