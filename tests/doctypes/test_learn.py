"""Types learned from the documents that exist."""

import pytest

from doclint.doctypes import Outline, as_yaml, builtin_types, learned, recognise
from doclint.facts import facts_of
from doclint.markdown import parse
from doclint.settings import Settings
from tests.stated import read_yaml

ALERT = "# {}\n\n## Meaning\n\nx\n\n## 2. Impact\n\nx\n\n## Diagnosis\n\nx\n\n## Mitigation\n\nx\n"


def learn(files: dict[str, str]) -> str:
    outlines = {path: Outline(facts_of(parse(path, text.encode()))) for path, text in files.items()}
    types = builtin_types()
    return as_yaml(learned(outlines, {path: recognise(one, types) for path, one in outlines.items()}, types))


SHARING = "# {}\n\n## One\n\nx\n\n## Two\n\nx\n"


@pytest.mark.parametrize(
    ("path", "text", "names"),
    [
        pytest.param("notes/{}.md", "# {}\n\n## {} one\n\n## {} two\n", "abcde", id="they share nothing"),
        pytest.param("notes/{}.md", "# {}\n\n## One\n\nx\n", "abcde", id="they share one section"),
        pytest.param("alerts/{}.md", ALERT, "abc", id="they are too few"),
        pytest.param("{}.md", SHARING, "abcde", id="they lie beside anything"),
        pytest.param("docs/{}-guide.md", SHARING, "abcde", id="they are guides: no two are alike"),
    ],
)
def test_documents_that_teach_nothing(path: str, text: str, names: str) -> None:
    assert learn({path.format(name): text.replace("{}", name) for name in names}) == "doc-types:\n"


@pytest.mark.parametrize(
    ("others", "paths"),
    [
        pytest.param(
            1, '"alerts/**/*.md", "!alerts/**/README.md", "!alerts/**/index.md", "!alerts/x0.md"', id="one other"
        ),
        pytest.param(2, "", id="too many others"),
    ],
)
def test_a_folder_names_a_type_where_most_in_it_are_of_that(others: int, paths: str) -> None:
    files = {f"alerts/{name}.md": ALERT.format(name) for name in "abcd"}

    yaml = learn(files | {f"alerts/x{number}.md": "# Words\n" for number in range(others)})

    assert yaml.partition("    paths: [")[2].partition("]\n")[0] == paths


def test_documents_of_a_type_in_a_folder_of_their_own() -> None:
    files = {f"alerts/{name}.md": ALERT.format(name) for name in "abcd"}
    files["alerts/e.md"] = ALERT.format("e").replace("## Mitigation", "### Notes").replace("## 2. Impact", "## Impact")
    files["alerts/README.md"] = "# Alerts\n"
    files["alerts/glossary.md"] = "# Words\n"

    yaml = learn(files)

    assert yaml == (
        "doc-types:\n"
        "  alert-runbook:  # 5 documents share 4 sections\n"
        "    extends: alert-runbook\n"
        '    paths: ["alerts/**/*.md", "!alerts/**/README.md", "!alerts/**/index.md", "!alerts/glossary.md"]\n'
        "    ordered: true\n"
        "    sections:\n"
        "      - {name: Meaning, level: must}  # in 5\n"
        "      - {name: Impact, level: must}  # in 5\n"
        "      - {name: Diagnosis, level: must}  # in 5\n"
        "      - {name: Mitigation, level: should}  # in 4\n"
    )
    assert read_yaml(yaml, "doclint.yaml", Settings).doc_types["alert-runbook"].ordered


def test_documents_of_no_known_type_are_named_for_their_folder() -> None:
    files = {f"svc/{name}.md": f'# {name}\n\n## What: it "iß"\n\nx\n\n## Yes\n\nx\n' for name in "abcd"}

    yaml = learn(files)

    assert "  svc-page:  # 4 documents share 2 sections\n" in yaml
    assert '{name: "What: it \\"iß", level: must}' in yaml
    assert [one.name for one in read_yaml(yaml, "d.yaml", Settings).doc_types["svc-page"].sections] == [
        'What: it "iß',
        "Yes",
    ]


def test_what_the_type_owes_and_hardly_any_has_is_not_asked_for() -> None:
    text = "# {} runbook\n\n## Symptoms\n\nx\n\n## Resolution\n\n1. x\n\n## Escalation\n\nx\n"
    files = {f"ops/{name}-runbook.md": text.format(name) for name in "abcd"}
    files["ops/d-runbook.md"] = files["ops/d-runbook.md"].replace("Symptoms", "Notes")

    yaml = learn(files)

    assert "{name: Rollback, level: may}  # in 0\n" in yaml
    assert "{name: Escalation, level: must}  # in 4\n" in yaml
    assert "{name: Symptoms, level: should}  # in 3\n" in yaml
    assert yaml.count("name: Symptoms") == 1
