"""doclint merge: one report from the shards of several runs."""

from pathlib import Path
from typing import Any

import click

from doclint.cli.check import report_options, run


@click.command(name="merge")
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path))
@report_options
def command(parts: tuple[Path, ...], **options: Any) -> int:
    """
    Put shards of a check together: one report, one gate.

    Shards are written by `doclint check --shard`. Run it on the same files with the same settings.
    """
    from doclint.errors import DoclintError
    from doclint.shards import merged

    texts = {}
    for part in parts:
        try:
            texts[str(part)] = part.read_bytes()
        except OSError as error:
            raise DoclintError(f"{part}: {error.strerror}") from error
    return run((), lambda config, memory: merged(texts), **options)
