"""Whoever meets a suppression later must decide whether it still holds. Without a reason, nobody dares to remove it.

Write the reason after two hyphens: `<!-- doclint-disable-next-line DL301 -- the page comes with release 2 -->`.
"""

from collections.abc import Iterator

from doclint.facts.suppressions import directives_of
from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each suppression that states no reason."""
    for directive in document.ask(directives_of):
        if directive.kind != "enable" and not directive.reason:
            yield Finding(
                span=directive.span,
                message=f"doclint-{directive.kind} states no reason",
                subject=" ".join(directive.rules),
            )


RULE = DocumentRule(
    code="DL008",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    summary="Suppressions state their reason",
    reason=__doc__,
    check=check,
    default=False,
    bad="<!-- doclint-disable-file DL101 -->\n",
    good="<!-- doclint-disable-file DL101 -- generated -->\n",
)
