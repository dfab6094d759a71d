"""
The claims of a project's summaries and indexes, measured in the tree.

`project.ask(judged_claims)` gives all of them, by path and position.
"""

import os
import re
from collections.abc import Iterator

from doclint.claims.plain import as_markdown
from doclint.facts import Facts, facts_of
from doclint.markdown import parse
from doclint.markdown.source import decode
from doclint.project import Project
from doclint.verify.counting import Inventory
from doclint.verify.judge import Judge
from doclint.verify.judged import Evidence, JudgedClaim, Verdict
from doclint.verify.judging import judged
from doclint.verify.library import Shelf
from doclint.verify.passages import Pages

__all__ = ["Evidence", "JudgedClaim", "Verdict", "judged_claims"]

_SUMMARY = re.compile(
    r"summar|complet|report|deliver|status|index|final|readme|overview|results|progress", re.IGNORECASE
)
_LARGEST = 300_000  # bytes of a plain text that may be a summary


def judged_claims(project: Project) -> tuple[JudgedClaim, ...]:
    """Every claim with its verdict, sorted by place."""
    shelf = Shelf(project)
    pages: dict[str, Pages] = {}
    inventories: dict[str, Inventory] = {}
    found: list[JudgedClaim] = []
    for facts in (*project.facts.values(), *_plain(project)):
        if facts.claims.claims:
            found.extend(judged(Judge(shelf, facts, pages, inventories)))
    return tuple(sorted(found, key=lambda claim: (claim.path, claim.span)))


def _plain(project: Project) -> Iterator[Facts]:
    """Summaries in plain text: no documents of the project, told by their name, read for their claims only."""
    for path in sorted(project.tree.files):
        if path.endswith(".txt") and _SUMMARY.search(os.path.basename(path)):
            raw = project.read(path)
            if raw is not None and len(raw) <= _LARGEST:
                text = as_markdown(decode(raw).text)
                yield facts_of(parse(path, text.encode("utf-8", "surrogatepass")))
