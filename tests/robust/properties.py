"""
What must hold for any input: short versions run with the tests, `benchmarks/soak.py` runs them for hours.

Every property is a function of one generated value; it raises AssertionError when the promise is broken.
"""

import collections
import contextlib
import datetime
import json
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from doclint.comparison.baseline import parsed, written
from doclint.comparison.known import entries_of, split
from doclint.config import load
from doclint.engine import Report, inspect_files, lint_document
from doclint.errors import DoclintError
from doclint.files.tree import is_text
from doclint.fixes.fixer import Fixed, fix_all
from doclint.lint import lint_file, packed, unpacked
from doclint.markdown import native, parse, reference
from doclint.markdown.source import decode
from doclint.model import Diagnostic, Severity, Span
from doclint.output import FORMATS, Look, Sources, renderer
from doclint.project import Project
from doclint.selection import Selection
from doclint.settings import Settings
from doclint.verify import judged_claims
from doclint.workers import shared
from tests.markdown.equality import differences
from tests.markdown.known import may_differ
from tests.memory import in_memory

TODAY = datetime.date(2026, 1, 15)
EVERYTHING = Settings(select=("ALL",), min_confidence="low")

# Pieces that mean something to some part of doclint; nonsense in between makes them meet in odd places.
PIECES = (
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
pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=60).map("".join)
texts = pieces.map(lambda text: text.encode("utf-8", "replace"))
files = st.one_of(texts, st.binary(max_size=200), st.tuples(texts, st.binary(max_size=9)).map(b"".join))
names = st.sampled_from(
    ["a.md", "b/c.md", "b/README.md", "PHASE1_SUMMARY.md", "docs/INDEX.md", "b/\x1b[0m\n::x.md", "e\u0301.md"]
)
projects = st.dictionaries(names, files, min_size=1, max_size=4)

_SUMMARY = (
    *("# Phase 1 completion summary\n\n", "**Status**: ✅ COMPLETE\n", "Status: done\n", "## Deliverables\n\n"),
    *("- **a.md** (20 lines)\n", "- `b/c.md`: ~1,862 lines, 3 tables\n", "**Total Lines**: 22,106\n"),
    "- [x] All 9 files",
    *("- [ ] 5/6 phases\n", "| File | Lines | Share |\n|---|--:|--:|\n", "| a.md | 20 | 12% |\n"),
    "| **Total** | 1e9 | |\n",
    *("(276% of target)", "target: 2,000+ lines, ", "**Average**: 18KB per file\n", "2025-11-10", "0 of 0 "),
    *("├── a.md  # 3 steps\n", "```\n", "```yaml\nmetrics:\n  documents: 5\n```\n", "### Guides (2)\n"),
    "99" * 40,
    "-5% ",
)  # fmt: skip
summaries = st.lists(st.one_of(st.sampled_from(_SUMMARY), st.sampled_from(PIECES)), max_size=40).map(
    lambda parts: "".join(parts).encode("utf-8", "replace")
)
audited = st.fixed_dictionaries({"PHASE1_SUMMARY.md": summaries, "a.md": texts, "b/c.md": texts})

_MENDABLE = (
    *("[x](A.md)\n\n", "[x](a.md#Part-one)\n\n", "[x](/home/ada/w/b/c.md)\n\n", "see `/home/ada/w/b/c.md`\n\n"),
    *("[x](c.md)\n\n", "[x](b/C.md#part)\n\n", "## Part one\n\n", "## Part\n\n", "# Title\n\n", "Text\r\n\r\n"),
    *("## Table of Contents\n\n", "- [Part](#part)\n", "- [Part one](#part-one)\n\n"),
    "**Last Updated**: 2025-01-01\n\n",
    *("<!-- doclint-disable-next-line DL301 -- why -->\n", "[x](<a b.md>) 🙂\r", "[r]: A.md\n\n[r]\n\n", "```\n"),
)  # fmt: skip
mendable = st.lists(st.one_of(st.sampled_from(_MENDABLE), pieces), max_size=14).map(
    lambda parts: "".join(parts).encode("utf-8", "replace")
)
marked = st.tuples(st.sampled_from([b"", b"\xef\xbb\xbf"]), mendable, st.sampled_from([b"", b"\xff", b"\n"])).map(
    b"".join
)
faulty = st.fixed_dictionaries({"a.md": marked, "b/c.md": marked, "a b.md": marked})

