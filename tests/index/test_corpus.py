"""A real documentation set against an independent count."""

import datetime
import json
from pathlib import Path

import pytest

from doclint.engine import check
from doclint.settings import Settings

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SET = CORPUS / "novacron-phase6"
TODAY = datetime.date(2026, 11, 21)
DIALOGUES = {  # with a debugger, in a block called bash: no program, and not reported
    ("PRODUCTION_KNOWLEDGE_BASE.md", 533),
    ("PRODUCTION_OBSERVABILITY_GUIDE.md", 358),
    ("PRODUCTION_OBSERVABILITY_GUIDE.md", 371),
}

pytestmark = pytest.mark.skipif(not SET.is_dir(), reason="the documents are not on this machine")


@pytest.fixture(scope="module")
def found() -> dict[str, set[tuple[str, int]]]:
    """Places of findings by rule, those of DL703 by language and where their block opens."""
    places: dict[str, set[tuple[str, int]]] = {}
    for one in check(SET, ("docs/phase6",), Settings(select=("DL2", "DL5", "DL7")), TODAY).diagnostics:
        kind, line = one.rule, one.span.line
        if kind == "DL703":
            before = (SET / one.path).read_text().split("\n")[:line]
            line = max(number for number, text in enumerate(before, 1) if text.lstrip().startswith("```"))
            kind += " " + before[line - 1].strip().removeprefix("```")
        places.setdefault(kind, set()).add((one.path.rpartition("/")[2], line))
    return places


@pytest.mark.parametrize(
    ("rule", "counted"),
    [
        ("DL201", "not_in_index"),
        ("DL501", "no_last_updated"),
        ("DL506", "next_review_overdue"),
        ("DL510", "no_owner"),
        ("DL702", "fence_without_language"),
        ("DL703 bash", "code_syntax_bash"),
        ("DL703 yaml", "code_syntax_yaml"),
    ],
)
def test_every_place_of_the_independent_count(found: dict[str, set[tuple[str, int]]], rule: str, counted: str) -> None:
    expected = json.loads((CORPUS / "expected_phase6.json").read_text())["findings"][counted]

    assert found[rule] == {(one["file"], one["line"]) for one in expected} - DIALOGUES


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        pytest.param("DL202", 0, id="every document the index names exists"),
        pytest.param("DL204", 4, id="three owners and an audience differ"),
        pytest.param("DL205", 10, id="nine references, and one to all others"),
        pytest.param("DL504", 5, id="stale against the index's own schedule"),
        pytest.param("DL701", 0, id="every fence is closed"),
    ],
)
def test_counts(found: dict[str, set[tuple[str, int]]], rule: str, count: int) -> None:
    assert len(found.get(rule, ())) == count
