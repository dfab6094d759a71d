"""
Text for a person.

`text` is for the first look: errors with their place in the source, repeats folded, everything less
serious as one line per rule. `full` shows every finding with its source, `grouped` and `concise` one line each.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from doclint.counted import counted
from doclint.engine import Report
from doclint.model import Diagnostic, Severity
from doclint.output import Look, Sources
from doclint.output.visible import shortened, visible, width

_STYLE = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_WORD = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PATH, _FAINT, _CARET = "1", "2", "31"
_FEW = 12  # findings of a severity that are shown one by one
_ROOM = 72  # lines for findings that are shown one by one
_RULES = {Severity.ERROR: 0, Severity.WARNING: 12, Severity.INFO: 5}  # rules named where findings are folded by rule
_NAMED = 4  # lines or documents named where repeats are folded


def render(report: Report, sources: Sources, look: Look) -> str:
    """Errors first and few, repeats folded with a count, what to do next in the last line: two screens at most."""
    lines: list[str] = []
    for severity in Severity:
        found = [diagnostic for diagnostic in report.diagnostics if diagnostic.severity is severity]
        if found and (severity is Severity.ERROR or (len(found) <= _FEW and severity is Severity.WARNING)):
            lines += _fitting(found, sources, look)
        elif found:
            lines += ["", *_by_rule(found, severity, look)]
    return _joined([*lines, "", *_closing(report, look, hints=True)])


def full(report: Report, sources: Sources, look: Look) -> str:
    """Every finding with its line of the source."""
    lines: list[str] = []
    for diagnostic in report.diagnostics:
        lines += [f"{_place(diagnostic, look)}: {_headline(diagnostic, look)}"]
        lines += [*_excerpt(diagnostic, sources, look), *_notes(diagnostic, look), ""]
    return _joined([*lines, *_closing(report, look)])


def grouped(report: Report, sources: Sources, look: Look) -> str:
    """One line per finding under the name of its document."""
    lines: list[str] = []
    for path, found in groupby(report.diagnostics, lambda diagnostic: diagnostic.path):
        lines.append(look.paint(visible(path), _PATH))
        lines += [f"  {_spot(diagnostic, look)}  {_headline(diagnostic, look)}" for diagnostic in found]
        lines.append("")
    return _joined([*lines, *_closing(report, look)])


def concise(report: Report, sources: Sources, look: Look) -> str:
    """One line per finding, as editors and log matchers read them."""
    lines = [f"{_place(diagnostic, look)}: {_headline(diagnostic, look)}" for diagnostic in report.diagnostics]
    return _joined([*lines, *_closing(report, look)])


def statistics(report: Report, sources: Sources, look: Look) -> str:
    """Findings per rule, the most frequent first."""
    rows = Counter((found.severity, found.rule, found.name) for found in report.diagnostics)
    lines = [
        f"{count:6,}  {look.paint(f'{severity:7}', _STYLE[severity])}  {rule}  {name}"
        for (severity, rule, name), count in sorted(rows.items(), key=lambda row: (-row[1], row[0][1]))
    ]
    return _joined([*lines, *([""] if lines else []), *_closing(report, look)])


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`."""
    rows = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(counted(rows[severity], _WORD[severity]) for severity in Severity if rows[severity])


def total(report: Report) -> str:
    """`2 errors, 1 warning in 4 documents`."""
    return f"{counts(report.diagnostics) or 'no findings'} in {counted(report.files, 'document')}"


def _fitting(found: Sequence[Diagnostic], sources: Sources, look: Look) -> list[str]:
    """Findings by document, in as much detail as there is room for."""
    for detail in ("all", "first", "none"):
        lines = list(_by_document(found, sources, look, detail))
        if len(lines) <= _ROOM:
            return lines
    return [*lines[:_ROOM], look.paint("  and more: doclint check --output-format grouped", _FAINT)]


def _by_document(found: Sequence[Diagnostic], sources: Sources, look: Look, detail: str) -> Iterator[str]:
    """
    The first finding of each rule in each document, and how many more there are.

    `detail` says whose source is shown: of `all`, of the `first` of each rule, of `none`.
    """
    seen: set[str] = set()
    for path, here in groupby(found, lambda diagnostic: diagnostic.path):
        yield look.paint(visible(path), _PATH)
        by_rule: dict[str, list[Diagnostic]] = {}
        for diagnostic in here:
            by_rule.setdefault(diagnostic.rule, []).append(diagnostic)
        for first, *more in by_rule.values():
            yield from _one(first, len(more) if detail != "all" else 0, look)
            if detail == "all" or (detail == "first" and first.rule not in seen):
                yield from _excerpt(first, sources, look)
                yield from _notes(first, look, _NAMED if detail == "all" else 1)
            if more and detail == "all":
                yield look.paint(f"{'':10}{len(more)} more of this on {_lines(more)}", _FAINT)
            seen.add(first.rule)
        if detail == "all":
            yield ""


def _one(diagnostic: Diagnostic, more: int, look: Look) -> Iterator[str]:
    """The headline of a finding: cut to a line of the screen when it stands for many, else wrapped."""
    tail = f" (and {more} more)" if more else ""
    room = look.columns - 12 - len(tail) - len(f"{diagnostic.severity} {diagnostic.rule} {diagnostic.name}: ")
    message = visible(diagnostic.message)
    first, *others = (
        [shortened(message, max(room, 30))] if more else _wrapped(message, max(room, 30), look.columns - 12)
    )
    title = _titled(diagnostic, first, look)
    yield f"  {_spot(diagnostic, look)}  {title}{look.paint(tail, _FAINT)}"
    yield from (f"{'':12}{line}" for line in others)


