"""What can be shown of a record?"""

from sayso.cli.lazy import Entry, LazyGroup

TABLE = {
    "chronology": Entry(
        target="sayso.cli.show_chronology:chronology",
        line="What happened, by date, on whose word (the default).",
    ),
    "report": Entry(target="sayso.cli.show_report:report", line="One report, with all that was heard in it."),
    "event": Entry(target="sayso.cli.show_event:event", line="One event, with all that tell it."),
    "failures": Entry(target="sayso.cli.show_failures:failures", line="What could not be read, and why."),
}

show = LazyGroup(
    name="show",
    table=TABLE,
    default="chronology",
    help="Print the chronology, a report, an event, the failures.",
    epilog="Options without a command are those of `sayso show chronology`.",
)
