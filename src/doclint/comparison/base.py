"""A report against the commit a branch began at: what is new since, what is on lines it changed."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from doclint.comparison.known import entries_of, narrowed, split
from doclint.engine import Report, inspect_files
from doclint.facts import Facts
from doclint.files.discover import files_at
from doclint.git.changes import Lines, changed_since, renamed_since
from doclint.git.commits import Commit, fork_point
from doclint.lint import Lint
from doclint.model import Diagnostic
from doclint.project import Project
from doclint.settings import Settings


class Base(Struct, frozen=True):
    """The project as it was at the commit where this branch left another one."""

    commit: Commit
    ref: str
    report: Report
    facts: Mapping[str, Facts]


def base_of(root: Path, settings: Settings, today: datetime.date, ref: str, lint: Lint) -> Base:
    """
    Check the commit where this branch left another one, as a whole, from git's objects.

    Raises:
        GitError: There is no such commit, or the clone is too shallow to know it.
    """
    commit = fork_point(root, ref)
    report, project = inspect_files(files_at(root, commit.hash, settings), (), settings, today, lint=lint, lean=True)
    return Base(commit, ref, report, project.facts)


def new_since(report: Report, project: Project, root: Path, base: Base) -> Report:
    """
    Without the findings of a base.

    What a change here breaks in a document that did not change is new; what another branch fixed since
    does not count.
    """
    known = entries_of(base.report.diagnostics)
    renamed = renamed_since(root, base.commit.hash)
    result = split(report.diagnostics, known, project.tree.exists, renamed)
    return replace(narrowed(report, result.new, f"new since {_named(base.commit, base.ref)}"), old=result.known)


def on_changed_lines(report: Report, root: Path, ref: str) -> Report:
    """
    Only the findings on lines that were changed since this branch left another one.

    Raises:
        GitError: As for `new_since`.
    """
    commit = fork_point(root, ref)
    changed = changed_since(root, commit.hash)
    live = tuple(diagnostic for diagnostic in report.diagnostics if _is_on(diagnostic, changed))
    others = tuple(diagnostic for diagnostic in report.diagnostics if not _is_on(diagnostic, changed))
    compared = narrowed(report, live, f"on lines changed since {_named(commit, ref)}")
    return replace(compared, old=(*(report.old or ()), *others))


def _is_on(diagnostic: Diagnostic, changed: Lines) -> bool:
    """Is a diagnostic, or a place it is related to, on a changed line?"""
    places = [(diagnostic.path, diagnostic.span), *((other.path, other.span) for other in diagnostic.related)]
    return any(
        lines.start <= max(span.line, span.end_line - (span.end_column == 1)) and span.line < lines.stop
        for path, span in places
        for lines in changed.get(path, ())
    )


def _named(commit: Commit, ref: str) -> str:
    if commit.date == datetime.date.min:
        return f"{ref}, of which there is no commit yet"
    if commit.hash.startswith(ref):
        return ref
    return f"HEAD ({commit.hash[:10]})" if ref == "HEAD" else f"{commit.hash[:10]}, where the branch left {ref}"
