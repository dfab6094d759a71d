"""The audit as JSON, version 1: the source every other report is drawn from, and can be drawn from again."""

from typing import Any

import msgspec

from doclint.audit.values import Audit
from doclint.errors import DoclintError
from doclint.output import Look
from doclint.output.visible import encodable


def render(audit: Audit, look: Look | None = None) -> str:
    """The whole audit, indented, with a last newline."""
    return msgspec.json.format(_encoded(audit), indent=1).decode() + "\n"


def read(raw: bytes, name: str) -> Audit:
    """
    The audit a report was written from.

    Raises:
        DoclintError: Not a report of ours, or of a later version of the format.
    """
    try:
        return msgspec.json.decode(raw, type=Audit)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DoclintError(f"{name} is not a report of this doclint: {error}") from error


def _encoded(audit: Audit) -> bytes:
    try:
        return msgspec.json.encode(audit)
    except UnicodeEncodeError:  # a file whose name is not UTF-8
        return msgspec.json.encode(_encodable(msgspec.to_builtins(audit)))


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: _encodable(member) for key, member in value.items()}
    return [_encodable(member) for member in value] if isinstance(value, list | tuple) else value
