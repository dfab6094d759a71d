"""The audit as a whole."""

import pytest

from doclint.output import report_json
from doclint.settings import Gate, Settings
from tests.audit.sets import SET, audited


def test_a_set_that_contradicts_itself_fails_and_says_why() -> None:
    audit = audited(SET)

    assert audit.verdict == audit.gate.status == "fail"
    failed = {condition.name: condition for condition in audit.gate.conditions if condition.status == "failed"}
    assert {"errors", "contradicted"} <= failed.keys()
    assert failed["errors"].first is not None
    assert failed["contradicted"].first is not None
    assert audit.reason.endswith(".")


def test_counts_of_documents_are_those_of_the_set() -> None:
    audit = audited(SET)

    for name in ("errors", "warnings", "infos", "verified", "contradicted", "unverifiable", "lines", "words", "bytes"):
        assert getattr(audit.summary, name) == sum(getattr(card, name) for card in audit.documents), name
    assert len(audit.findings) == audit.summary.errors + audit.summary.warnings + audit.summary.infos
    assert len(audit.claims) == audit.summary.verified + audit.summary.contradicted + audit.summary.unverifiable


def test_how_the_documents_hang_together() -> None:
    audit = audited(SET)

    assert audit.graph.start == "docs/index.md"
    assert "docs/lonely.md" in audit.graph.orphans
    assert "docs/lonely.md" in audit.graph.unreached
    clicks = {card.path: card.clicks for card in audit.documents}
    assert (clicks["docs/index.md"], clicks["docs/runbook.md"], clicks["docs/lonely.md"]) == (0, 1, None)
    assert [(edge.source, edge.target) for edge in audit.graph.edges if edge.broken] == [("docs/lonely.md", "gone.md")]
    indexed = {card.path: card.indexed for card in audit.documents}
    assert (indexed["docs/runbook.md"], indexed["docs/lonely.md"]) == (True, False)


def test_ages_against_the_schedule_of_the_index() -> None:
    cards = {card.path: card for card in audited(SET).documents}

    runbook, guide = cards["docs/runbook.md"], cards["docs/guide.md"]
    assert (runbook.freshness, runbook.schedule_days, runbook.age_days) == ("stale", 7, 228)
    assert (guide.freshness, guide.schedule_days) == ("undated", 92)


def test_an_audit_without_documents_is_no_pass() -> None:
    audit = audited({"a.txt": ""}, paths=())

    assert audit.verdict == "incomplete"
    assert "no documents" in audit.reason


def test_a_clean_set_passes() -> None:
    clean = {"docs/a.md": "# A\n\nSee [B](b.md).\n", "docs/b.md": "# B\n\nSee [A](a.md).\n"}

    assert audited(clean).verdict == "pass"


@pytest.mark.parametrize("limit", [0, 1])
def test_limits_of_the_settings_hold(limit: int) -> None:
    clean = {"docs/a.md": "# A\n\n#### Too deep\n\nText.\n"}
    settings = Settings(gate=Gate(rules={"DL101": limit}))

    assert audited(clean, settings).verdict == ("pass" if limit else "fail")


def test_json_reads_back_to_the_same_audit_and_the_same_bytes() -> None:
    audit = audited(SET)
    written = report_json.render(audit)

    again = report_json.read(written.encode(), "report.json")

    assert again == audit
    assert report_json.render(again) == written


def test_fields_of_a_later_doclint_are_no_obstacle() -> None:
    written = report_json.render(audited(SET)).replace(
        '{\n "schema_version"', '{\n "later": [1],\n "schema_version"', 1
    )

    assert report_json.read(written.encode(), "x").verdict == "fail"
