"""How does the source of a page become a tree, whatever is in it?"""

import re

from lxml import etree, html
from lxml.html import HtmlElement

from sayso.errors import PageError

MAX_CHARS = 20_000_000  # trafilatura takes 16 s on 20 MB of paragraphs (measured); more is no article
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0\ufffe\uffff]"
)  # what XML forbids, and a mark of ours


def tree_of(source: str) -> HtmlElement:
    """The tree of a page; raises PageError where there is none. Nesting beyond 254 is cut by the parser."""
    if len(source) > MAX_CHARS:
        raise PageError(
            "too-large",
            f"the page has {len(source):,} characters, more than {MAX_CHARS:,}: "
            "save the article alone, or hand its text in as a .txt file",
        )
    clean = _UNFIT.sub(" ", source)
    if not clean.strip():
        raise PageError("empty", "the page is empty: save it again from the browser")
    parser = html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=False,
        recover=True,
    )
    try:
        tree = html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise PageError(
            "no-article", f"the page cannot be parsed as HTML ({error}): hand its text in"
        ) from error
    if not isinstance(tree, HtmlElement):
        raise PageError("no-article", "the page holds no element: save it again as HTML, or hand its text in")
    return tree


def attribute(node: HtmlElement, *names: str) -> str:
    """The first of these attributes that a node has, in lower case; "" where it has none."""
    for name in names:
        if value := node.get(name):
            return str(value).lower()
    return ""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case: what two texts are compared by."""
    return re.findall(r"\w+", text.lower())


def text_of(node: HtmlElement) -> str:
    """All words within a node, white space collapsed, without scripts and styles."""
    out: list[str] = []
    for event, element in etree.iterwalk(node, events=("start", "end")):
        if (
            event == "start"
            and element.text
            and element.tag not in ("script", "style", "noscript", "template")
        ):
            out.append(element.text)
        elif event == "end" and element is not node and element.tail:
            out.append(element.tail)
    return " ".join("".join(out).split())
