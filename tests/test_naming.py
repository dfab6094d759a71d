"""Which document a name means, and when it is nobody's."""

import pytest

from doclint.naming import located, meant

KNOWN = {
    "metrics.md": ["METRICS_INTERPRETATION_GUIDE", "Metrics interpretation guide"],
    "runbook.md": ["PRODUCTION_OPERATIONS_RUNBOOK", "2. Production operations runbook"],
    "incidents.md": ["INCIDENT_PLAYBOOKS", "Incident playbooks"],
    "alerts.md": ["ALERT_PLAYBOOKS", "Alert playbooks"],
}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("the", None, id="no word that tells"),
        pytest.param("Playbooks", None, id="two fit"),
        pytest.param("Metrics dashboard", None, id="a word too many"),
        pytest.param("Metrics Guide", "metrics.md", id="words left out"),
        pytest.param("operations runbooks", "runbook.md", id="plural, case"),
        pytest.param("Incident Playbooks", "incidents.md", id="as it is called"),
        pytest.param("Alert playbooks for the on-call engineer", "alerts.md", id="more words than its name"),
    ],
)
def test_the_document_that_is_meant(name: str, path: str | None) -> None:
    assert meant(name, KNOWN) == path


FILES = frozenset({"docs/setup.md", "docs/ops/restore.md", "docs/dev/README.md", "README.md"})
BY_NAME = {
    "setup.md": ("docs/setup.md",),
    "restore.md": ("docs/ops/restore.md",),
    "README.md": ("README.md", "docs/dev/README.md"),
}


@pytest.mark.parametrize(
    ("written", "path"),
    [
        pytest.param("gone.md", None, id="no such file"),
        pytest.param("lib/README.md", None, id="another folder"),
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
