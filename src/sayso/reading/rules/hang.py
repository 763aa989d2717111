"""What hangs on a cue: who stands where around it, and which frame does it take?"""

from sayso.lexicon.grammar import words_of
from sayso.model.readout import CueKind
from sayso.model.statement import Stance
from sayso.reading.rules.active import hang_active
from sayso.reading.rules.found import Hung
from sayso.reading.rules.line import Line
from sayso.reading.rules.nouns import hang_adjective, hang_noun, hang_phrase
from sayso.reading.rules.passive import hang_adverb, hang_passive
from sayso.reading.rules.sites import Site


def hang(line: Line, site: Site, earlier: list[Hung]) -> list[Hung]:
    """What is found for one cue site: nothing where no frame fits, two where "A quoted B as saying"."""
    if site.negated and not _counts_negated(site):
        return []
    if site.tag == "noun":
        found = hang_noun(line, site)
    elif site.tag == "phrase":
        found = hang_phrase(line, site)
    elif site.tag == "adjective":
        found = hang_adjective(line, site)
    elif site.tag == "adverb":
        found = hang_adverb(line, site)
    elif site.passive or _reduced(line, site):
        found = hang_passive(line, site)
    else:
        found = hang_active(line, site, earlier)
    if site.negated:
        for hung in found:
            hung.stance = Stance.DENIES
    return found


def _counts_negated(site: Site) -> bool:
    """Whether "does not believe that" is a statement of its own; "did not say that" is none."""
    return site.cue.kind is CueKind.BELIEF and not site.passive


def _reduced(line: Line, site: Site) -> bool:
    """Whether a participle without auxiliary is passive: "a man accused of", "leader said to urge"."""
    if not site.participle or site.last >= len(line) or site.cue.word_class != "verb":
        return False
    before = line.tags[site.first - 1] if site.first else "."
    if site.first and line.words[site.first - 1] in ("when", "if", "once", "where") and not site.passive:
        return True
    following, frames = line.words[site.last], site.cue.frames
    if following == "to" and "passive-to" in frames:
        return line.tags[site.last] == "I" and before not in "R" and "to-infinitive" not in frames
    if following in ("of", "for", "as", "with", "by") and (
        f"passive-{following}" in frames or following == "by"
    ):
        return (
            before != "R"
            and before not in "C"
            and not (following == "by" and site.tag == "V" and before == "K")
        )
    return False


def is_relative(word: str) -> bool:
    """Whether the word is a relative pronoun."""
    return word in words_of("relative")
