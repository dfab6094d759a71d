"""A fence that is never closed turns the rest of the document into code: headings, links and warnings in it are shown
as grey text, and nothing in it can be clicked or found in the outline.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each fence without an end, at its opening line."""
    for block in document.code_blocks:
        if block.fenced and not block.closed:
            lines = block.content.count("\n")
            after = "the line after it is" if lines == 1 else f"the {lines:,} lines after it are"
            yield Finding(
                span=document.span(block.start, document.text.find("\n", block.start) % (len(document.text) + 1)),
                message=f"this fence is not closed: {after} code" if lines else "this fence is not closed",
                subject=block.info,
            )


RULE = DocumentRule(
    code="DL701",
    name="unclosed-fence",
    severity=Severity.ERROR,
    summary="Every code fence is closed",
    reason=__doc__,
    check=check,
    bad="# Restart\n\n```bash\nsystemctl restart api\n\n## Verify\n\nOpen the status page.\n",
    good="# Restart\n\n```bash\nsystemctl restart api\n```\n\n## Verify\n\nOpen the status page.\n",
)
