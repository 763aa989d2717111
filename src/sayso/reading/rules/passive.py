"""What hangs on a passive or an adverb: "X is said to P", "it is believed that P", "reportedly"?"""

from sayso.model.readout import CueKind
from sayso.model.statement import Stance
from sayso.reading.rules import phrases
from sayso.reading.rules.extents import skip_adjuncts
from sayso.reading.rules.found import Hung
from sayso.reading.rules.line import Line
from sayso.reading.rules.sites import Site


def hang_passive(line: Line, site: Site) -> list[Hung]:
    """What hangs on a passive; the voice is unknown unless "by X" names it."""
    frames, k = site.cue.frames, site.last
    word = line.words[k] if k < len(line) else "."
    subject = phrases.before(line, site.first)
    if "as-saying" in frames:
        return _quoted(line, site, k)
    if word == "by":
        return _by(line, site, k)
    for particle in ("to", "of", "for", "with", "as"):
        name = f"passive-{particle}"
        if word == particle and name in frames:
            hung = Hung(
                site=site, stance=frames[name], cue=(site.first, k + 1), unknown=True, subject=subject
            )
            hung.content, hung.short = [(k + 1, len(line))], True
            return [hung] if k + 1 < len(line) else []
    if "it-passive" in frames and subject and line.words[subject[1] - 1] == "it" and word != ".":
        start = skip_adjuncts(line, k, len(line))
        if start < len(line) and line.tags[start] in "SDKXR":
            hung = Hung(site=site, stance=frames["it-passive"], cue=(site.first, k), unknown=True)
            hung.content = [(start, len(line))]
            return [hung]
    if "object-be" in frames and site.passive and word in ("a", "an", "the", "to"):
        hung = Hung(site=site, stance=site.cue.stance, cue=(site.first, k), unknown=True, subject=subject)
        hung.content, hung.short = [(k, len(line))], True
        return [hung]
    if "addressee" in frames and site.passive:
        start = skip_adjuncts(line, k, len(line))
        tag = line.tags[start] if start < len(line) else "."
        if word == "that" or tag in "RDK":
            hung = Hung(
                site=site, stance=frames["addressee"], cue=(site.first, k), unknown=True, addressee=subject
            )
            hung.content = [(start, len(line))]
            return [hung]
        if word == "to" and line.tags[k] == "I" and "object-to" in frames:
            hung = Hung(
                site=site, stance=Stance.DIRECTS, cue=(site.first, k), unknown=True, addressee=subject
            )
            hung.content = [(k, len(line))]
            return [hung]
    return []


def _quoted(line: Line, site: Site, k: int) -> list[Hung]:
    """X was quoted (by Y) as saying P: X is the source, carried by Y or by one whom the words do not name."""
    carrier = None
    if k < len(line) and line.words[k] == "by":
        carrier = phrases.after(line, k + 1)
        k = carrier[1] if carrier else k
    k = skip_adjuncts(line, k, len(line)) if k < len(line) and line.words[k] != "as" else k
    if line.words[k : k + 1] != ("as",) or k + 2 >= len(line) or line.tags[k + 1] != "G":
        return []
    hung = Hung(site=site, stance=Stance.ASSERTS, cue=(site.first, site.last if carrier else k + 2))
    hung.source, hung.carrier, hung.carried = phrases.before(line, site.first), carrier, carrier is None
    start = k + 2
    if line.tags[start] in ":,":
        start += 1
    hung.content = [(start, len(line))] if start < len(line) else []
    return [hung] if hung.source and hung.content else []


def _by(line: Line, site: Site, k: int) -> list[Hung]:
    """The plan was announced by X: the subject is the content."""
    person = phrases.after(line, k + 1)
    subject = phrases.before(line, site.first)
    if person and "object-to" in site.cue.frames and line.tag(person[1]) == "I":
        ordered = Hung(site=site, stance=site.cue.frames["object-to"], cue=(site.first, k + 1), source=person)
        ordered.addressee, ordered.content = subject, [(person[1], len(line))]
        return [ordered]
    if person is None or not any(name in site.cue.frames for name in ("noun", "that", "clause", "as")):
        return []
    if site.cue.kind is not CueKind.SPEECH:
        return []
    if site.cue.stance is Stance.ALLEGES and "clause" not in site.cue.frames:
        return []
    hung = Hung(site=site, stance=site.cue.stance, cue=(site.first, k + 1), source=person, subject=subject)
    start = person[1]
    if start < len(line) and (line.words[start] in ("as", "that", "to") or line.tags[start] == '"'):
        hung.content = [(start, len(line))]
    if "noun" not in site.cue.frames and not hung.content:
        return []
    return [hung] if subject or hung.content else []


def hang_adverb(line: Line, site: Site) -> list[Hung]:
    """The gunman reportedly fled: the clause with its subject, around the adverb."""
    hung = Hung(site=site, stance=site.cue.stance, cue=(site.first, site.last), unknown=True)
    first = site.first
    if first and line.tags[first - 1] == "C" and line.tag(site.last) == "X":
        return []  # "pregnant and reportedly ill": it weakens one word
    while first > 0 and line.tags[first - 1] in "A":
        first -= 1
    hung.subject = phrases.before(line, first)
    if hung.subject and first < site.first:
        hung.subject = (hung.subject[0], site.first)
    if site.last < len(line) and line.tags[site.last] not in ".,":
        hung.content = [(site.last, len(line))]
    return [hung] if hung.content else []
