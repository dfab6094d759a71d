"""doclint fix: mend what can be mended."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.options import Day, Names, configured, option, relative_to, settings_options

if TYPE_CHECKING:
    from doclint.config import Config
    from doclint.engine import Report
    from doclint.fix import Mended
    from doclint.model import Diagnostic


@click.command(name="fix")
@click.argument("paths", nargs=-1)
@settings_options
@option("--unsafe", is_flag=True, help="Make fixes, too, that a person should look at.")
@option("--suppress", multiple=True, type=Names(), metavar="RULES", help="Excuse findings by a comment instead.")
@option("--reason", help="Why they are excused.")
@option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@option("--today", type=Day(), default=None, help="The date to judge freshness by, and to write as today's.")
def command(
    paths: tuple[str, ...],
    unsafe: bool,
    suppress: tuple[tuple[str, ...], ...],
    reason: str | None,
    diff: bool,
    today: datetime.date | None,
    **options: Any,
) -> int:
    """
    Mend documents: all of the project, or those below PATHS.

    A fix is made only if nothing else gets worse by it. Exit status: 0, also when findings are left that cannot be
    mended; with --diff 1 if something would change.
    """
    config = configured(paths, **options)
    excused = [name for names in suppress for name in names]
    if excused and not (reason and reason.strip()):
        raise click.UsageError("--suppress needs --reason: who reads the comment wants to know")
    wanted = relative_to(config.root, paths)
    mended, originals = mend_project(config, wanted, today or datetime.date.today(), unsafe, excused, reason or "")
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
    config: "Config",
    wanted: tuple[str, ...],
    today: datetime.date,
    unsafe: bool,
    excused: Sequence[str] = (),
    reason: str = "",
) -> "tuple[Mended, dict[str, bytes]]":
    """
    The project mended in memory, and the bytes of the files as they were read.

    With `excused`, findings of these rules are suppressed by comments, and no other fix is made.
    """
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
        everything = {**results, **changed}
        report = conclude(everything, now, wanted, selection, today, partial(history_of, config.root))[0]
        return _excusing(report, now.read, excused, reason) if excused else report

    return mend(check, read, unsafe), originals


def _excusing(report: "Report", read: Callable[[str], bytes], rules: Sequence[str], reason: str) -> "Report":
    """The report with a suppression as the fix of every finding of these rules, and no other fix."""
    from functools import cache

    from msgspec.structs import replace

    from doclint.excuse import excuse
    from doclint.markdown import Document, parse
    from doclint.rules import names, rule_named

    @cache
    def document(path: str) -> Document:
        return parse(path, read(path))

    def excused(found: "Diagnostic") -> "Diagnostic":
        rule = rule_named(found.rule)
        is_meant = rule is not None and any(names(name, rule) for name in rules)
        return replace(found, fix=excuse(found, document(found.path), reason) if is_meant else None)

    return replace(report, diagnostics=tuple(map(excused, report.diagnostics)))


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
    from doclint.output.numbers import counted
    from doclint.output.text import counts
    from doclint.output.visible import visible

    for path, title in mended.made:
        click.echo(f"{visible(path)}: {visible(title)}", err=True)
    for subject, reason in mended.refused:
        click.echo(f"not mended: {visible(subject)}: {visible(reason)}", err=True)
    left = counts(mended.report.diagnostics) or "nothing"
    made = f"{counted(len(mended.made), 'fix', 'fixes')} in {counted(len(mended.contents), 'file')}"
    unsafe = sum(found.fix is not None and not found.fix.safe for found in mended.report.diagnostics)
    more = f" ({unsafe:,} can be mended with --unsafe: look at them)" if unsafe else ""
    click.echo(f"{made}; {left} left{more}", err=True)


def _diffs(mended: "Mended", originals: dict[str, bytes]) -> Iterator[str]:
    from difflib import unified_diff

    from doclint.output.visible import visible

    for path, content in sorted(mended.contents.items()):
        before, after = (raw.decode("utf-8", "replace").split("\n") for raw in (originals[path], content))
        name = visible(path)
        for line in unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm=""):
            yield f"{line[:1]}{visible(line[1:]) if line[:1] in '+- ' else line[1:]}\n"
