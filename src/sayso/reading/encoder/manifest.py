"""Which weights of the learned reader are there, as their manifest tells? Light: no array is loaded."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from sayso.errors import WeightsError

SHIPPED: Final = Path(__file__).parent / "shipped" / "reader.zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a file of weights is said to be."""

    name: str
    version: str
    sha256: str
    size: int  # bytes
    licence: str
    made_by: str
    made: str  # ISO day
    sure: float | None = None  # from this probability on the origins of statements are right in 95 of 100


def manifest_path(weights: Path) -> Path:
    """Where the manifest of a file of weights lies."""
    return weights.with_suffix(".toml")


def manifest_of(weights: Path) -> Manifest:
    """The manifest beside the file. WeightsError where there is none, or one that cannot be understood."""
    path = manifest_path(weights)
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        raise WeightsError(
            f"{path} cannot be read ({error.strerror}): the manifest of weights lies beside them, as the"
            " export writes it"
        ) from error
    except msgspec.MsgspecError as error:
        raise WeightsError(f"{path} is no manifest of weights ({error}): export them again") from error


def sure_from(weights: Path) -> float:
    """The probability from which on these weights are sure. WeightsError where their manifest tells none."""
    manifest = manifest_of(weights)
    if manifest.sure is None:
        raise WeightsError(
            f"the weights {manifest.name} {manifest.version} do not say from which probability on they are"
            f" sure ({manifest_path(weights)} has no line `sure = …`): name one yourself, --least 0.9"
        )
    return manifest.sure
