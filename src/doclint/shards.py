"""
One check on several machines: each does pass one for its share, one of them puts the shares together.

A shard is data made by another run of the same doclint with the same settings on the same files, or it is refused.
"""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from doclint import __version__
from doclint.errors import DoclintError
from doclint.facts import Facts
from doclint.files.discover import Files
from doclint.lint import FileResult, Lint, packed, unpacked
from doclint.selection import Selection


class Shard(Struct, frozen=True, kw_only=True):
    """Share `number` of `of`, counted from 1."""

    schema_version: int = 1
    version: str  # of doclint
    settings: str  # digests: of the settings and of the names of all documents
    documents: str
    number: int
    of: int
    results: dict[str, bytes]  # packed


def made(files: Files, selection: Selection, number: int, of: int, lint: Lint) -> bytes:
    """
    One share of the documents, worked out and written as JSON.

    Raises:
        DoclintError: A file of the share has a name that is not UTF-8.
    """
    share = tuple(path for path in files.documents if _number(path, of) == number)
    results = lint(replace(files, documents=share), selection, share)
    shard = Shard(
        version=__version__,
        settings=_settings(selection),
        documents=_names(files),
        number=number,
        of=of,
        results={path: packed(_whole(result)) for path, result in results.items()},
    )
    try:
        return msgspec.json.encode(shard) + b"\n"
    except UnicodeEncodeError as error:
        raise DoclintError("a file name that is not UTF-8 cannot be part of a shard") from error


def _whole(result: FileResult) -> FileResult:
    """A result with all of its facts, wherever they are."""
    return replace(result, facts=Facts(result.facts.path, result.facts.all()))


def merged(parts: Mapping[str, bytes]) -> Lint:
    """
    Pass one as several runs have done it, given what they wrote by the name of the file.

    Raises:
        DoclintError: When it is used: a part is missing, there twice, unreadable, or not of this project as it is now.
    """

    def lint(files: Files, selection: Selection, asked: Collection[str]) -> dict[str, FileResult]:
        shards = {name: _read(name, raw) for name, raw in parts.items()}
        ours = {"version": __version__, "settings": _settings(selection), "documents": _names(files)}
        for name, shard in shards.items():
            for what, expected in ours.items():
                if getattr(shard, what) != expected:
                    raise DoclintError(f"{name}: not made of the same {what} as here")
        _refuse_gaps(shards)
        found = {path: result for name, shard in shards.items() for path, result in _results(name, shard).items()}
        if missing := [path for path in files.documents if path not in found]:
            raise DoclintError(f"no shard has {missing[0]}")
        return {path: found[path] for path in files.documents}

    return lint


def _read(name: str, raw: bytes) -> Shard:
    with _expected_of(name):
        return msgspec.json.decode(raw, type=Shard)


def _results(name: str, shard: Shard) -> dict[str, FileResult]:
    """All that is in a shard, looked at now: later nobody could say whose fault it is."""
    with _expected_of(name):
        results = {path: unpacked(raw) for path, raw in shard.results.items()}
        for result in results.values():
            result.facts.all()
        return results


@contextmanager
def _expected_of(name: str) -> Iterator[None]:
    try:
        yield
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DoclintError(f"{name}: not written by doclint check --shard: {error}") from error


def _refuse_gaps(shards: Mapping[str, Shard]) -> None:
    counts = {shard.of for shard in shards.values()}
    if len(counts) != 1:
        raise DoclintError(f"shards of different runs: of {', '.join(map(str, sorted(counts)))}")
    numbers = sorted(shard.number for shard in shards.values())
    expected = list(range(1, counts.pop() + 1))
    if numbers != expected:
        raise DoclintError(f"needs the shards {_list(expected)}, got {_list(numbers)}")


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def _number(path: str, of: int) -> int:
    return int.from_bytes(hashlib.sha256(os.fsencode(path)).digest()[:8]) % of + 1


def _settings(selection: Selection) -> str:
    rules = [rule.code for rule in selection.rules]
    return hashlib.sha256(msgspec.json.encode((rules, selection.settings), order="deterministic")).hexdigest()[:16]


def _names(files: Files) -> str:
    return hashlib.sha256(os.fsencode("\0".join(files.documents))).hexdigest()[:16]
