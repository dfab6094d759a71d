"""doclint lsp: the language server an editor starts."""

import datetime
import gc

import click

from doclint.errors import DoclintError


@click.command(name="lsp")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The date to judge freshness by.")
def command(today: datetime.datetime | None) -> None:
    """Serve an editor over standard input and output."""
    try:
        from doclint.lsp.server import make_server
    except ImportError as error:
        raise DoclintError(f"the language server needs its extra: pip install 'doclint[lsp]' ({error})") from error
    gc.enable()  # an editor stays open for days
    make_server(today.date() if today else None).start_io()
