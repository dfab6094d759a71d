"""Writing a suppression comment where it holds for a finding and changes nothing that a reader sees."""

from doclint.markdown.nodes import Block, Document, Paragraph
from doclint.model import START, Diagnostic, Edit, Fix, Span


def excuse(diagnostic: Diagnostic, document: Document, reason: str) -> Fix:
    """
    The comment that suppresses a finding.

    In running text at the end of the line; above a heading, a table or a code block, which hold no comments; at the
    end of the document for what is about all of it.
    """
    line = diagnostic.span.line
    block = _block_at(document, line)
    if diagnostic.span == START or block is None:
        place = document.span(len(document.text), len(document.text))
        before = "" if document.text.endswith("\n\n") else "\n" if document.text.endswith("\n") else "\n\n"
        text = f"{before}{_comment('file', diagnostic.rule, reason)}\n"
    elif isinstance(block, Paragraph):
        text = f" {_comment('line', diagnostic.rule, reason)}"
        place = _end_of_text(document, line)
    else:
        start = document.span_of(block)
        indent = document.line(start.line)[: start.column - 1]
        text = f"{_comment('next-line', diagnostic.rule, reason)}\n{indent}"
        place = Span(start.line, start.column, start.line, start.column)
    return Fix(f"Suppress {diagnostic.rule} here: {reason}", (Edit(diagnostic.path, place, text),))


def _comment(kind: str, rule: str, reason: str) -> str:
    return f"<!-- doclint-disable-{kind} {rule} -- {' '.join(reason.replace('--', '–').split())} -->"


def _block_at(document: Document, line: int) -> Block | None:
    """The innermost block of text, code or cells that a line belongs to."""
    found = None
    for block, _ in document.walk():
        span = document.span_of(block)
        if span.line <= line <= span.end_line and not hasattr(block, "children"):
            found = block
    return found


def _end_of_text(document: Document, line: int) -> Span:
    """Before the blanks or the backslash that make a line break."""
    text = document.line(line).rstrip()
    end = len(text.removesuffix("\\").rstrip()) + 1
    return Span(line, end, line, end)
