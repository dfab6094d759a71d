"""A check says again what it said, and only when all that it depends on is what it was."""

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from doclint import __main__, replay
from doclint.lint import given_up, is_lasting, lint_document
from doclint.replay import Run, Scene
from doclint.settings import Settings
from tests.conftest import Ran

FILES = {
    "README.md": "# Set\n\n- [Guide](docs/guide.md#steps)\n- [code](src/tool.py)\n\n`src/tool.py` has 2 lines.\n",
    "docs/guide.md": "# Guide\n\n### Steps\n\n```bash\nls\n```\n\n1. Restart it.\n",
    "src/tool.py": "a = 1\nb = 2\n",
    "doclint.yaml": "extends: [shared/base.yaml]\n",
    "shared/base.yaml": "select: [ALL]\n",
    ".gitignore": "shared/\n*.log\n",
}
WORDS = ("check", "--exit-zero")


@pytest.fixture(autouse=True)
def _everything_is_old(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setattr(replay, "_SETTLED", -(10**18))
    monkeypatch.setenv("DOCLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs the command as it is installed, in this process."""

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["doclint", *words])
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            __main__.main()
        out, err = capfd.readouterr()
        return Ran(int(left.value.code or 0), out, err)

    return run


def is_known(*words: str) -> bool:
    """Would this be said again?"""
    return Run([*words]).said_before() is not None


def git(*words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def _same_size_and_time() -> None:
    place = Path("docs/guide.md")
    before = place.stat()
    place.write_text(place.read_text().replace("###", "## "))
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))


def _moved_link() -> None:
    Path("other.md").unlink()
    Path("other.md").symlink_to("src/tool.py")


def _write(name: str, text: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(text)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_write("docs/guide.md", "# Guide\n\n## Steps\n"), id="a document"),
        pytest.param(_same_size_and_time, id="a document, with size and time of the one before"),
        pytest.param(_write("docs/new.md", "# New\n"), id="one more document"),
        pytest.param(_write("docs/new.txt", "new"), id="one more file that is no document"),
        pytest.param(lambda: Path("docs/guide.md").unlink(), id="a document is gone"),
        pytest.param(lambda: Path("src/tool.py").unlink(), id="a file that a document links to is gone"),
        pytest.param(lambda: Path("docs/guide.md").rename("docs/Guide.md"), id="a document has another name"),
        pytest.param(_write("src/tool.py", "a = 1\nb = 2\nc = 3\n"), id="a file that a claim is about"),
        pytest.param(_write("linked.py", "more"), id="what a symbolic link leads to"),
        pytest.param(_moved_link, id="where a symbolic link leads"),
        pytest.param(_write(".gitignore", "shared/\nsrc/\n"), id="what git ignores"),
        pytest.param(_write(".git/info/exclude", "loose.txt\n"), id="what git ignores in this clone"),
        pytest.param(lambda: git("rm", "--cached", "src/tool.py"), id="what git tracks"),
        pytest.param(lambda: git("commit", "--allow-empty", "-m", "more"), id="the history"),
        pytest.param(lambda: git("config", "diff.renames", "false"), id="how git reads the history"),
        pytest.param(_write("doclint.yaml", "select: [DL1]\n"), id="the settings"),
        pytest.param(
            _write("shared/base.yaml", "select: [DL3]\n"), id="settings that are extended, and no file of git's"
        ),
        pytest.param(_write(".doclint-baseline.json", "{}"), id="a baseline appears"),
    ],
)
def test_what_changed_is_not_said_again(repository, say, monkeypatch, change: Callable[[], object]) -> None:
    root = repository(FILES)
    (root / "linked.py").write_text("one\n")
    (root / "other.md").symlink_to("linked.py")
    (root / "loose.txt").write_text("not tracked\n")
    first = say(*WORDS)
    assert is_known(*WORDS), first

    change()

    assert not is_known(*WORDS)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda patch: patch.setenv("COLUMNS", "61"), id="the width"),
        pytest.param(lambda patch: patch.setenv("FORCE_COLOR", "1"), id="colour"),
        pytest.param(lambda patch: patch.setenv("DOCLINT_SELECT", "DL1"), id="an option in the environment"),
        pytest.param(lambda patch: patch.setenv("PATH", os.defpath), id="where programs are"),
        pytest.param(lambda patch: patch.setenv("TZ", "Pacific/Kiritimati"), id="the time zone"),
        pytest.param(lambda patch: patch.chdir("docs"), id="the current folder"),
        pytest.param(lambda patch: patch.setattr(replay, "__version__", "9"), id="the version"),
        pytest.param(lambda patch: patch.setattr(replay, "sources", lambda: [("new.py", 1, 1)]), id="the sources"),
        pytest.param(lambda patch: patch.setattr(sys, "path", [*sys.path, "/elsewhere"]), id="the packages"),
        pytest.param(lambda patch: patch.setattr(sys, "version", "4"), id="the interpreter"),
        pytest.param(lambda patch: patch.setattr(time, "localtime", lambda *at: time.gmtime(9**9)), id="the day"),
        pytest.param(lambda patch: patch.setattr(replay, "_terminal", lambda: (True, (80, 24))), id="the terminal"),
    ],
)
def test_who_asks_otherwise_is_not_told_the_same(
    repository, say, monkeypatch, change: Callable[[pytest.MonkeyPatch], object]
) -> None:
    repository(FILES)
    say(*WORDS)
    assert is_known(*WORDS)

    change(monkeypatch)

    assert not is_known(*WORDS)


