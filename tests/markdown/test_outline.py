"""Read for its outline alone, a document has the same headings, links and anchors as when all of it is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doclint.facts import facts_of
from doclint.markdown import Document, parse
from tests.corpus import CORPUS, needs_corpus
from tests.markdown.cases import CASES
from tests.markdown.documents import DOCUMENTS
from tests.markdown.specifications import EXAMPLES, REASON

_NOTHING: frozenset[str] = frozenset()
# What makes an outline, or nearly, put together at random.
_PIECES = [
    *("[x]", "[ ]", "(to.md)", "<", ">", "a", " ", "\n", "\n\n", "- ", "> ", "# ", "#", "\n---\n", "\n=\n", "`", "``"),
    *("docs/", "/x", ".md", "src/a.py", "://", "https://x.org", "www.", "WWW.x.org", "me@x.org", "{", "#id}", ")="),
    *(
        "&sol;",
        "&#46;",
        "\\",
        "*",
        "_",
        "|",
        "\n|-|\n",
        "[x]: y\n",
        "![",
        "](",
        "<a id='b'>",
        "<!-- doclint-disable",
        "-->",
    ),
    *("[^1]", "\n[^1]: ", "    ", "\n```\n", "\t", "ä", "🦄"),
]


def outline_of(document: Document) -> tuple[object, ...]:
    """All that rules may ask about it which ask for no part of its facts."""
    return facts_of(document, _NOTHING), document.links, document.definitions, document.broken_references


def same(raw: bytes, flavour: str = "gfm") -> bool:
    """Is the outline the same, whatever is read?"""
    whole, outline = parse("a.md", raw, flavour), parse("a.md", raw, flavour, outline=True)
    return outline_of(whole) == outline_of(outline)


@given(
    st.one_of(DOCUMENTS, st.lists(st.sampled_from(_PIECES), max_size=30).map(lambda pieces: "".join(pieces).encode()))
)
@settings(max_examples=300, deadline=None)
def test_of_any_document(raw: bytes) -> None:
    assert same(raw)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in CASES])
def test_of_every_construct(text: str) -> None:
    assert same(text.encode())


@pytest.mark.skipif(not EXAMPLES, reason=REASON)
@pytest.mark.parametrize("flavour", ["commonmark", "gfm"])
def test_of_the_examples_of_the_specifications(flavour: str) -> None:
    assert [one.name for one in EXAMPLES if not same(one.markdown.encode(), flavour)] == []


@needs_corpus
@pytest.mark.slow
def test_of_real_documents() -> None:
    assert [str(path) for path in sorted(CORPUS.rglob("*.md")) if not same(path.read_bytes())] == []


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("words", id="words"),
        pytest.param("- a\n- b", id="a list"),
        pytest.param("3. a\n4. b", id="a numbered list"),
        pytest.param("> a", id="a quote"),
        pytest.param("> [!NOTE]\n> a", id="an alert, whose mark tells"),
        pytest.param("[^1]: a", id="a footnote, whose mark tells"),
        pytest.param("| a |\n|---|\n| b |", id="a table"),
        pytest.param("| a |\n|---|\n| b |\n| # |", id="a table with a row that tells"),
        pytest.param("```\n[a](c.md)\n```", id="a fence"),
        pytest.param("    [a](c.md)", id="indented code"),
        pytest.param("---", id="a thematic break"),
    ],
)
@pytest.mark.parametrize("marker", ["", "> "])
def test_what_stands_below_a_block_that_is_passed_over_is_read(block: str, marker: str) -> None:
    text = "".join(f"{marker}{line}\n" for line in f"# A\n\n{block}\n\n\nSee [it](b.md).".split("\n"))

    document = parse("a.md", text.encode(), outline=True)

    assert [link.target for link in document.links] == ["b.md"]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        pytest.param("Words.\n", True, id="words"),
        pytest.param("*Words* and/or `code` of 24/7.\n", True, id="words with markup and slashes"),
        pytest.param("- [ ] this\n- [x] that\n", True, id="check boxes"),
        pytest.param("| a |\n|---|\n| b |\n", True, id="a table"),
        pytest.param("```\n[a](b) # c\n```\n", True, id="code"),
        pytest.param("See [it](b.md).\n", False, id="a link"),
        pytest.param("- [x] that\n\n[x]: b.md\n", False, id="a box that may be a reference"),
        pytest.param("> Title\n> ---\n", False, id="a heading in a quote"),
        pytest.param("- see `docs/a.md`\n", False, id="a path"),
        pytest.param("At &#47;.\n", False, id="what may be any character"),
        pytest.param("On WWW.x.org.\n", False, id="a host"),
        pytest.param("| a |\n|---|\n\n<!-- doclint-disable-file -->\n", False, id="beside a suppression"),
    ],
)
def test_only_what_may_have_a_part_in_it_is_read(text: str, left_out: bool) -> None:
    document = parse("a.md", text.encode(), outline=True)

    assert (not document.leaves) is left_out
