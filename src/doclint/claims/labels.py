"""Labels with a known meaning: `Status: Complete`, `Last Updated: 2026-01-31`, `Owner: SRE`, `File: guide.md`."""

import re
from collections.abc import Iterator

from doclint.claims import wording
from doclint.claims.claim import Claim
from doclint.claims.context import Context
from doclint.claims.making import made
from doclint.claims.names import file_claims, without_names
from doclint.claims.numbers import quantity_claims
from doclint.claims.quantities import quantities
from doclint.claims.statements import Statement

DATE = re.compile(
    r"\b(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4})\b"
)
_VERSION = re.compile(r"\bv?\d+\.\d+(?:\.\d+)?\b")
_LONGEST_LABEL = 45
_LONGEST_STATUS = 60


def label_rule(context: Context, statement: Statement) -> str:
    """Which of the labels with a known meaning this is; empty for any other statement."""
    label, value = statement.label, statement.value
    if not label or not value or len(label) > _LONGEST_LABEL:
        return ""
    if DATE.match(value) and wording.DATE.search(label):
        return "date"
    if wording.FILE.search(label) and statement.names:
        return "file"
    if wording.VERSION.search(label) and _VERSION.match(value):
        return "version"
    if wording.STATUS.search(label) and len(value) < _LONGEST_STATUS:
        return "status"
    if wording.FIELD.search(label):
        return "field" if context.file(statement) or re.match(r"owner|maintain", label, re.IGNORECASE) else "none"
    if wording.SCHEDULE.search(label) and not quantities(value):
        return "schedule"
    if wording.DURATION.search(label) and all(each.measure in ("duration", "scalar") for each in quantities(value)):
        return "duration"
    return ""


def label_claims(context: Context, statement: Statement, rule: str) -> Iterator[Claim]:
    """The claims of a label of this rule."""
    about = context.about(statement)
    label, value = statement.label, statement.value
    if rule == "file":
        yield from file_claims(context, statement)
        about = (statement.names[0], *about)
        yield from quantity_claims(statement, without_names(statement, value), about, planned=context.planned)
    elif rule == "date":
        date = DATE.match(value)
        assert date is not None  # label_rule has matched it
        yield made(statement, "date", "date", date.group(), about=about, subject=label, noun=label)
        yield from quantity_claims(statement, value[date.end() :], about, planned=context.planned)
    elif rule == "version":
        yield made(statement, "cross_doc", "version", value, about=about, subject=label)
    elif rule == "status" and not context.planned:
        yield from _status(statement, about)
    elif rule == "field":
        yield made(statement, "cross_doc", "field", value, about=about, subject=label, noun=label)
    elif rule == "schedule":
        yield made(statement, "date", "schedule", value, about=about, subject=label, noun=label)
    elif rule == "duration" and not context.planned:
        yield made(statement, "date", "duration", value, about=about, subject=label)


def _status(statement: Statement, about: tuple[str, ...]) -> Iterator[Claim]:
    label, value = statement.label, statement.value
    numbers = list(quantity_claims(statement, value, about, title=label))
    yield from numbers
    if (not numbers or value.startswith("100")) and (wording.DONE.search(value) or statement.ticked):
        yield made(statement, "status", "status", value, about=about, subject=label)
