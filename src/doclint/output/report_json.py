"""The audit as JSON, version 1: the source every other report is drawn from, and can be drawn from again."""

import msgspec

from doclint.audit.values import Audit
from doclint.errors import DoclintError
from doclint.output import Look


def render(audit: Audit, look: Look | None = None) -> str:
    """The whole audit, indented, with a last newline."""
    return msgspec.json.format(msgspec.json.encode(audit), indent=1).decode() + "\n"


def read(raw: bytes, name: str) -> Audit:
    """
    The audit a report was written from.

    Raises:
        DoclintError: Not a report of ours, or of a later version of the format.
    """
    try:
        audit = msgspec.json.decode(raw, type=Audit)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DoclintError(f"{name} is no report of doclint: {error}") from error
    if audit.schema_version != 1:
        raise DoclintError(f"{name} has schema version {audit.schema_version}: this doclint reads version 1")
    return audit
