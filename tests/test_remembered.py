"""What rules said is said again only while all they looked at is what it was."""

import datetime
import os
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from doclint.engine import Means, inspect, inspect_files, lint_project
from doclint.facts import Facts
from doclint.memory import Memory
from doclint.output import Look, Sources, renderer
from doclint.project import Project, Watched
from doclint.remembered import Remembered
from doclint.rule import ProjectRule
from doclint.rules import all_rules
from doclint.settings import Settings
from doclint.workers import Workforce
from tests.memory import in_memory
from tests.stated import read_yaml

TODAY = datetime.date(2026, 1, 15)
PAGE = """# {name}

**Last Updated**: 2025-01-0{number}
**Owner**: Ada

See [the next](page-{next}.md#steps) and [one that is gone](gone-{number}.md), `docs/none.md`.

## Steps

1. Restart the API and call the SRE.
2. Wait.

## More

Text.
"""
FILES = {
    "docs/INDEX.md": "# Index\n\n- [One](page-1.md)\n- [Two](page-2.md)\n- [Gone](page-9.md)\n",
    "SUMMARY.md": "# Completion summary\n\n## Files created\n\n1. **docs/page-1.md** (3 lines)\n",
    "mkdocs.yml": "site_name: x\nnav:\n  - One: page-1.md\n",
    **{f"docs/page-{n}.md": PAGE.format(name=f"Page {n}", number=n, next=n % 4 + 1) for n in range(1, 5)},
}
CHANGES = [
    "\nMore text.\n",
    "\n## Another section\n\n[up](../README.md#no)\n",
    "\n<!-- doclint-disable-file DL301 -->\n",
    "\n**Reviewed**: 2031-01-01\n",
    "\n**Total**: 12 documents\n",
]


class Set:
    """A set of documents on disk, with a cache beside it."""

    def __init__(self, folder: Path, files: Mapping[str, str] = FILES) -> None:
        self.root = folder / "project"
        self.cache = folder / "cache.sqlite3"
        self._clock = 10**18
        for name, text in files.items():
            self.put(name, text)

    def put(self, name: str, text: str) -> None:
        """Write a file, at a time of its own that is long ago."""
        self._clock += 10**9
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, ns=(self._clock, self._clock))

    def checked(self, settings: Settings | None = None, today: datetime.date = TODAY, *, anew: bool = False) -> str:
        """The report, as JSON."""
        memory = Memory()
        work = Workforce(1, None if anew else self.cache, memory=memory)
        chosen = settings or Settings()
        report, project = inspect(self.root, (), chosen, today, Means(memory=memory), lint=work, lean=True)
        return renderer("json")(report, Sources(project.read), Look())


