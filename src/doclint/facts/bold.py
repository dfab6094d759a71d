"""Bold in paragraphs: what labels, leads and stand-ins of headings are told by."""

from doclint.markdown.nodes import Document, Emphasis, Paragraph


def bold_of(document: Document) -> tuple[tuple[Paragraph, Emphasis], ...]:
    """Bold text of paragraphs and list items with the paragraph that holds it, in document order."""
    return tuple(
        (leaf, inline)
        for leaf in document.leaves
        if leaf.inlines and type(leaf) is Paragraph
        for inline in leaf.inlines
        if type(inline) is Emphasis and inline.kind == "strong"
    )
