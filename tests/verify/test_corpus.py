"""Hand-checked claims of real summaries: how many are found, how many verdicts are right."""

import datetime
import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from doclint.engine import lint_document
from doclint.files.discover import files_of
from doclint.project import Project
from doclint.settings import Settings
from doclint.verify import JudgedClaim, judged_claims
from tests.corpus import CORPUS, SHARED, needs_corpus

AS_OF = datetime.date(2026, 11, 21)
pytestmark = needs_corpus


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_claims", SHARED / "tools/score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(root: Path) -> tuple[JudgedClaim, ...]:
    files = files_of(root, Settings())
    paths = sorted(path for path in files.tree.files if path.endswith(".md"))
    facts = {path: lint_document(path, (root / path).read_bytes(), Settings(), []).facts for path in paths}
    return Project(facts, files.tree, Settings(), AS_OF, files.bytes_of).ask(judged_claims)


def as_reported(claim: JudgedClaim) -> dict[str, Any]:
    names = ("path", "text", "kind", "subject", "claimed", "verdict")
    return {"line": claim.span.line, **{name: getattr(claim, name) for name in names}}


def test_hand_checked_claims() -> None:
    score = scorer()
    documents = list(score.load_truth(CORPUS / "claims", "."))
    found = [as_reported(claim) for tree in {d["source"]["tree"] for d in documents} for claim in judged(SHARED / tree)]
    count: Counter[str] = Counter()
    for document in documents:
        truths, source = document["claims"], document["source"]
        dropped = {row["line"] for row in document.get("not_claims", [])}
        claims = [claim for claim in found if claim["path"] == source["path"] and claim["line"] not in dropped]
        pairs = score.pair(truths, claims)
        count["truths"] += len(truths)
        count["quantities"] += sum(truth["cls"] == "quant" for truth in truths)
        if source.get("exhaustive_kinds", "all") == "all":
            count["emitted"] += len(claims)
            count["emitted_hit"] += len(pairs)
        for t, c in pairs:
            truth, verdict = truths[t], claims[c]["verdict"]
            right = verdict == truth["verdict"] or verdict in (truth.get("also_accept") or [])
            count["hit"] += 1
            count["quantities_hit"] += truth["cls"] == "quant"
            count["crisp"] += truth["crisp"]
            count["right"] += truth["crisp"] and right
            count["costly"] += (
                truth["crisp"] and (truth["verdict"], verdict) == ("contradicted", "verified") and not right
            )

    assert count["costly"] == 0
    assert count["quantities_hit"] >= 0.97 * count["quantities"]
    assert count["hit"] >= 0.93 * count["truths"]
    assert count["right"] >= 0.97 * count["crisp"]
    assert count["emitted_hit"] >= 0.93 * count["emitted"]