def test_installing_a_package_makes_what_was_said_unknown(repository, say, monkeypatch, tmp_path_factory) -> None:
    packages = tmp_path_factory.mktemp("packages")
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    repository(FILES)
    say(*WORDS)
    assert is_known(*WORDS)

    (packages / "tree_sitter").mkdir()

    assert not is_known(*WORDS)


def test_settings_that_appear_above_are_seen(tmp_path, say, monkeypatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("# A\n\n### B\n")
    monkeypatch.chdir(tmp_path / "docs")
    say(*WORDS)
    assert is_known(*WORDS)

    (tmp_path / "doclint.yaml").write_text("ignore: [DL1]\n")

    assert not is_known(*WORDS)


@pytest.mark.parametrize(
    ("words", "known"),
    [
        pytest.param(["check"], True, id="findings, and a status that says so"),
        pytest.param(["check", "docs/guide.md"], True, id="one file"),
        pytest.param(["check", "--output-format", "sarif"], True, id="a report for machines"),
        pytest.param(["check", "--no-cache"], False, id="no cache"),
        pytest.param(["check", "--fix"], False, id="files may be written"),
        pytest.param(["check", "--output-format", "json:report.json"], False, id="a report is a file"),
        pytest.param(["check", "--new-from", "HEAD"], False, id="compared with a commit"),
        pytest.param(["check", "--diff", "HEAD"], False, id="changed lines"),
        pytest.param(["check", "--config-from", "HEAD"], False, id="settings of a commit"),
        pytest.param(["check", "--online=cached"], False, id="what the web said"),
        pytest.param(["check", "--select", "MD"], False, id="another tool's settings"),
        pytest.param(["check", "gone.md"], False, id="a mistake"),
        pytest.param(["links"], False, id="another command"),
    ],
)
def test_which_runs_are_said_again(repository, say, words: list[str], known: bool) -> None:
    repository(FILES)
    say(*words)

    assert is_known(*words) is known


def test_the_environment_can_forbid_it(repository, say, monkeypatch) -> None:
    monkeypatch.setenv("DOCLINT_NO_CACHE", "1")
    repository(FILES)
    say(*WORDS)

    assert not is_known(*WORDS)


def test_a_file_changed_just_now_is_not_trusted(repository, say, monkeypatch) -> None:
    monkeypatch.setattr(replay, "_SETTLED", 10**12)  # however slow this machine is
    repository(FILES)
    say(*WORDS)

    assert not is_known(*WORDS)


def test_a_project_that_changes_during_the_run_is_not_remembered(repository, say, monkeypatch) -> None:
    from doclint.cli import outputs

    real = outputs.write

    def write(*arguments: object) -> bytes:
        Path("docs/new.md").write_text("# New\n")
        return real(*arguments)

    monkeypatch.setattr(outputs, "write", write)
    repository(FILES)
    say(*WORDS)

    assert not is_known(*WORDS)


def _runs() -> Iterator[Path]:
    return Path(os.environ["DOCLINT_CACHE_DIR"], "runs").iterdir()


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(lambda raw: b"", id="empty"),
        pytest.param(lambda raw: raw[:-1], id="cut off"),
        pytest.param(lambda raw: raw.replace(b"DL", b"XX"), id="changed"),
        pytest.param(lambda raw: b"\xff\xfe\n\x00", id="foreign"),
        pytest.param(lambda raw: raw.partition(b"\n")[2], id="without its digest"),
    ],
)
def test_what_cannot_be_trusted_is_worked_out_anew(repository, say, spoilt: Callable[[bytes], bytes]) -> None:
    repository(FILES)
    first = say(*WORDS)
    for file in _runs():
        file.write_bytes(spoilt(file.read_bytes()))

    assert not is_known(*WORDS)
    assert say(*WORDS) == first


