"""`Operations Runbook → Rollback`: a section of a document, if the first is one."""

import re
from collections.abc import Iterator

from doclint.claims.claim import Claim
from doclint.claims.making import made
from doclint.claims.statements import Statement

ARROW = re.compile(r"\s+(?:→|->|=>|➜|›|»)\s+")
_TIP = re.compile("[→>➜›»]")
DIRECTIVE = re.compile(
    r"^(?:(?:see|use|start|follow|check|search|browse|read|go|visit|run|open|review|refer|consult)\b"
    r"|(?:update|complete) (?:the|all|your|this|any)\b)",
    re.IGNORECASE,
)


def arrows(statement: Statement, text: str) -> Iterator[Claim]:
    """The last part is in the one before it; no claim unless that turns out to be a document."""
    parts = ARROW.split(text) if has_tip(text) else ()
    if len(parts) < 2 or not parts[0]:
        return
    *_, owner, tip = parts
    if not DIRECTIVE.match(tip) and " + " not in tip:
        yield entry_claim(statement, tip, owner.rpartition(": ")[2])


def has_tip(text: str) -> bool:
    """May there be an arrow?"""
    return _TIP.search(text) is not None


def entry_claim(statement: Statement, text: str, lead: str) -> Claim:
    """What is said of a document named by its title: no claim unless there is one."""
    return made(statement, "section_present", "section", text, about=(lead,), subject=lead, tentative=True)
