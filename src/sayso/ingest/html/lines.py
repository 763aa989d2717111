"""What sort of line is this, by its own words?"""

import re
from enum import Enum
from functools import lru_cache

from sayso.ingest.bylines import is_desk

_LIMIT = 400  # characters that patterns look at


class Line(Enum):
    """Lines that stand among paragraphs but are not the article's own."""

    CALL = "call"  # asks the reader to do something: sign up, follow, share, write in
    LEAD = "lead"  # leads to another article
    LABEL = "label"  # "Advertisement", "Article content"
    SIGNED = "signed"  # sign-off: who else reported
    NOTE = "note"  # correction, editor's note, where first published
    BYLINE = "byline"
    STAMP = "stamp"  # a date and nothing else


_LEAD = re.compile(
    r"^[\W_]{0,3}(?:(?:also |must |don['’]t )?(?:read|watch|listen|see|related|view|more|miss"
    r"|explore)(?: more| next| also| now"
    r"| here| this| on| about| of| all| our| the full (?:story|article))*\s?(?:[:|>»–—]|-\s)"
    r"|(?:related|recommended|read more|read next|also read|see also|further reading|up next|more (?:on"
    r"|from) [\w ]{1,40}:?$"
    r"|more stories|most read|trending|more trending|editor['’]?s? picks?|what to read next|you (?:may"
    r"|might) (?:also )?like"
    r"|in case you missed it|recommended (?:stories|videos|reading)|top stories|most popular|latest news"
    r"|click here to read|read the full (?:story|article))\b.{0,80}$)",
    re.IGNORECASE,
)

