"""Which JSON Schema does a heard/1 line obey?"""

import json
import sys
from pathlib import Path

import msgspec

from sayso.exchange.heard1_types import FORMAT, HeardLine
from sayso.model.document import BlockKind


def schema_json() -> str:
    """The schema as a JSON text (draft 2020-12), made from the types; ends with a line break."""
    made = msgspec.json.schema(HeardLine)
    made["$defs"]["HeardLine"]["properties"]["blocks"]["anyOf"][0]["propertyNames"] = {
        "enum": [kind.value for kind in BlockKind]
    }
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "One line of a heard/1 file: a document and what was heard in it.",
    }
    return json.dumps(head | made, indent=1, ensure_ascii=False) + "\n"


def main(path: str) -> None:
    """Writes the schema to a file: `python -m sayso.exchange.schema docs/heard-1.schema.json`."""
    Path(path).write_text(schema_json(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
