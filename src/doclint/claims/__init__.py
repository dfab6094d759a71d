"""What summaries and indexes say about other documents, and about themselves."""

from doclint.claims.claim import Claim, Claims, Term
from doclint.claims.shape import shape_of
from doclint.markdown.nodes import Document

__all__ = ["Claim", "Claims", "Term", "claims_of"]


def claims_of(document: Document, silent: bool = False) -> Claims:
    """The claims of a summary or an index; none of any other document, and of one whose claims do not matter."""
    shape = "" if silent else shape_of(document)
    if not shape:
        return Claims("", ())
    from doclint.claims.extract import extracted  # a hundred patterns that few documents need

    return Claims(shape, extracted(document, shape))