_CALL = re.compile(
    r"\b(?:sign(?:ing)? up (?:for|to|here|now|today)|subscribe (?:to|now|here|today|for)|subscribe\W*$"
    r"|(?:our|free|daily|weekly) (?:e-?mail )?newsletters?"
    r"|in your inbox|to your inbox|follow (?:us|me|him|her|them|along|our"
    r"|(?:[\w’'&-]+ ){1,4}(?:on|via) (?:twitter|x|facebook|instagram"
    r"|threads|linkedin|telegram|whatsapp|youtube|tiktok|bluesky|viber|google news)\b)"
    r"|like us on|join (?:us|our|the (?:conversation|community|discussion))|get in touch|got a (?:story"
    r"|tip|news tip)"
    r"|do you have a (?:story|tip|question)|(?:e-?mail|contact|write to) (?:us|the author|the reporter"
    r"|the writer)\b"
    r"|send (?:us )?(?:your )?(?:tips|letters|an e-?mail|news tips)|bookmark (?:us|our|this|\w+\.\w+)"
    r"|download (?:our|the [\w ]{0,20}) ?app|support (?:our|independent|quality) journalism|log ?in (?:or"
    r"|to)|create an (?:free )?account"
    r"|already (?:a|have) (?:subscriber|an account|a member)|become a (?:member|subscriber|supporter)"
    r"|share this (?:story|article|page|post|with)|like this story|leave a comment|click here (?:to|for)"
    r"|privacy policy|terms (?:of (?:use|service)|and conditions)|cookies?\b.{0,60}\b(?:accept|consent"
    r"|settings|policy)"
    r"|this (?:site|website) (?:is protected|uses)|enable javascript|browser (?:version|does not)"
    r"|get (?:the )?(?:latest|daily|breaking|our|more|real-time)\b.{0,60}\b(?:news|updates|alerts"
    r"|newsletter|stories)"
    r"|stay (?:informed|up to date|updated|connected|tuned) (?:with|on|to)|thank you for (?:visiting"
    r"|reading|subscribing)"
    r"|check our news page|all rights reserved|our (?:website|community members) (?:is|are)"
    r"|for more (?:stories|news) like this"
    r"|(?:ring|call|phone|contact|text|message|e-?mail|write to|tell) (?:the|our) (?:news ?desk|newsroom"
    r"|news team|reporting team|editors?)\b"
    r"|(?:tips?|news|news-?desk|newsroom|letters|editors?|desk|stories|yourvoice|haveyoursay)@\w"
    r"|do you (?:know|have) (?:more|any(?:thing)? (?:information|to add)|information|details)\b.{0,60}\?"
    r"|(?:are|were|have) you (?:been )?(?:affected by|in the area|at the scene|caught up in)\b"
    r"|(?:install|get|open|try|use) (?:the|our) (?:free )?(?:[\w’'-]+ ){0,3}app\b"
    r"|\bon your (?:phone|mobile|smartphone|tablet|home ?screen)\b"
    r"|(?:our|one|a|the) (?:free |daily |weekly |morning |evening |nightly |weekend |short ){1,3}(?:e-?mail"
    r"|letter|briefing|digest|round-?up|bulletin)\b"
    r"|send the word \w+ to|text \w+ to \d{3,6}\b|(?:un)?subscribe (?:at )?any ?time)",
    re.IGNORECASE,
)
# Share of a line's words in sentences that call: .34 kept promotions of four benchmark pages, and closing
# paragraphs that thank their readers have .13.
_CALLED = 0.21
_STOP = re.compile(r"(?<=[.!?…])['\"”’)]{0,2}\s+")
_LABEL = re.compile(
    r"^\W*(?:advertisement|advertisements|advertising|article content"
    r"|story continues(?: below)?(?: advertisement)?|ad|sponsored"
    r"|continue reading|continue reading below|load more|show more|read more|see more|loading|share"
    r"|share this|comments?"
    r"|print|e-?mail|copy link|link copied|link is copied|save|listen|play|pause|watch|video|gallery"
    r"|photos?|close|menu|skip"
    r"|back to top|view (?:image|gallery|comments|all)|in this article|topics?|tags?"
    r"|scroll (?:down )?to continue.{0,30}|subscribe now|sign up"
    r"|embed-more-topic|this advertisement has not loaded yet.{0,80}|article continues (?:after"
    r"|below).{0,40}|\d+ comments?|view original|report a typo.{0,40}|follow)\W*$"
    r"|^advertisement embed|^story continues below|^(?:ADVERTISEMENT|SPONSORED|PROMOTED)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^[\W_]{0,4}(?:(?:additional |further )?(?:reporting|writing|editing|research|graphics?"
    r"|photography) (?:and \w+ )?by\b"
    r"|with (?:additional )?(?:reporting|files|inputs?|assistance|material"
    r"|agency inputs?)\b.{0,20}(?:from|by|:)"
    r"|(?:compiled|edited|written|produced|reported) by\b|(?:reuters|afp|ap|pti|ani|ians|bloomberg|cnn"
    r"|tass|xinhua|upi)\W*$)"
    r"|\bcontributed (?:reporting|to (?:this|the|that) (?:report|story|article|guide|piece|analysis|post"
    r"|dispatch))\b.{0,60}$|^\W*\((?:with |reporting |additional )"
    r"|^\W{0,3}source\s?:\s?[\w ,./&-]{2,60}$|^\W{0,3}enditem\W*$|\bstaff writers?\b.{0,60}\bcontributed\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^[\W_]{0,4}(?:(?:corrections?|clarifications?|editor[’']?s[’']? notes?|update|updated"
    r"|note to readers|amendment|retraction)"
    r"(?:\s?[(:,–—-]|\s(?:added|\w{3,9}\.? \d{1,2})|\s?\d)"
    r"|this (?:story|article|report|post|piece|version|headline|copy) (?:has been|was|is|originally|first"
    r"|contains)\b.{0,30}\b(?:updated|corrected|amended|clarified|edited|revised|published|republished"
    r"|appeared|adapted|translated|produced|feed)"
    r"|an earlier version of this|a previous version of this|(?:this )?(?:article "
    r"|story )?(?:was )?(?:originally |first )published (?:in|on|by|at|as)\b"
    r"|\(?this (?:story|article) (?:has not been|was published from|is (?:auto|published))"
    r"|copyright\b.{0,10}\d{4}|©)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?i:by|words by|story by|written by|report by)\s+[A-Z][\w.’'-]+(?:\s+[\w.,’'&|-]+){0,14}$"
)

_STAMP = re.compile(
    r"^(?:(?:first |last )?(?:published|updated|posted|modified)(?: on"
    r"| at)?:?\s)?[\w,. ]{0,12}\b(?:\d{1,2}(?:st|nd|rd|th)?\s\w{3,9}\.?,?\s\d{4}"
    r"|\w{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,\s\d{4}|\d{4}-\d\d-\d\d)\b[\w:.,|()\s–—+-]{0,60}$",
    re.IGNORECASE,
)


def _calls(head: str, words: int) -> bool:
    """Whether most of a line asks its reader to do something, not one sentence of many."""
    if not _CALL.search(head):
        return False
    called = sum(len(part.split()) for part in _STOP.split(head) if _CALL.search(part))
    return called == 0 or called >= _CALLED * words


@lru_cache(maxsize=1024)  # each line is asked about by up to six steps
def line_of(text: str) -> Line | None:
    """The sort of line; None where its words speak for a paragraph of the article."""
    head = text[:_LIMIT]
    words = len(head.split())
    if words <= 12 and _LABEL.search(head):
        return Line.LABEL
    if _NOTE.match(head):
        return Line.NOTE
    if _SIGNED.search(head) and words <= 60:
        return Line.SIGNED

    if words <= 40 and _LEAD.match(head):
        return Line.LEAD
    if words <= 60 and _calls(head, words):
        return Line.CALL
    if words <= 16 and (_BYLINE.match(head) or is_desk(head)):
        return Line.BYLINE
    if words <= 14 and _STAMP.match(head):
        return Line.STAMP
    return None
