"""
Fixes made in memory, until there are none left to make or what is left would make something worse.

A fix is made whole or not at all. Of fixes that overlap the first is made; the others come in the next pass.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from doclint.comparison.known import entries_of, split
from doclint.engine import Report
from doclint.fixes.edits import apply
from doclint.model import Diagnostic, Edit, Fix, Span

_PASSES = 10

Check = Callable[[Mapping[str, bytes]], Report]  # the report when these files had these contents


class Fixed(Struct, frozen=True):
    """New contents by path, titles of the fixes made by path, and what is left afterwards."""

    contents: dict[str, bytes]
    made: tuple[tuple[str, str], ...]  # path of the document, title of the fix
    refused: tuple[tuple[str, str], ...]  # path or title, and why
    report: Report


def fix_all(check: Check, read: Callable[[str], bytes], unsafe: bool = False) -> Fixed:
    """
    Make fixes until there are none left to make.

    Args:
        check: Judges the project with some files changed; the others as `read` gives them.
        read: The bytes of a file, the same each time.
        unsafe: Also make fixes that a person should look at.
    """
    contents: dict[str, bytes] = {}
    made: list[tuple[str, str]] = []
    refused: dict[tuple[str, str], None] = {}
    report = check(contents)
    for _ in range(_PASSES):
        barred = {subject for subject, _ in refused}
        chosen = [
            (diagnostic, fix)
            for diagnostic, fix in _wanted(report.diagnostics, unsafe)
            if _key(diagnostic) not in barred and not any(edit.path in barred for edit in fix.edits)
        ]
        if not chosen:
            break
        changed, unreadable = _changed(chosen, contents, read)
        if unreadable:  # a fix is made whole or not at all: choose again without these files
            refused.update(dict.fromkeys(unreadable))
            continue
        after = check(changed)
        worse = split(after.diagnostics, entries_of(report.diagnostics), lambda path: True).new
        if worse:
            guilty = _guilty(chosen, worse)
            refused.update(((_key(diagnostic), _consequence(fix, worse)), None) for diagnostic, fix in guilty)
            continue
        made += [(diagnostic.path, fix.title) for diagnostic, fix in chosen]
        contents, report = changed, after
    else:
        refused["all", f"not done after {_PASSES} passes"] = None
    return Fixed(contents, tuple(made), tuple(refused), report)


def _wanted(diagnostics: Iterable[Diagnostic], unsafe: bool) -> list[tuple[Diagnostic, Fix]]:
    """Fixes whose edits do not overlap those of a fix before them."""
    taken: dict[str, list[Span]] = {}
    chosen = []
    for diagnostic in diagnostics:
        fix = diagnostic.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        if any(_overlap(edit.span, other) for edit in fix.edits for other in taken.get(edit.path, ())):
            continue
        for edit in fix.edits:
            taken.setdefault(edit.path, []).append(edit.span)
        chosen.append((diagnostic, fix))
    return chosen


def _overlap(one: Span, other: Span) -> bool:
    """Insertions at the edge of another edit do not; of two at the same place the first comes first."""
    return (one.line, one.column) < (other.end_line, other.end_column) and (other.line, other.column) < (
        one.end_line,
        one.end_column,
    )


def _changed(
    chosen: Iterable[tuple[Diagnostic, Fix]], before: Mapping[str, bytes], read: Callable[[str], bytes]
) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    """New contents, and the files that cannot be changed."""
    contents = dict(before)
    by_path: dict[str, list[Edit]] = {}
    for edit in chain.from_iterable(fix.edits for _, fix in chosen):
        by_path.setdefault(edit.path, []).append(edit)
    refused = []
    for path, edits in by_path.items():
        try:
            contents[path] = apply(contents[path] if path in contents else read(path), edits)
        except UnicodeDecodeError:
            refused.append((path, "not UTF-8"))
        except (OSError, ValueError) as error:
            refused.append((path, str(error)))
    return contents, refused


def _guilty(chosen: list[tuple[Diagnostic, Fix]], worse: Iterable[Diagnostic]) -> list[tuple[Diagnostic, Fix]]:
    """The fixes that edit a line on which something got worse, else those in such a file, else all."""
    lines = {(diagnostic.path, diagnostic.span.line) for diagnostic in worse}
    files = {path for path, _ in lines}
    on_line = [pair for pair in chosen if any((edit.path, edit.span.line) in lines for edit in pair[1].edits)]
    in_file = [pair for pair in chosen if any(edit.path in files for edit in pair[1].edits)]
    return on_line or in_file or chosen


def _consequence(fix: Fix, worse: Sequence[Diagnostic]) -> str:
    """What a guilty fix would bring, on a line that it edits if anything is worse there."""
    lines = {(edit.path, edit.span.line) for edit in fix.edits}
    first = next((each for each in worse if (each.path, each.span.line) in lines), worse[0])
    return f"would bring {first.rule} {first.name}: {first.message}"


def _key(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.path}: {diagnostic.rule} {diagnostic.subject or diagnostic.message}"
