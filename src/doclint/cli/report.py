"""doclint report: the audit of a phase."""

import datetime
from pathlib import Path

import click


@click.command(name="report")
@click.argument("paths", nargs=-1)
@click.option("--phase", default=None, help="A phase of the settings.")
@click.option("--output-format", "outputs", multiple=True, help="text, json, markdown or html; FORMAT:FILE writes.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The date to judge freshness by.")
def command(
    paths: tuple[str, ...], phase: str | None, outputs: tuple[str, ...], today: datetime.datetime | None
) -> None:
    """Audit a phase: its claims, its documents, one verdict."""
    from doclint.audit import audit_of, scope_of
    from doclint.audit.values import Method
    from doclint.discover import git_root
    from doclint.engine import inspect
    from doclint.output.report_json import render
    from doclint.settings import Settings

    here = Path.cwd()
    root = git_root(here) or here
    wanted = [str((here / path).resolve().relative_to(root)) for path in paths]
    report, project = inspect(root, (), Settings(), today.date() if today else datetime.date.today())
    audit = audit_of(project, report, scope_of(project, wanted, phase), Method())
    click.echo(render(audit), nl=False)
    raise SystemExit({"pass": 0, "fail": 1, "incomplete": 1}[audit.verdict] if audit.documents else 2)
