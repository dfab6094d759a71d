"""
What pass one found out, kept between runs: one SQLite file per project, in the user's own cache folder.

Never in the checked repository, where a pull request could bring along what it wants to be believed. An entry
is data, found by the content it was made from and by all that shaped it; what cannot be read is made anew.
"""

import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from doclint import __version__
from doclint.facts import FACTS_VERSION, Facts
from doclint.files.discover import Files
from doclint.files.tree import is_text
from doclint.git.command import history_state
from doclint.lint import FileResult, lint_file, packed, unpacked
from doclint.project import digest_of_file
from doclint.replay import home, sources
from doclint.selection import Selection
from doclint.snippets.shell import bash_path

_LAYOUT = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, value BLOB NOT NULL, facts BLOB);
CREATE TABLE IF NOT EXISTS stamp (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, digest BLOB) WITHOUT ROWID;
"""
_MOST_RESULTS = 20_000
_SETTLED = 2_000_000_000  # nanoseconds after which a file that changed again has another time of change
_PATIENCE = 0.5  # seconds to wait for another run that writes

_ALWAYS = ("directives",)  # facts that every run asks for

_encode = msgspec.msgpack.Encoder().encode


class _Said(dict[str, object]):
    """What facts say: some of it at once, the rest is sought when something else is asked for."""

    def __init__(self, first: Mapping[str, object], rest: Callable[[], Mapping[str, object]]) -> None:
        super().__init__(first)
        self._rest: Callable[[], Mapping[str, object]] | None = rest

    def __missing__(self, name: str) -> object:
        if self._rest is None:
            raise KeyError(name)
        self.update(self._rest())
        self._rest = None
        return self[name]


class Known(Struct):
    """Results the cache had, and for the others the content they would be kept under."""

    results: dict[str, FileResult]
    digests: dict[str, bytes]


class Cache:
    """Results of pass one for one selection of rules. Only one process of a run may hold it."""

    def __init__(self, file: Path, selection: Selection) -> None:
        self._file = file
        self._salt = _salt(selection)
        self._selection = selection
        self._began = time.time_ns()
        self._readers: dict[int, sqlite3.Connection] = {}

    def known(self, files: Files) -> Known:
        """What need not be done again. A file whose size and time are those of last time is not even read."""
        known = Known({}, {})
        with suppress(sqlite3.Error, OSError), closing(self._opened()) as connection:
            stamps = {path: (stamp, digest) for path, *stamp, digest in connection.execute("SELECT * FROM stamp")}
            for path in files.documents:
                digest = _digest(files, path, stamps.get(path))
                if digest is None:
                    continue
                known.digests[path] = digest
                key = self._key(files, path, digest)
                row = connection.execute("SELECT value FROM result WHERE key = ?", (key,)).fetchone()
                with suppress(ValueError, TypeError):
                    result = unpacked(_unsealed(row[0]))
                    if result.facts.path == path:
                        said = _Said(result.facts.said, partial(self._said, files, path, key))
                        known.results[path] = replace(result, facts=Facts(path, said))
        return known

    def keep(self, files: Files, fresh: Iterable[tuple[str, FileResult]], digests: dict[str, bytes]) -> None:
        """Remember results. Where that is not possible nothing is lost but time."""
        stamps = {path: files.stamp(path) for path in digests if is_text(path)}
        # What changed meanwhile may have been read after its digest was taken.
        kept = {path: digests[path] for path, stamp in stamps.items() if not stamp or stamp[1] < self._began}
        rows = [(self._key(files, path, kept[path]), *_row(result)) for path, result in fresh if path in kept]
        told = [(path, stamp, digests[path]) for path, stamp in stamps.items() if stamp]
        settled = [(path, *stamp, digest) for path, stamp, digest in told if stamp[1] < self._began - _SETTLED]
        with suppress(sqlite3.Error, OSError), closing(self._opened()) as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)
            connection.executemany("INSERT OR REPLACE INTO stamp VALUES (?, ?, ?, ?)", settled)
            connection.execute("DELETE FROM result WHERE rowid < (SELECT max(rowid) FROM result) - ?", (_MOST_RESULTS,))

    def earlier(self, seal: bytes) -> dict[str, bytes] | None:
        """The fields of the facts that have this seal, and their type, each encoded; None if they are not kept."""
        with suppress(sqlite3.Error, OSError, ValueError, TypeError), closing(self._opened()) as connection:
            row = connection.execute("SELECT value, facts FROM result WHERE key = ?", (seal,)).fetchone()
            said = {**_fields(row[1]), "match": unpacked(_unsealed(row[0])).match}
            return {name: _encode(value) for name, value in said.items()}
        return None

    def history(self, files: Files) -> bytes:
        """Another answer as soon as git could tell another history."""
        return repr(history_state(str(files.root))).encode()

    def seals(self, files: Files, digests: dict[str, bytes]) -> dict[str, bytes]:
        """What tells the facts of a document from any others, given the digest of its content."""
        return {path: self._key(files, path, digest) for path, digest in digests.items()}

    def recall(self, name: str) -> bytes | None:
        """What runs of the same kind kept under a name."""
        with suppress(sqlite3.Error, OSError), closing(self._opened()) as connection:
            row = connection.execute("SELECT value FROM result WHERE key = ?", (self._named(name),)).fetchone()
            return row[0] if row and isinstance(row[0], bytes) else None
        return None

    def remember(self, files: Files, values: Mapping[str, bytes]) -> None:
        """Keep values by name, unless a file may have changed while they were made of it."""
        stamps = filter(None, map(files.stamp, files.tree.files))
        if any(changed > self._began - _SETTLED for _, changed in stamps):
            return
        rows = [(self._named(name), value) for name, value in values.items()]
        with suppress(sqlite3.Error, OSError), closing(self._opened()) as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, NULL)", rows)

    def _said(self, files: Files, path: str, key: bytes) -> Mapping[str, object]:
        """What the facts of a document say; made anew if somebody threw it away meanwhile, or damaged it."""
        with suppress(sqlite3.Error, OSError, ValueError, TypeError):
            return _fields(self._reader().execute("SELECT facts FROM result WHERE key = ?", (key,)).fetchone()[0])
        return lint_file(path, files.read, self._selection).facts.said

    def _reader(self) -> sqlite3.Connection:
        """One for each process: none may use that of the process it comes from."""
        if os.getpid() not in self._readers:
            self._readers[os.getpid()] = self._opened()
        return self._readers[os.getpid()]

    def _named(self, name: str) -> bytes:
        return hashlib.sha256(self._salt + name.encode("utf-8", "surrogatepass")).digest()[:16]

    def _key(self, files: Files, path: str, digest: bytes) -> bytes:
        flavour = self._selection.flavour(path, files.read)
        return hashlib.sha256(self._salt + digest + flavour.encode() + os.fsencode(path)).digest()[:16]

    def _opened(self) -> sqlite3.Connection:
        """The file, made or made anew when it is none of ours."""
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            return _prepared(self._file)
        except sqlite3.OperationalError:
            raise  # locked, or no place to write: it may be fine next time
        except sqlite3.DatabaseError:
            self._file.unlink(missing_ok=True)
            return _prepared(self._file)


def folder_of(root: Path) -> Path:
    """The folder of what is kept about one project."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:16]
    return Path(home()) / f"{root.name or 'root'}-{name}"


