"""Which stages make a document heard, and where are they put together?"""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.annotation.annotate import annotate
from sayso.attribution.assemble import assemble_statements
from sayso.coding.assemble import assemble_mentions, assemble_trends
from sayso.ingest.to_document import to_document
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.mention import Mention, Trend
from sayso.model.page import Page
from sayso.model.readout import Readout
from sayso.model.statement import Statement
from sayso.pipeline.settings import Settings
from sayso.pipeline.versions import reader_version
from sayso.reading.reader import Reader
from sayso.reading.rules.reader import RulesReader

READERS: dict[str, Callable[[], Reader]] = {"rules": RulesReader}  # the list; versions beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """All that a page passes through; tables and weights are loaded when this is made."""

    ingest: Callable[[Page], Document]
    annotate: Callable[[Document], Marks]
    reader: Reader
    statements: Callable[[Document, Marks, Readout], tuple[Statement, ...]]
    mentions: Callable[[Document, Marks, Readout, tuple[Statement, ...]], tuple[Mention, ...]]
    trends: Callable[[Document, Marks, Readout, tuple[Statement, ...]], tuple[Trend, ...]]


def build(settings: Settings) -> Stages:
    """The stages as the settings want them. SettingsError for a reader that there is not."""
    reader_version(settings.reader)
    return Stages(
        ingest=to_document,
        annotate=annotate,
        reader=READERS[settings.reader](),
        statements=assemble_statements,
        mentions=assemble_mentions,
        trends=assemble_trends,
    )
