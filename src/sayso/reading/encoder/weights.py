"""Where are the weights of the learned reader, and are they the ones that they are said to be?

One file, a zip: the encoder and the conditional heads as ONNX graphs, the arrays of the other heads, the
vocabulary, the settings. Beside it lies its manifest, of the same name with the ending .toml. A file that
differs from its manifest, or that answers other questions than this version asks, is refused.
"""

import io
import zipfile
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from sayso.errors import WeightsError
from sayso.reading.encoder.features import NAMES
from sayso.reading.encoder.heads import heads_of
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
from sayso.reading.encoder.manifest import SHIPPED, Manifest, manifest_of
from sayso.reading.encoder.reader import EncoderReader
from sayso.reading.encoder.seen import Bars
from sayso.reading.encoder.session import look_of, related_of
from sayso.reading.encoder.sure import Sure

ENCODER: Final = "encoder.onnx"
HEADS: Final = "heads.npz"
RELATED: Final = {name: f"{name}.onnx" for name in ("cue_roles", "act_roles")}
VOCABULARY: Final = "vocabulary.json"
SETTINGS: Final = "settings.json"
PARTS: Final = (ENCODER, *RELATED.values(), HEADS, VOCABULARY, SETTINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the weights say of themselves."""

    version: str
    answers: dict[str, tuple[str, ...]]  # every list that the numbers in the arrays are places in
    bars: Bars
    sure: Sure


def own_answers() -> dict[str, tuple[str, ...]]:
    """The columns that this version fills and the answers that it knows, each list in order."""
    return {
        "columns": NAMES,
        "cue tags": CUE_TAGS,
        "trigger tags": TRIGGER_TAGS,
        "trend tags": TREND_TAGS,
        "cue roles": CUE_ROLES,
        "act roles": ACT_ROLES,
        "stances": tuple(map(str, STANCES)),
        "realis": tuple(map(str, REALIS)),
        "types": tuple(map(str, TYPES)),
        "modes": modes(),
    }


def open_encoder_reader(
    weights: Path | None = None, *, bars: Bars | None = None, polnear: bool = False
) -> EncoderReader:
    """The learned reader from a file of weights, else from the one that comes with sayso.

    `bars` instead of those in the file; `polnear` for PolNeAR's convention of what counts. WeightsError for
    a file that is not there, that differs from its manifest, or that was made for other columns or answers.
    """
    path = SHIPPED if weights is None else weights
    manifest = manifest_of(path)
    parts = _checked(path, manifest)
    try:
        held = msgspec.json.decode(parts[SETTINGS], type=Held)
        with np.load(io.BytesIO(parts[HEADS]), allow_pickle=False) as arrays:
            held_arrays = {name: arrays[name].astype(np.float32) for name in arrays.files}
        related = {name: related_of(parts[part], name) for name, part in RELATED.items()}
        heads = heads_of(held_arrays, related)
    except (KeyError, ValueError, msgspec.MsgspecError) as error:
        raise WeightsError(
            f"{path} ({manifest.name} {manifest.version}) lacks a part or holds one that cannot be"
            f" understood ({str(error)[:200]}): export the weights again with this version of sayso"
        ) from error
    _same_answers(path, manifest, held)
    from tokenizers import Tokenizer  # loaded only where the reader is built

    tokenizer = Tokenizer.from_str(parts[VOCABULARY].decode())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return EncoderReader(
        version=manifest.version,
        tokenizer=tokenizer,
        look=look_of(parts[ENCODER]),
        heads=heads,
        bars=bars or held.bars,
        sure=held.sure,
        polnear=polnear,
    )


def _checked(path: Path, manifest: Manifest) -> dict[str, bytes]:
    """The parts of the file, once its digest is the manifest's."""
    said = f"{manifest.name} {manifest.version}"
    try:
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
            if found != manifest.sha256:
                raise WeightsError(
                    f"{path} is not {said}: its sha256 is {found}, while its manifest says {manifest.sha256}."
                    " Install sayso again, or name weights of your own with their manifest (SAYSO_WEIGHTS)"
                )
            with zipfile.ZipFile(file) as parts:
                return {name: parts.read(name) for name in PARTS}
    except OSError as error:
        raise WeightsError(
            f"{path} cannot be read ({error.strerror}): install sayso again, or name weights of your own"
            " with their manifest (SAYSO_WEIGHTS)"
        ) from error
    except (KeyError, zipfile.BadZipFile) as error:
        raise WeightsError(f"{path} is no file of weights ({error}): export them again") from error


def _same_answers(path: Path, manifest: Manifest, held: Held) -> None:
    for name, own in own_answers().items():
        told = held.answers.get(name, ())
        if told != own:
            other = next((one for one in (*told, *own) if one not in told or one not in own), "their order")
            raise WeightsError(
                f"{path} ({manifest.name} {manifest.version}) was trained for other {name} than this version"
                f" of sayso knows ({other}): use weights made for it, or train anew (sayso train)"
            )
