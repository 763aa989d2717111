"""What does the reader that follows rules see in a document?"""

from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.readout import Readout
from sayso.reading.rules.statements import find_cues
from sayso.reading.rules.trends import find_trends
from sayso.reading.rules.triggers import find_triggers


class RulesReader:
    """The baseline that needs no weights: cue tables, trigger tables and small grammars over them."""

    name = "rules"
    version = "2"
    languages = frozenset({"en"})

    def read(self, document: Document, marks: Marks) -> Readout:
        """Cues, triggers and trends. Spans lie in what is read, never in furniture or repeats."""
        cues = find_cues(document, marks)
        return Readout(
            step=self.name,
            version=self.version,
            cues=cues,
            triggers=find_triggers(document, marks, cues),
            trends=find_trends(document, marks),
        )
