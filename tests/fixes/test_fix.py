"""Fixes: what they change, what they leave alone, and when they are not made."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doclint.engine import Report
from doclint.files.write import replaced
from doclint.fixes.edits import apply
from doclint.fixes.fixer import Fixed, fix_all
from doclint.fixes.sandbox import Sandbox
from doclint.model import Confidence, Diagnostic, Edit, Fix, Severity, Span


def edit(line: int, column: int, end_line: int, end_column: int, text: str) -> Edit:
    return Edit("x.md", Span(line, column, end_line, end_column), text)


@pytest.mark.parametrize(
    ("raw", "edits", "expected"),
    [
        pytest.param(b"abc\n", [], b"abc\n", id="nothing"),
        pytest.param(b"abc\n", [edit(1, 2, 1, 3, "X")], b"aXc\n", id="replaced"),
        pytest.param(b"abc\n", [edit(1, 4, 1, 4, "X")], b"abcX\n", id="inserted at the end of a line"),
        pytest.param(b"abc\n", [edit(2, 1, 2, 1, "X\n")], b"abc\nX\n", id="inserted after the last line"),
        pytest.param(b"abc", [edit(1, 4, 1, 4, "X")], b"abcX", id="no last line end"),
        pytest.param(b"a\r\nb\r\n", [edit(2, 1, 2, 2, "x\ny")], b"a\r\nx\r\ny\r\n", id="CRLF"),
        pytest.param(b"a\rb\r", [edit(2, 1, 2, 2, "x\ny")], b"a\rx\ry\r", id="CR"),
        pytest.param(b"a\r\nb\nc", [edit(2, 1, 2, 2, "x\ny")], b"a\r\nx\ny\nc", id="mixed: that of the line"),
        pytest.param(b"\xef\xbb\xbfabc", [edit(1, 1, 1, 2, "X")], b"\xef\xbb\xbfXbc", id="after a BOM"),
        pytest.param(
            "🙂é\u0301x".encode(), [edit(1, 4, 1, 5, "y")], "🙂é\u0301y".encode(), id="columns are code points"
        ),
        pytest.param(b"a\x00b", [edit(1, 3, 1, 4, "c")], b"a\x00c", id="NUL"),
        pytest.param(b"a\x0bb\x0cc\xc2\x85d", [edit(1, 7, 1, 8, "X")], b"a\x0bb\x0cc\xc2\x85X", id="no line ends"),
        pytest.param(b"abc\ndef", [edit(1, 2, 2, 2, "-")], b"a-ef", id="over lines"),
        pytest.param(b"abc", [edit(1, 3, 1, 4, "Z"), edit(1, 1, 1, 2, "X")], b"XbZ", id="several, in any order"),
        pytest.param(b"abc", [edit(1, 2, 1, 2, "1"), edit(1, 2, 1, 2, "2")], b"a12bc", id="two at one place, in order"),
    ],
)
def test_nothing_but_the_edited_place_changes(raw: bytes, edits: list[Edit], expected: bytes) -> None:
    assert apply(raw, edits) == expected


@pytest.mark.parametrize(
    ("raw", "edits"),
    [
        pytest.param(b"\xff", [edit(1, 1, 1, 1, "X")], id="not UTF-8"),
        pytest.param(b"abc", [edit(2, 1, 2, 1, "X")], id="no such line"),
        pytest.param(b"abc\n", [edit(1, 5, 1, 5, "X")], id="no such column"),
        pytest.param(b"abc", [edit(1, 1, 1, 3, "X"), edit(1, 2, 1, 3, "Y")], id="overlap"),
        pytest.param(b"abc", [edit(1, 3, 1, 2, "X")], id="backwards"),
    ],
)
def test_what_cannot_be_done_is_refused(raw: bytes, edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"line|overlap|utf-8"):
        apply(raw, edits)


@given(text=st.text(alphabet="ab\n é🙂\t", max_size=40), inserted=st.text(alphabet="x\n", max_size=3), data=st.data())
def test_an_edit_of_bytes_is_an_edit_of_the_text(text: str, inserted: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    def place(offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1

    changed = apply(text.encode(), [edit(*place(start), *place(end), inserted)])

    assert changed.decode() == text[:start] + inserted + text[end:]


def finding(
    text: str, word: str, better: str, severity: Severity = Severity.WARNING, safe: bool = True
) -> list[Diagnostic]:
    """Every occurrence of a word, and the fix that replaces it."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        place = line.find(word)
        while place >= 0:
            span = Span(number, place + 1, number, place + 1 + len(word))
            fix = Fix(f"{word} to {better}", (Edit("x.md", span, better),), safe)
            found.append(
                Diagnostic(path="x.md", span=span, rule="DL999", name=word, severity=severity,
                           subject=word, message=word, confidence=Confidence.HIGH, related=(), fix=fix, fingerprint="")
            )  # fmt: skip
            place = line.find(word, place + 1)
    return found


