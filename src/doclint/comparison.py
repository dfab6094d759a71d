"""A report against what is known: a baseline, the commit a branch began at, the lines it changed. Says which it was."""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from doclint import baseline
from doclint.changes import changed_since, is_on, renamed_since
from doclint.commits import Commit, files_at, fork_point
from doclint.engine import Report, inspect_files
from doclint.facts import Facts
from doclint.lint import Lint
from doclint.model import Diagnostic
from doclint.project import Project
from doclint.settings import Settings


def against_baseline(report: Report, project: Project, file: Path, whole: bool) -> Report:
    """
    Without the findings of a baseline file.

    Args:
        report: Of the whole project or a part of it.
        project: Tells which files exist.
        file: The baseline.
        whole: Was everything checked? Only then can be said what of the baseline is not found any more.
    """
    known = baseline.read(file, file.name)
    result = baseline.split(report.diagnostics, known, project.tree.exists)
    notices = report.notices
    if whole and result.stale:
        count = result.stale.total()
        notices = (
            *notices,
            f"{count:,} of {file.name} not found any more: doclint baseline prune removes what is gone",
        )
    return _less(replace(report, notices=notices), result.new, result.known, f"not in {file.name}")


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

    What a change here breaks in a document that did not change is new; what another branch mended since
    does not count.
    """
    known = baseline.entries_of(base.report.diagnostics)
    renamed = renamed_since(root, base.commit.hash)
    result = baseline.split(report.diagnostics, known, project.tree.exists, renamed)
    return _less(report, result.new, result.known, f"new since {_named(base.commit, base.ref)}")


def on_changed_lines(report: Report, root: Path, ref: str) -> Report:
    """
    Only the findings on lines that were changed since this branch left another one.

    Raises:
        GitError: As for `new_since`.
    """
    commit = fork_point(root, ref)
    changed = changed_since(root, commit.hash)
    live = [diagnostic for diagnostic in report.diagnostics if is_on(diagnostic, changed)]
    others = [diagnostic for diagnostic in report.diagnostics if not is_on(diagnostic, changed)]
    return _less(report, live, others, f"on lines changed since {_named(commit, ref)}")


def _less(report: Report, live: Iterable[Diagnostic], known: Iterable[Diagnostic], mode: str) -> Report:
    modes = [report.mode.removeprefix("only findings "), mode]
    return replace(
        report,
        diagnostics=tuple(live),
        baselined=(*report.baselined, *known),
        mode="only findings " + ", ".join(filter(None, modes)),
    )


def _named(commit: Commit, ref: str) -> str:
    return ref if commit.hash.startswith(ref) else f"{commit.hash[:10]}, where the branch left {ref}"