_COMMENTS = (
    *("<!-- doclint-disable -->\n\n", "<!-- doclint-enable -->\n\n", "<!-- doclint-disable-line -->"),
    "# T\n\n### U\n\n",
    *("<!-- doclint-disable DL3, DL101 -- why -->\n\n", "<!-- doclint-enable DL301 -->\n\n", "[y](#z) "),
    "[x](gone.md)\n",
    *("<!-- doclint-disable-file DL302 -- why, until=2020-01-01 -->\n"),
    "<!-- doclint-disable-next-line ALL -- w -->\n",
    *("<!-- doclint-disable-next-line", " DL101 -- x", " -->", "\n", "TBD\n\n", "> - ", "<!-- ", "dead-link,,DL999 "),
)  # fmt: skip
commented = st.lists(st.sampled_from(_COMMENTS), max_size=30).map(lambda parts: "".join(parts).encode())

_SETTINGS = (
    *("select", "ignore", "rules", "links", "overrides", "phases", "gate", ":", ": ", "- ", "\n", "  ", "["),
    *("]", "{", "}", "DL301", "on", "&a", "*a", "!!python/object:os.system", "'", '"', "#", "|\n", "~"),
    *("1e9", "2026-01-01", "\t", "? ", "<<: "),
)  # fmt: skip
_GROUPS = (
    "doc-types: {own: {paths: ['**/*.md'], sections: [{name: Steps, required: true}]}}\n",
    "doc-types: {runbook: {sections: [", "{name: X, aliases: [Y], content: steps}", "]}}\n",
    "custom-rules: {X100: {kind: pattern, pattern: '", "x+|[a-z]*", "', in: heading, message: m}}\n",
    "instructions: {language: en, words: {verbs: {plain: ", "frobnicate, 'x y'", "}}}\n",
    "overrides: [{paths: [b/], ignore: [DL1]}]\n", "phases: {one: {paths: [b]}}\n", "links: {anchors: gitlab}\n",
    "per-file-ignores: {'*.md': [DL3]}\n", "severity: {DL301: info}\n", "rules: {DL401: {max-lines: 1}}\n",
    "select: [ALL]\n", "gate: {errors: 0}\n", "schedule: {'**': 30d}\n", "exclude: ['[', '**', '!a']\n",
)  # fmt: skip
settings_texts = st.lists(st.one_of(st.sampled_from(_GROUPS), st.sampled_from(_SETTINGS)), max_size=30).map("".join)


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
    assert unpacked(packed(result)) == result


def any_files_are_a_project(contents: dict[str, bytes]) -> None:
    """No set of files breaks a rule or a format, and the order they come in does not matter."""
    report = _report(contents)

    assert not [d.message for d in report.diagnostics if d.rule == "DL009"]
    assert _report(dict(reversed(contents.items()))) == report
    _formats(report, Sources(contents.get))


