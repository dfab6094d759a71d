"""What a branch does to the gate it is judged by: other settings, a longer baseline, comments that excuse."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import fields, replace

from doclint.comparison.base import Base
from doclint.comparison.baseline import Baseline, baseline_file, baseline_of
from doclint.comparison.known import entries_of, split
from doclint.config import Config
from doclint.engine import Report
from doclint.git.changes import renamed_since
from doclint.lint import diagnose
from doclint.model import START, Finding, Span
from doclint.project import Project
from doclint.selection import Selection
from doclint.settings import Settings


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
    known = entries_of(base.report.suppressed)
    renamed = renamed_since(root, base.commit.hash)
    for found in split(report.suppressed, known, project.tree.exists, renamed).new:
        yield Finding(
            path=found.path,
            span=found.span,
            message=f"a comment of this branch excuses {found.rule} {found.name}: {found.message}",
            subject=f"{found.rule} {found.subject}",
        )
