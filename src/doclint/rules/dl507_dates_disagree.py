"""Two dates of the last update in one document, one at its head and one at its foot, were once the same. Somebody
changed one of them; the reader finds the other and takes it for the truth. The same goes for versions.

The history of versions counts, too: its newest row is not newer than the date of the last update, and the version of
the document is in it.
"""

from collections.abc import Iterator

from doclint.dates import Moment, moment_of
from doclint.facts import Facts
from doclint.facts.stamps import RevisionFact, StampFact, version_number
from doclint.freshness import Date, freshness_of
from doclint.model import Finding, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each date or version that another in the same document contradicts."""
    for path, fresh in project.ask(freshness_of).items():
        facts = project.facts[path]
        updated = [date for date in fresh.dates if date.stamp.kind == "updated" and date.stamp.whole]
        if updated:
            newest = max(updated, key=lambda date: date.moment.last)
            yield from _older(path, updated, newest)
            yield from _outrun(project, facts, newest)
        yield from _versions(facts)


def _older(path: str, updated: list[Date], newest: Date) -> Iterator[Finding]:
    for date in updated:
        if date.moment.last < newest.moment.first:
            other = newest.stamp
            yield _finding(path, date.stamp, f"{date.stamp.name} is {date.moment} here, {newest.moment}", other)


def _outrun(project: Project, facts: Facts, newest: Date) -> Iterator[Finding]:
    """A row of the version history that is newer than the last update."""
    for row in facts.revisions:
        moment = moment_of(row.date, project.settings.date_order)
        if isinstance(moment, Moment) and newest.moment.last < moment.first:
            yield Finding(
                path=facts.path,
                span=newest.stamp.value_span,
                message=f"{newest.stamp.name} is {newest.moment}, the version history goes on to {moment}",
                subject=newest.stamp.name,
                related=(Related(facts.path, row.span, "this row is newer"),),
            )
            return


def _versions(facts: Facts) -> Iterator[Finding]:
    stated = [
        stamp for stamp in facts.stamps if stamp.kind == "version" and stamp.whole and version_number(stamp.value)
    ]
    for stamp in stated[1:]:
        is_same = stamp.name.casefold() == stated[0].name.casefold()
        if is_same and version_number(stamp.value) != version_number(stated[0].value):
            yield _finding(facts.path, stamp, f"{stamp.name} is {stamp.value} here, {stated[0].value}", stated[0])
    if stated and facts.revisions and not _is_in_history(stated[0], facts.revisions):
        yield Finding(
            path=facts.path,
            span=stated[0].value_span,
            message=f"{stated[0].name} {stated[0].value} has no row in the version history",
            subject=f"{stated[0].name} history",
            related=(Related(facts.path, facts.revisions[-1].span, "the version history"),),
        )


def _is_in_history(version: StampFact, rows: tuple[RevisionFact, ...]) -> bool:
    versions = {version_number(row.version) for row in rows if version_number(row.version)}
    return not versions or version_number(version.value) in versions


def _finding(path: str, stamp: StampFact, message: str, other: StampFact) -> Finding:
    return Finding(
        path=path,
        span=stamp.value_span,
        message=f"{message} on line {other.span.line}",
        subject=stamp.name,
        related=(Related(path, other.value_span, f"{other.name}: {other.value}"),),
    )


RULE = ProjectRule(
    code="DL507",
    name="dates-disagree",
    severity=Severity.WARNING,
    summary="The dates and versions in a document agree",
    reason=__doc__,
    check=check,
    bad="# Restore\n\n**Last Updated**: 2025-11-10\n\nRun it.\n\n---\n\n*Last updated: 12 December 2025*\n",
    good="# Restore\n\n**Last Updated**: 2025-12-12\n\nRun it.\n\n---\n\n*Last updated: December 2025*\n",
)
