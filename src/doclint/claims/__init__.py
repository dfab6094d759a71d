"""What summaries and indexes say about other documents, and about themselves."""

from doclint.claims.claim import Claim, Claims, Term
from doclint.claims.extract import claims_of

__all__ = ["Claim", "Claims", "Term", "claims_of"]
