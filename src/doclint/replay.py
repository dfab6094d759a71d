"""
A check whose inputs are all what they were says what it said.

What a check printed is kept in the user's own cache folder, with how it ended, under all it was asked by (words,
environment, terminal, day, version) and with a digest of all it looked at: every file of the project, which of them
git tracks, the places outside of it where settings and programs may be, and the history's newest commit. A run that
finds the same digest need not import what makes reports; any other works everything out, findings that depend on
several files always from the facts as they are now. Nothing is ever put together from a kept answer and a new one.

A file is known by its kind, size, times and place on disk, as git knows it, and not trusted if it changed so late
that another change could have the same time. Imports next to nothing: that is the point of it.
"""

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterator

from doclint import __version__
from doclint.files.listing import file_tree
from doclint.git.command import history_state

_MOST = 100  # runs that are kept
_SETTLED = 2_000_000_000  # nanoseconds after which a file that changed again has another time of change
_COUNTED_ALONG = {"_", "OLDPWD", "SHLVL"}  # what shells tell in the environment about themselves
_NEVER = 1 << 63  # later than any time of change
_PACKAGE = os.path.dirname(os.path.abspath(__file__))


class Scene:
    """
    All files a run may look at, now.

    `digest` is another one when any of them changes, `newest` the latest time of a change in nanoseconds. `places` are
    files outside of the tree at `root`, there or not.
    """

    def __init__(self, root: str, respect_gitignore: bool, places: list[str]) -> None:
        tree = file_tree(root, respect_gitignore)
        tracked = tree.tracked or frozenset()
        self.of = (root, respect_gitignore, places)
        self.newest = 0
        seen: list[object] = [tree.tracked is None]
        seen += [(name, name in tracked, self._stamp(os.path.join(root, name))) for name in sorted(tree.files)]
        seen += [(place, os.path.realpath(place), self._stamp(place)) for place in (root, *places)]
        self.digest = _digest(seen, history_state(root) if os.path.exists(os.path.join(root, ".git")) else ())

    def _stamp(self, place: str) -> object:
        """What tells a file from its later self; of a folder only that it is one, a link is also what it leads to."""
        try:
            found = os.lstat(place)
        except (OSError, ValueError):
            return None
        if stat.S_ISDIR(found.st_mode):
            return "folder"
        self.newest = max(self.newest, found.st_mtime_ns, found.st_ctime_ns)
        leads_to = None
        if stat.S_ISLNK(found.st_mode):
            target = os.path.realpath(place)
            leads_to = (target, None if os.path.islink(target) else self._stamp(target))
        elif not stat.S_ISREG(found.st_mode):
            self.newest = _NEVER  # whatever a pipe says, it will not say it again
        times = (found.st_mtime_ns, found.st_ctime_ns)
        return found.st_mode, found.st_size, times, found.st_dev, found.st_ino, leads_to


class Run:
    """One run of the command line, from its start."""

    def __init__(self, words: list[str]) -> None:
        self._began = time.time_ns()
        self._asked_by = _asked_by(words)
        self._seen: Scene | None = None

    def said_before(self) -> int | None:
        """Print what a run with the same inputs printed, and give its exit status; None when none is known."""
        try:
            seal, _, rest = _content(self._file).partition(b"\n")
            if seal != self._seal(rest):
                return None
            about, _, said = rest.partition(b"\n")
            root, respect_gitignore, places, seen, end = json.loads(about)
            if self.scene(root, respect_gitignore, places).digest != seen:
                return None
            sys.stdout.buffer.write(said)
            sys.stdout.buffer.flush()
        except (OSError, ValueError):  # whoever works it all out will say what is wrong
            return None
        assert isinstance(end, int)  # we wrote it, the seal says
        return end

    def scene(self, root: str, respect_gitignore: bool, places: list[str]) -> Scene:
        """What there is; what there was at the start of this run, if that was looked at."""
        if self._seen is None or self._seen.of != (root, respect_gitignore, places):
            self._seen = Scene(root, respect_gitignore, places)
        return self._seen

    def keep(self, before: Scene, said: bytes, end: int) -> None:
        """
        Remember what this run printed, and its exit status.

        Args:
            before: What there was before anything was looked at; nothing is kept unless it is still there.
            said: On standard output. Who said anything elsewhere has nothing to keep.
            end: The exit status.
        """
        if before.newest > self._began - _SETTLED or self._day_is_over():
            return
        now = Scene(*before.of)
        if now.digest != before.digest:
            return
        about = json.dumps([*now.of, now.digest, end])
        rest = about.encode() + b"\n" + said
        try:
            _replace(self._file, self._seal(rest) + b"\n" + rest)
        except OSError:  # nothing is lost but time
            return

    @property
    def _file(self) -> str:
        return os.path.join(home(), "runs", self._asked_by[:32])

    def _seal(self, rest: bytes) -> bytes:
        """What only a run asked by the same could put before its record: its name tells half of what that takes."""
        return _digest(self._asked_by.encode() + rest).encode()

    def _day_is_over(self) -> bool:
        return time.localtime()[:3] != time.localtime(self._began / 1e9)[:3]


