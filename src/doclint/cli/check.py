"""doclint check: documents against their rules."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from doclint.cli.online import online_options, session_of, tell_the_end
from doclint.cli.options import (
    Ref,
    Share,
    all_of,
    baseline_option,
    configured,
    look_of,
    option,
    relative_to,
    result_options,
    settings_options,
    today_option,
    work_options,
    workforce,
)
from doclint.cli.usage import Command

if TYPE_CHECKING:
    from doclint.comparison.base import Base
    from doclint.comparison.baseline import Baseline
    from doclint.config import Config
    from doclint.engine import Report
    from doclint.links.online.session import Session
    from doclint.lint import Lint
    from doclint.memory import Memory
    from doclint.project import Project
    from doclint.replay import Run


# What to report of a check, how, and what makes it fail.
report_options = all_of(
    option("--new-from", type=Ref(), metavar="REF", help="Show only what is new since the branch left REF."),
    option("--diff", type=Ref(), metavar="REF", help="Show only what is on lines changed since the branch left REF."),
    baseline_option,
    today_option,
    option("--statistics", is_flag=True, group="Output", help="Count findings per rule instead of listing them."),
    result_options(
        "text, full, concise, grouped, statistics, agent, json, sarif, sarif-all, github, github-summary, markdown, "
        "gitlab, junit, rdjson, checkstyle"
    ),
    online_options,
    settings_options,
)


@click.command(name="check", cls=Command)
@click.argument("paths", nargs=-1)
@option("--fix", is_flag=True, help="Make the safe fixes first.")
@option("--stdin-filename", "typed", metavar="PATH", help="Check standard input as the content of this file.")
@report_options
@work_options
@option("--shard", type=Share(), metavar="I/N", group="Performance", help="Do a share of the work, for doclint merge.")
@click.pass_obj
def command(
    again: "Run | None",
    /,
    paths: tuple[str, ...],
    fix: bool,
    typed: str | None,
    shard: tuple[int, int] | None,
    **options: Any,
) -> int:
    """
    Check documents: all of the project, or those below PATHS.

    They are judged against the whole project, and what they break in other documents is shown, too. Exit status:
    0 the gate passes, 1 it fails, 2 nothing could be said.
    """
    if shard:
        if paths or fix or typed:
            raise click.UsageError("--shard does a share of the whole project: no PATHS, --fix or --stdin-filename")
        return _write_shard(shard, options)
    if fix:
        from doclint.cli.fix import fix_on_disk

        fix_on_disk(paths, options)
    content = sys.stdin.buffer.read() if typed else None
    again = None if typed or fix else again

    def work(config: "Config", memory: "Memory") -> "Lint":
        return workforce(config, memory, **options)

    return run((typed,) if typed else paths, work, content, again, **options)


def run(
    paths: tuple[str, ...],
    work: "Callable[[Config, Memory], Lint]",
    content: bytes | None = None,
    again: "Run | None" = None,
    *,
    outputs: tuple[str, ...],
    statistics: bool,
    exit_zero: bool,
    today: datetime.date | None,
    color: str,
    **options: Any,
) -> int:
    """
    Check, compare, write the reports; the exit status.

    `work` says who does pass one, `content` is what the only path holds when it is not on disk like this, `again`
    remembers what is said, for another run to say it again.
    """
    from msgspec.structs import replace

    from doclint.cli.again import forget, remembering
    from doclint.cli.outputs import targets, write
    from doclint.limits import gate_of
    from doclint.output import FORMATS, Sources, renderer

    chosen = targets(outputs, FORMATS, "statistics" if statistics else None)
    config = configured(paths, **options)
    wanted = relative_to(config.root, paths, gone=True)
    online = session_of(config, options)
    remember = remembering(again, config, paths, chosen, options)
    contents = {} if content is None else {wanted[0]: content}
    day = today or datetime.date.today()
    known = _known(config, day, options)
    report, project = _inspected(config, wanted, day, known, work, online, contents, options.get("jobs", 0))
    report = _compared(report, project, known, config, wanted, options)
    sources = Sources(project.read)
    report = replace(report, gate=gate_of(report, config.settings, {key for key, _, _ in config.stated()}))
    printed = write(chosen, lambda name, look: renderer(name)(report, sources, look), look_of(color))
    if any(name == "sarif" for name, _ in chosen):
        from doclint.output.sarif import left_out

        if said := left_out(report):
            click.echo(f"doclint: SARIF: {said}", err=True)
            remember = forget
    status = tell_the_end(online) or _status(report, exit_zero)
    remember(report, printed, status)
    return status


class _Known(NamedTuple):
    """What a check is compared with; read before the work begins, which would be in vain if it cannot be."""

    baseline: "Baseline | None"
    base: "Base | None"


def _known(config: "Config", today: datetime.date, options: dict[str, Any]) -> _Known:
    from doclint.comparison.base import base_of
    from doclint.comparison.baseline import baseline_of

    ref = options["new_from"]
    baseline = baseline_of(config, options["baseline"])
    base = base_of(config.root, config.settings, today, ref, workforce(config, **options)) if ref else None
    return _Known(baseline, base)


def _inspected(
    config: "Config",
    wanted: tuple[str, ...],
    today: datetime.date,
    known: _Known,
    work: "Callable[[Config, Memory], Lint]",
    online: "Session | None",
    contents: dict[str, bytes],
    jobs: int,
) -> "tuple[Report, Project]":
    """All there is to report."""
    from doclint.engine import Means, inspect
    from doclint.memory import Memory

    root, settings = config.root, config.settings
    memory = Memory()
    report, project = inspect(
        root,
        wanted,
        settings,
        today,
        Means(
            base=known.base.facts if known.base else None,
            observe=online,
            jobs=1 if online else jobs,  # who went online may have threads
            memory=memory,
        ),
        lint=work(config, memory),
        contents=contents,
        lean=True,
    )
    if not contents:
        _refuse_strangers(project, wanted, root)
        _refuse_emptiness(report, wanted, root, settings.exclude)
    return _with_origin(report, config), project


def _compared(
    report: "Report",
    project: "Project",
    known: _Known,
    config: "Config",
    wanted: tuple[str, ...],
    options: dict[str, Any],
) -> "Report":
    """The report, less what is known: by the baseline, at the base of the branch, on lines it did not change."""
    from doclint.comparison.base import new_since, on_changed_lines
    from doclint.comparison.baseline import against_baseline
    from doclint.comparison.loosening import with_loosening
    from doclint.git.commits import fork_point

    root, diff, stated = config.root, options["diff"], options["baseline"]
    if known.baseline:
        report = against_baseline(report, project, known.baseline, whole=not wanted)
    if base := known.base:
        report = new_since(report, project, root, base)
    if diff:
        report = on_changed_lines(report, root, diff)
    if base or diff:
        commit = base.commit if base else fork_point(root, diff)
        before = _settings_at(commit.hash, config, wanted, options)
        report = with_loosening(report, project, config, before, stated, base)
    return report


def _settings_at(commit: str, config: "Config", wanted: tuple[str, ...], options: dict[str, Any]) -> "Config":
    """The settings before a branch: those of this run where a branch has no say in them, defaults if of no use."""
    from doclint.errors import ConfigError

    paths = tuple(str(config.root / path) for path in wanted)

    if config.source.ref or (config.file and not config.file.is_relative_to(config.root)):
        return config
    try:
        return configured(paths, **{**options, "config_from": commit})
    except ConfigError:
        return configured(paths, **{**options, "file": None, "no_config": True, "config_from": commit})


def _write_shard(shard: tuple[int, int], options: dict[str, Any]) -> int:
    from doclint.files.discover import files_of
    from doclint.selection import Selection
    from doclint.shards import made

    config = configured((), **options)
    files = files_of(config.root, config.settings)
    sys.stdout.buffer.write(made(files, Selection(config.settings), *shard, workforce(config, **options)))
    sys.stdout.buffer.flush()
    return 0


def _with_origin(report: "Report", config: "Config") -> "Report":
    from msgspec.structs import replace

    from doclint.counted import counted

    root, file = config.root, config.file
    name = None if file is None else file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    outside = [path for path, reason in report.skipped.items() if "out of the project" in reason]
    notices = [f"not checked: {counted(len(outside), 'symbolic link')} out of the project"] if outside else []
    if config.source.ref:
        notices.append(f"settings and baseline are those of {config.source.ref}")
    return replace(report, config=name, notices=(*report.notices, *notices))


def _refuse_strangers(project: "Project", wanted: tuple[str, ...], root: Path) -> None:
    """A file that is gone may be asked about: who links to it? One that never was is a slip of the pen."""
    from doclint.errors import DoclintError, GitError
    from doclint.git.commits import last_commits
    from doclint.links.graph import link_graph
    from doclint.output.visible import visible

    for path in wanted:
        if (root / path).exists() or any(edge.target.path == path for edge in project.ask(link_graph)):
            continue
        try:
            known = last_commits(root, [path], 1)
        except GitError:
            known = ()
        if not known:
            raise DoclintError(f"{visible(path)}: no such file or folder")


def _refuse_emptiness(report: "Report", wanted: tuple[str, ...], root: Path, exclude: tuple[str, ...]) -> None:
    """A gate that checked nothing has not passed; files a hook hands over may all be excluded."""
    from doclint.errors import DoclintError

    if report.files or (wanted and not any((root / path).is_dir() for path in wanted)):
        return
    where = ", ".join(path or "." for path in wanted) or "the project"
    reasons = "; ".join(f"{path}: {reason}" for path, reason in list(report.skipped.items())[:3])
    if exclude and not reasons:
        reasons = f"settings exclude {', '.join(exclude[:3])}{', …' if exclude[3:] else ''}"
    raise DoclintError(f"nothing to check: no documents in {where}{' (' + reasons + ')' if reasons else ''}")


def _status(report: "Report", exit_zero: bool) -> int:
    if any(diagnostic.rule == "DL009" for diagnostic in report.diagnostics):
        return 2
    return int(not exit_zero and report.gate is not None and report.gate.status == "fail")
