"""Who does the work and what was kept from last time never shows in the result."""

import datetime
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from doclint.cache import Cache
from doclint.engine import Means, inspect_files
from doclint.files.discover import Files, files_of
from doclint.lint import FileResult, diagnosed, lint_document, one_by_one
from doclint.memory import Memory
from doclint.selection import Selection
from doclint.settings import Settings
from doclint.workers import Workforce, beside, shared
from tests.memory import in_memory

SETTINGS = Settings(select=("DL1",))
SELECTION = Selection(SETTINGS)
TODAY = datetime.date(2026, 1, 15)
TEXTS = {f"docs/{number}.md": b"# T\n\n### Skipped\n" * (number + 1) for number in range(9)}

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    (tmp_path / "docs").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / name).write_bytes(text)
        os.utime(tmp_path / name, ns=(10**18, 10**18))
    return files_of(tmp_path, SETTINGS)


def linted(path: str) -> FileResult:
    return lint_document(path, TEXTS[path], SETTINGS)


@forking
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_processes_do_not_change_the_result(jobs: int) -> None:
    shares = [list(TEXTS)[start::jobs] for start in range(jobs)]

    assert dict(shared(shares, linted, seconds=60)) == {path: linted(path) for path in TEXTS}


@forking
def test_a_file_that_takes_too_long_is_given_up_and_the_rest_goes_on() -> None:
    def lint(path: str) -> FileResult:
        if path == "docs/3.md":
            time.sleep(60)
        return linted(path)

    found = dict(shared([list(TEXTS)], lint, seconds=0.4))

    assert [finding.message for _, finding in found.pop("docs/3.md").findings] == [
        "not all was analysed: not finished within 0.4 seconds"
    ]
    assert found == {path: linted(path) for path in TEXTS if path != "docs/3.md"}


@forking
def test_a_file_that_kills_its_process_is_given_up_and_the_rest_goes_on() -> None:
    def lint(path: str) -> FileResult:
        if path == "docs/0.md":
            os.kill(os.getpid(), signal.SIGKILL)
        return linted(path)

    found = dict(shared([list(TEXTS)[:4], list(TEXTS)[4:]], lint, seconds=60))

    assert [code for code, _ in found.pop("docs/0.md").findings] == ["DL003"]
    assert found == {path: linted(path) for path in TEXTS if path != "docs/0.md"}


@forking
def test_work_beside_is_done_by_another_process() -> None:
    with beside(os.getpid, int) as there:
        assert there() != os.getpid()


@forking
@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0], ids=["killed", "raised"])
def test_work_beside_that_comes_to_nothing_is_done_here(end: Callable[[], object]) -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            end()
        return 7

    with beside(work, int) as there:
        assert there() == 7


@forking
def test_nobody_is_left_at_work_when_a_run_is_stopped() -> None:
    with pytest.raises(KeyboardInterrupt), beside(lambda: time.sleep(60), type(None)):
        raise KeyboardInterrupt

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_second_run_reads_nothing(tmp_path: Path, files: Files) -> None:
    work = Workforce(1, tmp_path / "cache/results.sqlite3")
    first = work(files, SELECTION, files.documents)

    def refuse(path: str) -> bytes:
        raise AssertionError(path)

    again = work(Files(files.tree, files.documents, refuse, {}, files.stamp), SELECTION, files.documents)

    assert again == first == one_by_one(files, SELECTION, files.documents)


def test_a_changed_file_is_read_again_even_if_its_size_is_the_same(tmp_path: Path, files: Files) -> None:
    work = Workforce(1, tmp_path / "cache/results.sqlite3")
    work(files, SELECTION, files.documents)
    (tmp_path / "docs/0.md").write_bytes(TEXTS["docs/0.md"].replace(b"###", b"## "))

    assert work(files, SELECTION, files.documents)["docs/0.md"] != diagnosed(linted("docs/0.md"), SELECTION)


def test_a_file_changed_just_now_is_not_trusted_by_its_time(tmp_path: Path, files: Files) -> None:
    now = time.time_ns()
    os.utime(tmp_path / "docs/0.md", ns=(now, now))
    work = Workforce(1, tmp_path / "cache/results.sqlite3")
    work(files, SELECTION, files.documents)
    (tmp_path / "docs/0.md").write_bytes(TEXTS["docs/0.md"].replace(b"###", b"## "))
    os.utime(tmp_path / "docs/0.md", ns=(now, now))

    assert work(files, SELECTION, files.documents)["docs/0.md"] != diagnosed(linted("docs/0.md"), SELECTION)


def test_other_settings_have_other_results(tmp_path: Path, files: Files) -> None:
    cache = tmp_path / "cache/results.sqlite3"
    Workforce(1, cache)(files, SELECTION, files.documents)
    other = Selection(Settings(select=("DL7",)))

    assert Workforce(1, cache)(files, other, files.documents) == one_by_one(files, other, files.documents)


def _garbage(cache: Path) -> None:
    cache.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)


def _text(cache: Path) -> None:
    cache.write_text("this is no database")


def _foreign(cache: Path) -> None:
    cache.unlink()
    with sqlite3.connect(cache) as connection:
        connection.execute("PRAGMA user_version = 77")
        connection.execute("CREATE TABLE result (other TEXT)")


def _poisoned(cache: Path) -> None:
    with sqlite3.connect(cache) as connection:
        connection.execute("UPDATE result SET value = x'c1'")