def fixed(text: str, words: Mapping[str, str], unsafe: bool = False, safe: bool = True) -> tuple[str, int]:
    def check(contents: Mapping[str, bytes], before: bytes = text.encode()) -> Report:
        now = contents.get("x.md", before).decode()
        found = [each for word, better in words.items() for each in finding(now, word, better, safe=safe)]
        return Report(files=1, diagnostics=tuple(sorted(found, key=lambda each: each.order)))

    result = fix_all(check, lambda path: text.encode(), unsafe)
    after = result.contents.get("x.md", text.encode())
    assert fix_all(lambda contents: check(contents, after), lambda path: after, unsafe).contents == {}  # idempotent
    return result.contents.get("x.md", text.encode()).decode(), len(result.made)


@pytest.mark.parametrize(
    ("text", "words", "expected", "made"),
    [
        pytest.param("a b", {}, "a b", 0, id="nothing to fix"),
        pytest.param("bad bad\nbad", {"bad": "good"}, "good good\ngood", 3, id="all in one pass"),
        pytest.param("aab", {"aab": "x", "ab": "y"}, "x", 1, id="overlapping: the first"),
        pytest.param("one", {"one": "two", "two": "three"}, "one", 0, id="what brings another finding is not made"),
        pytest.param("one\nok", {"one": "two", "two": "x", "ok": "fine"}, "one\nfine", 1, id="what does not is made"),
        pytest.param("x", {"x": "xx"}, "x", 0, id="what would grow for ever is not made"),
    ],
)  # fmt: skip
def test_fixes_are_made_until_none_is_left_and_nothing_gets_worse(
    text: str, words: Mapping[str, str], expected: str, made: int
) -> None:
    assert fixed(text, words) == (expected, made)


def test_unsafe_fixes_are_made_only_when_asked_for() -> None:
    assert fixed("bad", {"bad": "good"}, safe=False) == ("bad", 0)
    assert fixed("bad", {"bad": "good"}, safe=False, unsafe=True) == ("good", 1)


def test_a_fix_of_two_files_is_made_whole_or_not_at_all() -> None:
    fix = Fix("both", (edit(1, 1, 1, 2, "X"), Edit("broken.md", Span(1, 1, 1, 1), "Y")))
    found = Diagnostic(path="x.md", span=Span(1, 1, 1, 2), rule="DL999", name="n", severity=Severity.ERROR, subject="s",
                       message="m", confidence=Confidence.HIGH, related=(), fix=fix, fingerprint="")  # fmt: skip

    result = fix_all(
        lambda contents: Report(files=1, diagnostics=(found,)), lambda path: b"\xff" if path == "broken.md" else b"a"
    )

    assert result.contents == {}
    assert result.refused == (("broken.md", "not UTF-8"),)


def test_fix_mends_links_and_keeps_line_ends_bom_and_mode(repository, doclint) -> None:
    root = repository({"docs/Setup.md": "# Setup\n"})
    raw = b"\xef\xbb\xbf# A\r\n\r\n[s](/home/ada/src/docs/Setup.md) \xf0\x9f\x99\x82\r\nlast"
    (root / "a.md").write_bytes(raw)
    (root / "a.md").chmod(0o640)

    assert doclint("fix", "--select", "DL3", "--diff").status == 1
    assert (root / "a.md").read_bytes() == raw
    ran = doclint("fix", "--select", "DL3")

    assert (root / "a.md").read_bytes() == raw.replace(b"/home/ada/src/docs/Setup.md", b"docs/Setup.md"), ran
    assert (root / "a.md").stat().st_mode & 0o777 == 0o640
    assert doclint("fix", "--select", "DL3", "--diff").status == 0


def test_check_fix_mends_and_reports_what_is_left(repository, doclint) -> None:
    repository({"docs/Setup.md": "# Setup\n", "a.md": "# A\n\n[s](/home/ada/src/docs/Setup.md) [g](gone.md)\n"})

    ran = doclint("check", "--fix", "--select", "DL3", "--output-format", "concise")

    assert ran.status == 1
    assert "gone.md" in ran.stdout
    assert "DL306" not in ran.stdout
    assert "1 fix in 1 file" in ran.stderr