@pytest.fixture
def documents(tmp_path: Path) -> Set:
    return Set(tmp_path)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes of rules that are not remembered."""
    codes: list[str] = []
    said = Remembered.said

    def noting(self: Remembered, rule: ProjectRule) -> object:
        known, left = said(self, rule)
        if len(left) == len(self._project.facts):
            codes.append(rule.code)
        return known, left

    monkeypatch.setattr(Remembered, "said", noting)
    return codes


@pytest.mark.parametrize(
    ("name", "text", "again", "not_again"),
    [
        pytest.param("docs/page-1.md", "", set(), {"DL301", "DL201"}, id="nothing"),
        pytest.param("docs/page-1.md", "\nText.\n", set(), {"DL301", "DL201", "DL504"}, id="a line of text"),
        pytest.param("docs/page-1.md", "\n[a](b.md)\n", {"DL301", "DL312", "DL613"}, {"DL506"}, id="a link"),
        pytest.param("docs/page-1.md", "\n## A\n", {"DL302", "DL113"}, {"DL510"}, id="a heading"),
        pytest.param("mkdocs.yml", "\n# x\n", {"DL202", "DL110", "DL301"}, {"DL506", "DL510"}, id="a file of settings"),
        pytest.param("other.txt", "x", {"DL301", "DL506", "DL403"}, set(), id="a file more"),
    ],
)
def test_rules_look_again_where_they_looked(
    documents: Set, judged: list[str], name: str, text: str, again: set[str], not_again: set[str]
) -> None:
    documents.checked()
    documents.put(name, FILES.get(name, "") + text)
    judged.clear()

    report = documents.checked()

    assert again <= set(judged)
    assert not_again.isdisjoint(judged)
    assert report == documents.checked(anew=True)


def test_another_day_is_looked_at_by_who_asks_for_it(documents: Set, judged: list[str]) -> None:
    documents.checked()
    judged.clear()

    documents.checked(today=TODAY + datetime.timedelta(days=400))

    assert {"DL503", "DL514"} <= set(judged)
    assert {"DL301", "DL201"}.isdisjoint(judged)


def test_with_other_settings_all_is_judged(documents: Set, judged: list[str]) -> None:
    documents.checked()
    judged.clear()

    documents.checked(Settings(ignore=("DL111",)))

    assert {"DL301", "DL506", "DL201"} <= set(judged)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_changes_the_report_is_that_of_a_run_without_a_cache(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    documents = Set(tmp_path)
    for _ in range(12):
        place = chance.choice(sorted(path for path in documents.root.rglob("*") if path.is_file()))
        name, text = place.relative_to(documents.root).as_posix(), place.read_text()
        act = chance.choice(("append", "append", "insert", "copy", "remove", "rename", "empty"))
        if act in ("remove", "rename") and len(list(documents.root.rglob("*.md"))) > 2:
            place.unlink()
        if act in ("copy", "rename"):
            documents.put(f"docs/new-{chance.randrange(9)}.md", text)
        if act == "append":
            documents.put(name, text + chance.choice(CHANGES))
        if act == "insert":
            documents.put(name, chance.choice(CHANGES) + text)
        if act == "empty":
            documents.put(name, "")
        settings = Settings(ignore=("DL5",)) if chance.random() < 0.1 else Settings()
        day = TODAY + datetime.timedelta(days=chance.choice((0, 0, 0, 400)))

        assert documents.checked(settings, day) == documents.checked(settings, day, anew=True)


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"\x93\xc0\xc0\xc0"])
def test_what_cannot_be_read_is_judged_anew(documents: Set, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    report = documents.checked()
    monkeypatch.setattr("doclint.cache.Cache.recall", lambda self, name: damage)

    assert documents.checked() == report


def test_what_an_answer_looks_at_later_counts_for_all_who_asked() -> None:
    """An answer may put off its work: the second to use it must not seem to have looked at nothing."""
    facts = Facts("a.md", {"size": 1, "lines": 2})
    whole = Project({"a.md": facts}, None, Settings(), TODAY)  # type: ignore[arg-type]

    def lazily(project: Project) -> object:
        return lambda: project.facts["a.md"].lines

    first, second = Watched(whole), Watched(whole)
    asked = [each.ask(lazily) for each in (first, second)]
    assert not any(one.fields for each in (first, second) for one in each.looked.everything())

    asked[0]()

    for each in (first, second):
        assert [one.fields for one in each.looked.everything() if one.fields] == [{"lines": {"a.md"}}]


@pytest.mark.parametrize(
    "name",
    [name for name in vars(Project({}, None, Settings(), TODAY)) if name not in ("tree", "settings")],  # type: ignore[arg-type]
)
def test_nothing_of_a_project_is_looked_at_unnoticed(name: str) -> None:
    whole = Project({"a.md": Facts("a.md", {"size": 1})}, None, Settings(), TODAY, base={}, memory=Memory())  # type: ignore[arg-type]
    watched = Watched(whole)

    value = getattr(watched, name)
    if name == "facts":
        assert value["a.md"].size == 1
    if name == "read":
        value("a.md")

    looked = watched.looked
    assert looked.fields or looked.files or looked.day or looked.history or looked.beyond or not value


BY_DOCUMENT = [rule for rule in all_rules() if isinstance(rule, ProjectRule) and rule.by_document]


@pytest.mark.parametrize("rule", BY_DOCUMENT, ids=lambda rule: rule.code)
def test_a_rule_by_document_says_of_each_what_it_says_of_all(rule: ProjectRule) -> None:
    example = rule.bad if isinstance(rule.bad, dict) else {"a.md": str(rule.bad)}
    twice = {f"{folder}/{name}": text for folder in ("one", "two") for name, text in example.items()}
    texts = {**FILES, **twice, **example}
    settings = read_yaml(example.get("doclint.yaml", ""), "doclint.yaml", Settings)
    whole = inspect_files(in_memory({name: text.encode() for name, text in texts.items()}), (), settings, TODAY)[1]

    said = lint_project(whole, settings, [rule])
    one_by_one = [found for path in whole.facts for found in lint_project(Watched(whole, {path}), settings, [rule])]

    assert said
    assert sorted(said, key=repr) == sorted(one_by_one, key=repr)