def home() -> str:
    """The folder of all that is kept: DOCLINT_CACHE_DIR, else where this system keeps such things."""
    if stated := os.environ.get("DOCLINT_CACHE_DIR"):
        return stated
    user = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(user, "AppData/Local"), "doclint", "Cache")
    if sys.platform == "darwin":
        return os.path.join(user, "Library/Caches/doclint")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(user, ".cache"), "doclint")


def sources() -> list[tuple[str, int, int]]:
    """In a checkout our own files change without a new version: name, size and time of change of each."""
    if os.path.isdir(os.path.join(_PACKAGE, "_rules")):
        return []
    rules = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "rules")
    return sorted((*_changes(_PACKAGE, ".py"), *_changes(rules, ".yaml")))


def _changes(folder: str, ending: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _changes(entry.path, ending)
            elif entry.name.endswith(ending):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _asked_by(words: list[str]) -> str:
    """A digest of all that shapes what a run says but the files it looks at."""
    environment = sorted(item for item in os.environ.items() if item[0] not in _COUNTED_ALONG)
    installed = [(folder, _changed(folder)) for folder in sys.path if folder not in ("", os.getcwd())]
    day = (time.localtime()[:3], time.tzname)
    us = (__version__, sources(), sys.version, sys.flags, sys.executable, installed)
    return _digest(words, environment, os.getcwd(), _terminal(), day, us)


def _changed(folder: str) -> int:
    """When something was last installed into a folder or removed from it, in nanoseconds."""
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0


def _terminal() -> tuple[bool, object]:
    """Whether a person reads what we print, and how wide their window is."""
    try:
        return sys.stdout.isatty(), os.get_terminal_size()
    except OSError:
        return sys.stdout.isatty(), None


def _digest(*things: object) -> str:
    text = things[0] if isinstance(things[0], bytes) else repr(things).encode()  # repr escapes what is no text
    return hashlib.sha256(text).hexdigest()


def _content(file: str) -> bytes:
    """
    What a file holds.

    Raises:
        OSError: There is none, or something else, such as a link or a pipe: it may lead anywhere, or never end.
    """
    if not stat.S_ISREG(os.lstat(file).st_mode):
        raise OSError(f"{file} is no file")
    with open(file, "rb") as opened:
        return opened.read()


def _replace(file: str, raw: bytes) -> None:
    """Write a file as a whole or not at all, and forget the runs that were kept first."""
    folder = os.path.dirname(file)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    new = f"{file}.{os.getpid()}"
    with open(new, "wb") as opened:
        opened.write(raw)
    try:
        os.replace(new, file)
    except OSError:
        os.unlink(new)
        raise
    kept = [entry for entry in os.scandir(folder) if not entry.is_dir(follow_symlinks=False)]
    ages = sorted((entry.stat(follow_symlinks=False).st_mtime_ns, entry.path) for entry in kept)
    for _, old in ages[:-_MOST]:
        os.unlink(old)
