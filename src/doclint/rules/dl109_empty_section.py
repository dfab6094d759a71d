"""
A heading with nothing below it promises what is not there. The reader who came for it, perhaps through the table of
contents, has to find out for themselves that it was never written.

A section that has only subsections is not empty, and a template is meant to be filled.
"""

import re
from collections.abc import Iterator

from doclint.markdown.nodes import Document, HtmlBlock, Link, Section
from doclint.model import Finding, Severity
from doclint.rare import rare
from doclint.rule import DocumentRule, NoOptions

_NOTE = rare(r"\s*<!--(?!\s*(?:toc|start|begin|end|auto\w*|all-contributors|generated|doctoc)\b)", re.IGNORECASE)
_SIGNATURE = rare(r"\w\([^)]*\)")
_STATES = rare(  # `Status: done`, all there is to say
    r"\W*(?:status|result|verdict|outcome|answer|severity|priority|owner|duration|estimate|date)\W{0,3}:\s*\S",
    re.IGNORECASE,
)
_SENTENCE = 9  # words; a heading of so many says what a paragraph would
_FILLED_LATER = frozenset({"unreleased", "next", "upcoming"})  # of a changelog


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each heading without content and subsections."""
    if "template" in document.path.casefold() or document.not_analysed:
        return
    parents = {section.parent for section in document.sections}
    for index, section in enumerate(document.sections):
        is_title = section.level == 1 and index == 1
        if section.heading and section.title and index not in parents and not is_title and _is_empty(document, section):
            yield Finding(
                span=document.span_of(section.heading),
                message=f"nothing stands under '{section.title}'",
                subject=section.title,
            )


def _is_empty(document: Document, section: Section) -> bool:
    """Comments say nothing to the reader, but those of tools stand for what the tool puts there."""
    blocks = document.children[slice(*section.blocks)]
    nothing = all(isinstance(block, HtmlBlock) and _NOTE.match(block.content) for block in blocks)
    return nothing and not _speaks_for_itself(section)


def _speaks_for_itself(section: Section) -> bool:
    """A heading that leads elsewhere, is a sentence or a form of a call, what the next release is to fill."""
    assert section.heading is not None  # asked of headings only
    leads_on = any(isinstance(inline, Link) for inline in section.heading.inlines)
    is_later = section.title.strip("[]() ").casefold() in _FILLED_LATER
    is_said = _STATES.match(section.title) or len(section.title.split()) >= _SENTENCE
    is_directive = section.title.startswith(":::")  # the documentation of a module is put in here
    return bool(leads_on or is_later or is_said or is_directive or _SIGNATURE.search(section.title))


RULE = DocumentRule(
    code="DL109",
    name="empty-section",
    severity=Severity.WARNING,
    summary="Something stands under every heading",
    reason=__doc__,
    check=check,
    bad="# Cache\n\n## Usage\n\n## Limits\n\nNone.\n",
    near=(
        "# Changelog\n\n## [Unreleased]\n\n## 1.0\n\n- First.\n",
        "# A\n\n## Contents\n\n<!-- toc -->\n\n## B\n\nx\n",
        "# A\n\n## Disk\n\n### Growth\n\n3 % a week.\n\n### Status: ✅ no action needed\n",
        "# A\n\n### ::: pkg.errors\n",
        "# A\n\n## Dump\n\nx\n\n### Please delete the dump as soon as you are done with it\n",
    ),
    good="# Cache\n\n## Usage\n\n### By hand\n\nCall it.\n\n## Limits\n\n| Limit |\n| --- |\n",
)
