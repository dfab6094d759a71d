"""doclint report: the audit of a phase."""

import datetime
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.options import (
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
    from doclint.audit.values import Audit


@click.command(name="report", cls=Command)
@click.argument("paths", nargs=-1)
@option("--phase", metavar="NAME", help="Audit this phase of the settings.")
@option("--base", metavar="REF", help="Show what changed since the branch left this one, or since this tag or commit.")
@option("--history", metavar="N|tags", help="Audit the last N commits of these documents, or the tagged ones, too.")
@baseline_option
@today_option
@option("--from", "source", type=click.Path(path_type=Path), help="Render this JSON report again; nothing is checked.")
@result_options("text, json, markdown, github-summary, html")
@settings_options
@work_options
def command(
    paths: tuple[str, ...],
    source: Path | None,
    outputs: tuple[str, ...],
    exit_zero: bool,
    today: datetime.date | None,
    color: str,
    **options: Any,
) -> int:
    """
    Audit a phase: what its documents claim and owe; one verdict.

    The phase is what PATHS hold, a phase of the settings, or the folder that has a completion summary. Exit status:
    0 the gate passes, 1 it fails or could not see everything (incomplete), 2 there was nothing to audit.
    """
    from doclint.cli.outputs import targets, write
    from doclint.output import AUDIT_FORMATS, audit_renderer

    chosen = targets(outputs, AUDIT_FORMATS)
    audit = _read(source) if source else _performed(paths, today or datetime.date.today(), options)
    write(chosen, lambda name, look: audit_renderer(name)(audit, look), look_of(color))
    return 2 if not audit.documents else int(audit.verdict != "pass" and not exit_zero)


def _performed(paths: tuple[str, ...], today: datetime.date, options: dict[str, Any]) -> "Audit":
    from doclint.audit.perform import Request, perform
    from doclint.comparison.baseline import baseline_of

    config = configured(paths, **options)
    file = config.file
    request = Request(
        paths=relative_to(config.root, paths),
        phase=options["phase"],
        base=options["base"],
        history=options["history"],
        baseline=baseline_of(config, options["baseline"]),
        command=_command(today),
        config=file.relative_to(config.root).as_posix() if file and file.is_relative_to(config.root) else None,
    )
    return perform(config.root, config.settings, today, request, workforce(config, **options))


def _command(today: datetime.date) -> str:
    """What was typed, on the day it was: without where the reports went."""
    typed = iter(sys.argv[1:])
    kept = []
    for word in typed:
        if word in ("--output-format", "--today", "--color"):
            next(typed, None)
        elif not word.startswith(("--output-format=", "--today=", "--color=")):
            kept.append(word)
    return shlex.join(["doclint", *kept, "--today", today.isoformat()])


def _read(source: Path) -> "Audit":
    from doclint.errors import DoclintError
    from doclint.output.audit.json import read

    try:
        raw = source.read_bytes()
    except OSError as error:
        raise DoclintError(f"{source}: {error.strerror}") from error
    return read(raw, str(source))
