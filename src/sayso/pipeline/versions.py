"""Which extractor and which reader made a document, so that the record knows what is out of date?"""

from functools import cache
from importlib.metadata import version

from sayso.errors import SettingsError

INGEST = "1"  # raise it when the same page gives other text or blocks
READERS = {"rules": "1"}  # raise one when the same document gives other statements or mentions


@cache
def extractor_version() -> str:
    """Ours and that of the library that finds the body: either may change a text."""
    return f"ingest/{INGEST}+trafilatura/{version('trafilatura')}"


def reader_version(name: str) -> str:
    """The reader's name and version, as `Heard.reader` has it. SettingsError where there is none such."""
    if name not in READERS:
        raise SettingsError(f"no reader is called {name!r}; there are: {', '.join(READERS)}")
    return f"{name}/{READERS[name]}"
