"""A target that a site generator may answer to is nobody's certain error."""

import datetime
from collections.abc import Mapping

import pytest

from doclint.engine import lint_document, lint_project
from doclint.files.tree import FileTree
from doclint.model import Severity
from doclint.project import Project
from doclint.rules import rule_named
from doclint.settings import Settings

ROUTES = "".join(f"[p{number}](/guide/page-{number})\n" for number in range(12))


def severities(files: Mapping[str, str]) -> set[Severity | None]:
    rule = rule_named("DL301")
    assert rule is not None
    settings = Settings()
    facts = {
        path: lint_document(path, text.encode(), settings, [rule]).facts
        for path, text in files.items()
        if path.endswith(".md")
    }
    texts = {path: text.encode() for path, text in files.items()}
    project = Project(facts, FileTree(files), settings, datetime.date(2026, 1, 15), texts.get)
    return {finding.severity for _, finding in lint_project(project, settings, [rule])}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"a.md": "[x](/guide/page)\n"}, {None}, id="one root link says nothing of the project"),
        pytest.param({"a.md": "[x](/guide/page)\n" * 9}, {None}, id="nor do nine"),
        pytest.param({"a.md": "[x](/guide/page#v1.2)\n" * 10}, {Severity.WARNING}, id="ten do, whatever their part"),
        pytest.param(
            {"a.md": "[x](/b.png) [b](b.md) [b](b.md)\n" * 10 + "[c](/c)", "b.md": ""}, {None}, id="files are no pages"
        ),
        pytest.param(
            {"docs/index.html": "", "docs/_sidebar.md": "[x](/guide)\n"}, {Severity.WARNING}, id="a page of docsify"
        ),
        pytest.param({"a.md": ROUTES + "[x](gone.md)\n"}, {Severity.WARNING, None}, id="routes, and a file"),
        pytest.param(
            {"a.md": ROUTES, **{f"guide/page-{number}/README.md": "" for number in range(11)}}, {None}, id="folders"
        ),
        pytest.param({"a.md": "[b](b)\n" * 4, "b.md": "# B\n"}, {None}, id="an ending left out now and then"),
        pytest.param({"a.md": "[b](b)\n" * 5, "b.md": "# B\n"}, {Severity.WARNING}, id="endings left out as a habit"),
        pytest.param({"a.md": "[b](b)\n" * 5 + "[c](c)\n", "b.md": "# B\n"}, {Severity.WARNING, None}, id="and a slip"),
        pytest.param({"conf.py": "extensions = []", "a.md": "[x](api/m.html)\n"}, {Severity.WARNING}, id="generated"),
        pytest.param({"conf.py": "extensions = []", "a.md": "(here)=\n\n# A\n\n[x](here)\n"}, set(), id="a label"),
        pytest.param(
            {"source/a.html.md": "[b](/b.html) [c](/c.html)\n", "source/b.html.md": "# B\n"},
            {Severity.WARNING},
            id="page",
        ),
        pytest.param({"a.md": "[b](b.html)\n"}, {None}, id="a page of no site"),
        pytest.param({"mkdocs.yml": "", "docs/a.md": "[x](/chat)\n"}, {Severity.WARNING}, id="mkdocs: from the root"),
        pytest.param({"mkdocs.yml": "", "docs/a.md": "[x](/b.md) [y](c/)\n"}, {None}, id="mkdocs: a file, or beside"),
        pytest.param(
            {"mkdocs.yml": "plugins:\n  - gen-files\n", "docs/a.md": "[x](api/m.md)\n"},
            {Severity.WARNING},
            id="mkdocs: a folder that a plugin may make",
        ),
        pytest.param(
            {"mkdocs.yml": "plugins:\n  - gen-files\n", "docs/a.md": "[x](b/z.md) [y](z.md)\n", "docs/b/c.md": ""},
            {None},
            id="mkdocs: a folder that is here, and a file",
        ),
        pytest.param({"conf.py": "extensions = []", "a.md": "[x](gone.md)\n"}, {None}, id="a document is no label"),
        pytest.param(
            {"docs/.vitepress/config.ts": "", "docs/a.md": "[x](/llms.txt)\n"},
            {Severity.WARNING},
            id="made for machines",
        ),
        pytest.param({"docs/.vitepress/config.ts": "", "docs/a.md": "[x](/y.txt)\n"}, {None}, id="another text"),
        pytest.param({"conf.py": "import x", "a.md": "[x](here)\n"}, {None}, id="another conf.py"),
    ],
)
def test_a_missing_target_that_may_be_a_page(files: Mapping[str, str], expected: set[Severity | None]) -> None:
    assert severities(files) == expected
