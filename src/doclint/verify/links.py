"""Dead links in the documents a summary lists."""

from doclint.claims import Claim
from doclint.verify.comparing import agrees
from doclint.verify.judge import Judge, Judgement
from doclint.verify.judged import Evidence, Verdict


def judge_links(judge: Judge, claim: Claim) -> Judgement:
    """So many dead links, mostly none."""
    files = [path for path in judge.library.documents if path in judge.project.facts]
    if len(files) < 2:
        return judge.unknown(claim, "no documents are named")
    edges = [edge for path in files for edge in judge.project.edges(path)]
    if not any(edge.target.path for edge in edges):
        return judge.unknown(claim, "the documents named have no links to files")
    dead = [edge for edge in edges if edge.target.state == "missing"]
    right = agrees(claim, len(dead)) if claim.low is not None else not dead
    verdict: Verdict = "verified" if right else "contradicted"
    shown = tuple(Evidence(edge.document, edge.link.span.line, f"{edge.link.target} leads nowhere") for edge in dead)
    return Judgement(
        verdict, f"{len(dead)} dead links", shown or (judge.here(claim, f"{len(edges)} links lead somewhere"),)
    )
