"""Which headings are the section somebody looks for, and which only look like it."""

import pytest

from doclint.doctypes.names import bare, is_named, nearest_of


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        pytest.param("Rollout", ["Rollback"], id="another word"),
        pytest.param("Why we decided against a rollback of the schema in May", ["Rollback"], id="a sentence about it"),
        pytest.param("Back", ["Rollback"], id="half of it"),
        pytest.param("Related documents", ["Documents created"], id="one word of two"),
        pytest.param("✅", ["Steps"], id="no words at all"),
        pytest.param("3.", ["Steps"], id="a number only"),
        pytest.param("Statement", ["Status"], id="the same beginning"),
        pytest.param("Rollback of the primary database cluster nodes", ["Rollback"], id="four words more"),
        pytest.param("Steps", ["✅"], id="a name without words"),
    ],
)
def test_another_section(heading: str, names: list[str]) -> None:
    assert not is_named(heading, names)


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        pytest.param("ROLLBACK", ["Rollback"], id="case"),
        pytest.param("3. Rollback", ["Rollback"], id="numbered"),
        pytest.param("3.2.1 Rollback", ["Rollback"], id="numbered deeply"),
        pytest.param("IV. Rollback", ["Rollback"], id="numbered as the Romans did"),
        pytest.param("B) Rollback", ["Rollback"], id="lettered"),
        pytest.param("Phase 1: Rollback", ["Rollback"], id="a phase"),
        pytest.param("Step 2 - Rollback", ["Rollback"], id="a step"),
        pytest.param("Part 2 — Detect & Analyze", ["Detect and analyze"], id="ampersand"),
        pytest.param("🔄 Rollback", ["Rollback"], id="emoji"),
        pytest.param("Rollback ✅ (tested)", ["Rollback"], id="a mark and an aside"),
        pytest.param("✅ 2. Rollback", ["Rollback"], id="a mark before the number"),
        pytest.param("Rollback (only if the new version did not start)", ["Rollback"], id="a long aside"),
        pytest.param("Rollback [only if the new version did not start]", ["Rollback"], id="an aside in brackets"),
        pytest.param("Rollback of the primary database cluster", ["Rollback"], id="three words more"),
        pytest.param("Configure setup.py", ["Configure setup py"], id="a letter before a dot is no number"),
        pytest.param("Roll back", ["Rollback"], id="in two words"),
        pytest.param("Roll back up", ["Rollbackup"], id="in three words"),
        pytest.param("Roll-back procedures", ["Rollback"], id="hyphen and more words"),
        pytest.param("Prerequisite", ["Prerequisites"], id="singular"),
        pytest.param("Causes of the outage", ["Cause"], id="plural"),
        pytest.param("Steps for verification", ["Verification steps"], id="another order"),
        pytest.param("How to verify", ["Verify"], id="a question"),
        pytest.param("What's next?", ["What's next"], id="apostrophe"),
        pytest.param("What’s Next", ["What's next"], id="typographic apostrophe"),
        pytest.param("Ｒｏｌｌｂａｃｋ", ["Rollback"], id="full width"),
        pytest.param("Phase 3", ["Phase 3"], id="nothing but a number"),
    ],
)
def test_the_same_section(heading: str, names: list[str]) -> None:
    assert is_named(heading, names)


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        pytest.param("Deploy to 3 regions", "Deploy to 3 regions", id="a number in the middle"),
        pytest.param("2. Deploy to 3 regions", "Deploy to 3 regions", id="a number in front"),
        pytest.param("✅ PHASE 2: Deploy (twice) – now!", "Deploy – now", id="marks and asides"),
        pytest.param("3.", "3.", id="nothing else"),
    ],
)
def test_a_heading_without_its_number(heading: str, told: str) -> None:
    assert bare(heading) == told


def test_the_nearest_heading_is_one_that_looks_alike_or_none() -> None:
    assert nearest_of(["Overview", "Rollforward", "Contacts"], ["Rollback"]) is None
    assert nearest_of(["Overview", "Verfication", "Contacts"], ["Verification", "Check"]) == "Verfication"
