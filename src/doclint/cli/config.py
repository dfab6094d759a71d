"""doclint config: which settings hold, and who stated them."""

from typing import Any

import click

from doclint.cli.options import configured, settings_options
from doclint.cli.usage import Command


@click.command(name="config", cls=Command)
@click.option("--show", "path", default=None, metavar="PATH", help="Show what applies to this document, too.")
@settings_options
def command(path: str | None, **options: Any) -> None:
    """
    Show which settings apply, and where each is set.

    A setting that is not listed has its default; doclint schema has them all.
    """
    from doclint.cli.options import relative_to
    from doclint.output.visible import visible

    config = configured((path,) if path else (), **options)
    rows = [("settings", visible(str(config.file or "none: defaults")), ""), ("project", visible(str(config.root)), "")]
    rows += [(key, visible(value), visible(place)) for key, value, place in config.stated()]
    if path:
        from doclint.selection import Selection

        (document,) = relative_to(config.root, (path,))
        rows += Selection(config.settings).about(document)
    width = max(len(key) for key, _, _ in rows)
    for key, value, place in rows:
        click.echo(f"{key:{width}}  {value}" + (f"  ({place})" if place else ""))
