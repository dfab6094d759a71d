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
    from doclint.fixes.fixer import Fixed
    from doclint.fixes.sandbox import Excuse, Sandbox


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
    sandbox = _sandbox(paths, options, _excuse(suppress, reason))
    fixed = sandbox.fixed(unsafe)
    if diff:
        click.echo("".join(_diffs(fixed, sandbox)), nl=False)
        if not fixed.contents:
            click.echo("nothing to fix", err=True)
        return int(bool(fixed.contents))
    sandbox.write(fixed)
    tell(fixed)
    return 0


def _excuse(suppress: tuple[tuple[str, ...], ...], reason: str | None) -> "Excuse | None":
    from doclint.fixes.sandbox import Excuse

    rules = tuple(name for names in suppress for name in names)
    if rules and not (reason and reason.strip()):
        raise click.UsageError("--suppress needs --reason: who reads the comment wants to know")
    return Excuse(rules, reason or "") if rules else None


def fix_on_disk(paths: tuple[str, ...], options: dict[str, Any]) -> None:
    """Make the safe fixes, and say so."""
    sandbox = _sandbox(paths, options, gone=True)
    fixed = sandbox.fixed()
    sandbox.write(fixed)
    tell(fixed)


def _sandbox(
    paths: tuple[str, ...], options: dict[str, Any], excused: "Excuse | None" = None, gone: bool = False
) -> "Sandbox":
    from doclint.comparison.base import base_of
    from doclint.fixes.sandbox import Sandbox

    config = configured(paths, **options)
    today = options["today"] or datetime.date.today()
    work = workforce(config, **options)
    ref = options["new_from"]
    base = base_of(config.root, config.settings, today, ref, work) if ref else None
    return Sandbox(config, relative_to(config.root, paths, gone=gone), today, work, base, excused)


def tell(fixed: "Fixed") -> None:
    """What was done, on standard error: standard output is for results."""
    from doclint.counted import counted
    from doclint.output.text import counts
    from doclint.output.visible import visible

    for path, title in fixed.made:
        click.echo(f"{visible(path)}: {visible(title)}", err=True)
    for subject, reason in fixed.refused:
        click.echo(f"not fixed: {visible(subject)}: {visible(reason)}", err=True)
    left = counts(fixed.report.diagnostics) or "nothing"
    made = f"{counted(len(fixed.made), 'fix', 'fixes')} in {counted(len(fixed.contents), 'file')}"
    unsafe = sum(found.fix is not None and not found.fix.safe for found in fixed.report.diagnostics)
    more = f" ({unsafe:,} fixable with --unsafe: look at the changes)" if unsafe else ""
    click.echo(f"{made}; {left} left{more}", err=True)


def _diffs(fixed: "Fixed", sandbox: "Sandbox") -> Iterator[str]:
    from difflib import unified_diff

    from doclint.output.visible import visible

    for path, content in sorted(fixed.contents.items()):
        before, after = (raw.decode("utf-8", "replace").split("\n") for raw in (sandbox.original(path), content))
        name = visible(path)
        for line in unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm=""):
            yield f"{line[:1]}{visible(line[1:]) if line[:1] in '+- ' else line[1:]}\n"