def test_nothing_is_written_when_a_file_was_changed_meanwhile(repository, doclint, monkeypatch) -> None:
    root = repository({"docs/Setup.md": "# Setup\n", "a.md": "# A\n\n[s](/home/ada/src/docs/Setup.md)\n"})
    real = Sandbox.write

    def late(sandbox: Sandbox, fixed: Fixed) -> None:
        (root / "a.md").write_text("# Mine\n")
        real(sandbox, fixed)

    monkeypatch.setattr(Sandbox, "write", late)

    ran = doclint("fix", "--select", "DL3")

    assert ran.status == 2
    assert "a.md was changed meanwhile" in ran.stderr
    assert (root / "a.md").read_text() == "# Mine\n"


@pytest.mark.parametrize("failing", ["write", "fsync", "replace"])
def test_a_disk_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch, failing: str) -> None:
    file = tmp_path / "a.md"
    file.write_text("old")

    def fail(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen" if failing == "write" else failing, fail)

    with pytest.raises(OSError, match="No space"):
        replaced(file, b"new")

    assert file.read_text() == "old"
    assert [place.name for place in tmp_path.iterdir()] == ["a.md"]


def test_what_a_symbolic_link_leads_to_is_replaced_not_the_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")

    replaced(tmp_path / "link.md", b"new")

    assert (tmp_path / "real.md").read_text() == "new"
    assert (tmp_path / "link.md").is_symlink()


def test_fixes_that_a_person_should_look_at_are_named_not_made(repository, doclint) -> None:
    repository({"a.md": "# A\n\n## Set it up\n\n[s](#set-it-upp)\n"})

    found = doclint("check", "--select", "DL3", "--output-format", "text")
    ran = doclint("fix", "--select", "DL3")

    assert "fix (with --unsafe): Link to #set-it-up" in found.stdout
    assert "[*]" not in found.stdout
    assert "0 fixes in 0 files; 1 error left (1 fixable with --unsafe" in ran.stderr


def test_what_is_on_disk_must_be_what_was_judged(repository, doclint, monkeypatch) -> None:
    root = repository({"docs/Setup.md": "# Setup\n", "a.md": "# A\n\n[s](/home/ada/src/docs/Setup.md)\n"})
    real = Sandbox.fixed

    def late(sandbox: Sandbox, unsafe: bool = False) -> Fixed:
        assert sandbox._results
        (root / "a.md").write_text("# Mine\n")
        return real(sandbox, unsafe)

    monkeypatch.setattr(Sandbox, "fixed", late)

    ran = doclint("fix", "--select", "DL3")

    assert "not fixed: a.md: changed meanwhile" in ran.stderr
    assert (root / "a.md").read_text() == "# Mine\n"


def test_each_fix_that_is_not_made_says_what_it_would_bring() -> None:
    words = {"one": "two", "uno": "dos", "two": "three", "dos": "tres"}

    def check(contents: Mapping[str, bytes]) -> Report:
        now = contents.get("x.md", b"one\nuno").decode()
        found = [each for word, better in words.items() for each in finding(now, word, better)]
        return Report(files=1, diagnostics=tuple(sorted(found, key=lambda each: each.order)))

    result = fix_all(check, lambda path: b"one\nuno")

    assert [reason for _, reason in result.refused] == ["would bring DL999 two: two", "would bring DL999 dos: dos"]


def test_what_a_branch_changed_gets_the_date_of_today_and_what_is_old_stays(repository, doclint) -> None:
    text = "# Restore\n\n**Version**: 1.9\n**Last Updated**: 10 November 2025\n\n[old](/home/ada/src/a/b/{}.md)\n"
    repository({"a/b/c.md": "# C\n", "a/b/d.md": "# D\n", "a.md": text.format("c"), "b.md": text.format("c"),
                "doclint.yaml": "rules: {DL509: {version: true}}\n"})  # fmt: skip
    subprocess.run(["git", "branch", "base"], check=True)
    root = repository({"a.md": text.format("c") + "\n[new](/home/ada/src/a/b/d.md)\n"})

    doclint("fix", "--select", "DL3,DL509", "--new-from", "base", "--today", "2026-01-15", "--unsafe")

    fixed = text.format("c").replace("1.9", "1.10").replace("10 November 2025", "15 January 2026")
    assert (root / "a.md").read_text() == fixed + "\n[new](a/b/d.md)\n"
    assert (root / "b.md").read_text() == text.format("c")


@pytest.mark.parametrize("name", ["DL3O1", "dead-lnk"])
def test_only_rules_that_exist_are_suppressed(repository, doclint, name: str) -> None:
    repository({"a.md": "# A\n\n[x](gone.md)\n"})

    ran = doclint("fix", "--suppress", name, "--reason", "later")

    assert (ran.status, "did you mean" in ran.stderr) == (2, True)
