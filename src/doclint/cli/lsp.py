"""doclint lsp: the language server an editor starts."""

import datetime
import gc

import click

from doclint.cli.options import today_option
from doclint.cli.usage import Command
from doclint.errors import DoclintError


@click.command(name="lsp", cls=Command)
@today_option
def command(today: datetime.date | None) -> None:
    """Run the language server, on standard input and output."""
    try:
        from doclint.lsp.server import make_server
    except ImportError as error:
        raise DoclintError(f"the language server needs its extra: pip install 'doclint[lsp]' ({error})") from error
    gc.enable()  # an editor stays open for days
    make_server(today).start_io()
