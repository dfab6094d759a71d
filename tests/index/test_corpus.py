"""A real documentation set against an independent count."""

import datetime
import json

import pytest

from doclint.engine import check
from doclint.settings import Settings
from tests.corpus import CORPUS, PHASE, needs_corpus

TODAY = datetime.date(2026, 11, 21)
pytestmark = needs_corpus


@pytest.fixture(scope="module")
def found() -> dict[str, set[tuple[str, int]]]:
    """Places of findings by rule, those of DL703 by language."""
    places: dict[str, set[tuple[str, int]]] = {}
    for one in check(PHASE, ("docs/phase6",), Settings(select=("DL2", "DL5", "DL7")), TODAY).diagnostics:
        language = one.message.partition(" does not parse")[0].removeprefix("this ")
        kind = f"DL703 {language}" if one.rule == "DL703" else one.rule
        places.setdefault(kind, set()).add((one.path.rpartition("/")[2], one.span.line))
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

    assert found[rule] == {(one["file"], one["line"]) for one in expected}


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
