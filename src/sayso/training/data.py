"""Which texts does a run learn from, and what may they not share with the texts that judge it?"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from sayso.errors import InputError, SettingsError
from sayso.training.corpora import annotated, factuality, m2e2, polnear, written
from sayso.training.example import Example
from sayso.training.overlap import unseen

OURS: Final = Path(__file__).parent
JUDGES: Final = ("gold/dev.jsonl", "gold/seed.jsonl")  # no text may share a run of 13 words with these
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Where a corpus lies, how it is read, and what its users must know."""

    name: str
    files: tuple[str, ...]  # beneath the folder of the corpora
    read: Callable[[Path], Iterator[Example]]
    licence: str
    origin: str
    ours: str = ""  # or which folder of the package
    part: str = ""  # what follows the name of a document in the ids of its sentences


CORPORA: Final = (
    Corpus(
        name=annotated.NAME,
        files=("gold/train.jsonl",),
        read=annotated.read,
        licence="texts belong to their publishers (The Guardian, BBC, VOA, UK and US governments)",
        origin="news of 2012-19, annotated after gold/GUIDE.md by large language models, one annotator",
    ),
    Corpus(
        name=written.NAME,
        files=(),
        ours="written",
        read=written.read,
        licence="Apache-2.0, as this package",
        origin="sentences invented by large language models for this package, after the same guide",
    ),
    Corpus(
        name=written.REPORTS,
        files=(),
        ours="written/reports",
        read=written.reports,
        licence="Apache-2.0, as this package",
        origin="whole reports invented by large language models for this package, after the same guide",
    ),
    Corpus(
        name=polnear.NAME,
        files=("data/attribution/polnear-train.jsonl",),
        read=polnear.read,
        licence="none stated for the data; texts belong to their publishers",
        origin="Newell, Margolin and Ruths, LREC 2018; news of the US elections of 2016",
    ),
    Corpus(
        name=m2e2.NAME,
        files=("data/events/m2e2-train.jsonl",),
        read=m2e2.read,
        licence="none stated for the annotation; texts of Voice of America, for the most part public domain",
        origin="Li et al., ACL 2020",
        part="_",
    ),
    Corpus(
        name=factuality.NAME,
        files=("data/events/factuality-train.jsonl",),
        read=factuality.read,
        licence="CC BY-SA 4.0 (UDS-IH2), CC BY (MEANTIME)",
        origin="Rudinger, White and Van Durme, NAACL 2018; Minard et al., LREC 2016",
    ),
)
USUAL: Final = (annotated.NAME, written.NAME, written.REPORTS, polnear.NAME, m2e2.NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file as it was read."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a corpus gave to a run."""

    name: str
    licence: str
    origin: str
    files: tuple[File, ...]
    texts: int
    left_out: int  # more texts, which share words with the judges
    words: int
    cues: int
    acts: int
    claims: int
    published: tuple[str, str] | None  # ISO days of the first and the last text, where they have any


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All texts of a run, in the order of their corpora."""

    examples: tuple[Example, ...]
    sources: tuple[Source, ...]


def gather(shared: Path, wanted: Sequence[str] = USUAL) -> Gathered:
    """The texts of the corpora named, without those that share a run of words with the judges.

    InputError names a file that `shared` lacks, SettingsError a corpus that there is not.
    """
    known = {corpus.name: corpus for corpus in CORPORA}
    for name in wanted:
        if name not in known:
            raise SettingsError(f"no corpus is called {name!r}; there are: {', '.join(known)}")
    judges = [example.text for name in JUDGES for example in annotated.read(_file(shared, name))]
    examples: list[Example] = []
    sources = []
    for corpus in (known[name] for name in wanted):
        paths = [(name, _file(shared, name)) for name in corpus.files] or _own_files(corpus.ours)
        read = [example for _, path in paths for example in corpus.read(path)]
        kept = [one for one, fine in zip(read, unseen((e.text for e in read), judges), strict=True) if fine]
        files = tuple(File(name=name, sha256=sha256(path.read_bytes()).hexdigest()) for name, path in paths)
        sources.append(_source(corpus, files, kept, len(read) - len(kept)))
        examples += kept
    return Gathered(examples=tuple(examples), sources=tuple(sources))


def _file(shared: Path, name: str) -> Path:
    path = shared / name
    if not path.is_file():
        other = (
            "training may not see what judges it"
            if name in JUDGES
            else "or leave the corpus out with `corpora` beneath [data] in the file of --config"
        )
        raise InputError(f"{shared} has no file {name}: name the folder of `gold/` and `data/`; {other}")
    return path


def _own_files(folder: str) -> list[tuple[str, Path]]:
    paths = sorted((OURS / folder).glob("*.jsonl"))
    return [(f"sayso/training/{folder}/{path.name}", path) for path in paths]


def _source(corpus: Corpus, files: tuple[File, ...], kept: Sequence[Example], left_out: int) -> Source:
    days = sorted(example.published[:10] for example in kept if example.published)
    return Source(
        name=corpus.name,
        licence=corpus.licence,
        origin=corpus.origin,
        files=files,
        texts=len(kept),
        left_out=left_out,
        words=sum(len(_WORD.findall(example.text)) for example in kept),
        cues=sum(len(example.told) for example in kept),
        acts=sum(len(example.acts) for example in kept),
        claims=sum(len(example.claims) for example in kept),
        published=(days[0], days[-1]) if days else None,
    )


def divided(examples: Sequence[Example], share: float) -> tuple[list[Example], list[Example]]:
    """The texts to learn from and those held out, by a digest of their names: the same in every run.

    Sentences of one document stay together. A text held out that shares a run of words with one to learn
    from is in neither list.
    """
    parts = {corpus.name: corpus.part for corpus in CORPORA}
    learnt: list[Example] = []
    held: list[Example] = []
    for example in examples:
        part = parts.get(example.source)
        whole = example.id.rpartition(part)[0] if part else example.id
        number = int.from_bytes(sha256(f"{example.source}\0{whole or example.id}".encode()).digest()[:4])
        (held if number < share * (1 << 32) else learnt).append(example)
    fair = unseen((example.text for example in held), (example.text for example in learnt)) if held else []
    return learnt, [example for example, fine in zip(held, fair, strict=True) if fine]
