"""Paths that texts name without linking to them."""

from typing import Any

import pytest

from doclint.facts.paths import PathFact
from doclint.links.graph import link_graph
from doclint.links.paths import NamedPath, lost
from doclint.model import START

FILES = [
    "pkg/package.json",
    "pkg/web/app.ts",
    "lib/web/page.ts",
    "docs/guide/start.md",
    "src/app/main.py",
    "src/lib/deep/x.py",
    "README.md",
]


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
        pytest.param("./pages/index.tsx", id="beside the document, in a folder that is not there"),
        pytest.param("src/app/_version.py", id="written by a release tool"),
    ],
)
def test_a_path_that_is_not_lost(path: str, make_project: Any) -> None:
    graph = make_project(dict.fromkeys(FILES, "")).ask(link_graph)

    assert lost(graph, "docs/a.md", PathFact(path, START)) is None


@pytest.mark.parametrize(
    ("document", "is_lost"),
    [
        pytest.param("lib/docs/a.md", False, id="a folder beside the documentation"),
        pytest.param("pkg/docs/a.md", True, id="a folder of the package"),
        pytest.param("lib/web/docs/a.md", True, id="a folder the document is in"),
        pytest.param("lib/a.md", True, id="a folder beside the document"),
    ],
)
def test_whose_folder_a_path_starts_in(document: str, is_lost: bool, make_project: Any) -> None:
    graph = make_project(dict.fromkeys(FILES, "")).ask(link_graph)

    assert (lost(graph, document, PathFact("web/gone.ts", START)) is not None) is is_lost


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("src/app/gone.py", NamedPath("src/app/gone.py", (), "missing"), id="a file"),
        pytest.param("src/app/Main.py", NamedPath("src/app/Main.py", ("src/app/main.py",), "missing"), id="case"),
        pytest.param("src/main.py", NamedPath("src/main.py", ("src/app/main.py",), "missing"), id="moved"),
        pytest.param(
            "../src/gone.py", NamedPath("src/gone.py", (), "missing"), id="from the folder of the document, up"
        ),
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
