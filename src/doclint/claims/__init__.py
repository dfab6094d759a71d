"""What summaries and indexes say about other documents, and about themselves."""

from doclint.claims.claim import Claim, Claims, Term

__all__ = ["Claim", "Claims", "Term"]
