"""The audit as a whole."""

import pytest

from doclint.audit.ages import state_of
from doclint.output.audit import html as as_html
from doclint.output.audit import json as as_json
from doclint.settings import Gate, Settings
from tests.audit.sets import SET, audited


def test_a_set_that_contradicts_itself_fails_and_says_why() -> None:
    audit = audited(SET)

    assert audit.verdict == audit.gate.status == "fail"
    failed = {condition.name: condition for condition in audit.gate.conditions if condition.status == "failed"}
    assert {"errors", "contradicted"} <= failed.keys()
    assert failed["errors"].first is not None
    assert failed["contradicted"].first is not None
    assert [failed[name].actual for name in ("errors", "contradicted", "off_target")] == [3, 2, 1]
    assert audit.reason.endswith(".")


def test_counts_of_documents_are_those_of_the_set() -> None:
    audit = audited(SET)

    for name in ("errors", "warnings", "infos", "verified", "contradicted", "unverifiable", "lines", "words", "bytes"):
        assert getattr(audit.summary, name) == sum(getattr(card, name) for card in audit.documents), name
    assert len(audit.findings) == audit.summary.errors + audit.summary.warnings + audit.summary.infos
    assert len(audit.claims) == audit.summary.verified + audit.summary.contradicted + audit.summary.unverifiable


def test_what_a_plain_text_claims_counts() -> None:
    text = "PHASE 3 SUMMARY\n===============\n\nFiles delivered: 1\n\nguide.md   900 lines\n"
    audit = audited({"docs/guide.md": "# Guide\n\nText.\n", "docs/PHASE3_SUMMARY.txt": text})

    assert (audit.verdict, audit.summary.documents) == ("fail", 1)
    assert {claim.path for claim in audit.claims} == {"docs/PHASE3_SUMMARY.txt"}
    assert (audit.summary.errors, audit.summary.contradicted) == (1, 1)
    assert "900 lines" in as_html.render(audit)


def test_how_the_documents_hang_together() -> None:
    audit = audited(SET)

    assert audit.graph.start == "docs/index.md"
    assert audit.graph.orphans == ("docs/lonely.md", "docs/phase3-completion-summary.md")
    assert audit.graph.unreached == audit.graph.orphans
    assert audit.graph.dead_ends == ("docs/guide.md", *audit.graph.orphans)
    assert audit.graph.hubs == ("docs/guide.md", "docs/runbook.md")
    clicks = {card.path: card.clicks for card in audit.documents}
    assert (clicks["docs/index.md"], clicks["docs/runbook.md"], clicks["docs/lonely.md"]) == (0, 1, None)
    assert [(edge.source, edge.target, edge.broken) for edge in audit.graph.edges] == [
        ("docs/index.md", "docs/runbook.md", False),
        ("docs/index.md", "docs/guide.md", False),
        ("docs/lonely.md", "gone.md", True),
        ("docs/runbook.md", "docs/guide.md", False),
    ]
    indexed = {card.path: card.indexed for card in audit.documents}
    assert (indexed["docs/runbook.md"], indexed["docs/lonely.md"]) == (True, False)


def test_what_was_promised_of_a_file_stands_beside_what_it_is() -> None:
    checks = {
        one.path: [(each.wanted, each.found, each.met) for each in one.checks] for one in audited(SET).deliverables
    }

    assert checks == {"docs/guide.md": [("3", "3", True)], "docs/runbook.md": [("900", "5", False)]}


def test_ages_against_the_schedule_of_the_index() -> None:
    cards = {card.path: card for card in audited(SET).documents}

    runbook, guide = cards["docs/runbook.md"], cards["docs/guide.md"]
    assert (runbook.freshness, runbook.schedule_days, runbook.age_days) == ("stale", 7, 228)
    assert (guide.freshness, guide.schedule_days) == ("undated", 92)


@pytest.mark.parametrize(
    ("days", "schedule", "state"),
    [
        pytest.param(None, 10, "undated", id="without a date"),
        pytest.param(-1, 10, "future", id="tomorrow"),
        pytest.param(0, None, "unscheduled", id="without a schedule"),
        pytest.param(8, 10, "fresh", id="four fifths of its time"),
        pytest.param(9, 10, "due", id="more than that"),
        pytest.param(10, 10, "due", id="all its time"),
        pytest.param(11, 10, "stale", id="a day more"),
    ],
)
def test_where_a_document_stands_in_its_schedule(days: int | None, schedule: int | None, state: str) -> None:
    assert state_of(days, schedule) == state


