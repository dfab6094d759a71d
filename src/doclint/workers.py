"""Pass one over many files: what the cache knows is not done again, much work is shared among processes."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from doclint.discover import Files
from doclint.lint import FileResult, given_up, is_lasting, lint_file
from doclint.selection import Selection
from doclint.tree import is_text

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_WORTH_IT = 400_000  # bytes from which on a second process saves more than it costs
_SUSPICIOUS = 200_000  # bytes of one file from which on somebody had better watch the clock

LintOne = Callable[[str], FileResult]


class Workforce(Struct, frozen=True):
    """
    Who does pass one.

    `jobs`: processes, 0 for as many as there are processors. `cache`: the file of the cache, None for none.
    `watch` is told how many documents are done, and of how many.
    """

    jobs: int = 0
    cache: Path | None = None
    watch: Callable[[int, int], None] = lambda done, total: None

    def __call__(self, files: Files, selection: Selection, asked: Collection[str]) -> dict[str, FileResult]:
        """
        Pass one for all documents; the same whatever the number of processes and the state of the cache.

        What goes to the cache is complete, whatever was asked for.
        """

        def lint(path: str) -> FileResult:
            return lint_file(path, files.read, selection, self.cache is not None or path in asked)

        seconds = selection.settings.max_file_seconds
        if self.cache is None:
            return _in_order(files, self._watched(files, lint, files.documents, seconds))
        from doclint.cache import Cache

        cache = Cache(self.cache, selection)
        known = cache.known(files)
        missing = [path for path in files.documents if path not in known.results]
        fresh = dict(self._watched(files, lint, missing, seconds))
        lasting = {path: result for path, result in fresh.items() if is_lasting(result.findings)}
        if lasting:
            cache.keep(files, lasting.items(), known.digests)
        return _in_order(files, (known.results | fresh).items())

    def _watched(
        self, files: Files, lint: LintOne, paths: Sequence[str], seconds: float
    ) -> Iterator[tuple[str, FileResult]]:
        for done, made in enumerate(self._made(files, lint, paths, seconds), 1):
            self.watch(done, len(paths))
            yield made

    def _made(
        self, files: Files, lint: LintOne, paths: Sequence[str], seconds: float
    ) -> Iterator[tuple[str, FileResult]]:
        odd = [path for path in paths if not is_text(path)]  # cannot be sent to another process
        yield from ((path, lint(path)) for path in odd)
        sizes = {path: (files.stamp(path) or (0, 0))[0] for path in paths if path not in odd}
        jobs = min(self.jobs or len(os.sched_getaffinity(0)), len(sizes)) if hasattr(os, "fork") else 0
        much = sum(sizes.values()) > _WORTH_IT and jobs > 1
        if (not much and max(sizes.values(), default=0) <= _SUSPICIOUS) or jobs < 1:
            yield from ((path, lint(path)) for path in sizes)
        else:
            shares = _shares(sizes, jobs if much else 1)
            yield from shared(shares, lint, seconds)


def _in_order(files: Files, results: Iterable[tuple[str, FileResult]]) -> dict[str, FileResult]:
    found = dict(results)
    return {path: found[path] for path in files.documents}


def _shares(sizes: dict[str, int], jobs: int) -> list[list[str]]:
    """The paths in shares of about equal size, the large files first."""
    shares: list[list[str]] = [[] for _ in range(jobs)]
    loads = [0] * jobs
    for path in sorted(sizes, key=lambda path: (-sizes[path], path)):
        least = loads.index(min(loads))
        shares[least].append(path)
        loads[least] += sizes[path] + 1
    return shares


class _Worker:
    """A process with its share; what it says of a file comes after the word that it has begun with it."""

    def __init__(self, share: Iterable[str], lint: LintOne, context: Any) -> None:
        self.left = deque(share)
        self.since = time.monotonic()
        self.connection, theirs = context.Pipe(duplex=False)
        self.process: BaseProcess = context.Process(target=_work, args=(tuple(self.left), lint, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def shared(shares: Iterable[Sequence[str]], lint: LintOne, seconds: float) -> Iterator[tuple[str, FileResult]]:
    """
    The results of files worked on by one process per share.

    A file that takes longer than `seconds` (wall clock), or kills its process, is given up; the rest goes on.
    """
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    context = get_context("fork")
    decode = msgspec.msgpack.Decoder(FileResult).decode
    workers = [_Worker(share, lint, context) for share in shares if share]
    try:
        while workers:
            ready = wait([worker.connection for worker in workers], timeout=seconds / 4)
            for worker in list(workers):
                why = ""
                if worker.connection in ready:
                    try:
                        yield worker.left[0], decode(worker.connection.recv_bytes())
                    except EOFError:
                        why = "its process ended"
                elif time.monotonic() - worker.since > seconds:
                    why = f"not finished within {seconds:g} seconds"
                else:
                    continue
                done = worker.left.popleft()
                worker.since = time.monotonic()
                if why:
                    yield done, given_up(done, why)
                    worker.stop()
                if not worker.left:
                    workers.remove(worker)
                    worker.stop()
                elif why:
                    workers[workers.index(worker)] = _Worker(worker.left, lint, context)
    finally:
        for worker in workers:
            worker.stop()


def _work(share: Sequence[str], lint: LintOne, connection: "Connection") -> None:
    for number in (signal.SIGINT, signal.SIGTERM):  # it is for the process that started us to say that it was stopped
        signal.signal(number, signal.SIG_DFL)
    encode = msgspec.msgpack.Encoder().encode
    with suppress(BrokenPipeError):  # nobody waits for the results any more
        for path in share:
            connection.send_bytes(encode(lint(path)))
    connection.close()
