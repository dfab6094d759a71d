"""The header of the document cannot be read, so its title, owner and dates are unknown to every tool that builds on
it; some show it as text on the page instead.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity, Span
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for a header that is not YAML or TOML, at the line that breaks it."""
    header = document.front_matter
    if header and header.error:
        line = min(header.error_line or 1, document.line_count)
        yield Finding(
            span=Span(line, 1, line, len(document.line(line)) + 1),
            message=f"the front matter is not {header.kind.upper()}: {header.error}",
            subject="front matter",
        )


RULE = DocumentRule(
    code="DL010",
    name="front-matter",
    severity=Severity.ERROR,
    summary="Front matter can be read",
    reason=__doc__,
    check=check,
    bad="---\ntitle: [Restart\nowner: shop\n---\n\n# Restart\n",
    good="---\ntitle: Restart\nowner: shop\n---\n\n# Restart\n",
)