def _sealed_by_a_stranger(about: bytes) -> Callable[[Path], object]:
    """Who knows how a record is written, and its name, but not all that the run was asked by."""
    rest = about + b"\nAll is well.\n"
    seal = hashlib.sha256(rest).hexdigest().encode()
    return lambda place: place.write_bytes(seal + b"\n" + rest)


def _of_another_run(place: Path) -> None:
    replay.Run(["check"]).keep(replay.Scene(str(Path.cwd()), True, []), b"All is well.\n", 0)
    next(file for file in _runs() if file != place).replace(place)


def _instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def change(place: Path) -> None:
        place.unlink()
        make(place)

    return change


_NO_FILES = Scene("/nonexistent", respect_gitignore=True, places=[]).digest


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_of_another_run, id="another run's record"),
        pytest.param(
            _sealed_by_a_stranger(b'["/nonexistent", true, [], "%s", 0]' % _NO_FILES.encode()), id="forged, and true"
        ),
        pytest.param(_sealed_by_a_stranger(b"5"), id="forged, no list"),
        pytest.param(_sealed_by_a_stranger(b"[1, 2, 3, 4, 5]"), id="forged, of other types"),
        pytest.param(_sealed_by_a_stranger(b"[" * 10**5), id="forged, too deep"),
        pytest.param(_instead(Path.mkdir), id="a folder"),
        pytest.param(
            _instead(lambda place: (place / "folder").mkdir(parents=True)), id="a folder with something in it"
        ),
        pytest.param(_instead(os.mkfifo), id="a pipe nobody writes to"),
        pytest.param(_instead(lambda place: place.symlink_to(place)), id="a link to itself"),
        pytest.param(_instead(lambda place: place.symlink_to("/dev/zero")), id="a link to what never ends"),
        pytest.param(lambda place: place.rename(place.parent.parent / "x") and place.symlink_to("../x"), id="a link"),
    ],
)
def test_what_is_not_the_record_of_this_run_is_left_alone(repository, say, change: Callable[[Path], object]) -> None:
    repository(FILES)
    first = say(*WORDS)
    (place,) = _runs()

    change(place)

    assert not is_known(*WORDS)
    assert say(*WORDS) == first
    assert [*_runs()] == [place]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
@pytest.mark.parametrize("mode", [pytest.param(0o000, id="not even looked at"), pytest.param(0o500, id="only read")])
def test_a_cache_folder_that_may_not_be_used_changes_nothing(repository, say, mode: int) -> None:
    repository(FILES)
    first = say(*WORDS)
    runs = Path(os.environ["DOCLINT_CACHE_DIR"], "runs")
    runs.chmod(mode)

    again = (say(*WORDS), say(*WORDS, "--jobs=1"))
    runs.chmod(0o700)

    assert again == (first, first)


def test_a_cache_folder_in_the_project_changes_nothing(repository, say, monkeypatch) -> None:
    repository(FILES)
    first = say(*WORDS)
    monkeypatch.setenv("DOCLINT_CACHE_DIR", "docs/kept")

    assert [say(*WORDS), say(*WORDS), say(*WORDS)] == [first] * 3


