"""Checkstyle XML: read by Jenkins, diff-quality and many others."""

from itertools import groupby
from xml.sax.saxutils import quoteattr

from doclint.engine import Report
from doclint.output import Look, Sources
from doclint.output.visible import visible


def render(report: Report, sources: Sources, look: Look) -> str:
    """A whole XML document."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<checkstyle version="4.3">']
    for path, found in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path):
        lines.append(f"  <file name={quoteattr(visible(path))}>")
        for each in found:
            place = f'line="{each.span.line}" column="{each.span.column}" severity="{each.severity}"'
            message, source = quoteattr(visible(each.message)), quoteattr(f"doclint.{each.rule}.{each.name}")
            lines.append(f"    <error {place} message={message} source={source}/>")
        lines.append("  </file>")
    return "\n".join([*lines, "</checkstyle>"]) + "\n"
