"""How well are saved pages read, beside trafilatura's default run on the same pages?

python -m benchmarks.pages [--shared ../shared]
"""

import argparse
import time
from dataclasses import fields
from pathlib import Path

from benchmarks.floors import Figure, digest_of
from sayso.exchange.pages import PagesReport, evaluate_pages
from sayso.exchange.pages_corpus import content_of, read_corpus
from sayso.ingest.to_document import to_document
from sayso.model.page import Media, Page
from sayso.scoring.pages import BodyFigures, TypedFigures

SAMPLE = 60  # pages whose reading is timed, beside trafilatura on the same


def figures(shared: Path | None) -> list[Figure]:
    """The figures of the pages corpus; prints them beside the peer's."""
    if shared is None:
        return []
    folder = shared / "data" / "pages"
    report = evaluate_pages(folder, to_document)
    _print("typed", report.typed, report.typed_peer)
    _print("body", report.body, report.body_peer)
    _print("plain", report.plain, None)
    print(f"{'CPU time, ratio to trafilatura':32}{_cost(folder):8.2f}")
    return _named(report, digest_of([folder / "typed.jsonl", folder / "aeb-truth.json"]))


def _named(report: PagesReport, corpus: str) -> list[Figure]:
    out: list[Figure] = []
    parts = {"typed": report.typed, "body": report.body, "plain": report.plain}
    for part, told in parts.items():
        for name, value in _values(told):
            better = "down" if name == "leaked" else "up"
            out.append(Figure(name=f"pages.{part}.{name}", value=value, corpus=corpus, better=better))
    if report.body and report.body_peer:
        lead = report.body.f1 - report.body_peer.f1
        out.append(Figure(name="pages.body.f1-over-trafilatura", value=lead, corpus=corpus))
    return out


def _values(told: TypedFigures | BodyFigures | None) -> list[tuple[str, float]]:
    return [(f.name, getattr(told, f.name)) for f in fields(told) if f.name != "pages"] if told else []


def _print(
    part: str, told: TypedFigures | BodyFigures | None, peer: TypedFigures | BodyFigures | None
) -> None:
    beside = dict(_values(peer))
    for name, value in _values(told):
        print(
            f"{part + ' ' + name:32}{value:8.3f}"
            + (f"   trafilatura {beside[name]:.3f}" if name in beside else "")
        )


def _cost(folder: Path) -> float:
    """CPU time of a whole reading over that of trafilatura's default run, on the same pages in turns."""
    from datetime import UTC, datetime

    from trafilatura import extract

    corpus = read_corpus(folder)
    paths = [case.path for case in (*corpus.typed, *corpus.bodies)][:SAMPLE]
    ours = theirs = 0.0
    for path in paths:
        content = content_of(path)
        page = Page(
            name=path.name, content=content, media=Media.HTML, source=str(path), fetched=datetime.now(UTC)
        )
        start = time.process_time()
        extract(content.decode("utf-8", "replace"), include_comments=False)
        middle = time.process_time()
        to_document(page)
        ours += time.process_time() - middle
        theirs += middle - start
    return ours / theirs


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    figures(parser.parse_args().shared)