@pytest.mark.parametrize("together", [2, 8])
def test_checks_at_the_same_time_say_the_same(repository, say, together: int) -> None:
    repository(FILES)
    command = [sys.executable, "-m", "doclint", *WORDS]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(together)]
    said = {(*run.communicate(), run.returncode) for run in running}
    first = say(*WORDS)

    assert said == {(first.stdout.encode(), first.stderr.encode(), first.status)}
    assert is_known(*WORDS)


def test_where_nothing_can_be_kept_nothing_is_lost(repository, say, monkeypatch) -> None:
    repository(FILES)
    Path("file").write_text("no folder")
    monkeypatch.setenv("DOCLINT_CACHE_DIR", "file/cache")

    assert say(*WORDS).status == say(*WORDS).status == 0


def test_a_current_folder_that_is_gone_is_a_mistake_like_any_other(tmp_path, say, monkeypatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    ran = say(*WORDS)
    monkeypatch.chdir(tmp_path)

    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith("doclint: ")


def test_few_runs_are_kept(repository, say, monkeypatch) -> None:
    monkeypatch.setattr(replay, "_MOST", 2)
    repository(FILES)
    for width in range(4):
        say("check", "--exit-zero", f"--jobs={width}")

    assert len(list(_runs())) == 2
    assert is_known("check", "--exit-zero", "--jobs=3")


def test_whatever_happens_to_a_project_what_is_said_is_what_is_so(repository, say) -> None:
    """Twelve random changes, each asked about twice: as if nothing were ever kept."""
    chance = random.Random(7)
    root = repository(FILES)

    def changed() -> None:
        place = root / chance.choice(["README.md", "docs/guide.md", "docs/more.md", "src/tool.py", "src/other.py"])
        if place.exists() and chance.random() < 0.4:
            place.unlink()
        else:
            place.write_text(chance.choice(list(FILES.values())))

    said_again = 0
    for _ in range(12):
        chance.choice([changed, changed, lambda: None, lambda: git("add", "--all")])()
        fresh = say(*WORDS, "--no-cache")
        for _ in range(2):
            said_again += is_known(*WORDS)
            assert say(*WORDS) == fresh

    assert said_again >= 10


@pytest.mark.parametrize(
    ("result", "lasting"),
    [
        pytest.param(lint_document("a.md", b"# A\n\n### B\n", Settings()), True, id="findings"),
        pytest.param(lint_document("a.md", b"\0" * 99, Settings()), True, id="this is no text"),
        pytest.param(given_up("a.md", "not finished within 30 seconds"), False, id="another time it may be finished"),
    ],
)
def test_what_another_run_may_do_better_is_not_kept(result, lasting: bool) -> None:
    assert is_lasting(result.findings) is lasting


_OPENED = """
import os, sys
opened = set()
def note(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes)):
        opened.add(os.path.abspath(os.fsdecode(arguments[0])))
sys.addaudithook(note)
from doclint.cli import again, main
from doclint.replay import Run
kept = []
Run.keep = lambda self, before, said, end: kept.extend(before.of[2])
try:
    main(Run(sys.argv[1:]))
except SystemExit:
    pass
for place in sorted(opened - set(kept)):
    print("opened", place, file=sys.stderr)
print("known by", len(kept), file=sys.stderr)
"""


def test_whatever_a_check_opens_it_is_known_by(repository, say, tmp_path: Path) -> None:
    repository({**FILES, "CODEOWNERS": "* @a\n", "mkdocs.yml": "docs_dir: docs\n", "total.txt": "Total: 3 files\n"})
    say("baseline", "create")
    command = [sys.executable, "-c", _OPENED, "check", "--jobs=1", "--exit-zero"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    opened = {Path(line.removeprefix("opened ")) for line in ran.stderr.splitlines() if line.startswith("opened ")}

    assert "known by" in ran.stderr
    ours = [sys.prefix, sys.base_prefix, os.environ["DOCLINT_CACHE_DIR"], "/dev", "/proc", *filter(None, sys.path)]
    package = Path(replay.__file__).parents[2]
    strangers = {
        place.relative_to(tmp_path) if place.is_relative_to(tmp_path) else place
        for place in opened
        if not place.is_dir()
        and not any(place.is_relative_to(folder) for folder in (*ours, package / "src", package / "rules"))
    }
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.split("\n")
    assert {str(place) for place in strangers} - {*listed} == set()
