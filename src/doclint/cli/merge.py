"""doclint merge: one report from the shards of several runs."""

from pathlib import Path
from typing import Any

import click

from doclint.cli.check import report_options, run
from doclint.cli.usage import Command


@click.command(name="merge", cls=Command)
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path))
@report_options
def command(parts: tuple[Path, ...], **options: Any) -> int:
    """
    Join the parts that check --shard wrote into one report.

    The files and the settings must be the same as there.
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
