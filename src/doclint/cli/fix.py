"""doclint fix: mend what can be mended."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.options import Day, configured, option, relative_to, settings_options

if TYPE_CHECKING:
    from doclint.config import Config
    from doclint.fix import Mended


@click.command(name="fix")
@click.argument("paths", nargs=-1)
@settings_options
@option("--unsafe", is_flag=True, help="Make fixes, too, that a person should look at.")
@option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@option("--today", type=Day(), default=None, help="The date to judge freshness by, and to write as today's.")
def command(paths: tuple[str, ...], unsafe: bool, diff: bool, today: datetime.date | None, **options: Any) -> int:
    """
    Mend documents: all of the project, or those below PATHS.

    A fix is made only if nothing else gets worse by it. Exit status: 0, also when findings are left that cannot be
    mended; with --diff 1 if something would change.
    """
    config = configured(paths, **options)
    mended, originals = mend_project(config, relative_to(config.root, paths), today or datetime.date.today(), unsafe)
    if diff:
        click.echo("".join(_diffs(mended, originals)), nl=False)
        return int(bool(mended.contents))
    write_mended(config.root, mended, originals)
    tell(mended)
    return 0


def mend_on_disk(paths: tuple[str, ...], options: dict[str, Any]) -> None:
    """Make the safe fixes, and say so."""
    config = configured(paths, **options)
    today = options["today"] or datetime.date.today()
    mended, originals = mend_project(config, relative_to(config.root, paths, gone=True), today, unsafe=False)
    write_mended(config.root, mended, originals)
    tell(mended)


def mend_project(
    config: "Config", wanted: tuple[str, ...], today: datetime.date, unsafe: bool
) -> "tuple[Mended, dict[str, bytes]]":
    """The project mended in memory, and the bytes of the files as they were read."""
    from collections.abc import Mapping
    from functools import partial

    from msgspec.structs import replace

    from doclint.commits import history_of
    from doclint.discover import files_of, overlaid
    from doclint.engine import Report, conclude
    from doclint.fix import mend
    from doclint.lint import lint_file
    from doclint.selection import Selection

    selection = Selection(config.settings)
    files = files_of(config.root, config.settings, [path for path in wanted if (config.root / path).is_file()])
    originals: dict[str, bytes] = {}

    def read(path: str) -> bytes:
        if path not in originals:
            originals[path] = files.read(path)
        return originals[path]

    results = {path: lint_file(path, read, selection) for path in files.documents}

    def check(contents: Mapping[str, bytes]) -> Report:
        now = overlaid(replace(files, read=read), contents)
        changed = {path: lint_file(path, now.read, selection) for path in contents if path in results}
        return conclude({**results, **changed}, now, wanted, selection, today, partial(history_of, config.root))[0]

    return mend(check, read, unsafe), originals


def write_mended(root: Path, mended: "Mended", originals: dict[str, bytes]) -> None:
    """
    Replace the files; none if any of them was changed by somebody else since it was read.

    Raises:
        DoclintError: One was.
    """
    from doclint.errors import DoclintError
    from doclint.write import replaced

    for path in mended.contents:
        if (root / path).read_bytes() != originals[path]:
            raise DoclintError(f"{path} was changed meanwhile: nothing was written")
    for path, content in mended.contents.items():
        replaced(root / path, content)


def tell(mended: "Mended") -> None:
    """What was done, on standard error: standard output is for results."""
    from doclint.output.text import counts
    from doclint.output.visible import visible

    for path, title in mended.made:
        click.echo(f"{visible(path)}: {visible(title)}", err=True)
    for subject, reason in mended.refused:
        click.echo(f"not mended: {visible(subject)}: {visible(reason)}", err=True)
    left = counts(mended.report.diagnostics) or "nothing"
    click.echo(f"{len(mended.made):,} fixes in {len(mended.contents):,} files; {left} left", err=True)


def _diffs(mended: "Mended", originals: dict[str, bytes]) -> Iterator[str]:
    from difflib import unified_diff

    from doclint.output.visible import visible

    for path, content in sorted(mended.contents.items()):
        before, after = (raw.decode("utf-8", "replace").split("\n") for raw in (originals[path], content))
        name = visible(path)
        for line in unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm=""):
            yield f"{line[:1]}{visible(line[1:]) if line[:1] in '+- ' else line[1:]}\n"
