"""Reports for people and machines: one format, one file, loaded only when it is asked for."""

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from doclint.engine import Report
from doclint.errors import DoclintError
from doclint.markdown.source import decode

if TYPE_CHECKING:
    from doclint.audit.values import Audit

FORMATS = {
    "text": "text",
    "full": "text:full",
    "concise": "text:concise",
    "grouped": "text:grouped",
    "statistics": "text:statistics",
    "agent": "agent",
    "json": "json",
    "sarif": "sarif",
    "sarif-all": "sarif:everything",
    "github": "github",
    "github-summary": "markdown:summary",
    "markdown": "markdown",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
    "checkstyle": "checkstyle",
}

AUDIT_FORMATS = {
    "text": "audit.text",
    "json": "audit.json",
    "markdown": "audit.markdown",
    "github-summary": "audit.markdown:summary",
    "html": "audit.html",
}


class Look(Struct, frozen=True):
    """How a text for people is to look."""

    color: bool = False
    columns: int = 100

    def paint(self, text: str, style: str) -> str:
        """A text in a style: an SGR parameter such as `31` or `1;31`."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and text else text


class Sources:
    """The text of documents, read again for those few that are shown."""

    def __init__(self, read: Callable[[str], bytes | None] = lambda path: None) -> None:
        self._read = read
        self._texts: dict[str, str] = {}

    def raw(self, path: str) -> bytes:
        """The bytes of a document, none if it cannot be read."""
        return self._read(path) or b""

    def text(self, path: str) -> str:
        """The text of a document, empty if it cannot be read."""
        if path not in self._texts:
            self._texts[path] = decode(self.raw(path)).text
        return self._texts[path]

    def line(self, path: str, number: int) -> str:
        """A 1-based line without its end, empty if there is none."""
        lines = self._lines(path)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _lines(self, path: str) -> list[str]:
        split = self._split
        if path not in split:
            split[path] = self.text(path).split("\n")
        return split[path]

    @cached_property
    def _split(self) -> dict[str, list[str]]:
        return {}


Renderer = Callable[[Report, Sources, Look], str]


def renderer(name: str) -> Renderer:
    """The function that writes a check in a format."""
    found: Renderer = _function(FORMATS[name])
    return found


def audit_renderer(name: str) -> "Callable[[Audit, Look], str]":
    """
    The function that writes an audit in a format.

    Raises:
        DoclintError: What it is written with is not installed.
    """
    try:
        found: Callable[[Audit, Look], str] = _function(AUDIT_FORMATS[name])
    except ModuleNotFoundError as error:
        if error.name not in ("jinja2", "markupsafe"):
            raise
        raise DoclintError("the HTML report needs Jinja2: pip install 'doclint[report]'") from error
    return found


def _function(place: str) -> Any:
    module, _, function = place.partition(":")
    return getattr(import_module(f"doclint.output.{module}"), function or "render")
