"""doclint check: documents against their rules."""

import datetime
from pathlib import Path

import click


@click.command(name="check")
@click.argument("paths", nargs=-1)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The date to judge freshness by.")
@click.option("--output-format", default="text", help="text or json.")
@click.option("--select", multiple=True, help="Rules to run: codes, names or prefixes.")
def command(
    paths: tuple[str, ...], today: datetime.datetime | None, output_format: str, select: tuple[str, ...]
) -> None:
    """Check documents."""
    from doclint.discover import git_root
    from doclint.engine import check
    from doclint.settings import Settings

    here = Path.cwd()
    root = git_root(here) or here
    wanted = [str((here / path).resolve().relative_to(root)) for path in paths]
    names = tuple(name for part in select for name in part.split(","))
    report = check(root, wanted, Settings(select=names), today.date() if today else datetime.date.today())
    if output_format == "json":
        from doclint.output.json import render
    else:
        from doclint.output.text import render
    click.echo(render(report), nl=False)
    raise SystemExit(1 if report.diagnostics else 0)
