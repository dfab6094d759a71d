"""JUnit XML: a test suite per document, a failed test per finding, a passed one where nothing was found."""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

from doclint.engine import Report
from doclint.model import Diagnostic
from doclint.output import Look, Sources
from doclint.output.visible import visible


def render(report: Report, sources: Sources, look: Look) -> str:
    """A whole XML document; warnings and notes are failures, too: which of them gate is said by the exit status."""
    found = len(report.diagnostics)
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append(f'<testsuites name="doclint" tests="{max(found, 1)}" failures="{found}" errors="0">')
    for path, group in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path):
        lines += _suite(path, list(group))
    if not found:
        title = quoteattr(f"{report.files} documents")
        lines.append(
            f'  <testsuite name="doclint" tests="1" failures="0" errors="0"><testcase name={title}/></testsuite>'
        )
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _suite(path: str, found: list[Diagnostic]) -> Iterator[str]:
    name = quoteattr(visible(path))
    yield f'  <testsuite name={name} tests="{len(found)}" failures="{len(found)}" errors="0">'
    for diagnostic in found:
        span = diagnostic.span
        title = quoteattr(f"{diagnostic.rule} {diagnostic.name}:{span.line}:{span.column}")
        message = quoteattr(visible(diagnostic.message))
        yield f'    <testcase name={title} classname={name} file={name} line="{span.line}">'
        yield f'      <failure type="{diagnostic.severity}" message={message}/>'
        yield "    </testcase>"
    yield "  </testsuite>"
