"""What may a run be told, beside where its texts lie?"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from sayso.errors import SettingsError
from sayso.training.corpora import annotated, written
from sayso.training.data import USUAL
from sayso.training.loop import Plan
from sayso.training.network import Shape

REPEATS: Final = {
    annotated.NAME: 3,
    written.NAME: 2,
    written.REPORTS: 3,
}  # our own guide outweighs PolNeAR's seven times the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The table [data]."""

    corpora: tuple[str, ...] = USUAL
    held_out: float = 0.1  # share of the texts that only judge the heads; 0 learns from all


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The tables [data], [shape], [plan] and [plan.weights] of a file, with what holds where it is silent."""

    encoder: str | None = None  # folder of an encoder; None: that of the package
    data: Texts = field(default_factory=Texts)
    shape: Shape = field(default_factory=Shape)  # `hidden` is that of the encoder, whatever is said here
    plan: Plan = field(default_factory=lambda: Plan(repeats=dict(REPEATS)))


Tree = dict[str, object]


def config_of(path: Path) -> Config:
    """The configuration that a TOML file tells. SettingsError names what it may not say."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"--config {path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"--config {path} is no TOML: {error}") from error
    try:
        return checked(msgspec.convert(_over(_tree(Config()), told, ""), Config))
    except (ValueError, msgspec.ValidationError) as error:
        raise SettingsError(f"--config {path}: {error}") from error


def checked(config: Config) -> Config:
    """The configuration, if a run can follow it. SettingsError names the value that it cannot."""
    plan = config.plan
    for name, value, low, high in (
        ("held_out", config.data.held_out, 0.0, 0.5),
        ("epochs", plan.epochs, 1e-6, 1e4),
        ("batch", plan.batch, 1, 4096),
        ("size", plan.size, 8, 510),
        ("average", plan.average, 0.0, 1.0),
        ("dropout", config.shape.dropout, 0.0, 0.99),
        ("relation", config.shape.relation, 1, 8192),
    ):
        if not low <= value <= high:
            raise SettingsError(f"{name} must be from {low:g} to {high:g}, not {value:g}")
    return config


def _tree(config: Config) -> Tree:
    told = msgspec.to_builtins(config)
    assert isinstance(told, dict)
    return told


def _over(usual: Tree, told: Mapping[str, object], where: str) -> Tree:
    """What is told, over what is usual. ValueError for a name that nothing has."""
    out = dict(usual)
    for name, value in told.items():
        if name not in usual and where != "plan.repeats.":
            raise ValueError(f"{where}{name} is not known; there are: {', '.join(usual)}")
        below = usual.get(name)
        if isinstance(below, dict) and isinstance(value, dict):
            out[name] = _over(below, value, f"{where}{name}.")
        else:
            out[name] = value
    return out
