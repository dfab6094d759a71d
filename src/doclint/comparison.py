"""A report against what is known: a baseline, the commit a branch began at, the lines it changed. Says which it was."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields, replace

from doclint import baseline
from doclint.baseline import Baseline
from doclint.changes import changed_since, is_on, renamed_since
from doclint.commits import Commit, files_at, fork_point
from doclint.config import Config
from doclint.engine import Report, diagnose, inspect_files
from doclint.errors import ConfigError
from doclint.facts import Facts
from doclint.lint import Lint
from doclint.model import START, Diagnostic, Finding, Span
from doclint.project import Project
from doclint.selection import Selection
from doclint.settings import Settings


def baseline_of(config: Config, stated: Path | None) -> Baseline | None:
    """
    The baseline that holds: of the command line, of the settings, or the usual one if it is there.

    Raises:
        ConfigError: It is named and cannot be read, or is none.
    """
    file = baseline_file(config, stated)
    if not stated and not config.settings.baseline and not config.source.has(file):
        return None
    try:
        return baseline.parsed(config.source.read(file), file.name)
    except OSError as error:
        raise ConfigError(f"baseline {file.name}: {error.strerror or error}") from error


def baseline_file(config: Config, stated: Path | None) -> Path:
    """Where the baseline is, or would be."""
    return (stated and stated.absolute()) or config.root / (config.settings.baseline or baseline.FILE)


def against_baseline(report: Report, project: Project, known: Baseline, whole: bool) -> Report:
    """
    Without the findings of a baseline file.

    Args:
        report: Of the whole project or a part of it.
        project: Tells which files exist.
        known: The baseline.
        whole: Was everything checked? Only then can be said what of the baseline is not found any more.
    """
    result = baseline.split(report.diagnostics, known.entries, project.tree.exists)
    notices = report.notices
    if whole and result.stale:
        count = result.stale.total()
        notices = (
            *notices,
            f"{count:,} of {known.name} not found any more: doclint baseline prune removes what is gone",
        )
    return replace(
        _showing(report, result.new, f"not in {known.name}"),
        baselined=(*report.baselined, *result.known),
        notices=notices,
    )


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
    return replace(_showing(report, result.new, f"new since {_named(base.commit, base.ref)}"), old=result.known)


def on_changed_lines(report: Report, root: Path, ref: str) -> Report:
    """
    Only the findings on lines that were changed since this branch left another one.

    Raises:
        GitError: As for `new_since`.
    """
    commit = fork_point(root, ref)
    changed = changed_since(root, commit.hash)
    live = tuple(diagnostic for diagnostic in report.diagnostics if is_on(diagnostic, changed))
    others = tuple(diagnostic for diagnostic in report.diagnostics if not is_on(diagnostic, changed))
    compared = _showing(report, live, f"on lines changed since {_named(commit, ref)}")
    return replace(compared, old=(*(report.old or ()), *others))


def with_loosening(
    report: Report, project: Project, now: Config, before: Config, stated: Path | None, base: Base | None
) -> Report:
    """
    With what the branch did to its own gate, as bad as the settings before it say.

    Args:
        report: As compared so far.
        project: Of the working tree.
        now: The settings of this run.
        before: Those of the commit where the branch began; the same as `now` where a branch has no say in them.
        stated: The baseline file that was named.
        base: The findings at that commit, where they are known.
    """
    found = [*_other_settings(now, before), *_accepted_more(now, before, stated)]
    if base:
        found += _excused(report, project, now.root, base)
    made = diagnose([(one.path, ("DL011", one)) for one in found], project.facts, Selection(before.settings))
    return replace(report, diagnostics=tuple(sorted((*report.diagnostics, *made), key=lambda each: each.order)))


def _other_settings(now: Config, before: Config) -> Iterator[Finding]:
    file = now.file or before.file
    if file is None:
        return
    path = file.relative_to(now.root).as_posix()
    keys = [
        field.encode_name
        for field in fields(Settings)
        if field.name != "extends" and getattr(now.settings, field.name) != getattr(before.settings, field.name)
    ]
    places = [key.start_mark for key, _ in now.layers.value if key.value in keys]
    line = next((place.line + 1 for place in places if place.name == path), 1)
    if keys:
        yield Finding(
            path=path,
            span=Span(line, 1, line, 1),
            message=f"this branch changes the settings it is judged by: {', '.join(keys)}",
            subject=" ".join(keys),
        )


def _accepted_more(now: Config, before: Config, stated: Path | None) -> Iterator[Finding]:
    ours, theirs = (_kinds(baseline_of(config, stated)) for config in (now, before))
    more = (ours - theirs).total()
    if more:
        file = baseline_file(now, stated)
        yield Finding(
            path=file.relative_to(now.root).as_posix() if file.is_relative_to(now.root) else file.name,
            span=START,
            message=f"this branch accepts {more:,} more in the baseline it is judged by",
            subject="baseline",
        )


def _kinds(known: Baseline | None) -> Counter[tuple[str, str]]:
    """What is accepted, wherever it is: following a document that moved accepts nothing more."""
    kinds: Counter[tuple[str, str]] = Counter()
    for entry, count in known.entries.items() if known else ():
        kinds[entry.rule, entry.subject] += count
    return kinds


def _excused(report: Report, project: Project, root: Path, base: Base) -> Iterator[Finding]:
    known = baseline.entries_of(base.report.suppressed)
    renamed = renamed_since(root, base.commit.hash)
    for found in baseline.split(report.suppressed, known, project.tree.exists, renamed).new:
        yield Finding(
            path=found.path,
            span=found.span,
            message=f"a comment of this branch excuses {found.rule} {found.name}: {found.message}",
            subject=f"{found.rule} {found.subject}",
        )


def _showing(report: Report, live: tuple[Diagnostic, ...], mode: str) -> Report:
    modes = [report.mode.removeprefix("only findings "), mode]
    return replace(report, diagnostics=live, mode="only findings " + ", ".join(filter(None, modes)))


def _named(commit: Commit, ref: str) -> str:
    if commit.date == datetime.date.min:
        return f"{ref}, of which there is no commit yet"
    if commit.hash.startswith(ref):
        return ref
    return f"HEAD ({commit.hash[:10]})" if ref == "HEAD" else f"{commit.hash[:10]}, where the branch left {ref}"
