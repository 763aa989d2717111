"""How is the learned reader trained, and its run resumed?"""

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sayso.cli.manner import manner
from sayso.cli.progress import meter
from sayso.errors import SettingsError

if TYPE_CHECKING:
    from sayso.training.config import Config
    from sayso.training.session import Stand

NEEDS: Final = ("torch", "transformers", "tokenizers")


@click.command()
@click.argument("shared", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              required=True, help="Write checkpoints, log, figures and card here.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.toml",
              help="What is not as usual: tables [data], [shape], [plan].")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with the run that FOLDER holds.")
@click.option("--encoder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="A BERT-like encoder as transformers saves it, in place of MiniLM.")  # fmt: skip
@click.option("--begin", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="CHECKPOINT",
              help="Begin with the weights of another run.")  # fmt: skip
@click.option("--epochs", type=float, metavar="N", help="How often each text is seen.")
@click.option("--every", default=200, show_default=True, type=click.IntRange(min=1), metavar="N",
              help="Steps between checkpoints.")  # fmt: skip
@click.option("--device", default="cpu", show_default=True, help="Where: cpu, cuda.")
def train(
    shared: Path,
    folder: Path,
    config: Path | None,
    resume: bool,
    encoder: Path | None,
    begin: Path | None,
    epochs: float | None,
    every: int,
    device: str,
) -> None:
    """Learn the reader's weights from the corpora in SHARED.

    SHARED holds `gold/` and `data/` with the files that docs/command-line.md lists. What is learned
    stands in FOLDER after a last look at texts held out: a checkpoint, `figures.json` and `card.md`.
    """
    missing = [name for name in NEEDS if find_spec(name) is None]
    if missing:
        raise SettingsError(f"training needs {', '.join(missing)}: pip install 'sayso[train]'")
    if resume and (config or encoder or epochs or begin):
        raise SettingsError(
            "--resume goes on as the run began: leave --config, --encoder, --begin and --epochs out"
        )
    from sayso.training.session import CARD, session  # PyTorch takes its seconds to load

    told = None if resume else _config(config, encoder, epochs)
    stands = session(shared, folder, told, resume=resume, every=every, device=_there(device), begin=begin)
    for part, group in groupby(stands, key=lambda stand: stand.part):
        _show(part, group)
    click.echo(str(folder / CARD))


def _show(part: str, group: Iterator["Stand"]) -> None:
    """A bar for one part of the run."""
    first, done = next(group), 0
    with meter(total=lambda: first.of, quiet=manner().quiet, doing=part) as bar:
        for stand in chain([first], group):
            for _ in range(stand.done - done):
                bar.step(0)
            done = stand.done


def _config(file: Path | None, encoder: Path | None, epochs: float | None) -> "Config":
    from sayso.training.config import Config, checked, config_of

    config = config_of(file) if file else Config()
    if encoder:
        config = replace(config, encoder=str(encoder.resolve()))
    if epochs is not None:
        config = replace(config, plan=replace(config.plan, epochs=epochs))
    return checked(config)


def _there(device: str) -> str:
    """The device, if PyTorch sees it."""
    import torch

    try:
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError) as error:  # PyTorch built without CUDA asserts
        told = str(error).splitlines()[0] if str(error) else "no such device"
        raise SettingsError(f"--device {device}: {told}; leave it out to train on the CPU") from error
    return device
