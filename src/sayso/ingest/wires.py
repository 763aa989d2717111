"""Which news agencies does a page credit for its story?"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.ingest.signoffs import is_signoff
from sayso.lexicon.agencies import agencies, agency_of, find_agencies
from sayso.lexicon.outlets import outlet_of
from sayso.model.document import Block, BlockKind, Byline, Dateline, WireCredit
from sayso.model.span import Span

_REUTERS: Final = re.compile(
    r"\breporting\sby\b[^()]{3,300};\s?(?:additional|writing|editing|compiled)\b.{0,8}\b", re.I
)
_TRUST: Final = re.compile(r"Thomson\sReuters\sTrust\sPrinciples|^Our\sStandards:", re.IGNORECASE)
_RIGHTS: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s\d©,-]{1,20}(?:by\s)?(?P<who>[^.,|]{2,60})", re.IGNORECASE
)
_ORIGIN: Final = re.compile(
    r"(?:originally\s|first\s)(?:published|appeared)\s(?:by|in|on|at)\s(?P<who>[A-Z][^.,|()\n]{1,50})"
    r"|\brepublished\s(?:from|with\spermission\sfrom)\s(?P<from>[A-Z][^.,|()\n]{1,50})",
    re.IGNORECASE,
)
_LAST_SIGN: Final = re.compile(
    r"(?:\((?P<a>[A-Z][\w /-]{1,20})\)|(?:--?|–|—)\s?(?P<b>[A-Z][\w/-]{1,12}))\.?\W{0,2}$"
)
_INITIALS: Final = re.compile(r"(?P<sign>PTI|IANS|ANI|AFP|EFE|dpa|Bernama|BERNAMA)(?:\s[A-Z]{2,4}){1,5}$")
SHORT: Final = 60  # code points of a line that names an agency with day and clock
_BEFORE: Final = frozenset({"", "by", "from", "source"})
_OF_PHOTO: Final = re.compile(r"\b(?:photo|image|picture|video|graphic|credit|caption)s?\b", re.IGNORECASE)
_SMALL_WORD: Final = re.compile(r"(?<!\w)(?!(?:at|on|am|pm|a\.m|p\.m|and|updated|published)\b)[a-z]{2,}")
_STORY_KINDS: Final = frozenset({"wire", "state", "syndicate"})


def wire_credits(
    text: str,
    blocks: Sequence[Block],
    *,
    dateline: Dateline | None,
    bylines: Sequence[Byline],
    outlet: str | None,
) -> tuple[WireCredit, ...]:
    """Agencies credited in dateline, byline, sign-off or note; each once, where it is first credited.

    A photo's credit and an agency that the story only cites ("told Reuters") are none. An agency's own page
    credits itself by its dateline, not by its byline.
    """
    found: list[WireCredit] = []
    if dateline and dateline.agency:
        found += _within(text, dateline.span, dateline.agency)
    own = outlet_of(outlet) if outlet else None
    for byline in bylines:
        for start, end, agency in _story_agencies(byline.who):
            if agency != own:
                span = byline.span and Span(byline.span.start + start, byline.span.start + end)
                exact = span is not None and span.of(text) == byline.who[start:end]
                found.append(WireCredit(agency=agency, span=span if exact else byline.span))
    found += _in_head(text, blocks, own)
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            found += [
                WireCredit(agency=agency, span=Span(block.span.start + start, block.span.start + end))
                for start, end, agency in _story_agencies(block.span.of(text))
                if agency != own
            ]
        elif block.kind in {BlockKind.FURNITURE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            found += _signed_off(text, block.span, own)
    found += _at_the_end(text, blocks)
    first: dict[str, WireCredit] = {}
    for credit in found:
        known = first.get(credit.agency)
        if known is None or (known.span is None and credit.span is not None):
            first[credit.agency] = credit
    return tuple(first.values())


def _in_head(text: str, blocks: Sequence[Block], own: str | None) -> Iterator[WireCredit]:
    """Agencies that a short line between headline and story begins with: "Reuters 7 May, 16:05", "By AFP"."""
    below = False
    for block in blocks:
        below = below or block.kind is BlockKind.HEADLINE
        if block.kind is BlockKind.PARAGRAPH:
            return
        words = block.span.of(text)
        if (
            not below
            or block.kind is not BlockKind.FURNITURE
            or len(words) > SHORT
            or _OF_PHOTO.search(words)
        ):
            continue
        for start, end, agency in _story_agencies(words)[:1]:
            told = _SMALL_WORD.search(words[end:])
            if agency != own and not told and words[:start].strip(" :|–—-").casefold() in _BEFORE:
                yield WireCredit(agency=agency, span=Span(block.span.start + start, block.span.start + end))


def _story_agencies(words: str) -> list[tuple[int, int, str]]:
    """Agencies that sell stories, named in the words; photo agencies are none."""
    table = agencies()
    return [hit for hit in find_agencies(words) if table[hit[2]].kind in _STORY_KINDS]


def _within(text: str, span: Span, agency: str) -> Iterator[WireCredit]:
    """The credit in a dateline, at the words that name the agency."""
    words = span.of(text)
    for match in re.finditer(r"[^\s()/\[\],–—-][^()/\[\],–—]*", words):
        pieces = [(match.start(), match[0].strip()), *_words(match)]
        for start, piece in pieces:
            if agency_of(piece, short=True) == agency:
                at = span.start + start
                yield WireCredit(agency=agency, span=Span(at, at + len(piece)))
                return
    yield WireCredit(agency=agency, span=span)


def _words(match: re.Match[str]) -> list[tuple[int, str]]:
    return [(match.start() + word.start(), word[0]) for word in re.finditer(r"\S+", match[0])]


def _signed_off(text: str, span: Span, own: str | None) -> list[WireCredit]:
    """Agencies in a sign-off, a rights line or a note of origin."""
    words = span.of(text)
    if not is_signoff(words):
        return []
    start = span.start
    origin = _ORIGIN.search(words)
    if origin:
        group = "who" if origin["who"] else "from"
        name = agency_of(origin[group]) or outlet_of(origin[group])
        if name and name != own:
            return [
                WireCredit(agency=name, span=Span(start + origin.start(group), start + origin.end(group)))
            ]
    rights = _RIGHTS.match(words)
    if rights:
        name = agency_of(re.sub(r"(?i)\s(?:all\srights|l\.?p|inc|reserved).*$", "", rights["who"]).strip())
        if not name or name == own:
            return []
        return [WireCredit(agency=name, span=Span(start + rights.start("who"), start + rights.end("who")))]
    named = [
        WireCredit(agency=agency, span=Span(start + a, start + b)) for a, b, agency in _story_agencies(words)
    ]
    if not named and (_TRUST.search(words) or (_REUTERS.search(words) and _names_reuters(text))):
        return [WireCredit(agency="Reuters", span=span)]
    return [credit for credit in named if credit.agency != own]


def _names_reuters(text: str) -> bool:
    """Whether the page names Reuters and no other: "Reporting by A; Editing by B" is its form, but alone
    it would be a guess."""
    return {agency for _, _, agency in _story_agencies(text)} == {"Reuters"}


def _at_the_end(text: str, blocks: Sequence[Block]) -> Iterator[WireCredit]:
    """An agency's sign behind the last paragraph: "(ANI)", "–IANS", "PTI KJ SRY"."""
    paragraphs = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    for block in paragraphs[-2:] if len(paragraphs) > 2 else paragraphs[-1:]:
        words = block.span.of(text)
        tail = words[-60:]
        offset = block.span.end - len(tail)
        sign = _LAST_SIGN.search(tail)
        initials = _INITIALS.match(words) if len(words) < 40 else None
        if initials:
            yield WireCredit(
                agency=agency_of(initials["sign"]) or initials["sign"],
                span=Span(block.span.start, block.span.start + initials.end("sign")),
            )
        elif sign:
            group = "a" if sign["a"] else "b"
            name = agency_of(sign[group], short=True)
            if name and agencies()[name].kind in _STORY_KINDS:
                yield WireCredit(agency=name, span=Span(offset + sign.start(group), offset + sign.end(group)))
