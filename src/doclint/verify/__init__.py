"""
The claims of a project's summaries and indexes, measured in the tree.

`project.ask(judged_claims)` gives all of them, by path and position.
"""

from doclint.project import Project
from doclint.verify.judged import Evidence, JudgedClaim, Verdict

__all__ = ["Evidence", "JudgedClaim", "Verdict", "judged_claims"]


def judged_claims(project: Project) -> tuple[JudgedClaim, ...]:
    """Every claim with its verdict, sorted by place."""
    return ()
