"""Whose words does a headline tell: "Mayor: bridge is safe", "Bridge is safe, mayor says"?"""

from sayso.lexicon.roles import role_of
from sayso.model.readout import CueFound, CueKind
from sayso.model.statement import Stance
from sayso.reading.rules.line import Line

_LONGEST = 5  # words before the colon
_LEAST = 3  # words after it


def headline_cue(line: Line) -> list[CueFound]:
    """The statement of a headline with a colon after one who can speak; its cue has no words."""
    colon = next((k for k, word in enumerate(line.words[: _LONGEST + 1]) if word == ":"), None)
    if colon is None or colon == 0 or len(line) - colon - 1 < _LEAST:
        return []
    first = line.words[0].removesuffix(".")
    role = role_of(line.words[colon - 1])
    if not role and (line.words[0] in _NO_VOICE or first.isdigit()):
        return []
    if any(tag in "VAPGT#R" for tag in line.tags[:colon]):
        return []
    if not role and any(tag not in "KZC." for tag in line.tags[:colon]):
        return []
    content = line.span(colon + 1, len(line))
    return [
        CueFound(
            span=None,
            kind=CueKind.SPEECH,
            stance=Stance.ASSERTS,
            source=line.span(0, colon),
            content=(content,),
        )
    ]


# What stands before a colon in headlines and speaks for nobody.
_NO_VOICE = frozenset(
    {
        "live",
        "watch",
        "video",
        "analysis",
        "opinion",
        "update",
        "breaking",
        "explainer",
        "explained",
        "review",
    }
    | {
        "exclusive",
        "photos",
        "gallery",
        "editorial",
        "comment",
        "interview",
        "profile",
        "timeline",
        "illustrative",
    }
    | {"file", "photo", "photograph", "picture", "factbox", "correction", "note", "listen", "podcast", "quiz"}
)
