"""Is a line of plain text a photo's caption?"""

import re

from sayso.lexicon.agencies import agency_of
from sayso.lexicon.captions import looks_like_caption

LONGEST = 90  # words; captions of the gold texts have at most 60
SHORT = 6  # words; below, a date is a time stamp and a name a link
DATED = 60  # words of a caption that only its date gives away

OPENS = re.compile(
    r"^(?:Illustrative\b[^:.]{0,40}:"
    r"|(?:FILE|File)(?:\s(?:PHOTO|Photo|photo|IMAGE|image))?\s?[-–—:]\s?\S"
    r"|(?:Above|Below|Pictured|Photo|Photograph|Photos|Image|Picture)(?:\s(?:above|below))?:\s"
    r"|(?:Photo|Image|Picture)\s(?:credit|copyright|source|by|courtesy)\b"
    r"|(?:In|On)\s(?:this|an)\s[^.;:]{0,60}?\b(?:photo|image|picture|photograph|screenshot|frame\s?grab|footage)\b"
    r"|(?:This|An?|The)\s(?:[\w-]+\s){0,4}?(?:photo|image|picture|photograph|screenshot|frame\s?grab)\b[^.]{0,40}?"
    r"\b(?:taken|released|provided|made|from|obtained|purports|purportedly|shows|distributed|posted\sonline)\b"
    r"|(?:Undated|Handout|Amateur\svideo)\b[^.]{0,40}\b(?:photo|image|picture|video|footage)\b"
    r"|(?:From\sleft|Right\sto\sleft|Left\sto\sright|Clockwise\sfrom)\b)"
)
CREDIT = re.compile(
    r"(?:[(\[][^()\[\]/]{2,60}/[^()\[\]]{2,60}[)\]]"
    r"|[(\[][^()\[\]]{0,40}\b(?:[Pp]hoto|[Ii]mage|[Vv]ideo|[Ss]creenshot|[Cc]ourtesy|via)\b[^()\[\]]{0,90}[)\]]"
    r"|\b(?:Photograph|Photo|Image|Picture|Credit|Foto|Image\scredit):\s?[^.:]{2,80}"
    r"|\bPhotos?\sby\s[^.:]{2,60}|\bGetty\sImages)\.?$"
)  # wider than `looks_like_caption`, which holds for lines of any page: here the line stands in an article
MAKER = re.compile(r"[|/]\s?([^|/.:]{2,40})\.?$")  # "… at the quay | Reuters"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
OWN_DATE = re.compile(rf"\b(?:{MONTH}\s\d{{1,2}},?\s(?:19|20)\d\d|\d{{1,2}}\s{MONTH},?\s(?:19|20)\d\d)\b")
TOLD = re.compile(
    r"\b(?:said|told|announced|reported|according|added|claimed|warned|stated|confirmed|denied|will|would|could"
    r"|(?<!who\s)(?<!that\s)(?<!which\s)(?<!where\s)(?:was|were|had|has|have))\b"
)
POSE = re.compile(
    r"^[^,.]{2,60}(?:,\s(?:left|right|center|centre)\b|\((?:L|R|C|left|right)\))|\b(?:is|are)\s(?:seen|pictured|shown)(?!\sas)\b|\bin\sthis\s(?:photo|picture|image)|\b(?:file|handout|undated)\s(?:photo|picture|image)\b"
)
SAID = re.compile(
    r"\b(?:said|says|told)\b"
)  # "is seen as a hard-liner, said the adviser" describes no picture
LOWER = re.compile(r"\b[a-z]{2,}")
STAMP = re.compile(r"^(?:Published|Posted|Updated|Last|First\spublished|By)\b|\d[:.]\d\d\b|[•·|]")
STOP = re.compile(r"[.!?]['\"”’]?\s+[A-Z“\"]")
NUMBERED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|U\.S|No|Jr|\b[A-Z])\.\s"
)


def is_caption(line: str) -> bool:
    """Whether opening, credit or own date say so. Repetition is seen by the caller, who sees the page."""
    if len(line) > LONGEST * 12:
        return False
    words = len(line.split())
    if not 2 <= words <= LONGEST:
        return False
    if OPENS.match(line) or CREDIT.search(line[-140:]) or (words > 2 and looks_like_caption(line)):
        return True
    maker = MAKER.search(line[-60:])
    if maker and agency_of(maker[1].strip(), short=True):
        return True
    if not SHORT <= words <= DATED or STOP.search(NUMBERED.sub("", line)):
        return False
    pose = POSE.search(line)
    if pose and not (pose.start() and SAID.search(line)):
        return True
    if STAMP.search(line) or TOLD.search(line):
        return False
    return bool(OWN_DATE.search(line[-60:]) and LOWER.search(line))
