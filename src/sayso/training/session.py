"""How does a whole run go, from the corpora to the card?"""

import random
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

import msgspec
import torch
from tokenizers import Tokenizer

import sayso
from sayso.errors import InputError, SettingsError
from sayso.scoring.tally import Tally
from sayso.training.card import Figures, Told, card
from sayso.training.config import Config, checked
from sayso.training.data import Gathered, Source, divided, gather
from sayso.training.encoders import PACKAGE, WEIGHTS, folder_of, network_of, tokenizer_of
from sayso.training.evaluate import evaluate_heads
from sayso.training.example import Example
from sayso.training.loop import Plan, Run, Step, run_of, train
from sayso.training.network import Network
from sayso.training.prepare import Text, samples_of, text_of
from sayso.training.torch_look import filled, reader_of
from sayso.training.whole import Progress, on_gold, on_polnear

T = TypeVar("T")
CHECKPOINT: Final = "checkpoint.pt"
STATE: Final = "run.json"
LOG: Final = "log.jsonl"
CARD: Final = "card.md"
FIGURES: Final = "figures.json"
GOLD: Final = "gold/dev.jsonl"
POLNEAR: Final = "data/attribution/polnear-dev.jsonl"
EVERY: Final = 200  # steps between checkpoints: some five minutes on two cores
LOGGED: Final = 50


Finish = Callable[[Network, Tokenizer, Sequence[Text]], None]


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a run is: so many of so many in this part of it."""

    part: str
    done: int
    of: int
    step: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a folder keeps of a run, so that it can go on."""

    version: str
    begun: str
    config: Config
    after: str | None = None  # sha256 of the checkpoint of another run, whose weights it began with
    sources: tuple[Source, ...]
    sittings: int = 1
    seconds: float = 0.0  # trained in sittings before this one


def session(
    shared: Path,
    folder: Path,
    config: Config | None = None,
    *,
    resume: bool = False,
    every: int = EVERY,
    device: str = "cpu",
    begin: Path | None = None,
    finish: Finish | None = None,
) -> Iterator[Stand]:
    """Trains, judges and writes checkpoint, log, figures and card to the folder; tells how far it is.

    A run that is resumed goes on from the last checkpoint with its configuration and rate of learning, but
    draws the order of texts, the cuts of windows and the dropout anew from seed and step: the result is as
    good, not the same to the bit. Runs of one sitting with one seed are the same on one machine.

    `begin` is the checkpoint of another run, whose averaged weights it begins with. `finish` is handed the
    averaged network, its tokenizer and the texts it learned from, before it is judged: for an export.
    """
    state, gathered = _state(shared, folder, config, resume=resume)
    if begin is not None:
        state = replace(state, after=sha256(begin.read_bytes()).hexdigest())
    config = state.config
    encoder = folder_of(config.encoder)
    tokenizer = tokenizer_of(encoder)
    network = network_of(encoder, config.shape, seed=config.plan.seed).to(device)
    if begin is not None:
        filled(network, begin)
    learnt, held = divided(gathered.examples, config.data.held_out)
    texts: list[Text] = []
    judging: list[Text] = []
    yield from _prepared([*learnt], tokenizer, texts, "preparing")
    yield from _prepared(held, tokenizer, judging, "preparing held out")
    if not texts:
        raise InputError("there is no text to learn from: name other corpora in the file of --config")
    run = run_of(network, texts, config.plan)
    if resume and (folder / CHECKPOINT).is_file():
        run.resume(folder / CHECKPOINT)
    _keep(folder, state)
    trained = 0.0
    for step in train(run, texts):
        trained = step.seconds
        if step.step % LOGGED == 0 or step.step == step.steps:
            _log(folder, step)
        if step.step % every == 0 and step.step < step.steps:
            run.save(folder / CHECKPOINT)
            _keep(folder, replace(state, seconds=state.seconds + trained))
        yield Stand("training", step.step, step.steps, step)
    run.save(folder / CHECKPOINT)
    state = replace(state, seconds=state.seconds + trained)
    _keep(folder, state)
    filled(network, folder / CHECKPOINT)
    if finish is not None:
        finish(network, tokenizer, texts)
    figures = yield from _judged(shared, network, tokenizer, judging, config.plan)
    (folder / FIGURES).write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=1))
    told = _told(state, run, encoder, figures, learnt=len(texts), unread=len(learnt) - len(texts))
    (folder / CARD).write_text(card(told), encoding="utf-8")


