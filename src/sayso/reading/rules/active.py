"""What hangs on a verb in the active: "X said that P", "P, said X", "X urged Y to P"?"""

from sayso.model.statement import Stance
from sayso.reading.rules import phrases
from sayso.reading.rules.clausal import hang_clause
from sayso.reading.rules.extents import skip_adjuncts
from sayso.reading.rules.found import Hung
from sayso.reading.rules.frames import (
    as_object,
    gerund,
    infinitive,
    object_to,
    of_object,
    preposition,
    wh,
)
from sayso.reading.rules.line import Line
from sayso.reading.rules.sites import Site
from sayso.reading.rules.subjects import can_speak, subject_of

_NOT_BEFORE_GERUND = frozenset(
    {"of", "in", "for", "from", "to", "without", "on", "about", "into", "start", "stop"}
)
_SHORT = frozenset({"of", "for", "against", "of-x", "for-x", "with-x", "on-x", "on", "about", "at"})


def hang_active(line: Line, site: Site, earlier: list[Hung]) -> list[Hung]:
    """What hangs on an active verb; nothing where it has no content in this sentence."""
    if site.infinitive or (site.modal and site.cue.stance is not Stance.DIRECTS):
        return []
    if site.tag == "G" and site.first and line.words[site.first - 1] in _NOT_BEFORE_GERUND:
        return []
    if site.cue.stance is Stance.DENIES and line.tag(site.last) == "O" and line.tag(site.last + 1) in "DX":
        return []  # "denying them the vote" withholds it
    frames, k = site.cue.frames, site.last
    if "as-saying" in frames:
        return _quoting(line, site, earlier)
    for frame in (object_to, of_object, as_object, infinitive, preposition, gerund, wh):
        found = frame(line, site, k)
        if found:
            name, first, addressee = found
            hung = Hung(site=site, stance=frames[name], cue=(site.first, site.last), addressee=addressee)
            hung.content = [(first, len(line))]
            hung.short = name in _SHORT
            hung.source = subject_of(line, site, earlier)
            return [hung] if hung.source and can_speak(line, hung.source, site) else []
    return hang_clause(line, site, earlier)


def _quoting(line: Line, site: Site, earlier: list[Hung]) -> list[Hung]:
    """Bloomberg quoted X as saying P; "citing X", "quoting X": X is the source of what the clause tells."""
    person = phrases.after(line, site.last)
    if person is None:
        return []
    k = skip_adjuncts(line, person[1], len(line))
    if line.word(k) == "as" and line.tag(k + 1) == "G" and k + 2 < len(line):
        outer = Hung(
            site=site, stance=Stance.ASSERTS, cue=(site.first, site.last), content=[(k + 2, len(line))]
        )
        outer.source = subject_of(line, site, earlier)
        inner = Hung(site=site, stance=Stance.ASSERTS, cue=(k, k + 2), content=[(k + 2, len(line))])
        inner.source = person
        return [outer, inner] if outer.source else [inner]
    if site.tag == "G" or line.tags[site.first - 1] in ",C":
        cited = Hung(site=site, stance=Stance.ASSERTS, cue=(site.first, site.last), source=person)
        cited.whole = -1
        return [cited]
    return []
