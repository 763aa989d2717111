"""In what part of a page does an element stand, by its tag, its role and the words of its class?"""

import re
from enum import Flag, auto
from functools import cache

from lxml.html import HtmlElement

from sayso.ingest.html.parse import attribute


class Zone(Flag):
    """Parts of a page. A segment stands in all zones of its ancestors."""

    NONE = 0
    NAV = auto()
    ASIDE = auto()
    HEADER = auto()
    FOOTER = auto()
    FIGURE = auto()
    CAPTION = auto()
    CREDIT = auto()
    RELATED = auto()  # cards and lines that lead to other pages
    COMMENTS = auto()  # what readers wrote
    SERVICE = auto()  # newsletter, share, advertisement, paywall, cookies, pop-ups
    BYLINE = auto()
    STANDFIRST = auto()
    TIME = auto()
    TITLE = auto()
    LIST = auto()
    QUOTE = auto()
    PULL = auto()  # a pull quote repeats words of the body
    BOX = auto()  # a fact box beside the article
    TABLE = auto()
    TWEET = auto()
    HIDDEN = auto()
    NOTE = auto()  # correction, editor's note, sign-off, about the author


OUTSIDE = Zone.NAV | Zone.ASIDE | Zone.FOOTER | Zone.COMMENTS  # their words stay in the stored bytes
FOREIGN = Zone.RELATED | Zone.SERVICE | Zone.PULL | Zone.BOX  # not the article's own words