def _wrapped(text: str, first: int, others: int) -> list[str]:
    """Lines of at most so many characters, broken at spaces; the first has less room."""
    lines = textwrap.wrap(text, others, initial_indent=" " * (others - first), break_on_hyphens=False)
    return [lines[0][others - first :], *lines[1:]] if lines else [""]


def _by_rule(found: Sequence[Diagnostic], severity: Severity, look: Look) -> Iterator[str]:
    yield look.paint(counted(len(found), _WORD[severity]), _STYLE[severity])
    by_rule: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        by_rule.setdefault(diagnostic.rule, []).append(diagnostic)
    rows = sorted(by_rule.items(), key=lambda row: (-len(row[1]), row[0]))
    most = _RULES[severity]
    for rule, here in rows[:most]:
        first = here[0]
        where = f"{visible(first.path)}:{first.span.line}" if len(here) == 1 else _documents(here)
        line = f"{len(here):5,} × {rule} {first.name}: {visible(first.message)}"
        where = shortened(where, 40)
        yield f"{shortened(line, look.columns - width(where) - 2)}  {look.paint(where, _FAINT)}"
    if len(rows) > most:
        rest = sum(len(here) for _, here in rows[most:])
        yield look.paint(f"{rest:5,} of {len(rows) - most} other rules: doclint check --statistics", _FAINT)


def _closing(report: Report, look: Look, hints: bool = False) -> Iterator[str]:
    for notice in report.notices:
        yield visible(notice)
    aside = {"suppressed": len(report.suppressed), "not shown": report.known, "unsure": report.hidden}
    others = ", ".join(f"{count:,} {name}" for name, count in aside.items() if count)
    worst = min((found.severity for found in report.diagnostics), key=lambda each: each.rank, default=None)
    yield look.paint(total(report), _STYLE[worst] if worst else "1;32") + (f" ({others})" if others else "")
    yield from filter(None, (report.mode, report.verdict))
    if hints and report.diagnostics:
        yield look.paint(_next_step(report), _FAINT)


def _next_step(report: Report) -> str:
    first = min(report.diagnostics, key=lambda found: found.severity.rank)
    steps = [f"doclint explain {first.rule}", "doclint check --output-format full"]
    fixable = sum(found.fix is not None and found.fix.safe for found in report.diagnostics)
    if fixable:
        steps.insert(0, f"doclint fix ({fixable:,} fixable)")
    return "next: " + " · ".join(steps)


def _headline(diagnostic: Diagnostic, look: Look) -> str:
    mendable = " [*]" if diagnostic.fix and diagnostic.fix.safe else ""
    return _titled(diagnostic, visible(diagnostic.message) + mendable, look)


def _titled(diagnostic: Diagnostic, message: str, look: Look) -> str:
    mark = look.paint(diagnostic.severity, _STYLE[diagnostic.severity])
    return f"{mark} {diagnostic.rule} {diagnostic.name}: {message}"


def _place(diagnostic: Diagnostic, look: Look) -> str:
    span = diagnostic.span
    return f"{look.paint(visible(diagnostic.path), _PATH)}:{span.line}:{span.column}"


def _spot(diagnostic: Diagnostic, look: Look) -> str:
    return look.paint(f"{diagnostic.span.line}:{diagnostic.span.column}".rjust(8), _FAINT)


def _excerpt(diagnostic: Diagnostic, sources: Sources, look: Look) -> Iterator[str]:
    """The source line and a caret under what was found; a long line is shown around the place."""
    span = diagnostic.span
    line = sources.line(diagnostic.path, span.line)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    start = min(span.column - 1, len(line))
    if not line.strip() or end <= start:
        return
    room = max(look.columns - 14, 20)
    left = max(0, start - room // 3) if len(line) > room else 0
    right = min(len(line), left + room)
    end = min(end, right)
    before, marked, after = visible(line[left:start]), visible(line[start:end]), visible(line[end:right])
    if left:
        before = "…" + before
    after += "…" if right < len(line) else ""
    carets = look.paint("^" * max(width(marked), 1), _CARET)
    yield f"{_gutter(f'{span.line} |', look)} {before}{marked}{after}"
    yield f"{_gutter('|', look)} {' ' * width(before)}{carets}"


def _notes(diagnostic: Diagnostic, look: Look, most: int = _NAMED) -> Iterator[str]:
    for related in diagnostic.related[:most]:
        place = f"{visible(related.path)}:{related.span.line}"
        yield f"{_gutter('=', look)} {place}: {visible(related.message)}"
    if len(diagnostic.related) > most:
        yield f"{_gutter('=', look)} and {counted(len(diagnostic.related) - most, 'further place')}"
    if diagnostic.fix:
        unsafe = "" if diagnostic.fix.safe else " (with --unsafe)"
        yield f"{_gutter('=', look)} fix{unsafe}: {visible(diagnostic.fix.title)}"


def _gutter(text: str, look: Look) -> str:
    return look.paint(f"{text:>10}", _FAINT)


def _lines(found: Sequence[Diagnostic]) -> str:
    numbers = list(dict.fromkeys(str(diagnostic.span.line) for diagnostic in found))
    named = ", ".join(numbers[:_NAMED])
    return f"line{'s' if len(numbers) > 1 else ''} {named}" + (", …" if len(numbers) > _NAMED else "")


def _documents(found: Sequence[Diagnostic]) -> str:
    paths = list(dict.fromkeys(visible(diagnostic.path) for diagnostic in found))
    return paths[0] if len(paths) == 1 else f"{len(paths)} documents"


def _joined(lines: Iterable[str]) -> str:
    """Lines as a text: no empty line twice or at the beginning."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept) + "\n"
