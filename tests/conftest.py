"""What many tests need: a project on disk, and doclint called as a user calls it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from msgspec import Struct

from doclint.cli import main

# The same examples in every run; new ones are sought by benchmarks/soak.py.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")


class Ran(Struct, frozen=True):
    """What a command left behind."""

    status: int
    stdout: str
    stderr: str


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The outcome of a test does not depend on who runs it."""
    agents = ("CLAUDECODE", "AI_AGENT", "CURSOR_AGENT", "GEMINI_CLI", "OPENCODE", "CODEX_SANDBOX")
    for name in (*agents, "NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_ACTIONS", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    for name in list(os.environ):
        if name.startswith("DOCLINT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str]], Path]:
    """Writes a project below tmp_path, which git would take for a repository, and goes there."""

    def write(files: Mapping[str, str]) -> Path:
        (tmp_path / ".git").mkdir(exist_ok=True)
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return write


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str | None]], Path]:
    """Commits files to a real git repository below tmp_path, and goes there; None removes a file."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")

    def git(*arguments: str) -> None:
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main")
    monkeypatch.chdir(tmp_path)

    def commit(files: Mapping[str, str | None]) -> Path:
        for name, text in files.items():
            place = tmp_path / name
            if text is None:
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message=change")
        return tmp_path

    return commit


@pytest.fixture
def doclint(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command line in this process."""

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["doclint", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfd.readouterr()
        return Ran(int(left.value.code or 0), out, err)

    return run
