"""doclint config: which settings hold, and who stated them."""

from typing import Any

import click

from doclint.cli.options import configured, settings_options


@click.command(name="config")
@click.option("--show", "path", default=None, metavar="PATH", help="What holds for this document.")
@settings_options
def command(path: str | None, **options: Any) -> None:
    """
    Show which settings hold, and who stated them.

    Every setting that somebody stated, with the file and line; all else has its default.
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
