"""Trees and documents that are not as they should be: a verdict, no hang, no look outside."""

import datetime
import os
from pathlib import Path
from typing import Any

import pytest

from doclint.engine import Report, check
from doclint.links.fragments import broken_fragments
from doclint.settings import Settings
from tests.effort import within

TODAY = datetime.date(2026, 1, 15)


def dead(root: Path) -> list[tuple[str, str]]:
    report: Report = check(root, (), Settings(select=("DL3",)), TODAY)
    return [(each.rule, each.subject) for each in report.diagnostics]


def test_links_of_the_file_system(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("# Secret\n")
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "loop").symlink_to(root)
    (root / "docs" / "self.md").symlink_to(root / "docs" / "self.md")
    os.mkfifo(root / "docs" / "pipe.md")
    links = ["out/secret.md", "loop/docs/a.md", "docs/self.md", "docs/pipe.md", "../outside/secret.md", "docs/gone.md"]
    (root / "a.md").write_text("# A\n\n" + "".join(f"[x]({link})\n" for link in links))

    assert sorted(dead(root)) == [("DL301", "docs/gone.md"), ("DL305", "../outside/secret.md")]


ENCODED = [
    pytest.param("# Tïtle\n".encode(), "t%C3%AFtle", True, id="UTF-8"),
    pytest.param(b"\xef\xbb\xbf# Title\n", "title", True, id="a BOM"),
    pytest.param(b"# One\r\n\r\n# Title\r\n", "title", True, id="CRLF"),
    pytest.param(b"# One\r\r# Title\r", "title", True, id="CR"),
    pytest.param(b"# Ti\0tle\n", "title", True, id="NUL is replaced, and what replaces it is no letter"),
    pytest.param("# Tïtle\n".encode("latin-1"), "ttle", True, id="Latin-1: what is no UTF-8 is no letter"),
    pytest.param(b"\x89PNG\r\n\0\0\0\rIHDR", "title", False, id="a picture by another name"),
    pytest.param(b"", "title", False, id="empty"),
]


@pytest.mark.parametrize(("raw", "anchor", "there"), ENCODED)
def test_anchors_of_a_file_in_another_encoding(tmp_path: Path, raw: bytes, anchor: str, there: bool) -> None:
    (tmp_path / "b.md").write_bytes(raw)
    (tmp_path / "a.md").write_text(f"# A\n\n[x](b.md#{anchor})\n")

    assert dead(tmp_path) == ([] if there else [("DL302", f"b.md#{anchor}")])


def many(count: int, link: str) -> str:
    return "# A\n\n" + "".join(link.format(number) + "\n" for number in range(count))


MANY = [
    pytest.param({"a.md": many(100_000, "[x](b.md)"), "b.md": ""}, 0, id="100,000 times the same link"),
    pytest.param({"a.md": many(20_000, "[x](gone/{0}.md)")}, 0, id="20,000 dead links"),
    pytest.param({"a.md": many(20_000, "[x](#same-{0})\n\n## Same")}, 1, id="20,000 headings of the same text"),
    pytest.param({"a.md": many(2_000, "[x](#gone-{0})\n\n## Heading {0}")}, 2_000, id="2,000 dead anchors"),
    pytest.param({"a.md": "[x](" + "../" * 50_000 + "x)"}, 0, id="a long way up"),
    pytest.param({"a.md": "[x](" + "a/" * 50_000 + ")"}, 0, id="a long way down"),
    pytest.param({"a.md": "[" * 50_000 + "](b.md)" * 50_000}, 0, id="brackets"),
    pytest.param({"a.md": "![" * 20_000 + "](b.md)" * 20_000}, 0, id="nested images"),
]


@pytest.mark.parametrize(("files", "broken"), MANY)
def test_many_links_take_linear_time(make_project: Any, files: dict[str, str], broken: int) -> None:
    with within(15):
        found = make_project(files).ask(broken_fragments)

    assert len(found) == broken
