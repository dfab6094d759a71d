"""What a reading gives: kinds, texts and places."""

from collections.abc import Iterable

import pytest

from doclint.markdown import parse
from doclint.markdown.nodes import (
    Block,
    CodeBlock,
    Directive,
    Document,
    Heading,
    HtmlBlock,
    Item,
    Leaf,
    List,
    Quote,
    Table,
)
from doclint.markdown.shapes import Tree
from tests.markdown.cases import CASES
from tests.markdown.invariants import broken


def outline(blocks: Iterable[Block]) -> str:
    return " ".join(_words(block) for block in blocks)


def _words(block: Block) -> str:
    match block:
        case Heading():
            return f"h{block.level}'{block.text}'" + (f"#{block.id}" if block.id else "")
        case Directive():
            return f"{block.name}[{block.argument}]({outline(block.children)})"
        case Leaf():
            return f"'{block.text}'"
        case CodeBlock():
            return f"code<{block.info}>'{block.content}'" + ("" if block.closed else " open")
        case HtmlBlock():
            return f"html'{block.content}'"
        case List():
            return f"{'ul' if block.first is None else f'ol{block.first}'}({outline(block.children)})"
        case Item():
            return f"{ {None: 'li', True: 'done', False: 'todo'}[block.done] }({outline(block.children)})"
        case Quote():
            return f"quote{block.alert and ':' + block.alert}({outline(block.children)})"
        case Table():
            rows = ("|".join(cell.text for cell in row) for row in (block.head, *block.rows))
            return f"table({' / '.join(rows)})"
        case _:
            children = getattr(block, "children", ())
            return f"{type(block).__name__.lower()}({outline(children)})"


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in CASES])
def test_spans_are_exact(text: str) -> None:
    assert broken(parse("x.md", text.encode())) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\nb", "'a\nb'", id="lines of a paragraph stay lines"),
        pytest.param("# a `b` *c* #", "h1'a b c'", id="a heading has no markup in its text"),
        pytest.param("a\n---\n---", "h2'a' thematicbreak()", id="underline and break"),
        pytest.param("- a\n  - b\n- c", "ul(li('a' ul(li('b'))) li('c'))", id="tight text is a paragraph"),
        pytest.param("- a\n\n- b", "ul(li('a') li('b'))", id="loose or tight is one tree"),
        pytest.param("3. a\n4. b", "ol3(li('a') li('b'))", id="an ordered list knows its first number"),
        pytest.param("- [ ] a\n- [x] b\n- c", "ul(todo('a') done('b') li('c'))", id="check boxes are not text"),
        pytest.param("- [ ] >5 users", "ul(todo('>5 users'))", id="no quote after a check box"),
        pytest.param("> a\nb", "quote('a\nb')", id="a lazy line belongs to the quote"),
        pytest.param("> [!TIP]\n> a", "quote:tip('a')", id="an alert"),
        pytest.param("> [!WHAT]\n> a", "quote('[!WHAT]\na')", id="an unknown alert is a quote"),
        pytest.param("```a b\nc\n```", "code<a b>'c\n'", id="a closed fence"),
        pytest.param("```\nc", "code<>'c\n' open", id="an open fence"),
        pytest.param("> ```\n> c\n\nd", "quote(code<>'c\n' open) 'd'", id="a container does not close a fence"),
        pytest.param("```\n> ```\n", "code<>'> ```\n' open", id="a quoted fence does not close"),
        pytest.param("```\n    ```\n```", "code<>'    ```\n'", id="an indented fence does not close"),
        pytest.param("    a\n\n    b", "code<>'a\n\nb\n'", id="indented code over a blank line"),
        pytest.param("| a | b |\n|-|-|\n| c |\n|d|e|f|", "table(a|b / c| / d|e)", id="rows as wide as the head"),
        pytest.param("| a\\|b |\n|-|\n| `c\\|d` |", "table(a|b / c|d)", id="pipes in cells"),
        pytest.param("a[^1]\n\n[^1]: b", "'a' footnote('b')", id="a footnote"),
        pytest.param("\ufeff# a", "h1'a'", id="a byte order mark"),
        pytest.param("# a\r\rb\r\n", "h1'a' 'b'", id="any line end"),
        pytest.param("a\x00b", "'a\ufffdb'", id="a null character"),
        pytest.param("&lt;a&gt; \\# &#x1F984;", "'<a> # 🦄'", id="entities and escapes are what they stand for"),
        pytest.param("a\u2028b", "'a\u2028b'", id="a line separator is no line end"),
    ],
)
def test_the_tree_of(text: str, expected: str) -> None:
    assert outline(parse("x.md", text.encode()).children) == expected


