"""When the index names another owner, version or date than the document itself, one of them is wrong, and whoever acts
on it asks the wrong team or trusts the wrong copy.

Owners, versions and dates are compared as a whole; audiences and classifications only when neither contains the other.
A team or its members ("SRE", "SRE Team") are the same owner.
"""

from collections.abc import Iterator

from doclint.dates import Moment, moment_of
from doclint.facts import Facts
from doclint.facts.stamps import StampFact, version_number
from doclint.index import Statement, indexes_of
from doclint.model import Finding, Related, Severity
from doclint.naming import words_of
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_COMPARED = ("owner", "version", "updated", "reviewed", "next review", "audience", "classification")
_LOOSE = ("audience", "classification")
_PEOPLE = frozenset(("team", "group", "squad", "department", "dept", "engineer", "lead"))


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each field an index states otherwise than the document does."""
    for index in project.ask(indexes_of):
        for statement in index.statements:
            facts = project.facts.get(statement.path)
            if facts is None or statement.path == index.path or statement.field.kind not in _COMPARED:
                continue
            own = [stamp for stamp in facts.stamps if stamp.kind == statement.field.kind and stamp.value]
            if own and not any(_agree(statement.field, stamp) for stamp in own):
                yield _finding(index.path, statement, facts, own[-1])


def _agree(stated: StampFact, own: StampFact) -> bool:
    if stated.kind in ("updated", "reviewed", "next review"):
        return _same_day(stated.value, own.value)
    if stated.kind == "version":
        return version_number(stated.value) == version_number(own.value)
    one, other = words_of(stated.value) - _PEOPLE, words_of(own.value) - _PEOPLE
    if stated.kind in _LOOSE:
        return one <= other or other <= one
    return one == other


def _same_day(one: str, other: str) -> bool:
    """Do two dates overlap? What is no date is not compared."""
    first, second = moment_of(one), moment_of(other)
    if not isinstance(first, Moment) or not isinstance(second, Moment):
        return True
    return first.first <= second.last and second.first <= first.last


def _finding(index: str, statement: Statement, facts: Facts, own: StampFact) -> Finding:
    field = statement.field
    return Finding(
        path=index,
        span=field.value_span,
        message=f"{field.kind} of {statement.path} is '{field.value}' here, '{own.value}' there",
        subject=f"{statement.path}: {field.kind}",
        related=(Related(facts.path, own.value_span, f"{own.name}: {own.value}"),),
        severity=Severity.INFO if field.kind in _LOOSE else None,
    )


_INDEX = """# Documentation index

| Document | Owner | Last updated |
|---|---|---|
| [Restore](restore.md) | {} | 2026-01-10 |
| [Setup](setup.md) | Platform | 2026-01-12 |
"""
_FILES = {
    "restore.md": "# Restore\n\n**Owner**: Database Team\n**Last Updated**: 10 January 2026\n",
    "setup.md": "# Setup\n\n**Owner**: Platform Team\n",
}

RULE = ProjectRule(
    code="DL204",
    name="index-disagrees",
    severity=Severity.WARNING,
    summary="The index says of a document what the document says of itself",
    reason=__doc__,
    check=check,
    bad={"INDEX.md": _INDEX.format("Storage"), **_FILES},
    good={"INDEX.md": _INDEX.format("Database"), **_FILES},
)
