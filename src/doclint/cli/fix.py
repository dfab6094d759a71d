"""doclint fix: make the fixes that findings bring along."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.options import (
    Day,
    Names,
    Ref,
    configured,
    option,
    relative_to,
    settings_options,
    work_options,
    workforce,
)
from doclint.cli.usage import Command

if TYPE_CHECKING:
    from doclint.fixes.desk import Desk, Excuse
    from doclint.fixes.mend import Mended


@click.command(name="fix", cls=Command)
@click.argument("paths", nargs=-1)
@option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@option("--unsafe", is_flag=True, help="Make those fixes, too, that a person should look at.")
@option("--suppress", multiple=True, type=Names(), metavar="RULES", help="Write comments that excuse findings instead.")
@option("--reason", help="Why they are excused, for --suppress.")
@option("--new-from", type=Ref(), metavar="REF", help="Fix only what is new since the branch left REF.")
@option("--today", type=Day(), help="Date to judge freshness by, and to write as today's.")
@settings_options
@work_options
def command(
    paths: tuple[str, ...],
    unsafe: bool,
    suppress: tuple[tuple[str, ...], ...],
    reason: str | None,
    diff: bool,
    **options: Any,
) -> int:
    """
    Fix documents: all of the project, or those below PATHS.

    A fix is made only if nothing else gets worse by it. Exit status: 0, also when findings are left that have no fix;
    with --diff 1 if something would change.
    """
    desk = _desk(paths, options, _excuse(suppress, reason))
    mended = desk.mended(unsafe)
    if diff:
        click.echo("".join(_diffs(mended, desk)), nl=False)
        if not mended.contents:
            click.echo("nothing to fix", err=True)
        return int(bool(mended.contents))
    desk.put_back(mended)
    tell(mended)
    return 0


def _excuse(suppress: tuple[tuple[str, ...], ...], reason: str | None) -> "Excuse | None":
    from doclint.fixes.desk import Excuse

    rules = tuple(name for names in suppress for name in names)
    if rules and not (reason and reason.strip()):
        raise click.UsageError("--suppress needs --reason: who reads the comment wants to know")
    return Excuse(rules, reason or "") if rules else None


def mend_on_disk(paths: tuple[str, ...], options: dict[str, Any]) -> None:
    """Make the safe fixes, and say so."""
    desk = _desk(paths, options, gone=True)
    mended = desk.mended()
    desk.put_back(mended)
    tell(mended)


def _desk(
    paths: tuple[str, ...], options: dict[str, Any], excused: "Excuse | None" = None, gone: bool = False
) -> "Desk":
    from doclint.comparison.base import base_of
    from doclint.fixes.desk import Desk

    config = configured(paths, **options)
    today = options["today"] or datetime.date.today()
    work = workforce(config, **options)
    ref = options["new_from"]
    base = base_of(config.root, config.settings, today, ref, work) if ref else None
    return Desk(config, relative_to(config.root, paths, gone=gone), today, work, base, excused)


def tell(mended: "Mended") -> None:
    """What was done, on standard error: standard output is for results."""
    from doclint.counted import counted
    from doclint.output.text import counts
    from doclint.output.visible import visible

    for path, title in mended.made:
        click.echo(f"{visible(path)}: {visible(title)}", err=True)
    for subject, reason in mended.refused:
        click.echo(f"not fixed: {visible(subject)}: {visible(reason)}", err=True)
    left = counts(mended.report.diagnostics) or "nothing"
    made = f"{counted(len(mended.made), 'fix', 'fixes')} in {counted(len(mended.contents), 'file')}"
    unsafe = sum(found.fix is not None and not found.fix.safe for found in mended.report.diagnostics)
    more = f" ({unsafe:,} fixable with --unsafe: look at the changes)" if unsafe else ""
    click.echo(f"{made}; {left} left{more}", err=True)


def _diffs(mended: "Mended", desk: "Desk") -> Iterator[str]:
    from difflib import unified_diff

    from doclint.output.visible import visible

    for path, content in sorted(mended.contents.items()):
        before, after = (raw.decode("utf-8", "replace").split("\n") for raw in (desk.original(path), content))
        name = visible(path)
        for line in unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm=""):
            yield f"{line[:1]}{visible(line[1:]) if line[:1] in '+- ' else line[1:]}\n"
