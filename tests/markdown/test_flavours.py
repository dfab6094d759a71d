from collections.abc import Mapping

import pytest

from doclint.markdown import parse
from doclint.markdown.flavours import flavour_of, shows
from tests.markdown.invariants import broken
from tests.markdown.test_tree import outline


@pytest.mark.parametrize(
    ("folder", "files", "flavour"),
    [
        pytest.param("docs", {}, "gfm", id="nothing builds a site"),
        pytest.param("", {"mkdocs.yml": ""}, "gfm", id="the readme beside the docs of MkDocs"),
        pytest.param("docs2", {"mkdocs.yml": ""}, "gfm", id="another folder beside them"),
        pytest.param("docs", {"conf.py": "# myst_parser\nextensions = []"}, "gfm", id="a comment in conf.py"),
        pytest.param("docs/a/b", {"mkdocs.yml": "site_name: x"}, "mkdocs", id="below the docs of MkDocs"),
        pytest.param("handbook", {"mkdocs.yaml": "docs_dir: 'handbook' # x"}, "mkdocs", id="docs where it says"),
        pytest.param("a/docs", {"a/mkdocs.yml": ""}, "mkdocs", id="a site in a folder"),
        pytest.param("docs/a", {"docs/conf.py": "extensions = ['myst_parser']"}, "myst", id="Sphinx with MyST"),
        pytest.param("handbook", {"zensical.toml": 'docs_dir = "handbook"'}, "mkdocs", id="the successor of MkDocs"),
        pytest.param("docs/a", {"docs/myst.yml": ""}, "myst", id="MyST without Sphinx"),
        pytest.param("docs", {"conf.py": "extensions = ['sphinx.ext.doctest']"}, "gfm", id="Sphinx without"),
    ],
)
def test_the_flavour_of_a_folder(folder: str, files: Mapping[str, str], flavour: str) -> None:
    def read(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(path)
        return files[path].encode()

    assert flavour_of(folder, read) == flavour


@pytest.mark.parametrize(
    ("flavour", "text", "expected"),
    [
        pytest.param("gfm", "!!! note\n    a", "'!!! note\na'", id="no admonition on GitHub"),
        pytest.param("mkdocs", "!!!\na!!! b", "'!!!\na!!! b'", id="exclamations"),
        pytest.param("mkdocs", '!!! note "T"\n    a\n\n    - b\n\nc', "note[T]('a' ul(li('b'))) 'c'", id="admonition"),
        pytest.param("mkdocs", "??? tip\n    a\nb", "tip[]('a') 'b'", id="a folded one"),
        pytest.param("mkdocs", '=== "A"\n    a\n\n=== "B"\n    b', "tab[A]('a') tab[B]('b')", id="tabs"),
        pytest.param("mkdocs", "- x\n\n    !!! note\n        a", "ul(li('x' note[]('a')))", id="in an item"),
        pytest.param("mkdocs", "!!! a\n    !!! b\n        c", "a[](b[]('c'))", id="one in another"),
        pytest.param("mkdocs", "# A {#b .c}", "h1'A'#b", id="attributes of a heading"),
        pytest.param("mkdocs", "# A {: #b }", "h1'A'#b", id="attributes with a colon"),
        pytest.param("mkdocs", "a\n:   b\n\n    c\n", "definition('b' 'c')", id="a definition"),
        pytest.param("myst", "```py\na\n```", "code<py>'a\n'", id="a fence is no directive"),
        pytest.param("myst", "```{code-block} py\na\n```", "code<{code-block} py>'a\n'", id="code of a directive"),
        pytest.param("myst", "```{note} T\n:class: x\n\n*a*\n```\nb", "note[T]('a') 'b'", id="a directive"),
        pytest.param("myst", ":::{tip}\n---\nclass: x\n---\na\n:::", "tip[]('a')", id="with colons and options"),
        pytest.param("myst", "::::{a}\n:::{b}\nc\n:::\n::::\nd", "a[](b[]('c')) 'd'", id="nested by length"),
        pytest.param("myst", "````{note}\n```py\na\n```\n````", "note[](code<py>'a\n')", id="code in a directive"),
        pytest.param("myst", "see {ref}`a b <c>` now", "'see a b <c> now'", id="a role is its text"),
        pytest.param("myst", "```{note}\na", "note[]('a')", id="not closed"),
    ],
)
def test_what_a_flavour_adds(flavour: str, text: str, expected: str) -> None:
    document = parse("x.md", text.encode(), flavour)

    assert outline(document.children) == expected
    assert broken(document) == []


@pytest.mark.parametrize(
    ("flavour", "text", "shown"),
    [
        pytest.param("gfm", "!!! note\n", False, id="nothing in GFM"),
        pytest.param("mkdocs", "# A\n\nb: c {d}\n", False, id="plain text"),
        pytest.param("mkdocs", "> - !!! note\n", True, id="an admonition in containers"),
        pytest.param("myst", "a {ref}`b`\n", True, id="a role"),
        pytest.param("myst", "```{note}\n", True, id="a directive"),
        pytest.param("myst", "a\n: b\n", True, id="a definition"),
    ],
)
def test_only_what_a_flavour_adds_needs_its_reader(flavour: str, text: str, shown: bool) -> None:
    assert shows(flavour, text) is shown
