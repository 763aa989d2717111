"""Boxes, columns, silent captions and head lines of pages are told from the article's text."""

import pytest

from sayso.ingest.html import from_html
from sayso.ingest.html.lines import Line, line_of
from sayso.model.document import BlockKind

FIRST = "The harbour council said on Monday that the old pier would stay closed until the end of May."
THEN = "Engineers found rust in most of the beams, according to a report that was read to the council."
LAST = "Shops near the ferry fear for their summer and asked the town to help them through the spring."
HEAD = "<html><head><title>Old pier stays closed | The Harbour Post</title></head><body>"


def page(inner, head="", before=""):
    return (
        f"{HEAD}{before}<article><h1>Old pier stays closed</h1>{head}"
        f"<p>{FIRST}</p>{inner}<p>{THEN}</p><p>{LAST}</p></article></body></html>"
    )


def words(source, *kinds):
    text, blocks, _ = from_html(source, url=None)
    return [b.span.of(text) for b in blocks if b.kind in kinds]


@pytest.mark.parametrize(
    "box",
    [
        '<div><p>Harbour at Eight, our daily e-mail</p><a href="/mail">Sign up here</a></div>',
        "<div><p>What sails this week, every Friday</p><input type=email placeholder=Address></div>",
        "<div class=m><p><b>The Post in your pocket.</b> Tides and trains. Install the app</p></div>",
        "<div class=m><p>Do you know more? Ring the newsdesk or write to tips@harbour.example</p></div>",
        "<div class=m><p>Follow the Harbour Post on Telegram for the tides.</p></div>",
    ],
)
def test_it_keeps_boxes_that_ask_out_of_the_text(box):
    assert words(page(box), BlockKind.PARAGRAPH) == [FIRST, THEN, LAST]


def test_it_keeps_a_post_that_can_be_shared():
    post = "<div><p>The ferry sails again, says the captain.</p><a href='#'>Share this post</a></div>"
    assert "The ferry sails again, says the captain." in words(page(post * 1), BlockKind.PARAGRAPH)


def test_it_lets_a_long_paragraph_thank_its_readers():
    thanks = f"{FIRST} {THEN} Thank you for reading."
    assert line_of(thanks) is None
    assert line_of("Thank you for reading.") is Line.CALL


@pytest.mark.parametrize(
    "line", ["Staff reporter", "Our Diplomatic Correspondent", "Staff and agencies", "Harbour Post Staff"]
)
def test_it_tells_a_byline_without_a_name(line):
    assert line_of(line) is Line.BYLINE
    assert words(page("", head=f"<p class=who>{line}</p>"), BlockKind.BYLINE) == [line]


def test_it_finds_head_lines_in_any_language():
    head = (
        "<p class=signe>Par Mara Quill — Publié le <time datetime='2024-02-03'>samedi 3 février</time></p>"
        "<ul><li>Partager</li><li>Imprimer</li></ul>"
    )
    source = page("", head=head).replace("</head>", '<meta name=author content="Mara Quill"></head>')
    assert words(source, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) == [FIRST, THEN, LAST]
    assert words(source, BlockKind.BYLINE) == ["Par Mara Quill — Publié le samedi 3 février"]


@pytest.mark.parametrize(
    "picture",
    [
        "<table><tr><td><img src=a><br><font size=1>The pier at low tide. (Ivo Tarn)</font></table>",
        '<div><img src=a><p style="font-size:11px">The pier at low tide. (Ivo Tarn)</p></div>',
        (
            "<figure><img src=a><div><span class=photo-caption>The pier at low tide.</span> "
            "<span class=photo-credit>(Ivo Tarn)</span></div></figure>"
        ),
    ],
)
def test_it_knows_a_caption_by_its_place_and_type(picture):
    assert words(page(picture), BlockKind.CAPTION) == ["The pier at low tide. (Ivo Tarn)"]
    assert words(page(picture), BlockKind.PARAGRAPH) == [FIRST, THEN, LAST]


def test_it_leaves_a_paragraph_beside_a_picture_a_paragraph():
    beside = "<div><img src=a><p>The mayor went home early, her office said on Monday evening.</p></div>"
    assert words(page(beside), BlockKind.CAPTION) == []


