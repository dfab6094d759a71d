"""Pass one over many files: what the cache knows is not done again, much work is shared among processes."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import msgspec
from msgspec import Struct

from doclint.files.discover import Files
from doclint.files.tree import is_text
from doclint.lint import FileResult, diagnosed, given_up, is_lasting, lint_file, packed, unpacked
from doclint.memory import Memory
from doclint.selection import Selection
from doclint.subjects import Subjects, subjects_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_WORTH_IT = 400_000  # bytes from which on a second process saves more than it costs
_SILENT = 3  # times less is to be done where most documents say nothing that matters
_OUTLINES = 8  # times less where these are all that is read
_SUSPICIOUS = 200_000  # bytes of one file from which on somebody had better watch the clock

_STOPPING = (signal.SIGINT, signal.SIGTERM)

T = TypeVar("T")
LintOne = Callable[[str], FileResult]


class Workforce(Struct, frozen=True):
    """
    Who does pass one.

    `jobs`: processes, 0 for as many as there are processors. `cache`: the file of the cache, None for none.
    `watch` is told how many documents are done, and of how many; `memory` is opened for what comes after pass one.
    """

    jobs: int = 0
    cache: Path | None = None
    watch: Callable[[int, int], None] = lambda done, total: None
    memory: Memory | None = None

    def __call__(self, files: Files, selection: Selection, asked: Collection[str]) -> dict[str, FileResult]:
        """
        Pass one for all documents; the same whatever the number of processes and the state of the cache.

        What goes to the cache is complete, whatever was asked for.
        """

        if self.cache is None:
            return _in_order(files, self._watched(self._uncached(files, selection, asked), len(files.documents)))
        from doclint.cache import Cache

        cache = Cache(self.cache, selection)
        known = cache.known(files)
        missing = [path for path in files.documents if path not in known.results]
        fresh = dict(self._watched(self._made(files, selection, missing), len(missing)))
        lasting = {path: result for path, result in fresh.items() if is_lasting(result.findings)}
        if lasting:
            cache.keep(files, lasting.items(), known.digests)
        if self.memory:
            told = known.results.keys() | lasting.keys()
            seals = cache.seals(files, {path: digest for path, digest in known.digests.items() if path in told})
            self.memory.open(
                known.results.keys(),
                seals,
                cache.recall,
                partial(cache.remember, files),
                cache.earlier,
                partial(cache.history, files),
            )
        return _in_order(files, (known.results | fresh).items())

    def _watched(self, made: Iterable[tuple[str, FileResult]], total: int) -> Iterator[tuple[str, FileResult]]:
        for done, result in enumerate(made, 1):
            self.watch(done, total)
            yield result

    def _uncached(self, files: Files, selection: Selection, asked: Collection[str]) -> Iterator[tuple[str, FileResult]]:
        """Those asked for, then the others: if that is enough, only what these say about the first."""
        first = {}
        for path, result in self._made(files, selection, [path for path in files.documents if path in asked]):
            first[path] = result.facts
            yield path, result
        others = [path for path in files.documents if path not in first]
        if not others:
            return
        is_enough = selection.lean and len(first) == len(asked)  # what is gone, or a folder, is spoken of otherwise
        subjects = subjects_of(first.values(), selection.library) if is_enough else None
        yield from self._made(files, selection, others, asked=False, subjects=subjects)

    def _made(
        self,
        files: Files,
        selection: Selection,
        paths: Sequence[str],
        asked: bool = True,
        subjects: Subjects | None = None,
    ) -> Iterator[tuple[str, FileResult]]:
        def lint(path: str) -> FileResult:
            return diagnosed(lint_file(path, files.read, selection, asked, subjects), selection)

        odd = [path for path in paths if not is_text(path)]  # cannot be sent to another process
        yield from ((path, lint(path)) for path in odd)
        sizes = {path: (files.stamp(path) or (0, 0))[0] for path in paths if path not in odd}
        less = _SILENT if subjects else 1 if selection.parts else _OUTLINES
        much = is_worth_it(self.jobs, sum(sizes.values()) // less)
        if much or (max(sizes.values(), default=0) > _SUSPICIOUS and hasattr(os, "fork")):
            shares = _shares(sizes, min(self.jobs or _processors(), len(sizes)) if much else 1)
            yield from shared(shares, lint, selection.settings.max_file_seconds)
        else:
            yield from ((path, lint(path)) for path in sizes)


def is_worth_it(jobs: int, size: int) -> bool:
    """May and should documents of so many bytes be worked on by several processes?"""
    return hasattr(os, "fork") and size > _WORTH_IT and (jobs or _processors()) > 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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


def shared(shares: Iterable[Sequence[str]], lint: LintOne, seconds: float) -> Iterator[tuple[str, FileResult]]:
    """
    The results of files worked on by one process per share.

    A file that takes longer than `seconds` (wall clock), or kills its process, is given up; the rest goes on.
    """
    from multiprocessing.connection import wait

    crew = [_Worker(share, lint) for share in shares if share]
    try:
        while busy := [worker for worker in crew if worker.left]:
            ready = wait([worker.connection for worker in busy], timeout=seconds / 4)
            for worker in busy:
                if worker.connection in ready:
                    yield worker.told()
                elif time.monotonic() - worker.since > seconds:
                    yield worker.without(f"not finished within {seconds:g} seconds")
    finally:
        for worker in crew:
            worker.stop()


class _Worker:
    """A process with its share: `left` begins with the file it is at, `since` some moment on the monotonic clock."""

    def __init__(self, share: Iterable[str], lint: LintOne) -> None:
        self.left = deque(share)
        self._lint = lint
        self._start()

    def _start(self) -> None:
        from multiprocessing import get_context

        context: Any = get_context("fork")
        self.since = time.monotonic()
        self.connection, theirs = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(
            target=_work, args=(tuple(self.left), self._lint, theirs, self.connection), daemon=True
        )
        self._process.start()
        theirs.close()

    def told(self) -> tuple[str, FileResult]:
        """The file it was at, and what it said of it."""
        try:
            raw = self.connection.recv_bytes()
        except EOFError:
            return self.without("its process ended")
        self.since = time.monotonic()
        return self.left.popleft(), unpacked(raw)

    def without(self, why: str) -> tuple[str, FileResult]:
        """The file it was at, given up; another process goes on with the rest."""
        path = self.left.popleft()
        self.stop()
        if self.left:
            self._start()
        return path, given_up(path, why)

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _work(share: Sequence[str], lint: LintOne, connection: "Connection", ours: "Connection") -> None:
    _stop_silently()
    ours.close()  # or this process would itself be the reader it waits for, when the one that started it was killed
    with suppress(BrokenPipeError):  # nobody waits for the results any more
        for path in share:
            connection.send_bytes(packed(lint(path)))
    connection.close()


@contextmanager
def beside(work: Callable[[], T], shape: type[T]) -> Iterator[Callable[[], T]]:
    """
    Another process at work; what it comes to, of this shape, is there for who waits for it.

    Should it end with nothing, the work is done here. It does not outlive the block.
    """
    source, target = os.pipe()
    usual = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)  # until we can be stopped without forgetting a process
    process = os.fork()
    if not process:
        os.close(source)
        _deliver(work, target, usual)
    os.close(target)
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)
        with open(source, "rb") as answer:

            def result() -> T:
                try:
                    return msgspec.msgpack.decode(answer.read(), type=shape)
                except msgspec.DecodeError:
                    return work()

            yield result
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _deliver(work: Callable[[], object], target: int, mask: Iterable[int]) -> NoReturn:
    try:
        _stop_silently()
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        with open(target, "wb") as answer:
            answer.write(msgspec.msgpack.encode(work()))
    finally:
        os._exit(0)  # what was not said is missed


def _stop_silently() -> None:
    """It is for the process that started us to say that it was stopped."""
    for number in _STOPPING:
        signal.signal(number, signal.SIG_DFL)
