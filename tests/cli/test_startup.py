"""What a run may import. Every module here is time that each commit hook of each user pays."""

import subprocess
import sys
from pathlib import Path

import pytest

_OTHERS = {"click", "msgspec", "pyromark", "typing_extensions", "yaml"}
_COSTLY = {
    *("argparse", "asyncio", "concurrent", "csv", "dataclasses", "email", "html.parser", "http", "logging"),
    *("multiprocessing", "pydoc", "socket", "sqlite3", "ssl", "unittest", "urllib.request", "xml"),
}
_HEAVY = {"click", "msgspec", "pathlib", "pathspec", "pyromark", "subprocess", "yaml"}
_SAID_AGAIN = {"doclint"} | {
    f"doclint.{name}"
    for name in "__main__ errors files files.globs files.listing files.tree git git.command replay".split()
}
_OURS = {
    "doclint.audit",
    "doclint.cache",
    "doclint.fixes",
    "doclint.links.online",
    "doclint.lsp",
    "doclint.markdown.reference",
}


def imported(folder: Path, *arguments: str) -> set[str]:
    code = (
        "import sys; from doclint.cli import group\n"
        "known = set(sys.modules)\n"
        f"try: group({list(arguments)!r}, standalone_mode=False)\n"
        "finally: print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("# A\n\nThis is *plain* text with a [link](b.md).\n")
    (tmp_path / "b.md").write_text("# B\n\n1. Restart the server.\n")
    return tmp_path


def test_a_check_said_again_imports_next_to_nothing(folder: Path) -> None:
    code = (
        "import sys; from doclint import replay\n"
        "known = set(sys.modules); replay._SETTLED = -10**18\n"
        "sys.argv = ['doclint', 'check', '--exit-zero']; from doclint.__main__ import main\n"
        "try: main()\n"
        f"finally: print(*[name for name in sys.modules if 'doclint' in name or name in {_HEAVY | _COSTLY!r}])"
    )
    for _ in range(2):
        said = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)

    assert set(said.stdout.splitlines()[-1].split()) == _SAID_AGAIN


def test_a_check_of_one_file_imports_no_more_than_this(folder: Path) -> None:
    found = imported(folder, "check", "--no-cache", "a.md")

    foreign = {name.partition(".")[0] for name in found} - sys.stdlib_module_names
    assert {name for name in foreign if not name.startswith(("_", "cython"))} - {"doclint"} <= _OTHERS
    assert found & (_COSTLY | _OURS) == set()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]], ids=" ".join)
def test_version_and_help_import_no_engine(folder: Path, arguments: list[str]) -> None:
    found = imported(folder, *arguments)

    assert {name for name in found if name.partition(".")[0] in ("msgspec", "yaml", "pyromark")} == set()
    assert "doclint.engine" not in found