def _prepared(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        layout = connection.execute("PRAGMA user_version").fetchone()[0]
        if layout not in (0, _LAYOUT):
            raise sqlite3.DatabaseError(f"layout {layout}")
        connection.execute("PRAGMA synchronous = OFF")  # what a power failure loses is made anew
        connection.executescript(_SCHEMA + f"PRAGMA user_version = {_LAYOUT};")
    except BaseException:
        connection.close()
        raise
    return connection


def _row(result: FileResult) -> tuple[bytes, bytes]:
    """What every run asks of a result, and the rest of its facts."""
    path, said = result.facts.path, result.facts.said
    first = {name: said[name] for name in _ALWAYS}
    return _sealed(packed(replace(result, facts=Facts(path, first)))), _sealed(_encode(said))


def _fields(raw: bytes) -> dict[str, msgspec.Raw]:
    return msgspec.msgpack.decode(_unsealed(raw), type=dict[str, msgspec.Raw])


def _sealed(raw: bytes) -> bytes:
    """With what tells whether it was damaged: a part that is looked at late must not be found unreadable then."""
    return crc32(raw).to_bytes(4) + raw


def _unsealed(raw: bytes) -> memoryview:
    """
    What was sealed.

    Raises:
        ValueError: It is not what it was.
    """
    seal, content = raw[:4], memoryview(raw)[4:]
    if crc32(content).to_bytes(4) != seal:
        raise ValueError("damaged")
    return content


def _digest(files: Files, path: str, before: tuple[list[int], bytes] | None) -> bytes | None:
    """The digest of a file's content, without reading it when nothing speaks for a change."""
    if before and before[0] == list(files.stamp(path) or ()):
        return before[1]
    return digest_of_file(files.bytes_of(path))


def _salt(selection: Selection) -> bytes:
    """All that shapes a result besides the file: us, the interpreter, the settings, the tools."""
    rules = [rule.code for rule in selection.rules]
    parts = sorted(selection.parts)
    about = (__version__, FACTS_VERSION, sources(), sys.version, str(bash_path()), rules, parts)
    return hashlib.sha256(_encode((about, msgspec.to_builtins(selection.settings)))).digest()
