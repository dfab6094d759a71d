"""Lists of scenarios and procedures that a document says exist: "Key procedures:", "Scenarios covered"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from doclint.markdown.nodes import Document, Heading, List, Paragraph
from doclint.model import Span

_GROUP = re.compile(
    r"(?:^|\s)(?:scenarios|procedures|playbooks|use cases)(?: (?:covered|documented|included|handled|supported))?\W*$",
    re.IGNORECASE,
)
_LONGEST_GROUP = 60


class ListedFact(Struct, frozen=True, gc=False, array_like=True):
    """An item of such a list; `group` is what stands above it."""

    group: str
    text: str
    span: Span


def listed_of(document: Document) -> tuple[ListedFact, ...]:
    """Items of lists right below a line or a heading that calls them scenarios, procedures or playbooks."""
    return tuple(_listed(document))


def _listed(document: Document) -> Iterator[ListedFact]:
    for above, block in document.ask(lists_of):
        group = " ".join(above.text.rpartition("\n")[2].split())
        if len(group) <= _LONGEST_GROUP and _GROUP.search(group):
            for item in block.children:
                if item.leaf:
                    text = " ".join(item.leaf.text.split())
                    yield ListedFact(group.rstrip(": "), text, document.span_of(item.leaf))


def lists_of(document: Document) -> tuple[tuple[Heading | Paragraph, List], ...]:
    """Lists right below a heading or a paragraph, with it."""
    return tuple(
        (above, block)
        for above, block in pairwise(document.children)
        if type(block) is List and isinstance(above, Heading | Paragraph)
    )
