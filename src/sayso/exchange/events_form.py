"""Of which form is a corpus of events?"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.exchange import m2e2, muc


class Form(StrEnum):
    """The forms that are known."""

    MUC = "MUC-4"
    M2E2 = "M2E2"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keys:
    gtt_templates: object = None
    tokens: object = None
    events: object = None


def form_of(path: Path) -> Form:
    """The form of the first line that is not empty. InputError names the forms where it is none of them."""
    try:
        with path.open("rb") as file:
            first = next((line for line in file if line.strip()), b"")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}; give a JSONL file") from error
    if not first:
        raise InputError(f"{path} holds no line; each should be {muc.FORM} or {m2e2.FORM}")
    try:
        keys = msgspec.json.decode(first.removeprefix(b"\xef\xbb\xbf"), type=_Keys)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            f"{path.name}, first line: no JSON object ({error}); mend or remove the line"
        ) from error
    if keys.gtt_templates is not None:
        return Form.MUC
    if keys.tokens is not None and keys.events is not None:
        return Form.M2E2
    raise InputError(
        f"{path.name}, first line: of no form that is known; it should be {muc.FORM} or {m2e2.FORM}"
    )