def links(document: Document) -> list[tuple[str, str, str]]:
    return [(link.form, link.target, document.text[link.start : link.end]) for link in document.links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("`[a](b)`", [], id="code holds no link"),
        pytest.param("\\[a](b)", [], id="an escaped bracket"),
        pytest.param("[a](b c)", [], id="a space in the target"),
        pytest.param("[a]: b", [], id="a definition alone"),
        pytest.param("http:// https://_ www. x.org a@b", [], id="no address"),
        pytest.param("[a](https://b.org)", [("inline", "https://b.org", "[a](https://b.org)")], id="found once"),
        pytest.param("[a](<b c>)", [("inline", "b c", "[a](<b c>)")], id="a target in angle brackets"),
        pytest.param("[a][B]\n\n[b]: c", [("reference", "c", "[a][B]")], id="a reference"),
        pytest.param("[b][]\n\n[b]: c", [("collapsed", "c", "[b][]")], id="a collapsed reference"),
        pytest.param("![b]\n\n[b]: c", [("shortcut", "c", "![b]")], id="a shortcut image"),
        pytest.param(
            "[![a](b)](c)", [("inline", "c", "[![a](b)](c)"), ("inline", "b", "![a](b)")], id="image in a link"
        ),
        pytest.param("![a [b](c)](d)", [("inline", "d", "![a [b](c)](d)")], id="an alternative text has no link"),
        pytest.param("<a@b.org>", [("autolink", "mailto:a@b.org", "<a@b.org>")], id="a mail address"),
        pytest.param("(see www.a.org/b_(c)).", [("bare", "http://www.a.org/b_(c)", "www.a.org/b_(c)")], id="balanced"),
        pytest.param(
            "http://a.org/b?c&amp;", [("bare", "http://a.org/b?c", "http://a.org/b?c")], id="no entity at the end"
        ),
        pytest.param("**http://a.org**", [("bare", "http://a.org", "http://a.org")], id="in strong text"),
        pytest.param("a@b.org, c@d-", [("bare", "mailto:a@b.org", "a@b.org")], id="a bare mail address"),
        pytest.param("| a |\n|-|\n| http://b.org |", [("bare", "http://b.org", "http://b.org")], id="in a cell"),
        pytest.param("<a href='b&amp;c'>d</a>", [("html", "b&c", "b&amp;c")], id="of HTML"),
        pytest.param("> <img\n>   src=a.png>\n", [("html", "a.png", "a.png")], id="of HTML over lines in a quote"),
        pytest.param("> x <a\n>   href=b>c</a>", [("html", "b", "b")], id="of inline HTML over lines in a quote"),
        pytest.param("<img srcset='a 1x, b 2x'>", [("html", "a", "a"), ("html", "b", "b")], id="a set"),
    ],
)
def test_the_links_of(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(parse("x.md", text.encode())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[a][b]\n\n[B]: c", [], id="labels are folded"),
        pytest.param("`[a][b]` \\[a][^1] [ ] []", [], id="no references"),
        pytest.param("[a][b]", [("reference", "b", "[a][b]")], id="a full one"),
        pytest.param("[a][]", [("collapsed", "a", "[a][]")], id="a collapsed one"),
        pytest.param("![a]", [("shortcut", "a", "![a]")], id="a shortcut"),
        pytest.param("ü [a][b]", [("reference", "b", "[a][b]")], id="after text beyond ASCII"),
    ],
)
def test_the_broken_references_of(text: str, expected: list[tuple[str, str, str]]) -> None:
    document = parse("x.md", text.encode())

    assert [(one.form, one.label, document.source(one)) for one in document.broken_references] == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("`a`", "a", id="a code span"),
        pytest.param("&amp;x", "&", id="an entity starts where it is written"),
        pytest.param("\\*x", "*", id="an escaped character is itself"),
        pytest.param("> a\n> b", "b", id="behind the mark of a quote"),
        pytest.param("| `x\\|b` |\n|-|", "b", id="behind an escaped pipe"),
        pytest.param("日本 b", "b", id="behind wide characters"),
    ],
)
def test_text_is_mapped_back(text: str, source: str) -> None:
    document = parse("x.md", text.encode())
    leaf = document.leaves[0]
    offset = leaf.text.rindex(source)

    assert document.text[slice(*leaf.source_range(offset, offset + 1))] == source


class PanicException(BaseException):  # as Rust's is called
    pass


@pytest.mark.parametrize("trouble", [ImportError, PanicException])
def test_where_the_fast_reader_cannot_the_reference_reads(
    monkeypatch: pytest.MonkeyPatch, trouble: type[BaseException]
) -> None:
    def fail(text: str, base: int, flavour: str, outline: bool) -> Tree:
        raise trouble

    monkeypatch.setattr("doclint.markdown.native.read", fail)

    assert outline(parse("x.md", b"# a\n\n- [x] b").children) == "h1'a' ul(done('b'))"
