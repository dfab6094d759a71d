"""
Fixes carried out: on bytes, so that nothing outside an edit changes; in memory, until all is known to be well.

A fix is made whole or not at all. Of fixes that overlap the first is made; the others come in the next pass.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from doclint import baseline
from doclint.engine import Report
from doclint.model import Diagnostic, Edit, Fix, Span

_PASSES = 10
_LINE_END = re.compile(rb"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"

Check = Callable[[Mapping[str, bytes]], Report]  # the report when these files had these contents


class Mended(Struct, frozen=True):
    """New contents by path, titles of the fixes made by path, and what is left afterwards."""

    contents: dict[str, bytes]
    made: tuple[tuple[str, str], ...]  # path of the document, title of the fix
    refused: tuple[tuple[str, str], ...]  # path or title, and why
    report: Report


def mend(check: Check, read: Callable[[str], bytes], unsafe: bool = False) -> Mended:
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
        worse = baseline.split(after.diagnostics, baseline.entries_of(report.diagnostics), lambda path: True).new
        if worse:
            guilty = _guilty(chosen, worse)
            refused.update(((_key(diagnostic), _consequence(fix, worse)), None) for diagnostic, fix in guilty)
            continue
        made += [(diagnostic.path, fix.title) for diagnostic, fix in chosen]
        contents, report = changed, after
    else:
        refused["all", f"not done after {_PASSES} passes"] = None
    return Mended(contents, tuple(made), tuple(refused), report)


def apply(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """
    The bytes with the edits made; line ends in new text are those of the line it begins on.

    Raises:
        ValueError: The bytes are not UTF-8, a place is not in them, or two edits overlap.
    """
    lines = _Lines(raw)
    pieces: list[bytes] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        span = edit.span
        start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
        if start < done or end < start:
            raise ValueError("edits overlap")
        pieces += [raw[done:start], edit.text.encode().replace(b"\n", lines.end_of(span.line))]
        done = end
    return b"".join([*pieces, raw[done:]])


class _Lines:
    """Places in bytes by line and column, both from 1, columns in code points."""

    def __init__(self, raw: bytes) -> None:
        raw.decode()  # a file that is not UTF-8 is never rewritten
        ends = list(_LINE_END.finditer(raw))
        first = len(_BOM) if raw.startswith(_BOM) else 0
        self._starts = [first, *(match.end() for match in ends)]
        self._stops = [*(match.start() for match in ends), len(raw)]
        self._marks = [match.group() for match in ends]
        self._raw = raw

    def offset(self, line: int, column: int) -> int:
        """Of a place in the bytes; just after the last line end is the line that would follow."""
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"there is no line {line}")
        start, stop = self._starts[line - 1], self._stops[line - 1]
        before = self._raw[start:stop].decode()[: column - 1]
        if len(before) < column - 1:
            raise ValueError(f"line {line} has no column {column}")
        return start + len(before.encode())

    def end_of(self, line: int) -> bytes:
        """How a line ends; the last one like the first."""
        marks = self._marks
        return marks[line - 1] if line <= len(marks) else marks[0] if marks else b"\n"


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