@pytest.mark.parametrize(
    ("paths", "start"),
    [
        pytest.param(("docs/a.md", "docs/b.md"), "", id="no start page"),
        pytest.param(("docs/x/README.md", "docs/b/Index.md", "docs/a.md"), "docs/b/Index.md", id="the first"),
        pytest.param(("docs/a/README.md", "docs/index.md"), "docs/index.md", id="the outermost"),
    ],
)
def test_where_a_reader_enters(paths: tuple[str, ...], start: str) -> None:
    assert audited(dict.fromkeys(paths, "# A\n\nText.\n")).graph.start == start


def test_who_answers_for_a_document_as_it_says() -> None:
    text = "# A\n\n**Author**: Ada\n"

    found = audited({"docs/a.md": text, "docs/b.md": f"{text}**Owner**: Bob\n", "docs/c.md": "# C\n"})

    assert [card.owner for card in found.documents] == ["Ada", "Bob", ""]


def test_a_card_counts_what_is_about_its_document() -> None:
    cards = {card.path: card for card in audited(SET).documents}

    runbook, summary = cards["docs/runbook.md"], cards["docs/phase3-completion-summary.md"]
    assert (runbook.links_in, runbook.links_out, runbook.broken, cards["docs/lonely.md"].broken) == (1, 1, 0, 1)
    assert (runbook.score, runbook.cap, runbook.grade) == (69, 69, "D")
    assert (summary.verified, summary.contradicted, summary.unverifiable) == (4, 1, 3)
    assert (runbook.lines, runbook.updated, runbook.changed, runbook.type) == (5, "2025-06-01", "", "runbook")


def test_documents_that_are_overdue_are_counted() -> None:
    (stale,) = (one for one in audited(SET, Settings(gate=Gate(stale=0))).gate.conditions if one.name == "stale")

    assert stale.first
    assert (stale.actual, stale.first.message) == (1, "228 days old, due every 7")


def test_an_audit_without_documents_is_no_pass() -> None:
    audit = audited({"a.txt": ""}, paths=())

    assert audit.verdict == "incomplete"
    assert "no documents" in audit.reason


def test_a_clean_set_passes() -> None:
    clean = {"docs/a.md": "# A\n\nSee [B](b.md).\n", "docs/b.md": "# B\n\nSee [A](a.md).\n"}

    audit = audited(clean)

    assert (audit.verdict, audit.reason) == ("pass", f"All {len(audit.gate.conditions)} conditions hold.")
    assert (audit.graph.start, audit.graph.unreached) == ("", ())


def test_the_score_of_a_set_is_the_mean_to_a_tenth() -> None:
    pages = {f"docs/{name}.md": f"# {name}\n\nText.\n" for name in "ab"}

    assert audited({**pages, "docs/c.md": "# C\n\n[x](gone.md)\n"}).summary.score == 89.7


@pytest.mark.parametrize(
    ("comment", "state"),
    [
        pytest.param("DL301 -- soon", "active", id="for good"),
        pytest.param("DL301 -- soon, until=2026-01-15", "active", id="until today"),
        pytest.param("DL301", "without-reason", id="without a reason"),
        pytest.param("DL301 -- soon, until=2026-01-14", "expired", id="until yesterday"),
    ],
)
def test_what_is_hidden_by_comments_is_owed(comment: str, state: str) -> None:
    text = f"# A\n\n<!-- doclint-disable-next-line {comment} -->\n[x](gone.md)\n\n<!-- doclint-enable -->\n"

    audit = audited({"docs/a.md": text})

    debt = audit.debt

    assert [(one.path, one.line, one.rules, one.state) for one in debt.suppressions] == [
        ("docs/a.md", 3, ("DL301",), state)
    ]
    assert audit.summary.suppressed == len(debt.suppressed)
    assert [one.rule for one in debt.suppressed] == ([] if state == "expired" else ["DL301"])


@pytest.mark.parametrize("limit", [0, 1])
def test_limits_of_the_settings_hold(limit: int) -> None:
    clean = {"docs/a.md": "# A\n\n#### Too deep\n\nText.\n"}
    settings = Settings(gate=Gate(rules={"DL101": limit}))

    assert audited(clean, settings).verdict == ("pass" if limit else "fail")


def test_json_reads_back_to_the_same_audit_and_the_same_bytes() -> None:
    audit = audited(SET)
    written = as_json.render(audit)

    again = as_json.read(written.encode(), "report.json")

    assert again == audit
    assert as_json.render(again) == written


def test_fields_of_a_later_doclint_are_no_obstacle() -> None:
    written = as_json.render(audited(SET)).replace('{\n "schema_version"', '{\n "later": [1],\n "schema_version"', 1)

    assert as_json.read(written.encode(), "x").verdict == "fail"
