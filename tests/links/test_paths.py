"""Paths that texts name without linking to them."""

from typing import Any

import pytest

from doclint.facts.paths import PathFact
from doclint.links.graph import link_graph
from doclint.links.paths import NamedPath, lost
from doclint.model import START

FILES = ["docs/guide/start.md", "src/app/main.py", "src/lib/deep/x.py", "README.md"]


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("src/app/main.py", id="from the root"),
        pytest.param("guide/start.md", id="from the folder of the document"),
        pytest.param("/src/app/main.py", id="from the root, with a slash"),
        pytest.param("app/main.py", id="the end of a path"),
        pytest.param("../app/main.py", id="the end of a path, seen from elsewhere"),
        pytest.param("lib/deep/", id="the end of a folder"),
        pytest.param("src/lib/", id="a folder"),
        pytest.param("elsewhere/x.py", id="its first folder is not of this repository"),
        pytest.param("src/build/x.py", id="made by a tool"),
        pytest.param("/etc/app/x.conf", id="of the system"),
        pytest.param("/home/ada/p/gone/x.py", id="somebody's, and not of this repository"),
        pytest.param("../../../x/y.py", id="outside"),
    ],
)
def test_a_path_that_is_not_lost(path: str, make_project: Any) -> None:
    graph = make_project(dict.fromkeys(FILES, "")).ask(link_graph)

    assert lost(graph, "docs/a.md", PathFact(path, START)) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("src/app/gone.py", NamedPath("src/app/gone.py", (), "missing"), id="a file"),
        pytest.param("src/app/Main.py", NamedPath("src/app/Main.py", ("src/app/main.py",), "missing"), id="case"),
        pytest.param("src/main.py", NamedPath("src/main.py", ("src/app/main.py",), "missing"), id="moved"),
        pytest.param("guide/gone.md", NamedPath("docs/guide/gone.md", (), "missing"), id="below the document's folder"),
        pytest.param("pp/main.py", None, id="the end of a name is not the end of a path"),
        pytest.param("src/eep/", NamedPath("src/eep", (), "missing"), id="nor is that of a folder"),
        pytest.param(
            "/home/ada/p/src/app/main.py", NamedPath("src/app/main.py", (), "machine"), id="somebody's computer"
        ),
    ],
)
def test_a_lost_path(path: str, expected: NamedPath | None, make_project: Any) -> None:
    graph = make_project(dict.fromkeys(FILES, "")).ask(link_graph)

    assert lost(graph, "docs/a.md", PathFact(path, START)) == expected
