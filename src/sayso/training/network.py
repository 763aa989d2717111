"""Which network is trained: a small encoder with token heads and with heads that look from one cue?

Token heads tag cues, triggers and claims of more or less. A conditional head is handed one of them: it adds
what the encoder made of its first and last piece to every piece of the window, with their distance and what
the rules make of the pair, lets neighbours look at one another in two small convolutions and all pieces in
one attention, so that one party can be weighed against the others, and says what each piece is to it.
"""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.reading.encoder.features import NAMES
from sayso.reading.encoder.heads import ATTENTIONS, BUCKETS
from sayso.reading.encoder.hints import WIDTH
from sayso.reading.encoder.labels import (
    ACT_ROLES,
    CUE_ROLES,
    CUE_TAGS,
    REALIS,
    STANCES,
    TREND_TAGS,
    TRIGGER_TAGS,
    TYPES,
    modes,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of a network, beside those of its encoder."""

    hidden: int = 384
    relation: int = 96  # width of a conditional head, a multiple of ATTENTIONS
    dropout: float = 0.1


class Relation(nn.Module):
    """What every piece of a window is to one cue or trigger."""

    def __init__(self, shape: Shape, roles: int) -> None:
        super().__init__()
        h, d = shape.hidden, shape.relation
        self.piece = nn.Linear(h, d)
        self.first = nn.Linear(h, d, bias=False)
        self.last = nn.Linear(h, d, bias=False)
        self.distance = nn.Embedding(BUCKETS, d)
        self.hint = nn.Linear(WIDTH, d, bias=False)
        self.near = nn.Conv1d(d, d, 3, padding=1)
        self.far = nn.Conv1d(d, d, 5, padding=4, dilation=2)
        self.asked = nn.Linear(d, d)
        self.asking = nn.Linear(d, d)
        self.heard = nn.Linear(d, d)
        self.taken = nn.Linear(d, d)
        nn.init.zeros_(self.taken.weight)
        nn.init.zeros_(self.taken.bias)
        self.out = nn.Linear(d, roles)
        self.drop = nn.Dropout(shape.dropout)

    def forward(
        self, seen: Tensor, mask: Tensor, row: Tensor, first: Tensor, last: Tensor, hints: Tensor
    ) -> Tensor:
        """Scores [items, pieces, roles] of `seen` [windows, pieces, hidden], `mask` 0 at padding."""
        whom = self.first(seen[row, first]) + self.last(seen[row, last])
        x = self.piece(seen)[row] + whom[:, None] + self.hint(hints)
        x = x + self.distance(buckets(first, last, seen.shape[1]))
        x = self.drop(torch.relu(x))
        y = torch.relu(self.near(x.transpose(1, 2)))
        z = torch.relu(self.far(y))
        x = x + y.transpose(1, 2) + z.transpose(1, 2)
        x = x + self._weighed(x, mask[row])
        return self.out(self.drop(x))

    def _weighed(self, x: Tensor, mask: Tensor) -> Tensor:
        """What each piece takes from the others of its window."""
        items, size, width = x.shape
        cut = (items, size, ATTENTIONS, width // ATTENTIONS)
        asking, asked, heard = (
            part(x).view(cut).transpose(1, 2) for part in (self.asking, self.asked, self.heard)
        )
        seen = functional.scaled_dot_product_attention(
            asking, asked, heard, attn_mask=mask[:, None, None].bool()
        )
        return self.taken(seen.transpose(1, 2).reshape(items, size, width))


def buckets(first: Tensor, last: Tensor, size: int) -> Tensor:
    """The signed logarithm of the distance of every piece from an item, 0 to BUCKETS - 1."""
    at = torch.arange(size, device=first.device)[None]
    gap = torch.where(at < first[:, None], at - first[:, None], (at - last[:, None]).clamp(min=0))
    size_of = (torch.log2(gap.abs().float() + 1) * 2.5).round().clamp(max=BUCKETS // 2)
    return (size_of * torch.sign(gap)).long() + BUCKETS // 2


class Label(nn.Module):
    """One answer for one cue or trigger, from its first and last piece."""

    def __init__(self, shape: Shape, answers: int) -> None:
        super().__init__()
        self.hid = nn.Linear(2 * shape.hidden, shape.relation)
        self.out = nn.Linear(shape.relation, answers)
        self.drop = nn.Dropout(shape.dropout)

    def forward(self, pair: Tensor) -> Tensor:
        """Scores [items, answers] of pairs [items, 2 hidden]."""
        return self.out(self.drop(torch.relu(self.hid(pair))))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: nn.Module, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = encoder
        self.known = nn.Linear(len(NAMES), shape.hidden, bias=False)
        nn.init.zeros_(self.known.weight)
        self.again = nn.Linear(len(NAMES), shape.hidden, bias=False)
        nn.init.zeros_(self.again.weight)
        self.drop = nn.Dropout(shape.dropout)
        self.cue = nn.Linear(shape.hidden, len(CUE_TAGS))
        self.trigger = nn.Linear(shape.hidden, len(TRIGGER_TAGS))
        self.trend = nn.Linear(shape.hidden, len(TREND_TAGS))
        self.cue_roles = Relation(shape, len(CUE_ROLES))
        self.act_roles = Relation(shape, len(ACT_ROLES))
        self.stance = Label(shape, len(STANCES))
        self.hedged = Label(shape, 2)
        self.realis = Label(shape, len(REALIS))
        self.mode = Label(shape, len(modes()))
        self.background = Label(shape, 2)
        self.claim_type = Label(shape, len(TYPES))

    def look(self, ids: Tensor, columns: Tensor, mask: Tensor) -> Tensor:
        """What the encoder makes of windows: [windows, pieces, hidden]."""
        words = self.encoder.embeddings.word_embeddings(ids)
        seen = self.encoder(inputs_embeds=words + self.known(columns), attention_mask=mask).last_hidden_state
        return self.drop(seen + self.again(columns))


def pair_of(seen: Tensor, row: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """First and last piece of every item, side by side."""
    return torch.cat([seen[row, first], seen[row, last]], -1)


def shape_words(shape: Shape) -> str:
    """The sizes, for a log."""
    return ", ".join(f"{name} {value}" for name, value in asdict(shape).items())
