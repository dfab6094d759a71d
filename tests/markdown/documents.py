"""Documents for property tests: real constructs, put together in ways nobody writes."""

from hypothesis import strategies as st

_TEXT = (
    """word|two words|naïve|日本語|𝒳 astral 🦄|a_b_c|x*y|2 * 3|&amp;|&copy; 2026|&#35;|\\*|\\|!|]|[|](|$x$|:|{#id}"""
)
_INLINE = """`code`|`` a ` b ``|` x `|*em*|**strong**|***both***|~~gone~~|<b>|</b>|<!-- note -->|<br/>"""
_LINKS = """[link](to.md)|[a `b` *c*](<t o.md> "T")|![image](i.png)|[![badge](b.svg)](https://x.org)|[ref]|[text][ref]|[ref][]
[none][nowhere]|<https://x.org/a?b=c&d>|<me@x.org>|https://x.org/path_(1).|www.x.org,|me@x.org|[x]|[ ]"""
_ODD = ["|", "\\|", "`|`", "`\\|`", "\t", "\x00", "a\u00a0b", "a\u2028b", '<a href="h.md">', "[^1]", "[^none]"]
_OVER_LINES = """a  \nb|a\\\nb|`over\nlines`|*over\nlines*|[over\nlines](x.md)|<b\nid=x>|![a\nb](c)"""
_BLOCKS = """---|* * *|<div>\n*x*\n</div>|<!-- a\n\nb -->|[ref]: to.md 'T'|[Ref]: <other one>|[^1]: note\n\n    more"""
_CONTAINERS = [
    ("> ", "> "),
    (">", ">"),
    ("> ", ""),
    ("- ", "  "),
    ("* ", "  "),
    ("- ", ""),
    ("-   ", "    "),
    ("  - ", "    "),
    ("-\t", "\t"),
    ("1. ", "   "),
    ("10) ", "    "),
    ("- [ ] ", "  "),
    ("- [x] ", "  "),
]

_WORDS = st.sampled_from([*_TEXT.split("|"), *_INLINE.split("|"), *_LINKS.replace("\n", "|").split("|"), *_ODD])
_LINES = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)
_TITLES = _LINES.map(lambda line: line.replace("\t", " ").replace("|", "/"))  # see test_readers.KNOWN
_PARAGRAPHS = st.lists(_LINES, min_size=1, max_size=3).map("\n".join)
_HEADINGS = st.tuples(
    st.sampled_from(["# ", "## ", "###### ", "#", "  ## "]), _TITLES, st.sampled_from(["", " #", "  "])
)
_SETEXT = st.tuples(_TITLES, st.sampled_from(["\n===", "\n---", "\n-"]))
_OPENING = st.sampled_from(["```", "~~~~", "```py", "``` a &amp; b", "  ```"])
_FENCES = st.tuples(_OPENING, _PARAGRAPHS, st.sampled_from(["```", "~~~~", "", "  ```"]))
_TABLES = st.tuples(_LINES, _LINES, _LINES).map(
    lambda cells: "| {} | b |\n|---|:-:|\n| {} |\n| {} | 2 | 3 |".format(*cells)
)
_LEAVES = st.one_of(
    _PARAGRAPHS,
    _HEADINGS.map("".join),
    _SETEXT.map("".join),
    _FENCES.map("\n".join),
    _TABLES,
    _LINES.map(lambda line: "    " + line),
    st.sampled_from([*_OVER_LINES.split("|"), *_BLOCKS.split("|"), "a | b\n-|-\n\\| | `x\\|y`"]),
)


def _joined(parts: tuple[list[str], str]) -> str:
    blocks, between = parts
    return between.join(blocks)


def _contained(parts: tuple[tuple[str, str], str]) -> str:
    (first, rest), text = parts
    return first + text.replace("\n", "\n" + rest)


def _with_line_ends(parts: tuple[str, str, str, bool]) -> bytes:
    text, last, line_end, bom = parts
    return (b"\xef\xbb\xbf" if bom else b"") + (text + last).replace("\n", line_end).encode()


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    texts = st.tuples(st.lists(inner, min_size=1, max_size=3), st.sampled_from(["\n", "\n\n"])).map(_joined)
    return st.tuples(st.sampled_from(_CONTAINERS), texts).map(_contained)


_TREES = st.recursive(_LEAVES, _nested, max_leaves=6)
_TEXTS = st.tuples(st.lists(_TREES, max_size=5), st.sampled_from(["\n", "\n\n", "\n\n\n"])).map(_joined)
_LINE_ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])
DOCUMENTS = st.tuples(_TEXTS, st.sampled_from(["", "\n"]), _LINE_ENDS, st.booleans()).map(_with_line_ends)
