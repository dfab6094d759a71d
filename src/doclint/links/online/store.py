"""
Observations kept between runs, in one SQLite file that several runs may share.

Each is written on its own: a run that is killed loses none it has made. Only what lasts is kept: pages that are
there, and pages that are definitely not.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from doclint.observation import LASTING, Observation

_VERSION = 1
_SCHEMA = "CREATE TABLE IF NOT EXISTS observation (url TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"


class Store:
    """Observations by URL."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def get(self, url: str) -> Observation | None:
        """What is known of a URL."""
        row = self.connection.execute("SELECT value FROM observation WHERE url = ?", (url,)).fetchone()
        if row is None:
            return None
        try:
            return msgspec.json.decode(row[0], type=Observation)
        except msgspec.DecodeError:
            return None

    def put(self, observation: Observation) -> None:
        """Keep an observation if it is one that lasts; what cannot be written is forgotten."""
        if observation.outcome in LASTING:
            with suppress(sqlite3.OperationalError), self.connection:
                self.connection.execute(
                    "INSERT OR REPLACE INTO observation VALUES (?, ?)",
                    (observation.url, msgspec.json.encode(observation)),
                )


@contextmanager
def open_store(path: Path | None) -> Iterator[Store]:
    """The store in this file, made if need be; in memory for None. A file that is no store is put aside."""
    connection = _opened(path)
    try:
        yield Store(connection)
    finally:
        connection.close()


def _opened(path: Path | None) -> sqlite3.Connection:
    if path is None:
        return _prepared(":memory:")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _prepared(str(path))
    except sqlite3.OperationalError:  # locked, read-only, no space: the file may be sound
        return _prepared(":memory:")
    except sqlite3.DatabaseError:
        path.replace(path.with_suffix(".unreadable"))
        return _prepared(str(path))


def _prepared(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=30.0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            with connection:
                connection.execute("DROP TABLE IF EXISTS observation")
                connection.execute(f"PRAGMA user_version = {_VERSION}")
        with connection:
            connection.execute(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
