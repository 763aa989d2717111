"""What is in a folder of saved pages whose text and metadata are known?

The form is that of the pages corpus: `typed.jsonl` with `html/*.html.gz`, and `aeb-truth.json` with
`aeb/*.html.gz`; either may be absent.
"""

import gzip
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sayso.errors import InputError
from sayso.scoring.pages import TypedPage


class _Section(msgspec.Struct):
    headline: list[str] = []
    paragraphs: list[str] = []


class _Body(msgspec.Struct):
    summary: list[str] | None = None
    sections: list[_Section] = []


class _Image(msgspec.Struct):
    caption: str | None = None


class _Truth(msgspec.Struct):
    body: _Body
    authors: list[str] | None = None
    images: list[_Image] | None = None
    publishing_date: str | None = None


class _TypedRow(msgspec.Struct):
    file: str
    truth: _Truth
    url: str | None = None


class _BodyRow(msgspec.Struct):
    articleBody: str = ""  # noqa: N815 - the benchmark's name
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCase:
    """A page whose blocks are known."""

    file: str
    path: Path
    url: str | None
    truth: TypedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyCase:
    """A page whose body is known."""

    id: str
    path: Path
    url: str | None
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All pages of a folder."""

    typed: tuple[TypedCase, ...]
    bodies: tuple[BodyCase, ...]


def content_of(path: Path) -> bytes:
    """The bytes of a saved page, unpacked."""
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def _known(truth: _Truth) -> TypedPage:
    return TypedPage(
        paragraphs=tuple(p for section in truth.body.sections for p in section.paragraphs),
        subheads=tuple(h for section in truth.body.sections for h in section.headline),
        standfirst=" ".join(truth.body.summary or []) or None,
        captions=tuple(image.caption for image in truth.images or [] if image.caption),
        published=truth.publishing_date,
        authors=tuple(truth.authors or []),
    )


def read_corpus(directory: Path) -> Corpus:
    """The pages of a folder, typed ones in the order of their file, bodies by id.

    InputError where the folder holds neither kind, or a truth that is not of this form.
    """
    rows: list[_TypedRow] = []
    bodies: dict[str, _BodyRow] = {}
    typed, truth = directory / "typed.jsonl", directory / "aeb-truth.json"
    try:
        if typed.is_file():
            rows = [
                msgspec.json.decode(line, type=_TypedRow)
                for line in typed.read_bytes().splitlines()
                if line.strip()
            ]
        if truth.is_file():
            bodies = msgspec.json.decode(truth.read_bytes(), type=dict[str, _BodyRow])
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(
            f"the truth in {directory} cannot be read ({error}): give a folder of the pages form"
        ) from error
    if not rows and not bodies:
        raise InputError(
            f"{directory} holds neither typed.jsonl nor aeb-truth.json: give a folder of saved pages"
        )
    return Corpus(
        typed=tuple(
            TypedCase(file=row.file, path=directory / row.file, url=row.url, truth=_known(row.truth))
            for row in rows
        ),
        bodies=tuple(
            BodyCase(id=key, path=directory / "aeb" / f"{key}.html.gz", url=row.url, body=row.articleBody)
            for key, row in sorted(bodies.items())
        ),
    )
