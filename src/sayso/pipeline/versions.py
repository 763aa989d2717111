"""Which extractor and which reader made a document, so that the record knows what is out of date?"""

from functools import cache
from importlib.metadata import version

from sayso.errors import SettingsError
from sayso.model.ids import digest

NAME_SHOWN = 52  # characters of a model's name
INGEST = "1"  # raise it when the same page gives other text or blocks
READERS = {
    "encoder": "2",
    "rules": "2",
    "llm": "2",
}  # raise one when the same document gives other statements or mentions


@cache
def extractor_version() -> str:
    """Ours and that of the library that finds the body: either may change a text."""
    return f"ingest/{INGEST}+trafilatura/{version('trafilatura')}"


def reader_version(name: str, model: str | None = None) -> str:
    """The reader's name and version, as `Heard.reader` has it; with the model, where it asks one of others.
    SettingsError where there is none such."""
    if name not in READERS:
        raise SettingsError(f"no reader is called {name!r}; there are: {', '.join(READERS)}")
    return f"{name}/{version_with(READERS[name], model)}"


def version_with(number: str, model: str | None) -> str:
    """The version of a reader that asks a model: another model is another version. The record keeps 64
    characters of reader and version, so that a long name is cut and told apart by a digest."""
    if model is None:
        return number
    cut = f"{model[: NAME_SHOWN - 8]}~{digest('model', model)[:7]}"
    return f"{number}+{model if len(model) <= NAME_SHOWN else cut}"
