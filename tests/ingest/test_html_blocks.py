"""A saved page becomes text in typed blocks."""

import pytest

from sayso.errors import PageError
from sayso.ingest.html import from_html
from sayso.model.document import BlockKind

PAGE = """<html lang="en-GB"><head><title>Ferry service resumes after storm | The Harbour Post</title>
<meta property="og:title" content="Ferry service resumes after storm">
<meta property="og:site_name" content="The Harbour Post"></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<article><h1>Ferry service resumes after storm</h1>
<p class="standfirst">Two ships were damaged and one pier remains closed, the port authority says.</p>
<div class="byline">By <a rel="author" href="/author/mara">Mara Quill</a></div>
<figure><img src="a.jpg">
<figcaption>Waves break over the old pier on Tuesday. <span class="credit">Photo: Ivo Tarn</span>
</figcaption></figure>
<p>The ferry between the two islands sailed again on Wednesday after four days in harbour, the port
authority said.</p>
<p>Engineers had spent the night looking at the damage to two of the ships, according to a
spokeswoman.</p>
<div class="newsletter-signup"><p>Sign up for our newsletter and get the news in your
inbox.</p></div>
<h2>What happens next</h2>
<p>The old pier will stay closed until the end of the month, the authority said in a
statement on its site.</p>
<ul><li>Tickets bought for the cancelled days remain valid until
June, the company announced.</li></ul>
<p>Passengers welcomed the news, though some complained that they had been told of it only in the
morning.</p>
<p class="signoff">Additional reporting by Tomas Weir</p>
</article><aside><p>Most read: ten harbours to see before the summer ends and the crowds go.</p></aside>
<footer><p>Copyright The Harbour Post. All rights reserved by the company and its owners.</p></footer>
</body></html>"""


def words(text, blocks, kind):
    return [b.span.of(text) for b in blocks if b.kind is kind]


def test_it_types_every_stretch_of_a_page():
    text, blocks, _ = from_html(PAGE, url=None)
    assert words(text, blocks, BlockKind.HEADLINE) == ["Ferry service resumes after storm"]
    assert words(text, blocks, BlockKind.STANDFIRST)[0].startswith("Two ships were damaged")
    assert words(text, blocks, BlockKind.BYLINE) == ["By Mara Quill"]
    assert words(text, blocks, BlockKind.CAPTION) == [
        "Waves break over the old pier on Tuesday. Photo: Ivo Tarn"
    ]
    assert words(text, blocks, BlockKind.SUBHEAD) == ["What happens next"]
    assert len(words(text, blocks, BlockKind.PARAGRAPH)) == 4
    assert words(text, blocks, BlockKind.LIST_ITEM)[0].startswith("Tickets bought")
    furniture = words(text, blocks, BlockKind.FURNITURE)
    assert any("newsletter" in line for line in furniture)
    assert "Additional reporting by Tomas Weir" in furniture


def test_it_leaves_navigation_asides_and_footers_in_the_stored_bytes():
    text, _, _ = from_html(PAGE, url=None)
    assert "Sport" not in text
    assert "Most read" not in text
    assert "Copyright" not in text


def test_it_puts_every_span_inside_the_text_in_order():
    text, blocks, _ = from_html(PAGE, url=None)
    ends = [0]
    for block in blocks:
        assert block.span.start >= ends[-1]
        assert block.span.of(text).strip()
        ends.append(block.span.end)
    assert ends[-1] == len(text)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "empty"),
        ("<!-- nothing -->", "no-article"),
        ("<html><body></body></html>", "no-article"),
        ("<div>" * 100_000 + "too deep", "no-article"),
        ("<p>Page not found</p>", "no-article"),
    ],
)
def test_it_says_why_a_page_has_no_article(source, reason):
    with pytest.raises(PageError) as error:
        from_html(source, url=None)
    assert error.value.reason == reason
    assert ":" in str(error.value)  # what to do next
