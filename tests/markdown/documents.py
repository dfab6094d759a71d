"""Documents for property tests: real constructs, put together in ways nobody writes."""

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    ["word", "two words", "naïve", "日本語", "𝒳 astral 🦄", "a_b_c", "x*y", "2 * 3", "&amp;", "&copy; 2026", "&#35;", "\\*", "\\",
     "`code`", "`` a ` b ``", "` x `", "*em*", "**strong**", "***both***", "~~gone~~", "[link](to.md)", "[a `b` *c*](<t o.md> \"T\")",
     "![image](i.png)", "[![badge](b.svg)](https://x.org)", "[ref]", "[text][ref]", "[ref][]", "[none][nowhere]", "<https://x.org/a?b=c&d>",
     "<me@x.org>", "https://x.org/path_(1).", "www.x.org,", "me@x.org", "<b>", "</b>", "<!-- note -->", "<br/>", "[^1]", "[^none]", "|", "\\|", "`|`",
     "[x]", "[ ]", "!", "]", "[", "](", "$x$", "\t", "{#id}", ":", "<a href=\"h.md\">", "\x00", "\u00a0", "\u2028"]
)  # fmt: skip
_LINES = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)
_TITLES = _LINES.map(lambda line: line.replace("\t", " "))  # pulldown-cmark keeps a tab at the end of a heading
_PARAGRAPHS = st.lists(_LINES, min_size=1, max_size=3).map("\n".join)
_BREAKS = st.sampled_from(
    ["a  \nb", "a\\\nb", "`over\nlines`", "*over\nlines*", "[over\nlines](x.md)", "<b\nid=x>", "![a\nb](c)"]
)
_LEAVES = st.one_of(
    _PARAGRAPHS,
    _BREAKS,
    st.tuples(st.sampled_from(["# ", "## ", "###### ", "#", "  ## "]), _TITLES, st.sampled_from(["", " #", " ##", "  "])).map("".join),
    st.tuples(_TITLES, st.sampled_from(["\n===", "\n---", "\n-"])).map("".join),
    st.tuples(st.sampled_from(["```", "~~~~", "```py", "``` a &amp; b", "  ```"]), _PARAGRAPHS, st.sampled_from(["```", "~~~~", "", "  ```"])).map("\n".join),
    _LINES.map(lambda line: "    " + line),
    st.sampled_from(["---", "* * *", "<div>\n*x*\n</div>", "<!-- a\n\nb -->", "[ref]: target.md 'T'", "[Ref]: <other one>", "[^1]: note", "[^1]: note\n\n    more"]),
    st.tuples(_LINES, _LINES, _LINES).map(lambda cells: "| {} | b |\n|---|:-:|\n| {} |\n| {} | 2 | 3 |".format(*cells)),
    st.just("a | b\n-|-\n\\| | `x\\|y`"),
)  # fmt: skip


_CONTAINERS = st.sampled_from(
    [("> ", "> "), (">", ">"), ("> ", ""), ("- ", "  "), ("* ", "  "), ("1. ", "   "), ("10) ", "    "), ("- [ ] ", "  "), ("- [x] ", "  "),
     ("-   ", "    "), ("  - ", "    "), ("> [!NOTE]\n> ", "> "), ("-\t", "\t"), ("- ", "")]
)  # fmt: skip


def _contained(pair: tuple[tuple[str, str], str]) -> str:
    (first, rest), text = pair
    return first + text.replace("\n", "\n" + rest)


def _joined(parts: tuple[list[str], str]) -> str:
    blocks, between = parts
    return between.join(blocks)


_BLOCKS = st.recursive(
    _LEAVES,
    lambda inner: st.tuples(
        _CONTAINERS, st.tuples(st.lists(inner, min_size=1, max_size=3), st.sampled_from(["\n", "\n\n"])).map(_joined)
    ).map(_contained),
    max_leaves=6,
)
_TEXTS = st.tuples(st.lists(_BLOCKS, max_size=5), st.sampled_from(["\n", "\n\n", "\n\n\n"])).map(_joined)


def _with_line_ends(parts: tuple[str, str, str, bool]) -> bytes:
    text, line_end, last, bom = parts
    return (b"\xef\xbb\xbf" if bom else b"") + (text + last).replace("\n", line_end).encode()


DOCUMENTS = st.tuples(
    _TEXTS, st.sampled_from(["\n", "\n", "\r\n", "\r"]), st.sampled_from(["", "\n"]), st.booleans()
).map(_with_line_ends)