def _swapped(cache: Path) -> None:
    """Every entry says what belongs to another path."""
    with sqlite3.connect(cache) as connection:
        rows = connection.execute("SELECT key, value FROM result ORDER BY key").fetchall()
        for (key, _), (_, value) in zip(rows, [*rows[1:], rows[0]], strict=True):
            connection.execute("UPDATE result SET value = ? WHERE key = ?", (value, key))


def _truncated(cache: Path) -> None:
    cache.write_bytes(cache.read_bytes()[: cache.stat().st_size // 2])


@pytest.mark.parametrize("spoil", [_garbage, _text, _foreign, _poisoned, _swapped, _truncated])
def test_a_spoilt_cache_is_made_anew(tmp_path: Path, files: Files, spoil: Callable[[Path], None]) -> None:
    cache = tmp_path / "cache/results.sqlite3"
    expected = Workforce(1, cache)(files, SELECTION, files.documents)
    spoil(cache)

    assert Workforce(1, cache)(files, SELECTION, files.documents) == expected
    assert Workforce(1, cache)(files, SELECTION, files.documents) == expected


def test_a_cache_that_another_run_holds_is_done_without(tmp_path: Path, files: Files) -> None:
    cache = tmp_path / "cache/results.sqlite3"
    expected = Workforce(1, cache)(files, SELECTION, files.documents)
    with sqlite3.connect(cache, isolation_level=None) as connection:
        connection.execute("BEGIN EXCLUSIVE")

        assert Workforce(1, cache)(files, SELECTION, files.documents) == expected


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, files: Files) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")

    assert Workforce(1, tmp_path / "cache/results.sqlite3")(files, SELECTION, files.documents) == one_by_one(
        files, SELECTION, files.documents
    )


def test_what_is_kept_of_a_commit_is_found_by_content(tmp_path: Path) -> None:
    blobs = in_memory(TEXTS)
    cache = Cache(tmp_path / "results.sqlite3", SELECTION)
    known = cache.known(blobs)
    cache.keep(blobs, one_by_one(blobs, SELECTION, blobs.documents).items(), known.digests)

    assert cache.known(blobs).results == one_by_one(blobs, SELECTION, blobs.documents)


def test_what_changed_between_its_digest_and_its_reading_is_not_kept(tmp_path: Path, files: Files) -> None:
    """It would be found again when the file is what it was."""
    path = files.documents[0]
    cache = Cache(tmp_path / "results.sqlite3", SELECTION)
    known = cache.known(files)
    (files.root / path).write_bytes(b"# Another\n")
    time.sleep(0.01)  # clocks of file systems tick
    os.utime(files.root / path)

    cache.keep(files, one_by_one(files, SELECTION, files.documents).items(), known.digests)

    (files.root / path).write_bytes(TEXTS[path])
    assert set(cache.known(files).results) == set(files.documents) - {path}


_KILLED = """
import os, signal
from doclint.lint import given_up
from doclint.workers import _Worker

def lint(path):
    signal.alarm(20)  # should it wait for ever, it does not outlive the test by much
    return given_up(path, "x" * 1_000_000)  # more than a pipe holds

_Worker(["a.md"], lint)
os.kill(os.getpid(), signal.SIGKILL)
"""


@forking
def test_a_worker_ends_when_the_process_it_works_for_is_killed() -> None:
    # What both write to is closed, and run returns, only when both have ended.
    done = subprocess.run([sys.executable, "-c", _KILLED], capture_output=True, timeout=10, check=False)

    assert done.returncode == -signal.SIGKILL, done.stderr


CLAIMING = {
    "SUMMARY.md": b"# Completion summary\n\n## Files created\n\n1. **docs/a.md** (3 lines)\n",
    "docs/a.md": b"# A\n",
    "docs/b.md": b"# B\n",
}


def _checked(root: Path, jobs: int = 1, **read: Callable[[str], bytes]) -> list[str]:
    """The claims that are not so, found with the cache beside the project."""
    memory = Memory()
    settings = Settings(select=("DL801",))
    files = msgspec.structs.replace(files_of(root, settings), **read)
    work = Workforce(jobs, root.parent / "cache/results.sqlite3", memory=memory)
    report, _ = inspect_files(files, (), settings, TODAY, Means(memory=memory), lint=work, lean=True)
    return [f"{found.path}: {found.message}" for found in report.diagnostics]


@pytest.fixture
def claiming(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    for name, text in CLAIMING.items():
        (root / name).write_bytes(text)
        os.utime(root / name, ns=(10**18, 10**18))
    return root


def test_a_document_nobody_speaks_of_changes_and_no_other_is_read(claiming: Path) -> None:
    first = _checked(claiming)
    (claiming / "docs/b.md").write_bytes(b"# B\n\nMore.\n")
    read: list[str] = []

    def note(path: str) -> bytes:
        read.append(path)
        return (claiming / path).read_bytes()

    assert _checked(claiming, read=note) == first != []
    assert {path for path in read if path.endswith(".md")} == {"docs/b.md"}


def test_a_document_spoken_of_changes(claiming: Path) -> None:
    assert _checked(claiming)

    (claiming / "docs/a.md").write_bytes(b"# A\n\nOne.\n")

    assert _checked(claiming) == []


def test_what_was_judged_while_files_changed_is_not_remembered(claiming: Path) -> None:
    """It would be of the file as it is now, under what tells the file as it was."""
    files = files_of(claiming, SETTINGS)
    cache = Cache(claiming.parent / "cache.sqlite3", SELECTION)
    cache.remember(files, {"before": b"1"})
    (claiming / "docs/a.md").write_bytes(b"# A\n\nOne.\n")

    cache.remember(files, {"now": b"2"})

    assert (cache.recall("before"), cache.recall("now")) == (b"1", None)
