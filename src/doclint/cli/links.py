"""doclint links: where all links lead, on the web too."""

import datetime
from typing import Any

import click

from doclint.cli.check import checked, status_of
from doclint.cli.online import online_options, session_of, tell_the_end
from doclint.cli.options import configured, look_of, option, settings_options


@click.command(name="links")
@click.argument("paths", nargs=-1)
@settings_options
@online_options
@option("--cached", is_flag=True, help="Judge links to the web by what is known, and ask nobody.")
@option("--output-format", "outputs", multiple=True, metavar="FORMAT[:FILE]", help="May be given several times.")
@option("--exit-zero", is_flag=True, help="Succeed whatever is found.")
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="NO_COLOR is respected.")
def command(
    paths: tuple[str, ...],
    allowed: tuple[str, ...],
    refresh: bool,
    no_store: bool,
    cached: bool,
    outputs: tuple[str, ...],
    exit_zero: bool,
    color: str,
    **options: Any,
) -> int:
    """
    Check the links of documents and nothing else, those to the web as well.

    Answers of the web are kept in .doclint_cache, so that a run that was stopped goes on where it was.
    """
    config = configured(paths, **{**options, "select": options["select"] or (("DL3",),)})
    session = session_of(config, cached=cached, allowed=allowed, refresh=refresh, no_store=no_store)
    report = checked(config, paths, outputs, datetime.date.today(), look_of(color), observe=session)
    return tell_the_end(session) or status_of(report, config.settings, exit_zero)
