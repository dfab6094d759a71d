"""Git in every odd state, and repositories that would like to run something: a verdict, and nothing else happens."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINKS = ("--select", "DL3", "--today", "2026-01-15", "--output-format", "json")
BROKEN = "# A\n\n[x](gone.md)\n"


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def subjects(ran: object) -> list[str]:
    return [f"{row['path']} {row['subject']}" for row in json.loads(ran.stdout)["findings"]]  # type: ignore[attr-defined]


def detached(root: Path) -> Path:
    git(root, "checkout", "--quiet", "--detach")
    return root


def worktree(root: Path) -> Path:
    git(root, "worktree", "add", "--quiet", "--detach", str(root / "tree"))
    return root / "tree"


def submodule(root: Path) -> Path:
    outer = root / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "add", "--quiet", str(root), "inner")
    return outer / "inner"


def shallow(root: Path) -> Path:
    git(root, "clone", "--quiet", "--depth=1", root.as_uri(), str(root / "clone"))
    return root / "clone"


def conflict(root: Path) -> Path:
    for branch, text in (("one", "# A\n\n[x](gone.md) 1\n"), ("two", "# A\n\n[x](gone.md) 2\n")):
        git(root, "checkout", "--quiet", "-B", branch, "main")
        (root / "a.md").write_text(text)
        git(root, "commit", "--quiet", "--all", "--message=x")
    subprocess.run(["git", "-C", str(root), "merge", "--quiet", "one"], check=False, capture_output=True)
    (root / "a.md").write_text(BROKEN)
    return root


def spoilt_index(root: Path) -> Path:
    (root / ".git/index").write_bytes(b"DIRC" + b"\xff" * 100)
    return root


def spoilt_head(root: Path) -> Path:
    (root / ".git/HEAD").write_text("ref: refs/heads/../../../etc/passwd\n")
    return root


def spoilt_settings(root: Path) -> Path:
    (root / ".git/config").write_text("[core\n")
    return root


def no_objects(root: Path) -> Path:
    shutil.rmtree(root / ".git/objects")
    return root


def false_pointer(root: Path) -> Path:
    shutil.rmtree(root / ".git")
    (root / ".git").write_text("gitdir: /nowhere\n")
    return root


def half_gone(root: Path) -> Path:
    git(root, "update-ref", "-d", "HEAD")
    return root


@pytest.mark.parametrize(
    "made",
    [
        *(detached, worktree, submodule, shallow, conflict, spoilt_index, spoilt_head, spoilt_settings, no_objects),
        *(false_pointer, half_gone),
    ],
    ids=lambda made: made.__name__.replace("_", " "),
)
def test_links_are_checked_whatever_state_git_is_in(repository, doclint, monkeypatch, made) -> None:
    monkeypatch.chdir(made(repository({"a.md": BROKEN})))

    assert subjects(doclint("check", *LINKS)) == ["a.md gone.md"]
    assert doclint("check", "--select", "ALL").status in (0, 1)


@pytest.mark.parametrize("made", [conflict, spoilt_index, no_objects, half_gone], ids=lambda made: made.__name__)
@pytest.mark.parametrize("option", ["--new-from", "--diff"])
def test_a_comparison_is_made_or_refused_in_a_line(repository, doclint, monkeypatch, made, option: str) -> None:
    monkeypatch.chdir(made(repository({"a.md": BROKEN})))

    ran = doclint("check", *LINKS, option, "main")

    assert "internal error" not in ran.stderr
    assert ran.status in (0, 1) or "git" in ran.stderr or "commit" in ran.stderr


def test_without_git_the_folder_is_walked_and_nothing_is_called_fresh(repository, doclint, monkeypatch) -> None:
    root = repository({"a.md": BROKEN, "docs/b.md": "# B\n\nLast updated: 2025-01-01, reviewed monthly.\n"})
    monkeypatch.setenv("PATH", str(root / "nowhere"))

    ran = doclint("check", *LINKS)
    against = doclint("check", "--new-from", "main")

    assert subjects(ran) == ["a.md gone.md"]
    assert against.status == 2
    assert "git" in against.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give files away")
def test_a_repository_of_somebody_else_is_checked_without_git(repository, doclint, monkeypatch) -> None:
    root = repository({"a.md": BROKEN})
    for place in (root, root / ".git"):
        os.chown(place, 12_345, 12_345)
    monkeypatch.setenv("HOME", str(root.parent))

    assert subjects(doclint("check", *LINKS)) == ["a.md gone.md"]
    assert "dubious ownership" in doclint("check", "--new-from", "main").stderr


def test_nothing_a_repository_is_set_up_to_run_is_run(repository, doclint, tmp_path_factory) -> None:
    root = repository({"a.md": BROKEN, "b.md": "# B\n", ".gitattributes": "*.md filter=evil diff=evil\n"})
    git(root, "branch", "before")
    repository({"b.md": "# B\n\n## C\n\nLast updated: 2025-01-01\n"})
    acted = tmp_path_factory.mktemp("acted") / "acted"
    script = root / "evil.sh"
    script.write_text(f"#!{sys.executable}\nimport sys\nopen({str(acted)!r}, 'a').write(repr(sys.argv))\n")
    script.chmod(0o755)
    settings = {
        "core.fsmonitor": script,
        "core.hooksPath": root,
        "core.pager": script,
        "core.editor": script,
        "core.sshCommand": script,
        "core.alternateRefsCommand": script,
        "core.gitProxy": script,
        "core.askPass": script,
        "diff.external": script,
        "diff.evil.command": script,
        "diff.evil.textconv": script,
        "filter.evil.clean": script,
        "filter.evil.smudge": script,
        "filter.evil.process": script,
        "filter.evil.required": "true",
        "credential.helper": f"!{script}",
        "gpg.program": script,
        "log.showSignature": "true",
        "alias.log": f"!{script}",
        "alias.ls-files": f"!{script}",
        "pager.log": script,
        "diff.submodule": "log",
        "diff.noprefix": "true",
        "diff.orderFile": "nowhere",
        "color.ui": "always",
        "log.decorate": "full",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{script}",
        "remote.origin.uploadpack": script,
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        "protocol.file.allow": "always",
    }
    for name, value in settings.items():
        git(root, "config", name, str(value))
    (root / "post-index-change").symlink_to(script)
    os.utime(root / "a.md")
    (root / "b.md").write_text("# B\n\n## C\n\nLast updated: 2025-01-02\n")
    acted.unlink(missing_ok=True)

    for arguments in (
        ["check", *LINKS],
        ["check", "--select", "ALL"],
        ["check", "--new-from", "before"],
        ["check", "--diff", "before"],
        ["report"],
        ["report", "--base", "before", "--history", "3"],
        ["baseline", "create"],
        ["fix"],
        ["init"],
    ):
        ran = doclint(*arguments)
        assert not acted.exists(), (arguments, acted.read_text())
        assert "internal error" not in ran.stderr, (arguments, ran.stderr)