def test_it_keeps_a_caption_for_the_printer_apart():
    twice = (
        '<figure class="wp-caption"><img src=a><div class="print">The old pier at low tide.</div>'
        "<figcaption>The old pier at low tide.</figcaption></figure>"
    )
    assert words(page(twice), BlockKind.CAPTION) == ["The old pier at low tide."] * 2


def test_it_puts_the_credit_that_comes_first_behind_its_caption():
    figure = (
        "<figure><div><span class=credit>Harbour Watch / via the Post</span><img src=a></div>"
        "<figcaption>The old pier at low tide</figcaption></figure>"
    )
    assert words(page(figure), BlockKind.CAPTION) == [
        "The old pier at low tide (Harbour Watch / via the Post)"
    ]


OLD = f"""<HTML><HEAD><TITLE>The Harbour Post: Coast</TITLE></HEAD><BODY><TABLE>
<TR><TD COLSPAN=3><IMG SRC=flag.gif ALT="The Harbour Post"></TD></TR>
<TR><TD><FONT SIZE=2><A HREF=/a>Home</A> | <A HREF=/b>Coast</A> | <A HREF=/c>Farms</A></FONT></TD>
<TD><DIV><FONT SIZE=1>Coast &gt; North Saturday, February 3, 2024</FONT><BR>
<FONT SIZE=5><B>Old pier stays closed, council says</B></FONT><BR><BR>
<FONT SIZE=2><B>By MARA QUILL</B></FONT><BR><BR><FONT SIZE=3>{FIRST}<BR><BR>{THEN}<BR><BR>
<TABLE ALIGN=right><TR><TD>ADVERTISEMENT<BR>Ropes and sails at half price</TD></TR></TABLE>
{LAST}<BR><BR>{THEN.replace("rust", "holes")}</FONT></DIV></TD>
<TD><FONT SIZE=2><B>POLL</B><BR>Should the pier be painted before the fair in August? Yes No</FONT></TD></TR>
<TR><TD COLSPAN=3><FONT SIZE=1>The Harbour Post, serving the coast since the days of sail.</FONT></TD></TR>
</TABLE></BODY></HTML>"""


def test_it_reads_a_page_laid_out_by_tables():
    text, blocks, meta = from_html(OLD, url=None)
    told = [b.span.of(text) for b in blocks if b.kind is BlockKind.PARAGRAPH]
    assert told == [FIRST, THEN, LAST, THEN.replace("rust", "holes")]
    assert meta.title == "Old pier stays closed, council says"
    assert meta.outlet == "The Harbour Post"
    assert meta.published.value == "2024-02-03"
    assert meta.authors == ("Mara Quill",)


def test_it_drops_cards_of_other_stories_behind_the_text():
    card = "<h3><a href=/{0}>Three whales seen off the northern cape</a></h3><p>The whales left on {0}.</p>"
    source = page("").replace("</article>", card.format("Monday") + card.format("Tuesday") + "</article>")
    assert words(source, BlockKind.PARAGRAPH) == [FIRST, THEN, LAST]


def test_it_takes_no_list_of_links_for_a_byline():
    head = (
        "<div class=author-box><p>By Mara Quill</p><p>Most Popular Today</p>"
        "<p>February 3, 2024 | 4:20am | Updated February 4, 2024</p></div>"
    )
    source = page("", head=head).replace("</head>", '<meta name=author content="Mara Quill"></head>')
    assert words(source, BlockKind.BYLINE) == ["By Mara Quill"]


def test_it_takes_a_line_of_its_own_for_the_dateline():
    head = "<span class=dateline>AUBURN, Wash. —</span>"
    assert words(page("", head=f"<div>{head}</div>"), BlockKind.DATELINE) == ["AUBURN, Wash. —"]


def test_it_keeps_the_house_with_the_photographer():
    figure = (
        "<figure><img src=a><figcaption>The old pier at low tide. "
        "<span class=credit>Photo by Ivo Tarn</span> /<i>Harbour Watch</i></figcaption></figure>"
    )
    assert words(page(figure), BlockKind.CAPTION) == [
        "The old pier at low tide. Photo by Ivo Tarn / Harbour Watch"
    ]
