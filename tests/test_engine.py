"""The pipeline: whatever the files are like, a run ends with findings, never with a traceback."""

import datetime
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from doclint import rules as registry
from doclint.engine import Report, check, inspect_files
from doclint.files.discover import TooLargeError, files_of
from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions, PipelineRule
from doclint.rules import all_rules, rule_named
from doclint.settings import Settings
from tests.memory import in_memory

TODAY = datetime.date(2026, 1, 15)
ONLY = Settings(select=("DL0", "DL101"), ignore=("DL008",))


def lint(files: Mapping[str, bytes | OSError], settings: Settings = ONLY, paths: tuple[str, ...] = ()) -> Report:
    return inspect_files(in_memory(files), paths, settings, TODAY)[0]


def rules_of(report: Report) -> list[str]:
    return [diagnostic.rule for diagnostic in report.diagnostics]


@pytest.mark.parametrize("code", ["DL005", "DL006", "DL007"])
def test_pipeline_rules_report_their_bad_example_and_accept_the_good_one(code: str) -> None:
    rule = rule_named(code)
    assert isinstance(rule, PipelineRule)
    assert isinstance(rule.bad, str)
    assert isinstance(rule.good, str)

    assert code in rules_of(lint({"x.md": rule.bad.encode()}))
    assert rules_of(lint({"x.md": rule.good.encode()})) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", [], id="empty"),
        pytest.param(b"\xef\xbb\xbf# Title\n", [], id="a BOM is no defect"),
        pytest.param(b"# Title\r\n\r\n### Part\r\n", ["DL101"], id="CRLF"),
        pytest.param(b"# Title\r\r### Part\r", ["DL101"], id="CR"),
        pytest.param(b"# T\x00itle \x1b[31m\n", [], id="control characters"),
        pytest.param(b"# Caf\xe9\n\n### Part\n", ["DL002", "DL101"], id="not UTF-8: the rest is checked"),
        pytest.param("# Title\n\n### Part\n".encode("utf-16"), ["DL002"], id="UTF-16"),
        pytest.param("# Title\n\n### Part\n".encode("utf-32"), ["DL002"], id="UTF-32"),
        pytest.param(bytes(range(32)) * 200, ["DL003"], id="not text"),
        pytest.param(PermissionError(13, "Permission denied"), ["DL001"], id="unreadable"),
        pytest.param(FileNotFoundError(2, "No such file or directory"), ["DL001"], id="gone since it was listed"),
        pytest.param(TooLargeError("100,000,000 bytes, the limit is 5,000,000"), ["DL004"], id="too large"),
        pytest.param(b"---\na: &a [*a]\n---\n# T\n", ["DL010"], id="an alias that holds itself in the header"),
        pytest.param(b"---\na: " + b"[" * 3000 + b"\n---\n# T\n", ["DL010"], id="a header nested deep"),
        pytest.param(b">" * 5000 + b" deep", ["DL003"], id="quotes nested deeper than anybody reads"),
        pytest.param(b"[" * 20_000, [], id="brackets"),
        pytest.param(b"*a **a " * 10_000, [], id="emphasis"),
        pytest.param(b"<!-- doclint-disable" * 1000, [], id="comments that do not end"),
    ],
)
def test_what_a_file_holds_ends_as_findings(content: bytes | OSError, expected: list[str]) -> None:
    report = lint({"x.md": content, "other.md": b"# Other\n\n### Part\n\nText.\n"})

    assert [diagnostic.rule for diagnostic in report.diagnostics if diagnostic.path == "x.md"] == expected
    assert [diagnostic.rule for diagnostic in report.diagnostics if diagnostic.path == "other.md"] == ["DL101"]


def test_what_cannot_be_read_is_not_said_to_lack_anything() -> None:
    report = lint({"docs/adr/1.md": PermissionError(13, "not for you"), "docs/adr/2.md": b"# Two\n"}, Settings())

    assert [diagnostic.path for diagnostic in report.diagnostics if diagnostic.rule == "DL102"] == ["docs/adr/2.md"]


def test_a_rule_that_raises_is_a_finding_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(document: Document, options: NoOptions) -> list[Finding]:
        raise ZeroDivisionError("boom")

    broken = DocumentRule(
        code="DL100", name="broken", severity=Severity.INFO, summary="", reason="", check=explode, bad="", good=""
    )
    known = (*all_rules(), broken)
    monkeypatch.setattr(registry, "all_rules", lambda: known)
    monkeypatch.setattr("doclint.selection.all_rules", lambda: known)

    report = lint({"x.md": b"# Title\n\n### Part\n\nText.\n"}, Settings(select=("DL0", "DL1"), ignore=("DL008",)))

    assert rules_of(report) == ["DL009", "DL101"]
    assert report.diagnostics[0].message == "DL100 broken failed here: ZeroDivisionError: boom"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text("# Title\n\n### Part\n")
    return tmp_path


