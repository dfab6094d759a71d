"""The project as it was, from git's objects."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from doclint.audit.perform import Request, perform
from doclint.errors import DoclintError, GitError
from doclint.files.discover import files_at
from doclint.git.commits import commit_of, last_commits, tagged_commits
from doclint.settings import Settings

TODAY = datetime.date(2026, 1, 15)


def git(root: Path, *arguments: str, date: str = "2026-01-01T12:00:00Z") -> str:
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
        **{f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }  # fmt: skip
    done = subprocess.run(["git", *arguments], cwd=root, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three commits: a dead link, mended and another one made, a document added; and one uncommitted change."""
    root = tmp_path_factory.mktemp("repository")
    git(root, "init", "-q", "-b", "main")
    docs = root / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("# A\n\n[dead](gone.md)\n")
    (docs / "ünïcode name.md").write_text("# Ü\n")
    (docs / "link.md").symlink_to("a.md")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    git(root, "tag", "v1")
    (docs / "a.md").write_text("# A\n\n[b](b.md)\n")
    git(root, "commit", "-qam", "two", date="2026-01-05T12:00:00Z")
    (docs / "b.md").write_text("# B\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "three", date="2026-01-09T12:00:00Z")
    (root / "other.txt").write_text("x\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "four: no document", date="2026-01-10T12:00:00Z")
    git(root, "tag", "v2")
    (docs / "a.md").write_text("# A\n\n[b](b.md)\n[new](lost.md)\n")
    return root


def test_the_files_of_a_commit_are_read_without_a_checkout(repository: Path) -> None:
    files = files_at(repository, commit_of(repository, "v1").hash, Settings())

    assert files.documents == ("docs/a.md", "docs/ünïcode name.md")
    assert files.read("docs/a.md") == b"# A\n\n[dead](gone.md)\n"
    assert "docs/link.md" in files.tree.doors
    with pytest.raises(FileNotFoundError):
        files.read("docs/b.md")


def test_commits_and_tags(repository: Path) -> None:
    assert [commit.name for commit in tagged_commits(repository)] == ["v1", "v2"]
    assert [commit.date.day for commit in last_commits(repository, ["docs"], 2)] == [5, 9]


@pytest.mark.parametrize("ref", ["nothing", "--all", "v1..v2", "-1", "v1 --output=x"])
def test_what_is_no_commit_is_refused(repository: Path, ref: str) -> None:
    with pytest.raises(GitError, match="is not a commit"):
        commit_of(repository, ref)


def test_what_changed_since_a_base(repository: Path) -> None:
    changes = perform(repository, Settings(), TODAY, Request(paths=("docs",), base="v1")).changes

    assert changes is not None
    assert (changes.base, len(changes.commit)) == ("v1", 40)
    assert [(one.path, one.change, one.lines_before, one.lines) for one in changes.documents] == [
        ("docs/a.md", "changed", 3, 4),
        ("docs/b.md", "added", 0, 1),
    ]
    assert [one.subject for one in changes.new if one.rule == "DL301"] == ["lost.md"]
    assert [one.subject for one in changes.fixed if one.rule == "DL301"] == ["gone.md"]


def test_the_history_of_the_set(repository: Path) -> None:
    audit = perform(repository, Settings(select=("DL301",)), TODAY, Request(paths=("docs",), history="9"))

    assert [(one.date, one.documents, one.errors) for one in audit.history] == [
        ("2026-01-01", 2, 1),
        ("2026-01-05", 2, 1),
        ("2026-01-09", 3, 0),
    ]


def test_the_history_of_the_tags(repository: Path) -> None:
    audit = perform(repository, Settings(), TODAY, Request(paths=("docs",), history="tags"))

    assert [one.name for one in audit.history] == ["v1", "v2"]


def test_where_it_was_measured(repository: Path) -> None:
    audit = perform(repository, Settings(), TODAY, Request(paths=("docs",)))

    method = audit.method
    assert [card.changed for card in audit.documents] == ["2026-01-05", "", ""]  # being added is no change
    assert method.commit == git(repository, "rev-parse", "HEAD")
    assert (method.branch, method.dirty) == ("main", True)


@pytest.mark.parametrize("history", ["0", "-1", "many", ""])
def test_a_history_of_nothing_is_refused(repository: Path, history: str) -> None:
    if not history:
        assert perform(repository, Settings(), TODAY, Request(history=history)).history == ()
        return
    with pytest.raises(DoclintError, match="--history"):
        perform(repository, Settings(), TODAY, Request(paths=("docs",), history=history))


def test_without_git_there_is_no_base(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n")

    assert perform(tmp_path, Settings(), TODAY, Request()).method.commit == ""
    with pytest.raises(GitError):
        perform(tmp_path, Settings(), TODAY, Request(base="main"))
