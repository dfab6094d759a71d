"""doclint init: a first settings file."""

import datetime

import click

from doclint.cli.options import configured, relative_to
from doclint.cli.usage import Command


@click.command(name="init", cls=Command)
@click.option(
    "--phase",
    is_flag=False,
    flag_value="",
    metavar="[PATH]",
    help="Add the phase whose summary is below PATH, or the only one there is.",
)
@click.option("--print", "only_print", is_flag=True, help="Print it instead of writing it.")
@click.option("--force", is_flag=True, help="Replace doclint.yaml.")
def command(phase: str | None, only_print: bool, force: bool) -> None:
    """
    Write doclint.yaml from what is in the project.

    It states the indexes, the document types, what documents of a kind have in common, and what other tools exclude.
    """
    from doclint.audit.proposal import as_yaml, proposed
    from doclint.config import NAMES
    from doclint.engine import inspect
    from doclint.errors import DoclintError
    from doclint.files.write import replaced
    from doclint.propose import settings_for

    config = configured(no_config=True)
    file = config.root / "doclint.yaml"
    there = next((name for name in NAMES if name != "pyproject.toml" and (config.root / name).exists()), None)
    if there and not (force or only_print):
        raise DoclintError(f"{there} already exists: --force replaces doclint.yaml, --print shows what it would be")
    _, project = inspect(config.root, (), config.settings, datetime.date.today())
    if not project.facts:
        raise DoclintError(f"no documents in {config.root}")
    text = settings_for(project)
    if phase is not None:
        text += as_yaml(proposed(project, relative_to(config.root, (phase,) if phase else ())))
    if only_print:
        click.echo(text, nl=False)
        return
    replaced(file, text.encode())
    click.echo(f"written: {file.name}, from {len(project.facts)} documents\nnext: doclint check", err=True)
