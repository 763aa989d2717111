"""Which statements do the cues of a readout make?"""

from sayso.attribution.carry import Account, carried_hop
from sayso.attribution.nesting import parents_of, place_of, same_content
from sayso.attribution.press import is_press, press_head, same_outlet
from sayso.attribution.quotes import quoted_of
from sayso.attribution.voices import UNKNOWN, Voices
from sayso.model.document import Document
from sayso.model.made import Made
from sayso.model.marks import Marks
from sayso.model.readout import CueFound, CueKind, Readout
from sayso.model.span import Span
from sayso.model.statement import Hop, Statement, Voice, VoiceKind, statement_id

_DEEPEST = 6  # hops; German news, the deepest corpus known, has fewer


def assemble_statements(document: Document, marks: Marks, readout: Readout) -> tuple[Statement, ...]:
    """Statements with their chains, in order of position; whoever read the document."""
    cues = sorted((cue for cue in readout.cues if cue.content), key=lambda cue: place_of(cue).start)
    return tuple(_Assembly(document, marks, readout, cues).statements())


def _is_cited(cue: CueFound, text: str) -> bool:
    """Whether the source of the cue is one whom another voice cites: "citing X", "quoted X as saying"."""
    words = cue.span.of(text).lower() if cue.span else ""
    return words.startswith(("citing", "quoting", "as ", "based on"))


class _Assembly:
    """The cues of one document on their way to statements."""

    def __init__(self, document: Document, marks: Marks, readout: Readout, cues: list[CueFound]) -> None:
        self.document = document
        self.readout = readout
        self.cues = cues
        self.parents = parents_of(cues)
        self.outer = self._outer_of_same()
        self.voices = Voices(document, marks)
        self.account = Account()
        self.hops: dict[int, tuple[Hop, ...]] = {}

    def _outer_of_same(self) -> dict[int, int]:
        """For a cue that vouches for the same words as another: the one nearer the reader."""
        out: dict[int, int] = {}
        for k, cue in enumerate(self.cues):
            for j in range(k + 1, min(k + 6, len(self.cues))):
                other = self.cues[j]
                if (
                    cue.span
                    and other.span
                    and same_content(cue, other)
                    and self.parents[k] == self.parents[j]
                ):
                    if k in out.values() or k in out or j in out:
                        continue
                    first, second = (k, j) if self._nearer(cue, other) else (j, k)
                    out[second] = first
        return out

    def _nearer(self, cue: CueFound, other: CueFound) -> bool:
        """Whether the first of two cues over the same words stands nearer the reader."""
        text = self.document.text
        cited = [_is_cited(each, text) for each in (cue, other)]
        if cited[0] != cited[1]:
            return cited[1]
        ranks = []
        for each in (cue, other):
            words = each.source.of(text) if each.source else ""
            ranks.append(0 if words and is_press(words) else 1)
        if ranks[0] != ranks[1]:
            return ranks[0] < ranks[1]
        assert cue.span
        assert other.span
        return not other.span.of(text).lower().startswith("according")

    def statements(self) -> list[Statement]:
        """All statements; a cue that only says where another had it from gives none of its own."""
        chains = [self.chain(k, 0) for k in range(len(self.cues))]
        inner = set(self.outer.values())
        out = []
        for k in range(len(self.cues)):
            if k in inner or not chains[k]:
                continue
            out.append(self._statement(k, chains[k]))
        return out

    def chain(self, k: int, depth: int) -> tuple[Hop, ...]:
        """The hops of a cue, nearest the reader first."""
        if k in self.hops:
            return self.hops[k]
        above = self.outer.get(k, self.parents[k])
        if k in self.outer and self.parents[k] is not None and depth > _DEEPEST:
            above = None
        lead = self.chain(above, depth + 1) if above is not None and depth < _DEEPEST else ()
        if above is not None and k not in self.outer:
            inner = next((j for j, first in self.outer.items() if first == above and j != k), None)
            lead = self.chain(inner, depth + 1) if inner is not None and depth < _DEEPEST else lead
        self.hops[k] = self._with_own(self.cues[k], lead)
        return self.hops[k]

    def _with_own(self, cue: CueFound, lead: tuple[Hop, ...]) -> tuple[Hop, ...]:
        place = place_of(cue).start
        voice = self._voice(cue, lead, place)
        if voice.kind is VoiceKind.AGENCY and voice.named and same_outlet(voice.who, self.document.outlet):
            return lead
        if lead and cue.source is not None and cue.source == lead[-1].mention:
            lead = lead[:-1]  # the same words speak twice: "Cole said P, adding Q"
        own = Hop(
            voice=voice, mention=cue.source, cue=cue.span, hedges=cue.hedges if cue.span in cue.hedges else ()
        )
        carrier = self._carrier(cue, voice, lead, place)
        hops = (*lead, carrier, own) if carrier else (*lead, own)
        return hops[-_DEEPEST:]

    def _voice(self, cue: CueFound, lead: tuple[Hop, ...], place: int) -> Voice:
        if cue.source is not None:
            return self.voices.voice(cue.source, lead[-1].voice if lead else None)
        if cue.span is None:
            return self.voices.before.speaker(place) or UNKNOWN
        if cue.kind is not CueKind.HEDGE and cue.span is not None and cue.addressee is None:
            return UNKNOWN
        return UNKNOWN

    def _carrier(self, cue: CueFound, voice: Voice, lead: tuple[Hop, ...], place: int) -> Hop | None:
        """The outlet that the words were told to, or that carries them on."""
        for span in (cue.addressee, cue.carrier):
            hop = self._press_hop(span)
            if hop and hop.voice.who != voice.who:
                self.account.hear(hop.voice, voice.who, place)
                return hop
        if lead or voice.kind is VoiceKind.UNKNOWN:
            return None
        if cue.carried:
            known = self.voices.before.press(place)
            if known is None or same_outlet(known.who, self.document.outlet):
                return None
            self.account.hear(known, voice.who, place)
            return carried_hop(known)
        known = self.account.carrier_of(voice.who, place) if cue.kind is CueKind.SPEECH else None
        self.account.hear(None, voice.who, place)
        return carried_hop(known) if known else None

    def _press_hop(self, span: Span | None) -> Hop | None:
        span = span and press_head(self.document.text, span)
        if span is None or not is_press(span.of(self.document.text)):
            return None
        voice = self.voices.press(span)
        if same_outlet(voice.who, self.document.outlet):
            return None
        return Hop(voice=voice, mention=span)

    def _statement(self, k: int, chain: tuple[Hop, ...]) -> Statement:
        document, cue, above = self.document, self.cues[k], self.parents[k]
        return Statement(
            id=statement_id(document.id, cue.content, chain),
            content=cue.content,
            chain=chain,
            stance=cue.stance,
            quoted=quoted_of(
                document.text, cue.content, self.cues[above].content if above is not None else ()
            ),
            hedges=cue.hedges,
            made=Made(step=self.readout.step, version=self.readout.version, p=cue.p),
        )
