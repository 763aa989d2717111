"""What came of a run, in numbers and in a line?"""

import json
import shlex
from collections import Counter
from dataclasses import dataclass, field

import click

from sayso.cli.exits import Exit
from sayso.cli.options import DEFAULT_RECORD
from sayso.model.failure import Failure
from sayso.pipeline.run import Told

EXAMPLES = 5  # failures named at once; the rest is one command away


@dataclass(slots=True)
class Summary:
    """Counts as the run goes on: inputs = documents + failures, always."""

    record: str | None = None  # the record that is written; None: none is kept
    outcomes: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    mentions: int = 0
    failures: list[Failure] = field(default_factory=list)  # inputs that became no document
    late: list[Failure] = field(default_factory=list)  # documents that a later stage gave up on

    def take(self, told: Told) -> None:
        """Counts one input."""
        if told.failure:
            self.failures.append(told.failure)
            return
        self.outcomes[told.outcome] += 1
        if told.heard:
            self.statements += len(told.heard.statements)
            self.mentions += len(told.heard.mentions)
            self.late.extend(told.heard.failures)

    @property
    def documents(self) -> int:
        """Inputs that are documents, read now or known before."""
        return sum(self.outcomes.values())

    @property
    def exit_code(self) -> Exit:
        """0: all read; 1: some failed; 3: nothing could be read."""
        if not self.failures:
            return Exit.FINE
        return Exit.SOME_FAILED if self.documents else Exit.NOTHING_READ

    def in_words(self) -> str:
        """One line: "20 documents (18 new, 2 unchanged), 61 statements, 90 event mentions; 1 failure"."""
        told = ", ".join(f"{count:,} {word}" for word, count in sorted(self.outcomes.items()))
        line = f"{_many(self.documents, 'document')}{f' ({told})' if told else ''}"
        line += f", {_many(self.statements, 'statement')}, {_many(self.mentions, 'event mention')}"
        return f"{line}; {_many(len(self.failures), 'failure')}" if self.failures else line

    def interrupted(self) -> str:
        """What an interrupted run has come to, and the next step."""
        kept = "kept; give the same command again to go on"
        after = kept if self.record else "not kept, for want of a record"
        return f"so far {self.in_words()}: {after}"

    def complaints(self) -> list[str]:
        """A line for each of the first failures."""
        told = [f"{f.name}: {f.reason}: {f.detail}" for f in (*self.failures, *self.late)]
        rest = len(told) - EXAMPLES
        return told[:EXAMPLES] + ([f"… and {rest:,} more: {self._all_of_them()}"] if rest > 0 else [])

    def _all_of_them(self) -> str:
        if self.record is None:
            return "with --json all are told"
        elsewhere = f" --record {shlex.quote(self.record)}" if self.record != DEFAULT_RECORD else ""
        return f"`sayso show failures{elsewhere}` lists them"

    def tell(self, *, as_json: bool, quiet: bool) -> None:
        """Prints it: JSON on standard output, words on standard error."""
        if as_json:
            click.echo(json.dumps(self.as_json(), ensure_ascii=False))
        elif not quiet:
            for line in (*self.complaints(), self.in_words()):
                click.echo(line, err=True)

    def as_json(self) -> dict[str, object]:
        """The same for a program."""
        failed = [
            {"name": f.name, "stage": f.stage.value, "reason": f.reason, "detail": f.detail}
            for f in (*self.failures, *self.late)
        ]
        return {
            "inputs": self.documents + len(self.failures),
            "documents": self.documents,
            "outcomes": dict(self.outcomes),
            "statements": self.statements,
            "mentions": self.mentions,
            "failed_inputs": len(self.failures),
            "failures": failed,
        }


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
