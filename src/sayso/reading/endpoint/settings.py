"""Where is the language model, and how is it asked?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sayso.errors import SettingsError

URL, MODEL, KEY = "SAYSO_LLM_URL", "SAYSO_LLM_MODEL", "SAYSO_LLM_KEY"
TIMEOUT, RETRIES = "SAYSO_LLM_TIMEOUT", "SAYSO_LLM_RETRIES"
CONTEXT, FORMAT = "SAYSO_LLM_CONTEXT", "SAYSO_LLM_FORMAT"
FORMATS = ("json_schema", "json_object", "text")  # strictest first: the order of falling back
AUTO = "auto"
LEAST_CONTEXT = 6144  # tokens: the prompt with its example takes about 3,400 as we estimate them
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointSettings:
    """An OpenAI-compatible endpoint. SettingsError, naming the variable, where a value makes no sense."""

    url: str  # the base, with its version: "http://localhost:11434/v1"
    model: str  # as the server calls it
    key: str | None = field(default=None, repr=False)
    timeout: float = 300.0  # seconds for one request, first byte to last; servers without a GPU are slow
    retries: int = 3  # after the first attempt, where the server is busy or stumbles
    context: int = 8192  # tokens, prompt and reply together: what small servers are often started with
    format: str = AUTO  # or one of FORMATS

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            sound = False
        if not sound or any(c.isspace() or not c.isprintable() for c in self.url):
            raise SettingsError(f"{URL} must be an address such as http://localhost:11434/v1")
        if parts.username is not None or parts.fragment:
            raise SettingsError(f"{URL} may hold no name, password or #; put a key into {KEY}")
        if not self.model or not self.model.isprintable():
            raise SettingsError(f"{MODEL} must name a model as the server calls it, such as qwen2.5:14b")
        if self.key is not None and not (self.key.isascii() and self.key.isprintable()):
            raise SettingsError(f"{KEY} holds characters that no key has; was more than the key pasted?")
        if not 0 < self.timeout < 86400 or not 0 <= self.retries <= 10:
            raise SettingsError(f"{TIMEOUT} must be over 0 and under 86400 seconds, {RETRIES} from 0 to 10")
        if not LEAST_CONTEXT <= self.context <= 10**6:
            raise SettingsError(f"{CONTEXT} must be from {LEAST_CONTEXT} to 1000000 tokens")
        if self.format not in (AUTO, *FORMATS):
            raise SettingsError(f"{FORMAT} must be one of {', '.join((AUTO, *FORMATS))}, not {self.format!r}")

    @property
    def address(self) -> str:
        """Where a chat is posted to."""
        parts = urlsplit(self.url)
        path = parts.path.rstrip("/").removesuffix("/chat/completions")
        return parts._replace(path=f"{path}/chat/completions").geturl()

    @property
    def shown(self) -> str:
        """The base as a message may show it: a query may hold a key."""
        return urlsplit(self.url)._replace(query="").geturl()

    @property
    def is_local(self) -> bool:
        """Whether the server is this machine: then no proxy is asked."""
        return urlsplit(self.url).hostname in LOOPBACK


def from_environment(environment: Mapping[str, str]) -> EndpointSettings:
    """The endpoint as the SAYSO_LLM_… variables name it. SettingsError where they do not or make no sense."""
    told = {name: value.strip() for name, value in environment.items() if value.strip()}
    if missing := [name for name in (URL, MODEL) if name not in told]:
        raise SettingsError(
            f"--reader llm needs {' and '.join(missing)}: for example {URL}=http://localhost:11434/v1 "
            f"{MODEL}=qwen2.5:14b (docs/llm-reader.md)"
        )
    try:
        return EndpointSettings(
            url=told[URL],
            model=told[MODEL],
            key=told.get(KEY),
            timeout=float(told.get(TIMEOUT, "300")),
            retries=int(told.get(RETRIES, "3")),
            context=int(told.get(CONTEXT, "8192")),
            format=told.get(FORMAT, AUTO),
        )
    except ValueError:
        raise SettingsError(f"{TIMEOUT}, {RETRIES} and {CONTEXT} must be numbers") from None
