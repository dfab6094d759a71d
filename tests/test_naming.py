"""Which document a name means, and when it is nobody's."""

import pytest

from doclint.naming import Names, located, singular

KNOWN = {
    "metrics.md": ["METRICS_INTERPRETATION_GUIDE", "Metrics interpretation guide"],
    "runbook.md": ["PRODUCTION_OPERATIONS_RUNBOOK", "2. Production operations runbook"],
    "incidents.md": ["INCIDENT_PLAYBOOKS", "Incident playbooks"],
    "alerts.md": ["ALERT_PLAYBOOKS", "Alert playbooks"],
    "notes.md": ["Notes"],
}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("the", None, id="no word that tells"),
        pytest.param("Playbooks", None, id="two fit"),
        pytest.param("Metrics dashboard", None, id="a word too many"),
        pytest.param("Metrics interpretation dashboard", None, id="a word too many beside two"),
        pytest.param("Release notes of May", None, id="more words than a name of one word"),
        pytest.param("Metrics Guide", "metrics.md", id="words left out"),
        pytest.param("operations runbooks", "runbook.md", id="plural, case"),
        pytest.param("Incident Playbooks", "incidents.md", id="as it is called"),
        pytest.param("Alert playbooks for the on-call engineer", "alerts.md", id="more words than its name"),
    ],
)
def test_the_document_that_is_meant(name: str, path: str | None) -> None:
    assert Names(KNOWN).meant(name) == (path or "")


@pytest.mark.parametrize(
    ("word", "one"),
    [
        pytest.param("gas", "gas", id="too short"),
        pytest.param("pass", "pass", id="ss"),
        pytest.param("status", "status", id="us"),
        pytest.param("analysis", "analysis", id="is"),
        pytest.param("runs", "run", id="s"),
        pytest.param("ties", "tie", id="ies, too short"),
        pytest.param("entries", "entry", id="ies"),
        pytest.param("axes", "axe", id="xes, too short"),
        pytest.param("boxes", "box", id="xes"),
        pytest.param("addresses", "address", id="sses"),
        pytest.param("matches", "match", id="ches"),
    ],
)
def test_the_singular_of_a_word(word: str, one: str) -> None:
    assert singular(word) == one


FILES = frozenset(
    {
        *("docs/setup.md", "docs/ops/restore.md", "docs/dev/README.md", "README.md", "LICENSE.md"),
        *("docs/ops/scale.md", "lib/scale.md", "lib/a/plan.md", "lib/b/plan.md"),
    }
)
BY_NAME = {
    "setup.md": ("docs/setup.md",),
    "restore.md": ("docs/ops/restore.md",),
    "README.md": ("README.md", "docs/dev/README.md"),
    "LICENSE.md": ("LICENSE.md",),
    "scale.md": ("lib/scale.md", "docs/ops/scale.md"),
    "plan.md": ("lib/a/plan.md", "lib/b/plan.md"),
}


@pytest.mark.parametrize(
    ("written", "path"),
    [
        pytest.param("gone.md", None, id="no such file"),
        pytest.param("lib/README.md", None, id="another folder"),
        pytest.param("lib/LICENSE.md", None, id="more folders than it has"),
        pytest.param("plan.md", None, id="two of this name"),
        pytest.param("/home/me/store/README.md", None, id="a start page of another machine"),
        pytest.param("/home/me/store/LICENSE.md", "LICENSE.md", id="another file of another machine"),
        pytest.param(r"C:\store\docs\ops\restore.md", "docs/ops/restore.md", id="from another system"),
        pytest.param("scale.md", "docs/ops/scale.md", id="the nearer of two"),
        pytest.param("setup.md", "docs/setup.md", id="beside"),
        pytest.param("./ops/restore.md", "docs/ops/restore.md", id="below"),
        pytest.param("/docs/setup.md", "docs/setup.md", id="from the root"),
        pytest.param("docs/setup.md", "docs/setup.md", id="from the root, without slash"),
        pytest.param("/home/me/store/docs/ops/restore.md", "docs/ops/restore.md", id="from another machine"),
        pytest.param("restore.md", "docs/ops/restore.md", id="the only one of this name"),
        pytest.param("dev/README.md#top", "docs/dev/README.md", id="with a fragment"),
    ],
)
def test_the_file_that_is_written(written: str, path: str | None) -> None:
    assert located(written, "docs", FILES, BY_NAME) == path
