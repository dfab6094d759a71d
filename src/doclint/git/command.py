"""What git answers, whatever repository it is asked about: nothing of it is run, fetched or written."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from doclint.errors import GitError

if TYPE_CHECKING:
    from pathlib import Path

_GIT = (
    *("git", "--no-optional-locks", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "diff.submodule=short"),
)
_ENVIRONMENT = {
    **{"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C"},
    **{"GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull},  # the history as others have it, too
}
_FILTER_OFF = ("clean=", "process=", "required=false")


def git_root(start: "Path") -> "Path | None":
    """The folder that holds `.git`, upwards from here."""
    for folder in (start, *start.parents):
        if (folder / ".git").exists():
            return folder
    return None


def git_on_files(root: "str | Path", command: str, *arguments: str) -> bytes:
    """
    What git answers that has to read the working tree: without the filters a repository may have set up, and
    without its submodules, which have settings of their own.

    Raises:
        GitError: As for `git`.
    """
    try:
        stated = git(root, "config", "--name-only", "-z", "--get-regexp", r"^filter\.").split(b"\0")[:-1]
    except GitError:  # there are none
        stated = []
    filters = {os.fsdecode(name).rpartition(".")[0] for name in stated}
    off = [word for name in sorted(filters) for what in _FILTER_OFF for word in ("-c", f"{name}.{what}")]
    return git(root, command, "--ignore-submodules=all", *arguments, settings=off)


def git(root: "str | Path", *arguments: str, given: bytes | None = None, settings: Iterable[str] = ()) -> bytes:
    """
    What git answers. Its hooks, monitors and prompts are off, and nothing is fetched: the repository may be anybody's.

    Raises:
        GitError: Git is not there, takes too long, or refuses; the message has git's own words.
    """
    import subprocess  # costs as much as all else that a run said again imports

    environment = {**os.environ, **_ENVIRONMENT}
    try:
        done = subprocess.run(
            [*_GIT, *settings, *arguments],
            cwd=root,
            input=given,
            capture_output=True,
            timeout=120,
            check=False,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(f"git {arguments[0]}: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise GitError(f"git {arguments[0]}: {said}")
    return done.stdout


def one_line(answer: bytes) -> str:
    """The only line of an answer, as text."""
    return answer.decode("utf-8", "replace").strip()


def shallow(root: "str | Path") -> str:
    """Why git may not know what is asked, with what mends it: the clone is shallow; empty if it is not."""
    is_shallow = one_line(git(root, "rev-parse", "--is-shallow-repository")) == "true"
    return ": the clone is shallow, fetch its whole history (fetch-depth: 0)" if is_shallow else ""


def history_state(root: "str | Path") -> tuple[bytes | str, ...]:
    """What the history depends on: its newest commit, whether all of it is here, and how git is set up."""
    answers: list[bytes | str] = []
    for question in (("rev-parse", "HEAD", "--is-shallow-repository"), ("config", "--list", "-z")):
        try:
            answers.append(git(root, *question))
        except GitError as error:
            answers.append(str(error))
    return tuple(answers)