def make_pipe(place: Path) -> None:
    os.mkfifo(place)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        pytest.param("x.md", make_pipe, id="a pipe"),
        pytest.param("x.md", lambda place: place.mkdir(), id="a folder named x.md"),
        pytest.param("x.md", lambda place: place.symlink_to("x.md"), id="a link to itself"),
        pytest.param("x.md", lambda place: place.symlink_to("good.md"), id="a link to a document"),
        pytest.param("x.md", lambda place: place.symlink_to("/dev/zero"), id="a link to a device"),
        pytest.param("x.md", lambda place: place.symlink_to("gone.md"), id="a link to nothing"),
        pytest.param("loop", lambda place: place.symlink_to("."), id="a folder that holds itself"),
        pytest.param("a\n::error::b\x1b[31m.txt", lambda place: place.write_text(""), id="a name with a newline"),
        pytest.param("\udce9.txt", lambda place: place.write_text(""), id="a name that is not UTF-8"),
    ],
)
def test_odd_things_in_a_folder_do_not_stop_a_run(folder: Path, name: str, make: Callable[[Path], object]) -> None:
    make(folder / name)

    report = check(folder, (), ONLY, TODAY)

    assert rules_of(report) == ["DL101"]
    assert report.files == 1


def test_a_name_that_is_not_utf8_is_checked(folder: Path) -> None:
    (folder / "\udce9.md").write_text("# Title\n\n### Part\n")

    assert check(folder, (), ONLY, TODAY).files == 2


def test_a_file_beyond_the_limit_is_not_read(folder: Path) -> None:
    (folder / "good.md").write_text("x" * 2000)

    report = check(folder, (), Settings(select=("DL0",), max_file_size=1000), TODAY)

    assert [diagnostic.message for diagnostic in report.diagnostics] == ["not checked: 2,000 bytes, the limit is 1,000"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(Settings(), ["DL101"], id="as it is"),
        pytest.param(Settings(ignore=("DL1",)), [], id="ignored"),
        pytest.param(Settings(severity={"heading-increment": "off"}), [], id="off"),
        pytest.param(
            Settings(severity={"DL1": "off", "heading-increment": "info", "DL101": "off"}), ["DL101"], id="by its name"
        ),
        pytest.param(Settings(severity={"DL101": "info", "DL1": "off"}), ["DL101"], id="its code before its family"),
        pytest.param(Settings(per_file_ignores={"docs/": ("DL101",)}), [], id="ignored in the folder"),
        pytest.param(Settings(per_file_ignores={"other/": ("DL101",)}), ["DL101"], id="ignored elsewhere"),
        pytest.param(Settings(exclude=("docs/**",)), [], id="excluded"),
        pytest.param(Settings(include=("*.markdown",)), [], id="not included"),
    ],
)
def test_settings_decide_what_is_reported(tmp_path: Path, settings: Settings, expected: list[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/x.md").write_text("# Title\n\n### Part\n")

    found = rules_of(check(tmp_path, (), settings, TODAY))

    assert [code for code in found if code == "DL101"] == expected


def test_without_git_gitignore_is_respected_all_the_same(folder: Path) -> None:
    (folder / "build").mkdir()
    (folder / "build/x.md").write_text("# Title\n\n### Part\n")
    (folder / ".gitignore").write_text("build/\n")

    assert check(folder, (), ONLY, TODAY).files == 1
    assert check(folder, (), Settings(respect_gitignore=False), TODAY).files == 2


def test_a_type_is_spared_the_rules_that_make_no_sense_for_it() -> None:
    text = "# Changelog\n\n## 1.1\n\n#### Fixed\n\n- One.\n\n## 1.0\n\nFirst.\n\n## 1.0\n\nAgain.\n"
    files = {"CHANGELOG.md": text.encode(), "guide.md": text.replace("Changelog", "Guide").encode()}

    found = lint(files, Settings(select=("DL101", "DL108"))).diagnostics

    assert [(diagnostic.path, diagnostic.rule) for diagnostic in found] == [
        ("guide.md", "DL101"),
        ("guide.md", "DL108"),
    ]


def test_a_part_of_the_facts_that_was_left_out_cannot_pass_for_an_empty_one() -> None:
    files = in_memory({"a.md": b"# A\n\n1. Restart it\n"})
    lean = inspect_files(files, (), Settings(select=("DL301",)), TODAY, lean=True)[1].facts["a.md"]
    full = inspect_files(files, (), Settings(select=("DL301",)), TODAY)[1].facts["a.md"]

    with pytest.raises(LookupError, match="claims were left out"):
        assert lean.claims
    with pytest.raises(LookupError, match="instructions were left out"):
        assert lean.instructions
    assert full.instructions.read == 1


@pytest.mark.parametrize("family", ["DL1", "DL2", "DL3", "DL4", "DL5", "DL6", "DL7", "DL8"])
def test_what_no_rule_asks_for_can_be_left_out(family: str) -> None:
    folder = Path(__file__).parents[1] / "examples/failing"
    files = files_of(folder, Settings())

    lean, full = (inspect_files(files, (), Settings(select=(family,)), TODAY, lean=lean)[0] for lean in (True, False))

    assert lean.diagnostics == full.diagnostics
    assert "DL009" not in rules_of(lean)
