"""doclint links: where all links lead, on the web too."""

from typing import Any

import click

from doclint.cli import check
from doclint.cli.online import online_options
from doclint.cli.options import result_options, settings_options
from doclint.cli.usage import Command


@click.command(name="links", cls=Command)
@click.argument("paths", nargs=-1)
@online_options
@result_options("those of doclint check")
@settings_options
@click.pass_context
def command(context: click.Context, /, **options: Any) -> int:
    """
    Check links and nothing else, those to the web included.

    Answers are stored: a run that was stopped goes on where it was.
    """
    options["online"] = options["online"] or "yes"
    options["select"] = options["select"] or (("DL3",),)
    status = context.invoke(check.command, **options)
    assert isinstance(status, int)
    return status
