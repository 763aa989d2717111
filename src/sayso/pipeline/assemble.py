"""Which stages make a document heard, and where are they put together?"""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.annotation.annotate import annotate
from sayso.attribution.assemble import assemble_statements
from sayso.coding.actor_links import link_actors
from sayso.coding.assemble import assemble_mentions, assemble_trends
from sayso.ingest.to_document import to_document
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.mention import Mention, Trend
from sayso.model.page import Page
from sayso.model.readout import Readout
from sayso.model.statement import Statement
from sayso.pipeline.settings import Settings
from sayso.pipeline.versions import READERS as VERSIONS
from sayso.pipeline.versions import reader_version, version_with
from sayso.reading.reader import Reader
from sayso.reading.rules.reader import RulesReader

ENDPOINT_SHARE = 0.9  # of a page's time: so that it ends with what it has, before its worker is stopped


def _rules(settings: Settings) -> Reader:
    return RulesReader()


def _encoder(settings: Settings) -> Reader:
    from sayso.reading.encoder.weights import open_encoder_reader  # numpy and its runtime: where it is used

    reader = open_encoder_reader(settings.weights, polnear=settings.polnear)
    reader.version = version_with(VERSIONS["encoder"], settings.model)
    return reader


def _llm(settings: Settings) -> Reader:
    from sayso.reading.endpoint.reader import EndpointReader  # its HTTP client is loaded where it is used

    assert settings.endpoint is not None
    seconds = settings.page_seconds * ENDPOINT_SHARE
    version = version_with(VERSIONS["llm"], settings.model)
    return EndpointReader(settings.endpoint, version=version, seconds=seconds)


READERS: dict[str, Callable[[Settings], Reader]] = {
    "encoder": _encoder,
    "rules": _rules,
    "llm": _llm,
}  # versions beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """All that a page passes through; tables and weights are loaded when this is made."""

    ingest: Callable[[Page], Document]
    annotate: Callable[[Document], Marks]
    reader: Reader
    statements: Callable[[Document, Marks, Readout], tuple[Statement, ...]]
    mentions: Callable[[Document, Marks, Readout, tuple[Statement, ...]], tuple[Mention, ...]]
    link: Callable[
        [Document, Marks, tuple[Statement, ...], tuple[Mention, ...]],
        tuple[tuple[Statement, ...], tuple[Mention, ...]],
    ]
    trends: Callable[[Document, Marks, Readout, tuple[Statement, ...]], tuple[Trend, ...]]


def build(settings: Settings) -> Stages:
    """The stages as the settings want them. SettingsError for a reader that there is not."""
    reader_version(settings.reader, settings.model)
    return Stages(
        ingest=to_document,
        annotate=annotate,
        reader=READERS[settings.reader](settings),
        statements=assemble_statements,
        mentions=assemble_mentions,
        link=link_actors,
        trends=assemble_trends,
    )