def _state(shared: Path, folder: Path, config: Config | None, *, resume: bool) -> tuple[State, Gathered]:
    path = folder / STATE
    if resume:
        try:
            state = msgspec.json.decode(path.read_bytes(), type=State)
        except OSError as error:
            raise SettingsError(f"{folder} holds no run to resume: leave --resume out") from error
        except msgspec.MsgspecError as error:
            raise SettingsError(f"{path} is of another version ({error}): begin in another folder") from error
        gathered = gather(shared, state.config.data.corpora)
        if gathered.sources != state.sources:
            raise InputError(
                f"the texts have changed since the run in {folder} began: begin anew in another folder"
            )
        return replace(state, sittings=state.sittings + 1), gathered
    if path.exists():
        raise SettingsError(f"{folder} holds a run already: --resume goes on with it; or name another folder")
    config = checked(config or Config())
    folder_of(config.encoder)
    gathered = gather(shared, config.data.corpora)
    folder.mkdir(parents=True, exist_ok=True)
    return State(version=sayso.__version__, begun=_now(), config=config, sources=gathered.sources), gathered


def _keep(folder: Path, state: State) -> None:
    part = folder / f"{STATE}.part"
    part.write_bytes(msgspec.json.format(msgspec.json.encode(state), indent=1))
    part.replace(folder / STATE)


def _log(folder: Path, step: Step) -> None:
    with (folder / LOG).open("ab") as file:
        file.write(msgspec.json.encode(step) + b"\n")


def _prepared(examples: list[Example], tokenizer: Tokenizer, out: list[Text], part: str) -> Iterator[Stand]:
    for number, example in enumerate(examples, 1):
        if (text := text_of(example, tokenizer)) is not None:
            out.append(text)
        yield Stand(part, number, len(examples))


def _judged(
    shared: Path, network: Network, tokenizer: Tokenizer, held: list[Text], plan: Plan
) -> Generator[Stand, None, Figures]:
    chance = random.Random(plan.seed)
    windows = [sample for text in held for sample in samples_of(text, size=plan.size, chance=chance)]
    tally = Tally()
    for done in evaluate_heads(network, windows, tally):
        yield Stand("judging heads", done, len(windows))
    figures = Figures(
        held_out=len(held),
        windows=len(windows),
        heads={key: tally.found(key) for key in sorted(tally.gold)},
        labels=tally.rates(),
    )
    ours, theirs = (reader_of(network, tokenizer, polnear=polnear) for polnear in (False, True))
    gold = yield from _standing("judging on gold dev", on_gold(ours, shared / GOLD))
    figures = replace(figures, gold=gold.f1, gold_labels=gold.accuracy, gold_texts=gold.documents)
    if (shared / POLNEAR).is_file():
        made = yield from _standing("judging on PolNeAR dev", on_polnear(theirs, shared / POLNEAR))
        figures = replace(figures, polnear=made.f1, polnear_texts=made.documents)
    return figures


def _standing(part: str, work: Generator[Progress, None, T]) -> Generator[Stand, None, T]:
    while True:
        try:
            done, of = next(work)
        except StopIteration as end:
            value: T = end.value
            return value
        yield Stand(part, done, of)


def _told(state: State, run: Run, encoder: Path, figures: Figures, *, learnt: int, unread: int) -> Told:
    return Told(
        version=state.version,
        begun=state.begun,
        ended=_now(),
        steps=run.step,
        seconds=state.seconds,
        sittings=state.sittings,
        loss=run.loss,
        torch=torch.__version__,
        device=str(run.network.known.weight.device),
        parameters=sum(value.numel() for value in run.network.parameters()),
        encoder=encoder.name if state.config.encoder else PACKAGE,
        after=state.after,
        encoder_sha256=sha256((encoder / WEIGHTS).read_bytes()).hexdigest(),
        config=replace(state.config, encoder=None, shape=run.network.shape),
        sources=state.sources,
        learnt=learnt,
        unread=unread,
        figures=figures,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
