"""doclint baseline: findings that are accepted for now, in a file that is reviewed like any other."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from doclint.cli.options import (
    all_of,
    configured,
    option,
    settings_options,
    today_option,
    work_options,
    workforce,
)
from doclint.cli.usage import Command

if TYPE_CHECKING:
    from collections import Counter

    from doclint.comparison.known import Entry, Split


@click.group(name="baseline")
def command() -> None:
    """Accept the findings there are, and gate on new ones."""


def _described(action: Callable[..., int]) -> Callable[..., int]:
    file = option("--baseline", type=click.Path(path_type=Path), help="The file, if not .doclint-baseline.json.")
    return all_of(file, today_option, settings_options, work_options)(action)


class _State(NamedTuple):
    file: Path
    split: "Split"


@command.command(name="create", cls=Command)
@_described
def create(**options: Any) -> int:
    """Accept all findings there are now."""
    from doclint.errors import DoclintError

    file, split = _compared(options, empty=True)
    if file.exists():
        raise DoclintError(f"{file} already exists: doclint baseline update brings it up to date")
    return _written(file, split, keep_new=True)


@command.command(name="update", cls=Command)
@click.option("--allow-new", is_flag=True, help="Accept new findings, too.")
@_described
def update(allow_new: bool, **options: Any) -> int:
    """Follow moved findings, remove those that are gone."""
    from doclint.counted import counted

    file, split = _compared(options)
    if split.new and not allow_new:
        click.echo(f"not accepted: {counted(len(split.new), 'new finding')} (--allow-new accepts them)", err=True)
    return _written(file, split, keep_new=allow_new)


@command.command(name="prune", cls=Command)
@_described
def prune(**options: Any) -> int:
    """Remove findings that are gone."""
    return _written(*_compared(options), keep_new=False)


@command.command(name="show", cls=Command)
@_described
def show(**options: Any) -> int:
    """Show accepted findings, those that are gone, and new ones."""
    from doclint.comparison.known import entries_of

    file, split = _compared(options)
    _tell_entries("", entries_of(split.known))
    _tell_entries("gone: ", split.stale)
    _tell_entries("new: ", entries_of(split.new))
    click.echo(f"{len(split.known):,} accepted in {file.name}, {split.stale.total():,} gone, {len(split.new):,} new")
    return 0


def _tell_entries(what: str, entries: "Counter[Entry]") -> None:
    """A document, and below it a line per entry: how often, the rule, the subject, the heading it is under."""
    from itertools import groupby

    from doclint.output.visible import visible

    for path, group in groupby(sorted(entries.items()), lambda row: row[0].path):
        click.echo(f"{what}{visible(path)}")
        for entry, count in group:
            is_told = len(entry.scope) > 1 and entry.scope[-1] != entry.subject
            under = f"  (under {visible(entry.scope[-1])})" if is_told else ""
            click.echo(f"{count:6,} × {entry.rule}  {visible(entry.subject)}{under}")


def _compared(options: dict[str, Any], empty: bool = False) -> _State:
    from doclint.comparison.baseline import baseline_file, baseline_of
    from doclint.comparison.known import split
    from doclint.engine import inspect
    from doclint.errors import DoclintError

    stated = options.pop("baseline")
    today = options.pop("today") or datetime.date.today()
    config = configured(**options)
    file = baseline_file(config, stated)
    if not empty and not config.source.has(file):
        raise DoclintError(f"{file} does not exist: doclint baseline create writes it")
    known = None if empty else baseline_of(config, file)
    report, project = inspect(config.root, (), config.settings, today, lint=workforce(config, **options), lean=True)
    if not report.files:
        raise DoclintError("nothing to check: no documents in the project")
    return _State(file, split(report.diagnostics, known.entries if known else {}, project.tree.exists))


def _written(file: Path, split: "Split", keep_new: bool) -> int:
    from doclint.comparison.baseline import written
    from doclint.comparison.known import entries_of
    from doclint.files.write import replaced

    kept = (*split.known, *split.new) if keep_new else split.known
    replaced(file, written(entries_of(kept)).encode())
    added = len(split.new) if keep_new else 0
    click.echo(f"{file.name}: {len(kept):,} findings accepted, {added:,} added, {split.stale.total():,} removed")
    return 0