_TAGS = {
    "nav": Zone.NAV, "aside": Zone.ASIDE, "header": Zone.HEADER, "footer": Zone.FOOTER,
    "figure": Zone.FIGURE, "figcaption": Zone.CAPTION, "li": Zone.LIST, "blockquote": Zone.QUOTE,
    "table": Zone.TABLE, "time": Zone.TIME, "h1": Zone.TITLE, "address": Zone.BYLINE, "dialog": Zone.SERVICE,
    "amp-img": Zone.FIGURE, "details": Zone.NONE,
}  # fmt: skip
_ROLES = {
    "navigation": Zone.NAV, "complementary": Zone.ASIDE, "contentinfo": Zone.FOOTER, "banner": Zone.HEADER,
    "figure": Zone.FIGURE, "dialog": Zone.SERVICE, "search": Zone.SERVICE, "menu": Zone.NAV,
    "alertdialog": Zone.SERVICE, "doc-pullquote": Zone.PULL,
}  # fmt: skip
_PROPS = {
    "author": Zone.BYLINE, "caption": Zone.CAPTION, "copyrightholder": Zone.CREDIT, "creator": Zone.CREDIT,
    "description": Zone.STANDFIRST, "alternativeheadline": Zone.STANDFIRST, "headline": Zone.TITLE,
    "datepublished": Zone.TIME, "datemodified": Zone.TIME, "comment": Zone.COMMENTS,
}  # fmt: skip
# Patterns are searched in "-name-of-the-class-", with every hyphen, underscore and hump made one hyphen.
_WORDS: tuple[tuple[Zone, str], ...] = (
    (Zone.NAV, r"-(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip-link|toc)-"),
    (Zone.ASIDE, r"-(?:sidebar|side-bar|right-rail|rail|aside)-"),
    (Zone.FOOTER, r"-(?:site|page|global|main)-footer-|^-footer-$"),
    (Zone.COMMENTS, r"-(?:comments?|commenting|disqus|respond|discussion|user-comments)-"),
    (
        Zone.RELATED,
        (
            r"-(?:related|recommend\w*|read-?more|readmore|read-?next|up-next|see-also|also-read|also-like|most-?read"
            r"|most-?popular|mostviewed|most-viewed|trending|more-(?:stories|news|from|on|articles|coverage"
            r"|like|in)"
            r"|top-stories|latest-news|outbrain|taboola|teasers?|promo|promos|promoted|inline-link|story-list"
            r"|recirc\w*|explore|suggested|suggestions|further-reading|you-may|may-like|next-article|topics?-list"
            r"|trc|nativo|zergnet|dianomi|interlink|crosslink|rich-link|hyperlinks?|internal-?links?)-"
        ),
    ),
    (
        Zone.SERVICE,
        (
            r"-(?:newsletters?|sign-?up|subscri(?:be|ption|ptions)|subscriber|social|share|sharing|shares|sharebar"
            r"|share-?tools|ads?|advert|adverts|advertisement|advertising|advertorial|sponsored?|sponsor"
            r"|banner|cookies?"
            r"|consent|gdpr|paywall-(?:prompt|message|offer|banner|modal|form|cta)|regwall|modal|popup|pop-up"
            r"|overlay|toolbar|tooltip|donate|donation"
            r"|membership|login|log-in|register|registration|cta|call-to-action|app-promo|download-app|follow-us"
            r"|tags?-list|tag-list|article-tags|post-tags|poll|quiz|survey|print-only|no-print|noprint"
            r"|player-controls"
            r"|contribution|support-us|email-capture|feedback|alert|toast|promobox|widget-area)-"
        ),
    ),
    (
        Zone.BYLINE,
        r"-(?:byline|bylines|by-line|authors?|author-name|writer|writers|contributors?|reporters?)-",
    ),
    (
        Zone.STANDFIRST,
        (
            r"-(?:standfirst|stand-first|deck|dek|sub-?title|sub-?head(?:line|ing)?|sub-?hed|summary|excerpt|lede"
            r"|strap-?line|intro|teaser-text|abstract|synopsis|headline-sub|article-description|description"
            r"|tagline"
            r"|kicker-text|sell|hed-dek|sub-heading|lead-text|bajada)-"
        ),
    ),
    (
        Zone.TIME,
        r"-(?:date|dateline|datetime|timestamp|time-stamp|published|publish-date|pubdate|updated|time)-",
    ),
    (
        Zone.FIGURE,
        r"-(?:figure|photo|image|img|picture|gallery|slideshow|carousel|lightbox|media|video|wp-caption)-",
    ),
    (Zone.CAPTION, r"-(?:captions?|cutline|photo-desc|image-desc(?:ription)?|legend|imgcaption)-"),
    (
        Zone.CREDIT,
        (
            r"-(?:credits?|photo-by|photographer|copyright|image-source|photo-source|image-credit|attribution"
            r"|agency)-"
        ),
    ),
    (Zone.PULL, r"-(?:pull-?quotes?|quote-pull|blockquote-pull|callout-quote)-"),
    (Zone.BOX, r"-(?:fact-?box|info-?box|box-?out|side-?box)-"),
    (
        Zone.TWEET,
        r"-(?:twitter-tweet|tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed)-",
    ),
    (
        Zone.HIDDEN,
        r"-(?:sr-only|a11y|visually-hidden|visuallyhidden|screen-reader(?:-text)?|hidden-text|offscreen)-",
    ),
    (
        Zone.NOTE,
        (
            r"-(?:corrections?|clarifications?|editors?-note|tagline|sign-?off|about-(?:the-)?author|author-bio|bio"
            r"|endnote|foot-?note|disclaimer|trust|contributor-note|article-note)-"
        ),
    ),
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOIN = re.compile(r"[\W_]+")
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_COMPILED = tuple((zone, re.compile(pattern)) for zone, pattern in _WORDS)
_LONGEST = 300  # characters of a class attribute that are looked at; longer ones are lists of style atoms


@cache
def zone_of_class(name: str) -> Zone:
    """The zones that one class or id speaks of."""
    plain = "-" + _JOIN.sub("-", _HUMP.sub("-", name)).strip("-").lower() + "-"
    zone = Zone.NONE
    for one, pattern in _COMPILED:
        if pattern.search(plain):
            zone |= one
    return zone


def zone_of(node: HtmlElement) -> Zone:
    """The zones that an element opens by itself."""
    tag = str(node.tag)
    zone = _TAGS.get(tag, Zone.NONE)
    if tag in ("html", "body"):
        return Zone.NONE
    zone |= _ROLES.get(attribute(node, "role"), Zone.NONE)
    for prop in attribute(node, "itemprop").split():
        zone |= _PROPS.get(prop, Zone.NONE)
    for name in f"{node.get('class', '')} {node.get('id', '')} {node.get('data-component', '')}"[
        :_LONGEST
    ].split():
        zone |= zone_of_class(name)
    if node.get("hidden") is not None or _INVISIBLE.search(attribute(node, "style")):
        zone |= Zone.HIDDEN
    return zone
