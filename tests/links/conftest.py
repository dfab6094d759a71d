import datetime
from collections.abc import Callable, Iterable, Mapping

import pytest

from doclint.facts import facts_of
from doclint.files.tree import FileTree
from doclint.markdown import parse
from doclint.project import Project
from doclint.settings import Links, Settings

MakeProject = Callable[..., Project]


@pytest.fixture
def make_project() -> MakeProject:
    """A project in memory: files by path; a text of None is a file that is not read."""

    def make(
        files: Mapping[str, str | None],
        links: Links | None = None,
        tracked: Iterable[str] | None = None,
        doors: Iterable[str] = (),
    ) -> Project:
        texts = {path: text.encode() for path, text in files.items() if text is not None}
        facts = {path: facts_of(parse(path, raw)) for path, raw in texts.items() if path.endswith((".md", ".mdx"))}
        tree = FileTree((*files, *doors), tracked, doors)
        return Project(facts, tree, Settings(links=links or Links()), datetime.date(2026, 1, 15), texts.get)

    return make
