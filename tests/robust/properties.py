"""
What must hold for any input: short versions run with the tests, `benchmarks/soak.py` runs them for hours.

Every property is a function of one generated value; it raises AssertionError when the promise is broken.
"""

import datetime
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import strategies as st

from doclint.discover import Files
from doclint.engine import FileResult, Report, inspect_files, lint_document
from doclint.errors import DoclintError
from doclint.markdown import parse
from doclint.output import FORMATS, Look, Sources, renderer
from doclint.settings import Settings
from doclint.tree import FileTree
from doclint.typed import read_yaml

TODAY = datetime.date(2026, 1, 15)
EVERYTHING = Settings(select=("ALL",), min_confidence="low")

# Pieces that mean something to some part of doclint; nonsense in between makes them meet in odd places.
_PIECES = (
    *("# ", "## ", "### 3. ", "- ", "* ", "1. ", "10) ", "- [ ] ", "- [x] ", "> ", "> [!NOTE]\n", "    "),
    *("\t", "\n", "\n\n", "```bash\n", "```\n", "~~~yaml\n", "~~~\n", "`", "``", "**", "_", "~~", "|"),
    *("| a | b |\n|---|---|\n", "---\n", "+++\n", "[", "](", ")", "](#", "](../", "]: ", "[^1]", "[^1]: "),
    *("![", '<a href="', '">', "</a>", "<!--", "-->", "<", "&amp;", "&#0;"),
    "<!-- doclint-disable-next-line DL301 -- because, until=2027-01-31 -->",
    *("<!-- doclint-disable-file -->", "**Last Updated**: 2025-13-45", "Last Updated: Nov 10, 2025"),
    *("**Owner**: ", "**Lines**: 1,862", "title: x\n", "version: 1.0\n", "12 playbooks", "276% of target"),
    *("22,106 lines in 30 documents", "(682 lines)", "~8,150", "2,000+", "19.9KB", "COMPLETE", "✅", "0/0"),
    *("## Table of Contents\n", "Restart the service if necessary.", "Check that it is acceptable", "TBD"),
    *("XXX", "<your-name>", "{{ x }}", "/home/somebody/x/README.md", "a.md", "b/c.md#d"),
    *("https://example.org/", "www.example.org", "rm -rf /", "DROP TABLE x", "$(", "${", "\u2028", "\x0b"),
    *("\x00", "\ufeff", "\u202e", "\x1b[31m", "\U0001f6a8", "e\u0301", "\ud7ff", "::error::", "</script>"),
    *("]]>", "\\", "\r\n", "\r"),
)  # fmt: skip
pieces = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=60).map("".join)
texts = pieces.map(lambda text: text.encode("utf-8", "replace"))
files = st.one_of(texts, st.binary(max_size=200), st.tuples(texts, st.binary(max_size=9)).map(b"".join))
names = st.sampled_from(
    ["a.md", "b/c.md", "b/README.md", "PHASE1_SUMMARY.md", "docs/INDEX.md", "b/\x1b[0m\n::x.md", "e\u0301.md"]
)
projects = st.dictionaries(names, files, min_size=1, max_size=4)
_SETTINGS = (
    *("select", "ignore", "rules", "links", "overrides", "phases", "gate", ":", ": ", "- ", "\n", "  ", "["),
    *("]", "{", "}", "DL301", "on", "&a", "*a", "!!python/object:os.system", "'", '"', "#", "|\n", "~"),
    *("1e9", "2026-01-01", "\t", "? ", "<<: "),
)  # fmt: skip
settings_texts = st.lists(st.sampled_from(_SETTINGS), max_size=30).map("".join)


def any_bytes_are_a_document(raw: bytes) -> None:
    """No bytes break a rule; every place is in the file; the result survives the way to the cache."""
    result = lint_document("a.md", raw, EVERYTHING)
    document = parse("a.md", raw)

    for code, finding in result.findings:
        assert code != "DL009", finding.message
        span = finding.span
        assert 1 <= span.line <= span.end_line <= document.text.count("\n") + 1, (code, span)
        assert (span.line, span.column) <= (span.end_line, span.end_column), (code, span)
        assert span.end_column <= len(document.text.split("\n")[span.end_line - 1]) + 1, (code, span)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(result), type=FileResult) == result


def any_files_are_a_project(contents: dict[str, bytes]) -> None:
    """No set of files breaks a rule or a format, and the order they come in does not matter."""
    report = _report(contents)

    assert not [d.message for d in report.diagnostics if d.rule == "DL009"]
    assert _report(dict(reversed(contents.items()))) == report
    _formats(report, Sources(contents.get))


def any_text_is_settings_or_refused(text: str) -> None:
    """Settings are read, or refused with a message that names the file."""
    try:
        read_yaml(text, "doclint.yaml", Settings)
    except DoclintError as error:
        message = str(error)
        assert "doclint.yaml" in message


def _report(contents: dict[str, bytes]) -> Report:
    tree = FileTree(contents)
    documents = tuple(sorted(contents))
    return inspect_files(Files(tree, documents, contents.__getitem__), (), EVERYTHING, TODAY)[0]


def _formats(report: Report, sources: Sources) -> None:
    for name in FORMATS:
        text = renderer(name)(report, sources, Look())
        text.encode("utf-8")  # no lone surrogates
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)
        if name in ("junit", "checkstyle"):
            ElementTree.fromstring(text)


PROPERTIES: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], None]]] = {
    "document": (files, any_bytes_are_a_document),
    "project": (projects, any_files_are_a_project),
    "settings": (settings_texts, any_text_is_settings_or_refused),
}
