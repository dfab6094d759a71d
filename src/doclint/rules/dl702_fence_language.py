"""A code fence that names its language is coloured, can be copied as what it is, and can be checked: doclint parses
shell, YAML, JSON, TOML and Python. Write `text` for output, drawings and what has no language.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each fence that names no language."""
    for block in document.code_blocks:
        if block.fenced and not block.language:
            yield Finding(
                span=document.span_of(block),
                message="this code fence names no language",
                subject=block.content.strip().split("\n")[0],
            )


RULE = DocumentRule(
    code="DL702",
    name="fence-language",
    severity=Severity.INFO,
    summary="Every code fence names its language",
    reason=__doc__,
    check=check,
    bad="# Restart\n\n```\nsystemctl restart api\n```\n",
    good="# Restart\n\n```bash\nsystemctl restart api\n```\n\nIt prints:\n\n```text\nok\n```\n",
)
