"""What can a reader be scored against?"""

from sayso.cli.lazy import Entry, LazyGroup

TABLE = {
    "gold": Entry(target="sayso.cli.evaluate_gold:gold", line="Annotated texts: statements, chains, events."),
    "attribution": Entry(
        target="sayso.cli.evaluate_attribution:attribution",
        line="Texts of PolNeAR's form: source, cue and content.",
    ),
    "events": Entry(
        target="sayso.cli.evaluate_events:events", line="Texts of MUC-4's form, or sentences of M2E2's."
    ),
    "places": Entry(
        target="sayso.cli.evaluate_places:places", line="Texts whose place names have coordinates."
    ),
    "times": Entry(target="sayso.cli.evaluate_times:times", line="Texts whose words of time have values."),
    "pages": Entry(target="sayso.cli.evaluate_pages:pages", line="Pages whose text and metadata are known."),
}

evaluate = LazyGroup(
    name="evaluate",
    table=TABLE,
    help="Score what is read against what an annotator read. Never needs the extra `train`.",
    no_args_is_help=True,
)
