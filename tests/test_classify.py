"""Which type a document is: the settings before the document, the document before its looks."""

import datetime

import pytest

from doclint.classify import types_of
from doclint.facts import facts_of
from doclint.files.tree import FileTree
from doclint.markdown import parse
from doclint.project import Project
from doclint.settings import Settings
from tests.stated import read_yaml

OURS = "doc-types:\n  service:\n    paths: ['svc/**', '!svc/README.md']\n    sections: [{name: Alerts}]\n"


@pytest.mark.parametrize(
    ("settings", "path", "text", "expected"),
    [
        pytest.param("", "a.md", "# A\n", ("", False), id="nothing known"),
        pytest.param("", "runbooks/a.md", "# A\n", ("runbook", False), id="by its looks"),
        pytest.param("", "runbooks/a.md", "---\ntype: guide\n---\n# A\n", ("guide", True), id="by its own words"),
        pytest.param(OURS, "svc/a.md", "---\ntype: guide\n---\n# A\n", ("service", True), id="by the settings"),
        pytest.param(OURS, "svc/README.md", "# A\n", ("readme", False), id="taken back by the settings"),
        pytest.param(
            OURS + "overrides: [{paths: [svc/a.md], type: report}]\n",
            "svc/a.md",
            "# A\n",
            ("report", True),
            id="override",
        ),
        pytest.param(OURS, "b.md", "---\nkind: Service\n---\n# A\n", ("service", True), id="own type, own words"),
        pytest.param(
            "doc-types:\n  note:\n    recognise: [{title: [note]}, {path: ['n-*']}]\n",
            "n-1.md",
            "# A note\n",
            ("note", False),
            id="own type by its looks",
        ),
    ],
)
def test_the_type_of_a_document(settings: str, path: str, text: str, expected: tuple[str, bool]) -> None:
    facts = {path: facts_of(parse(path, text.encode()))}
    project = Project(facts, FileTree(facts), read_yaml(settings, "d.yaml", Settings), datetime.date(2026, 1, 15))

    match = project.ask(types_of)[path]

    assert (match.name, match.stated) == expected
    assert match.reason
