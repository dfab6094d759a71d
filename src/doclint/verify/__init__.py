"""
The claims of a project's summaries and indexes, measured in the tree.

`project.ask(judged_claims)` gives all of them, by path and position.
"""

from doclint.project import Project
from doclint.verify.counting import Inventory
from doclint.verify.judge import Judge
from doclint.verify.judged import Evidence, JudgedClaim, Verdict
from doclint.verify.judging import judged
from doclint.verify.library import Shelf
from doclint.verify.passages import Pages

__all__ = ["Evidence", "JudgedClaim", "Verdict", "judged_claims"]


def judged_claims(project: Project) -> tuple[JudgedClaim, ...]:
    """Every claim with its verdict, sorted by place."""
    shelf = Shelf(project)
    pages: dict[str, Pages] = {}
    inventories: dict[str, Inventory] = {}
    found: list[JudgedClaim] = []
    for facts in project.facts.values():
        if facts.claims.claims:
            found.extend(judged(Judge(shelf, facts, pages, inventories)))
    return tuple(sorted(found, key=lambda claim: (claim.path, claim.span)))
