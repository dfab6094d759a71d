"""A change that leaves "Last updated" where it was makes the date untrue from the day it is merged.

This is judged when a run is compared with a base (`--new-from`): the document is not what it was there, and its newest
date of an update is. A date of today, or a month or year that is not over, need not change. With `version: true` the
version is to change with the text, too.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from doclint.dates import restyled
from doclint.facts import Facts
from doclint.facts.stamps import StampFact
from doclint.freshness import Date, freshness_of
from doclint.model import Edit, Finding, Fix, Severity
from doclint.project import Project
from doclint.rule import ProjectRule


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What must change with the text."""

    version: bool = False  # the version must change, too


def check(project: Project, options: Options) -> Iterator[Finding]:
    """Yield the date, and the version, of each document that changed without them."""
    base = project.base or {}
    for path, fresh in project.ask(freshness_of).items():
        facts, before = project.facts[path], base.get(path)
        if before is None or before.digest == facts.digest:
            continue
        if fresh.latest and fresh.latest.moment.last < project.today and _is_unchanged(fresh.latest.stamp, before):
            yield _date(project, path, fresh.latest)
        if options.version:
            yield from _version(facts, before)


def _is_unchanged(stamp: StampFact, before: Facts) -> bool:
    return any(other.kind == stamp.kind and other.value == stamp.value for other in before.stamps)


def _date(project: Project, path: str, date: Date) -> Finding:
    stamp = date.stamp
    today = restyled(stamp.value, project.today)
    fix = Fix(f"Set {stamp.name} to {today}", (Edit(path, stamp.value_span, today),)) if today else None
    return Finding(
        path=path,
        span=stamp.value_span,
        message=f"this document has changed, {stamp.name} {date.moment} has not",
        subject=stamp.name,
        fix=fix,
    )


def _version(facts: Facts, before: Facts) -> Iterator[Finding]:
    version = next((stamp for stamp in facts.stamps if stamp.kind == "version"), None)
    if version and _is_unchanged(version, before):
        yield Finding(
            path=facts.path,
            span=version.value_span,
            message=f"this document has changed, {version.name} {version.value} has not",
            subject=version.name,
            fix=_raised(facts.path, version),
        )


def _raised(path: str, version: StampFact) -> Fix | None:
    """The last number of a version raised by one: whether the change is that small is for a person to say."""
    parts = re.fullmatch(r"(v?(?:\d{1,6}\.)*)(\d{1,6})", version.value)
    if parts is None:
        return None
    new = f"{parts.group(1)}{int(parts.group(2)) + 1}"
    return Fix(f"Set {version.name} to {new}", (Edit(path, version.value_span, new),), safe=False)


_TEXT = "# Restore\n\n**Last Updated**: {}\n\n1. Run `restore`.\n"
_BASE = {".git/base/restore.md": "# Restore\n\n**Last Updated**: 2025-11-10\n\n1. Run `undo`.\n"}

RULE = ProjectRule(
    code="DL509",
    name="date-not-bumped",
    severity=Severity.WARNING,
    summary="A change to a document changes its date",
    reason=__doc__,
    options=Options,
    check=check,
    bad={"restore.md": _TEXT.format("2025-11-10"), **_BASE},
    good={"restore.md": _TEXT.format("2026-01-15"), **_BASE},
)
