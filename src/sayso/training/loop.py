"""How is a network trained, step by step, so that a run can be told, stopped and resumed?"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from time import monotonic

import numpy as np
import torch

from sayso.reading.encoder.features import FROM_RULES, NAMES, SHAPES
from sayso.training.losses import Weights, batch_of, loss_of
from sayso.training.network import Network
from sayso.training.pack import together
from sayso.training.prepare import Sample, Text, samples_of

_SHAPES = [NAMES.index(name) for name in SHAPES[:2]]

MORE = 3  # short windows may be so many times as many in a batch
FULL = 1.08  # windows end with sentences, so that they are not quite full
EVERY = 4  # steps between two looks at the weights to average


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that decides a run, beside its data."""

    epochs: float = 3.0
    repeats: dict[str, int] = field(default_factory=dict)  # how often a corpus comes in one epoch
    batch: int = 16
    size: int = 190  # pieces of a window
    rate: float = 1.5e-4  # of the encoder
    heads_rate: float = 7.5e-4
    layer_decay: float = 0.9  # the rate of a layer is this much of the one above
    decay: float = 0.01
    warm: float = 0.06
    no_rules: float = 0.15  # share of windows that are not told what the rules found
    no_shapes: float = 0.08  # nor what is capitalised
    average: float = 0.998  # of weights over steps
    seed: int = 1
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True, slots=True)
class Step:
    """How a run stands."""

    step: int
    steps: int
    loss: float  # smoothed
    seconds: float


@dataclass(slots=True)
class Run:
    """A run under way: network, optimiser, averaged weights and the place reached."""

    network: Network
    plan: Plan
    steps: int
    optimiser: torch.optim.Optimizer
    averaged: dict[str, torch.Tensor]
    step: int = 0
    loss: float = 0.0

    def save(self, path: Path) -> None:
        """Writes all that is needed to go on; a run that is killed while it writes keeps the older file."""
        part = path.with_suffix(".part")
        torch.save(
            {
                "network": self.network.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "averaged": self.averaged,
                "step": self.step,
                "loss": self.loss,
            },
            part,
        )
        part.replace(path)

    def resume(self, path: Path) -> None:
        """Goes on where the file stopped."""
        held = torch.load(path, map_location=self.network.known.weight.device)
        self.network.load_state_dict(held["network"])
        self.optimiser.load_state_dict(held["optimiser"])
        self.averaged = held["averaged"]
        self.step, self.loss = held["step"], held["loss"]


def run_of(network: Network, texts: Sequence[Text], plan: Plan) -> Run:
    """A run that has not begun."""
    windows = sum(
        plan.repeats.get(text.example.source, 1) * max(1 / MORE, len(text.pieces.ids) / plan.size * FULL)
        for text in texts
    )
    steps = max(1, int(plan.epochs * windows / plan.batch))
    optimiser = torch.optim.AdamW(_groups(network, plan), weight_decay=plan.decay, fused=True)
    averaged = {name: value.detach().clone().float() for name, value in network.state_dict().items()}
    return Run(network, plan, steps, optimiser, averaged)


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    layers: dict[int, list[torch.Tensor]] = {}
    heads: list[torch.Tensor] = []
    depth = len(network.encoder.encoder.layer)
    for name, value in network.named_parameters():
        if not name.startswith("encoder."):
            heads.append(value)
        elif ".layer." in name:
            layers.setdefault(int(name.split(".layer.")[1].split(".")[0]) + 1, []).append(value)
        else:
            layers.setdefault(0, []).append(value)
    groups: list[dict[str, object]] = [{"params": heads, "lr": plan.heads_rate}]
    for level, values in sorted(layers.items()):
        groups.append({"params": values, "lr": plan.rate * plan.layer_decay ** (depth - level)})
    return groups


def train(run: Run, texts: Sequence[Text]) -> Iterator[Step]:
    """One step at a time, until the plan is done or the caller stops asking."""
    plan, network = run.plan, run.network
    begun, start = monotonic(), run.step
    chance = random.Random(plan.seed * 100_003 + start)
    torch.manual_seed(plan.seed * 100_003 + start)
    schedule = torch.optim.lr_scheduler.LambdaLR(run.optimiser, lambda k: _rate(k + start, run.steps, plan))
    network.train()
    place = network.known.weight.device
    for samples in islice(_batches(texts, plan, chance), run.steps - run.step):
        told = [_disguised(sample, plan, chance) for sample in samples]
        with torch.autocast(place.type, dtype=torch.bfloat16):
            loss = loss_of(network, batch_of(told, place), plan.weights, chance.random() >= plan.no_rules)
        run.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        run.optimiser.step()
        schedule.step()
        run.step += 1
        if run.step % EVERY == 0:
            _average(run)
        run.loss = 0.98 * run.loss + 0.02 * loss.item() if run.loss else loss.item()
        yield Step(run.step, run.steps, run.loss, monotonic() - begun)


def _rate(step: int, steps: int, plan: Plan) -> float:
    return min(1.0, (step + 1) / (plan.warm * steps + 1)) * max(0.02, 1 - step / steps)


def _average(run: Run) -> None:
    """The weights to keep: a mean over steps that forgets slowly."""
    keep = min(run.plan.average, (1 + run.step) / (10 + run.step)) ** EVERY
    with torch.no_grad():
        for name, value in run.network.state_dict().items():
            if value.dtype.is_floating_point:
                run.averaged[name].mul_(keep).add_(value.float(), alpha=1 - keep)


def _batches(texts: Sequence[Text], plan: Plan, chance: random.Random) -> Iterator[list[Sample]]:
    """Batches of windows of similar length, for ever."""
    pool = [text for text in texts for _ in range(plan.repeats.get(text.example.source, 1))]
    while True:
        chance.shuffle(pool)
        for start in range(0, len(pool), 256):
            samples = [
                sample
                for text in pool[start : start + 256]
                for sample in samples_of(text, size=plan.size, chance=chance)
            ]
            samples = together(samples, plan.size, chance)
            samples.sort(key=lambda sample: len(sample.ids) + chance.random() * 8)
            made = list(_cut(samples, plan))
            chance.shuffle(made)
            yield from made


def _cut(samples: Sequence[Sample], plan: Plan) -> Iterator[list[Sample]]:
    """Batches as large as `batch` whole windows; of short windows so many more."""
    held: list[Sample] = []
    for sample in samples:  # the shortest first
        size = max(len(each.ids) for each in (*held, sample))
        if held and ((len(held) + 1) * size > plan.batch * plan.size or len(held) >= plan.batch * MORE):
            yield held
            held = []
        held.append(sample)
    if held:
        yield held


def _disguised(sample: Sample, plan: Plan, chance: random.Random) -> Sample:
    """The window, now and then without what the rules found, or without its capitals."""
    blind, plain = chance.random() < plan.no_rules, chance.random() < plan.no_shapes
    if not blind and not plain:
        return sample
    columns = np.array(sample.columns)
    if blind:
        columns[:, FROM_RULES:] = 0
    if plain:
        columns[:, _SHAPES] = chance.random() < 0.5
    return replace(sample, columns=columns)
