import datetime
from collections.abc import Callable, Mapping

import pytest

from doclint.facts import Facts, facts_of
from doclint.files.tree import FileTree
from doclint.git.history import Ask
from doclint.markdown import parse
from doclint.project import Project
from doclint.settings import Settings

MakeProject = Callable[..., Project]


@pytest.fixture
def make_project() -> MakeProject:
    """A project in memory, on 15 January 2026."""

    def make(
        files: Mapping[str, str],
        settings: Settings | None = None,
        history: Ask | None = None,
        base: Mapping[str, str] | None = None,
    ) -> Project:
        today = datetime.date(2026, 1, 15)
        before = facts_in(base) if base is not None else None
        raw = {path: text.encode() for path, text in files.items()}
        return Project(facts_in(files), FileTree(files), settings or Settings(), today, raw.get, history, before)

    return make


def facts_in(files: Mapping[str, str]) -> dict[str, Facts]:
    return {path: facts_of(parse(path, text.encode())) for path, text in files.items() if path.endswith(".md")}
