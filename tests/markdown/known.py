"""
Where the two readers read differently: named, shown, and left out of the property test.

Each is rare in documents. `right` is the reader that agrees with cmark-gfm.
"""

import re
from typing import NamedTuple


class Known(NamedTuple):
    name: str
    right: str
    example: str
    pattern: str  # of texts in which it may occur; may match too much, never too little


KNOWN = [
    Known(
        "a table without outer pipes right after a line of text",
        "reference",
        "word\na | b\n-|-\n1 | 2\n",
        r"(?m)^.*[^\s>].*\n[> ]*(?![> ]*\|).*\|.*\n[> ]*[-:|]",
    ),
    Known("a row of a table indented by four", "reference", "| a |\n|---|\n    code\n", r"\|.*\n(.*\n)*[ >]*(    |\t)"),
    Known("a check box before a table", "reference", "- [ ] | a | b |\n  |---|---|\n", r"\[[ xX]\] .*\|"),
    Known("a check box before the line of a heading", "reference", "- [x]\n  ===\n", r"\[[ xX]\][ \t]*\n"),
    Known("a check box at the very end of the text", "reference", "- [x]", r"\[[ xX]\][ \t]*\Z"),
    Known("a tab after the mark of a quote", "native", "> > \t word\n", r">[ ]*\t"),
    Known("a definition, then a line of text", "native", "[a]: b\n    word\n", r"\[[^\]]+\]:.*\n[> ]*\S"),
    Known(
        "a footnote in an item",
        "native",
        "-   a\n    [^1]: note\n\n        more\n    - b\n",
        r"(?m)^[^\n\[]+\[\^1\]:",
    ),
    Known(
        "a line indented by four after a nested item",
        "native",
        "10)   - word\n    # word\n",
        r"(?m)^[> ]*([-*+]|\d+[.)])\s(.*\n)+?(    |\t)",
    ),
    Known(
        "an empty item before two blank lines",
        "native",
        "-\n\n\n- a\n",
        r"(?m)^[> ]*([-*+]|\d+[.)])[ \t]*\n[> ]*\n",
    ),
    Known("a row that is one pipe", "reference", "| a |\n|---|\n|\n", r"(?m)^[> ]*\|[ \t]*$"),
    Known("code right after the line of an alert", "reference", "> [!NOTE]\n>     code\n", r"\[!"),
    Known("a single column without outer pipes", "native", "word |\n---\n", r"\|.*\n[ >]*-+[ ]*$"),
    Known("a tab at the end of a heading", "reference", "# a\t\n", r"(?m)#.*\t"),
    Known("a form feed after the line of a heading", "reference", "word\n- \f\n", r"\f"),
    Known("one tilde in a word", "reference", "a~b~\n", r"[^\s~]~(?!~)"),
    Known("a line of a vertical tab", "reference", "\v\n", r"\v"),
    Known(
        "a mark beside a line separator", "reference", "*\u2028*\n", "[*_~][\x85\u2028\u2029]|[\x85\u2028\u2029][*_~]"
    ),
    Known("tildes between a word and a sign", "reference", "a~~[~~\n", r"[^\s~]~~[^\w\s~]|[^\w\s~]~~[^\s~]"),
    Known("a footnote that opens a footnote", "reference", "[^1]: [^1]: a\n", r"\[\^[^\]\s]+\]:[ \t>]*\[\^"),
    Known("a row of white space of Unicode", "native", "| a |\n|---|\n\u2028\n", r"(?m)^[^\S\n]*[^\S \t\n][^\S\n]*$"),
    Known("blanks at the very end of code that nobody closes", "native", "```\nword\n    ", r"\n[> ]*    [ ]*\Z"),
    Known("white space of Unicode at the edge of a cell", "native", "| \u00a0 |\n|---|\n", r"\|[ ]*[\u00a0\u2028]"),
]
_ANY = [re.compile(known.pattern) for known in KNOWN]


def may_differ(text: str) -> bool:
    return any(pattern.search(text) for pattern in _ANY)
