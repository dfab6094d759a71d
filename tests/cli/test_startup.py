"""What a command imports. Every module here is time that each commit hook of each user pays."""

import subprocess
import sys
from pathlib import Path

import pytest

_THIRD_PARTY = {"click", "msgspec", "pathspec", "pyromark", "typing_extensions", "yaml"}
_COSTLY = set(
    "argparse asyncio bz2 concurrent csv dataclasses email html.parser http json logging multiprocessing pydoc shutil "
    "socket sqlite3 ssl subprocess tempfile tomllib unittest urllib.request xml "
    "doclint.audit doclint.cache doclint.claims.extract doclint.fixes doclint.links.online doclint.lsp "
    "doclint.markdown.reference doclint.replay doclint.verify.judge".split()
)
_ENGINE = {"doclint.engine", "doclint.replay", "doclint.rules", "doclint.markdown", "doclint.facts", "doclint.settings"}
_SAID_AGAIN = {"doclint"} | {
    f"doclint.{name}"
    for name in "__main__ errors files files.globs files.listing files.tree git git.command replay".split()
}
_COMPLETING = {"_DOCLINT_COMPLETE": "bash_complete", "COMP_WORDS": "doclint ch", "COMP_CWORD": "1"}
_RUN = """
import sys
sys.argv[0] = "doclint"
before = set(sys.modules)
{first}
from doclint.__main__ import main
try:
    main()
except SystemExit:
    pass
print(*sorted(set(sys.modules) - before), sep="\\n", file=sys.stderr)
"""


def imported(folder: Path, *arguments: str, first: str = "", **environment: str) -> set[str]:
    """The modules that a command imports."""
    command = [sys.executable, "-c", _RUN.format(first=first), *arguments]
    environment |= {"DOCLINT_CACHE_DIR": str(folder.parent / "cache")}
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=environment)
    return set(ran.stderr.split())


def packages(modules: set[str]) -> set[str]:
    """What others made of these."""
    names = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - {"doclint"}
    return {name for name in names if not name.startswith("_") and "cython" not in name}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.md").write_text("# A\n\nThis is *plain* text with a [link](b.md).\n")
    (documents / "b.md").write_text("# B\n\n1. Restart the server.\n")
    return documents


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["--version"], {}, id="version"),
        pytest.param(["--help"], {}, id="help"),
        pytest.param([], _COMPLETING, id="completion"),
    ],
)
def test_nothing_of_the_engine_is_needed_to_say_what_there_is(
    folder: Path, arguments: list[str], environment: dict[str, str]
) -> None:
    found = imported(folder, *arguments, **environment)

    assert "doclint.cli" in found
    assert packages(found) <= {"click", "typing_extensions"}
    assert not found & _ENGINE


def test_a_check_of_one_file_imports_no_more_than_it_needs(folder: Path) -> None:
    found = imported(folder, "check", "--no-cache", "--exit-zero", "a.md")

    assert packages(found) <= _THIRD_PARTY
    assert sorted(found & _COSTLY) == []


def test_a_check_said_again_imports_next_to_nothing(folder: Path) -> None:
    trusting = "from doclint import replay; replay._SETTLED = -10**18"  # files of a moment ago, too
    for _ in range(2):
        found = imported(folder, "check", "--exit-zero", first=trusting)

    assert {name for name in found if name.startswith("doclint")} == _SAID_AGAIN
    assert packages(found) == set()
    assert sorted(found & (_COSTLY | {"pathlib"}) - {"doclint.replay", "json"}) == []
