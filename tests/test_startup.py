"""What is imported costs time before the first byte is read: each command imports what it uses."""

import subprocess
import sys
from pathlib import Path

import pytest

_THIRD_PARTY_OF_A_CHECK = {"click", "msgspec", "pathspec", "pyromark", "typing_extensions", "yaml", "_yaml"}
_HEAVY = {"yaml", "msgspec", "pyromark", "sqlite3", "multiprocessing"}
_ENGINE = {"doclint.engine", "doclint.replay", "doclint.rules", "doclint.markdown", "doclint.facts", "doclint.settings"}
_NOT_FOR_ONE_FILE = set(
    "asyncio bz2 email html http json multiprocessing shutil socket sqlite3 subprocess tempfile tomllib "
    "unittest xml doclint.cache doclint.claims.extract doclint.replay doclint.verify.judge".split()
)
_COMPLETING = {"_DOCLINT_COMPLETE": "bash_complete", "COMP_WORDS": "doclint ch", "COMP_CWORD": "1"}
_LOOK = """
import sys
sys.argv[0] = "doclint"
before = set(sys.modules)
from doclint.__main__ import main
try:
    main()
except SystemExit:
    pass
print(*sorted(set(sys.modules) - before), sep="\\n", file=sys.stderr)
"""


def imported(folder: Path, *arguments: str, **environment: str) -> set[str]:
    """The modules that a command imports."""
    command = [sys.executable, "-c", _LOOK, *arguments]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=environment)
    return set(ran.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["--version"], {}, id="version"),
        pytest.param(["--help"], {}, id="help"),
        pytest.param([], _COMPLETING, id="completion"),
    ],
)
def test_nothing_of_the_engine_is_needed_to_say_what_there_is(
    tmp_path: Path, arguments: list[str], environment: dict[str, str]
) -> None:
    found = imported(tmp_path, *arguments, **environment)

    assert "doclint.cli" in found
    assert not found & (_HEAVY | _ENGINE)


def test_a_check_of_one_file_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text("# Guide\n\nRead the [notes](notes.md).\n")
    (tmp_path / "notes.md").write_text("# Notes\n\n1. Restart it.\n")

    found = imported(tmp_path, "check", "--no-cache", "guide.md")

    packages = {name.partition(".")[0] for name in found}
    strangers = {name for name in packages - sys.stdlib_module_names - {"doclint"} if "cython" not in name}
    assert strangers <= _THIRD_PARTY_OF_A_CHECK
    assert sorted(found & _NOT_FOR_ONE_FILE) == []
