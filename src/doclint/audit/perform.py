"""Carrying out an audit: the check of the working tree, of its base, of its history, put together."""

import datetime
import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from doclint.audit.assemble import audit_of
from doclint.audit.phase import Scope, is_below, scope_in, scope_of
from doclint.audit.trend import changes_since, point_of
from doclint.audit.values import Audit, Changes, Method, NotCovered, Point
from doclint.comparison.baseline import Baseline, against_baseline
from doclint.engine import Means, Report, inspect_files
from doclint.errors import DoclintError
from doclint.facts import Facts
from doclint.files.discover import files_at, files_of
from doclint.git.changes import renamed_since
from doclint.git.commits import Commit, fork_point, head_of, last_commits, tagged_commits
from doclint.git.history import history_of
from doclint.lint import Lint, one_by_one
from doclint.model import Diagnostic
from doclint.project import Project
from doclint.rules import unchecked
from doclint.settings import Settings

_MOST_TAGS = 50
_EVER = datetime.date(1970, 1, 2)


class Request(Struct, frozen=True, kw_only=True):
    """What was asked for. Paths are relative to the root; `history` is a number of commits, or `tags`."""

    paths: tuple[str, ...] = ()
    phase: str | None = None
    base: str | None = None
    history: str | None = None
    baseline: Baseline | None = None
    command: str = ""
    config: str | None = None


class _Checked(Struct, frozen=True):
    """A check, and the part of it that is audited."""

    project: Project
    report: Report
    scope: Scope

    def kept(self) -> tuple[list[Diagnostic], dict[str, Facts]]:
        """All findings of what is in scope, accepted ones too, and the facts of its documents."""
        read = frozenset((*self.scope.documents, *self.scope.texts))
        found = [one for one in (*self.report.diagnostics, *self.report.baselined) if one.path in read]
        return found, {path: self.project.facts[path] for path in self.scope.documents}


def perform(root: Path, settings: Settings, today: datetime.date, request: Request, lint: Lint = one_by_one) -> Audit:
    """
    The audit of the working tree.

    Raises:
        DoclintError: There is no such phase or commit, or git cannot answer.
    """
    named = [path for path in request.paths if (root / path).is_file()]
    files = files_of(root, settings, named)
    means = Means(history=partial(history_of, root))
    report, project = inspect_files(files, (), settings, today, means, lint=lint)
    if request.baseline:
        report = against_baseline(report, project, request.baseline, whole=True)
    scope = scope_of(project, request.paths, request.phase)
    base = request.base or scope.settled.base
    now = _Checked(project, report, scope)
    return audit_of(
        project,
        report,
        scope,
        _method(root, request, now),
        changed=history_of(root, scope.documents, _EVER).changed,
        baseline=request.baseline.name if request.baseline else "",
        history=_history(root, settings, scope, request.history, lint) if request.history else (),
        changes=_changes(root, now, base, lint) if base else None,
    )


def _method(root: Path, request: Request, now: _Checked) -> Method:
    head = head_of(root)
    documents = set(now.scope.documents)
    unread = [one for one in now.report.diagnostics if one.rule in unchecked() and one.path in documents]
    not_covered = {path: why for path, why in now.report.skipped.items() if is_below(path, now.scope.settled.paths)}
    not_covered |= {one.path: one.message for one in unread}
    settings = msgspec.json.encode(now.project.settings, order="deterministic")
    return Method(
        command=request.command,
        today=now.project.today.isoformat(),
        commit=head.hash if head else "",
        branch=head.branch if head else "",
        dirty=head.dirty if head else None,
        config=request.config,
        settings=hashlib.sha256(settings).hexdigest()[:12],
        rules=len(now.report.rules),
        not_covered=tuple(NotCovered(path=path, why=why) for path, why in sorted(not_covered.items())),
    )


def _changes(root: Path, now: _Checked, base: str, lint: Lint) -> Changes:
    """Against the commit where this branch left the base: what others did there since is not ours."""
    commit, settings = fork_point(root, base), now.project.settings
    files = files_at(root, commit.hash, settings)
    report, project = inspect_files(files, (), settings, now.project.today, lint=lint)
    then = _Checked(project, report, scope_in(project, now.scope))
    return changes_since(replace(commit, name=base), then.kept(), now.kept(), renamed_since(root, commit.hash))


def _history(root: Path, settings: Settings, scope: Scope, wanted: str, lint: Lint) -> tuple[Point, ...]:
    """Every commit is judged by the rules of today, on the day it was made."""
    contents: dict[str, bytes] = {}

    def point(commit: Commit) -> Point:
        files = files_at(root, commit.hash, settings, contents)
        report, project = inspect_files(files, (), settings, commit.date, lint=lint)
        return point_of(commit, audit_of(project, report, scope_in(project, scope), Method()))

    return tuple(point(commit) for commit in _commits(root, scope.settled.paths, wanted))


def _commits(root: Path, paths: Iterable[str], wanted: str) -> tuple[Commit, ...]:
    if wanted == "tags":
        return tagged_commits(root)[-_MOST_TAGS:]
    if wanted.isascii() and wanted.isdigit() and int(wanted):
        return last_commits(root, paths, int(wanted))
    raise DoclintError(f"--history is a number of commits or 'tags', not '{wanted}'")
