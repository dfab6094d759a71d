"""The hooks, run by the real pre-commit in real repositories: what is passed to them, and what is not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PRE_COMMIT.exists(), reason="pre-commit is not installed"),
]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The repository of the hooks as it is now, committed, and a home for what pre-commit installs."""
    folder = tmp_path_factory.mktemp("hooks")
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    for name in subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message=now")
    rev = _git(folder, "rev-parse", "HEAD").stdout.strip()
    return {"repo": str(folder), "rev": rev, "home": str(tmp_path_factory.mktemp("home"))}


@pytest.fixture
def run(repository, hooks: Mapping[str, str], tmp_path: Path) -> Run:
    """Runs a hook on a repository whose one commit has two documents that link to each other."""
    repository(
        {
            "a.md": "# A\n\nSee [the part of b](b.md#part).\n",
            "b.md": "# B\n\nBack to [a](a.md).\n\n## Part\n\nThat part.\n",
            ".pre-commit-config.yaml": f"repos:\n- repo: {hooks['repo']}\n  rev: {hooks['rev']}\n  hooks:\n"
            "  - id: doclint\n    args: [--select, DL3]\n  - id: doclint-project\n    args: [--select, DL3]\n"
            "  - id: doclint-fix\n    args: [--select, DL3]\n",
        }
    )

    def hook(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        _git(tmp_path, "add", "--all")
        environment = {**os.environ, "PRE_COMMIT_HOME": hooks["home"]}
        command = [str(PRE_COMMIT), "run", name, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return hook


def test_a_clean_commit_passes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.md").write_text("# C\n\nSee [a](a.md).\n")

    ran = run("doclint")

    assert ran.returncode == 0, ran.stdout
    assert "Passed" in ran.stdout


def test_a_commit_that_breaks_the_link_of_another_document_fails(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("# B\n\nBack to [a](a.md).\n\n## Other\n\nThat part.\n")

    ran = run("doclint")

    assert ran.returncode == 1
    assert "a.md" in ran.stdout
    assert "b.md has no anchor #part" in ran.stdout


@pytest.mark.parametrize("change", ["delete", "rename"])
def test_what_is_deleted_or_renamed_is_seen_before_a_push(run: Run, tmp_path: Path, change: str) -> None:
    if change == "delete":
        (tmp_path / "b.md").unlink()
    else:
        (tmp_path / "b.md").rename(tmp_path / "c.md")

    assert run("doclint").returncode == 0  # no deleted file is passed to a hook, and no base is named here
    ran = run("doclint-project", "--hook-stage", "pre-push")

    assert ran.returncode == 1
    assert "b.md is not in the repository" in ran.stdout


def test_many_files_that_need_several_processes_are_all_checked(run: Run, tmp_path: Path) -> None:
    for number in range(900):
        name = f"{'long' * 40}-{number}.md"
        (tmp_path / name).write_text("# Title\n\nSee [a](a.md).\n" if number else "# Title\n\n[x](gone.md)\n")

    ran = run("doclint")

    assert ran.returncode == 1
    assert ran.stdout.count("gone.md is not in the repository") == 1


def test_the_fix_hook_mends_and_stops_the_commit(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/c.md").write_text("# C\n")
    (tmp_path / "a.md").write_text("# A\n\nSee [c](/home/ada/src/docs/c.md).\n")

    first, second = run("doclint-fix"), run("doclint-fix")

    assert first.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert (tmp_path / "a.md").read_text() == "# A\n\nSee [c](docs/c.md).\n"
    assert second.returncode == 0


def test_an_excluded_file_that_is_passed_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "doclint.yaml").write_text("exclude: [generated/]\n")
    (tmp_path / "generated").mkdir()
    (tmp_path / "generated/x.md").write_text("[x](gone.md)\n")

    assert run("doclint", "--files", "generated/x.md").returncode == 0


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
