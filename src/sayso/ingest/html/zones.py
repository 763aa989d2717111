"""In what part of a page does an element stand, by its tag, its role and the words of its class?"""

import re
from functools import lru_cache

from lxml.html import HtmlElement


class Zone:
    """Parts of a page, one bit each: a segment stands in all zones of its ancestors.

    Plain numbers, for `enum.Flag` alone took an eighth of the time of a page.
    """

    NONE = 0
    NAV = 1 << 0
    ASIDE = 1 << 1
    HEADER = 1 << 2
    FOOTER = 1 << 3
    FIGURE = 1 << 4
    CAPTION = 1 << 5
    CREDIT = 1 << 6
    RELATED = 1 << 7  # cards and lines that lead to other pages
    COMMENTS = 1 << 8  # what readers wrote
    SERVICE = 1 << 9  # newsletter, share, advertisement, paywall, cookies, pop-ups
    BYLINE = 1 << 10
    STANDFIRST = 1 << 11
    TIME = 1 << 12
    TITLE = 1 << 13
    LIST = 1 << 14
    QUOTE = 1 << 15
    PULL = 1 << 16  # a pull quote repeats words of the body
    BOX = 1 << 17  # a fact box beside the article
    TABLE = 1 << 18
    TWEET = 1 << 19
    HIDDEN = 1 << 20
    NOTE = 1 << 21  # correction, editor's note, sign-off, about the author


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
_WORDS: tuple[tuple[int, str], ...] = (
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
            r"|trc|nativo|zergnet|dianomi|interlink|crosslink|rich-link|hyperlinks?|internal-?links?"
            r"|lire-aussi|a-lire|mehr-zum-thema|leer-mas|leia-mais|relacionad[oa]s|leggi-anche)-"
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
            r"|contribution|support-us|email-capture|feedback|alert|toast|promobox|widget-area"
            r"|partage|partager|teilen|compartir|compartilhe|condividi|abonnement|inscription|tip-?off|app-?box)-"
        ),
    ),
    (
        Zone.BYLINE,
        (
            r"-(?:byline|bylines|by-line|authors?|author-name|writer|writers|contributors?|reporters?|auteurs?"
            r"|autor(?:a|es|en|in|i)?|signature|firma)-|^-by-$"
        ),
    ),
    (
        Zone.STANDFIRST,
        (
            r"-(?:standfirst|stand-first|deck|dek|sub-?title|sub-?head(?:line|ing)?|sub-?hed|summary|excerpt|lede"
            r"|strap-?line|intro|teaser-text|abstract|synopsis|headline-sub|article-description|description"
            r"|tagline"
            r"|kicker-text|sell|hed-dek|sub-heading|lead-text|bajada|chapo|chapeau|entradilla|vorspann|sommario"
            r"|occhiello|ingress)-"
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
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_COMPILED = tuple((zone, re.compile(pattern)) for zone, pattern in _WORDS)
_ANY = re.compile("|".join(pattern for _, pattern in _WORDS))  # most names speak of nothing
_SIZE = re.compile(r"\s*(\+?)(\d)\s*$")
LARGE = 4  # size of <font> in which headlines are set; 3 is a browser's own
_LONGEST = 300  # characters of a class attribute that are looked at; longer ones are lists of style atoms


@lru_cache(maxsize=4096)
def zone_of_class(name: str) -> int:
    """The zones that one class or id speaks of."""
    plain = "-" + _JOIN.sub("-", _HUMP.sub("-", name)).strip("-").lower() + "-"
    zone = Zone.NONE
    if _ANY.search(plain):
        for one, pattern in _COMPILED:
            if pattern.search(plain):
                zone |= one
    return zone


def font_size(node: HtmlElement) -> int:
    """The size of type that a <font> sets, 1 to 7; 0 where it sets none. "+2" counts from 3."""
    found = _SIZE.match(node.get("size") or "") if node.tag == "font" else None
    if not found:
        return 0
    return min(7, max(1, int(found[2]) + (3 if found[1] == "+" else 0)))


def zone_of(node: HtmlElement) -> int:
    """The zones that an element opens by itself."""
    tag = str(node.tag)
    zone = _TAGS.get(tag, Zone.NONE)
    attributes = node.attrib
    if not attributes or tag in ("html", "body"):
        return zone
    if tag == "font" and font_size(node) >= LARGE:
        zone |= Zone.TITLE
    for key in ("class", "id", "data-component"):
        for name in attributes.get(key, "")[:_LONGEST].split():
            zone |= zone_of_class(name)
    if "role" in attributes:
        zone |= _ROLES.get(attributes["role"].lower(), Zone.NONE)
    if "itemprop" in attributes:
        for prop in attributes["itemprop"].lower().split():
            zone |= _PROPS.get(prop, Zone.NONE)
    if "hidden" in attributes or _INVISIBLE.search(attributes.get("style", "")):
        zone |= Zone.HIDDEN
    return zone