def any_text_is_settings_or_refused(text: str) -> None:
    """Settings are refused with a message that names the file, or no rule breaks under them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "doclint.yaml"
        file.write_bytes(text.encode("utf-8", "replace"))
        try:
            read = load(Path(folder), file=file).settings
        except DoclintError as error:
            message = str(error)
            assert "doclint.yaml" in message
            return
    report = _report({"a.md": b"# A\n\n## Steps\n\n1. Restart it.\n", "b/c.md": b"[x](gone.md) xxx"}, read)
    assert not [d.message for d in report.diagnostics if d.rule == "DL009"]


def comments_hide_and_change_nothing(raw: bytes) -> None:
    """With comments that suppress, shown and suppressed together are what there is without them."""
    without = _report({"a.md": raw.replace(b"doclint-disable", b"someone-disable")})
    report = _report({"a.md": raw})

    assert _places((*report.diagnostics, *report.suppressed)) == _places(without.diagnostics)


def a_baseline_knows_what_it_was_made_of(contents: dict[str, bytes]) -> None:
    """Written and read again it is the same, and nothing is new against it."""
    report = _report(contents)
    entries = entries_of(report.diagnostics)
    read = parsed(written(entries).encode(), "baseline.json").entries
    with contextlib.suppress(DoclintError):
        parsed(b"".join(contents.values()), "baseline.json")

    against = split(report.diagnostics, read, lambda path: True)
    assert read == entries
    assert (against.new, against.stale) == ((), collections.Counter())


def any_summary_can_be_judged(contents: dict[str, bytes]) -> None:
    """Whatever is claimed, there is a verdict, and what was not measured is never verified."""
    report, project = _inspected(contents, EVERYTHING)

    assert not [d.message for d in report.diagnostics if d.rule == "DL009"]
    for judged in project.ask(judged_claims):
        assert judged.verdict in ("verified", "contradicted", "unverifiable")
        assert judged.verdict != "verified" or judged.evidence, judged


def mending_is_harmless_and_ends(contents: dict[str, bytes]) -> None:
    """Fixed twice is fixed once; nothing gets worse; files that cannot be read as text are left alone."""
    fixed = _fixed(contents)
    after = {**contents, **fixed.contents}

    assert _fixed(after).contents == {}
    before = collections.Counter(d.rule for d in _report(contents).diagnostics if d.severity == Severity.ERROR)
    errors = collections.Counter(d.rule for d in fixed.report.diagnostics if d.severity == Severity.ERROR)
    assert errors <= before, errors - before
    for path, raw in fixed.contents.items():
        assert raw.startswith(b"\xef\xbb\xbf") == contents[path].startswith(b"\xef\xbb\xbf")
        raw.decode()


def processes_change_nothing(contents: dict[str, bytes]) -> None:
    """The same results, in whichever process they are made."""
    selection = Selection(EVERYTHING)
    read = in_memory(contents).read
    one = {path: lint_file(path, read, selection) for path in contents}
    paths = [path for path in contents if is_text(path)]

    many = dict(
        shared([paths[::2], paths[1::2]], lambda path: lint_file(path, in_memory(contents).read, selection), 60)
    )

    assert many == {path: one[path] for path in paths}


def readers_agree(raw: bytes) -> None:
    """Both readers make the same tree of a text, where the specification does not leave it to them."""
    text = decode(raw).text
    if not may_differ(text):
        assert differences(native.read(text, 0, "gfm"), reference.read(text, 0, "gfm")) == []


def _fixed(contents: dict[str, bytes]) -> Fixed:
    return fix_all(lambda changed: _report({**contents, **changed}), in_memory(contents).read, unsafe=True)


def _places(diagnostics: Iterable[Diagnostic]) -> collections.Counter[tuple[str, Span]]:
    about_comments = ("DL005", "DL006", "DL007", "DL008")
    return collections.Counter((d.rule, d.span) for d in diagnostics if d.rule not in about_comments)


def _report(contents: Mapping[str, bytes], chosen: Settings = EVERYTHING) -> Report:
    return _inspected(contents, chosen)[0]


def _inspected(contents: Mapping[str, bytes], chosen: Settings) -> tuple[Report, Project]:
    return inspect_files(in_memory(contents), (), chosen, TODAY)


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
    "suppression": (commented, comments_hide_and_change_nothing),
    "baseline": (projects, a_baseline_knows_what_it_was_made_of),
    "claims": (audited, any_summary_can_be_judged),
    "fix": (faulty, mending_is_harmless_and_ends),
    "processes": (projects, processes_change_nothing),
    "readers": (texts, readers_agree),
}
