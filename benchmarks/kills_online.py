"""
Runs online that end at any moment: kill -9, SIGTERM or Ctrl-C, one run or two that share the store.

    python benchmarks/kills_online.py --kills 100

Eight hosts on loopback answer, each after a few milliseconds. After every end the store is sound and holds all it
was seen to hold before; the run after it asks only for what is not there, and then everything is. A run that is
asked to end (SIGTERM, Ctrl-C) once it is at work does so within seconds, without a traceback. Exit status 1 when
that did not hold. Linux only: all of 127.0.0.0/8 is this machine.
"""

import argparse
import asyncio
import collections
import multiprocessing
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from multiprocessing.connection import Connection

HOSTS = 8
URLS = 60  # a host
PATIENCE = 240  # seconds for a run of a few, on a machine that has other work
STATUS = {signal.SIGKILL: set(), signal.SIGTERM: {130, 143}, signal.SIGINT: {130}}  # or by the signal, or at the end


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    ours, theirs = multiprocessing.Pipe()
    multiprocessing.Process(target=lambda: asyncio.run(serve(theirs)), daemon=True).start()
    outcomes: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(pathlib.Path(folder), ours)
        for _ in range(arguments.kills):
            how = chance.choice(sorted(STATUS))
            runs = chance.choice((1, 1, 2))
            outcomes[f"{how.name}, {runs} running: {trial.of(how, runs, chance.random()) or 'as promised'}"] += 1
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:5} {outcome}")
    print(f"seed {arguments.seed}")
    return int(any("as promised" not in outcome for outcome in outcomes))


class Trial:
    """A project with links to the server, and how long an undisturbed run takes."""

    def __init__(self, folder: pathlib.Path, server: Connection) -> None:
        self.root = folder / "project"
        self.cache = folder / "cache"
        self.server = server
        self.port = server.recv()
        (self.root / ".git").mkdir(parents=True)
        (self.root / "doclint.yaml").write_text("links:\n  online:\n    interval: 0.0\n")
        for host in range(HOSTS):
            links = "".join(f"[{url}](http://127.0.0.{host + 1}:{self.port}/{url})\n" for url in range(URLS))
            (self.root / f"host-{host}.md").write_text(f"# Host\n\n{links}")
        started = time.monotonic()
        run = self.started()
        self.wait_for_requests()
        self.starting = time.monotonic() - started
        assert not self.ended(run, 0)
        self.seconds = time.monotonic() - started
        (self.store,) = self.cache.rglob("web.sqlite3")

    def of(self, how: signal.Signals, runs: int, when: float) -> str:
        """End the first of some runs after a part of its time; what then is not as promised."""
        for file in self.store.parent.glob("web.sqlite3*"):
            file.unlink()
        self.asked()
        first = self.started()
        if how != signal.SIGKILL:
            self.wait_for_requests()
            when *= 1 - self.starting / self.seconds
        others = [self.started() for _ in range(runs - 1)]
        time.sleep(when * self.seconds)
        before = set(self.kept())
        first.send_signal(how)
        problem = self.ended(first, *STATUS[how], -how, 0)
        problem = problem or next((found for other in others if (found := self.ended(other, 0))), "")
        kept = set(self.kept())
        if not problem and before - kept:
            problem = f"{len(before - kept)} observations were lost"
        self.asked()
        problem = problem or self.ended(self.started(), 0)
        if not problem and len(set(self.kept())) != HOSTS * URLS:
            problem = "the next run leaves something out"
        if not problem and self.asked() != HOSTS * URLS - len(kept):
            problem = "the next run asks for what is known"
        return problem

    def wait_for_requests(self) -> None:
        while not self.asked():
            time.sleep(0.01)

    def started(self) -> "subprocess.Popen[str]":
        allowed = [f"--allow-host=127.0.0.{host + 1}" for host in range(HOSTS)]
        return subprocess.Popen(
            [sys.executable, "-m", "doclint", "links", *allowed],
            cwd=self.root,
            env={**os.environ, "DOCLINT_CACHE_DIR": str(self.cache)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ended(self, run: "subprocess.Popen[str]", *statuses: int) -> str:
        """What is wrong with the end of a run that should have one of these statuses."""
        try:
            _, said = run.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            run.kill()
            run.communicate()
            return "the run does not end"
        if run.returncode not in statuses or "Traceback" in said or "internal error" in said:
            return f"the run ended with {run.returncode}: {said[-300:]!r}"
        return ""

    def kept(self) -> Iterator[str]:
        """The URLs in the store, which has to be sound."""
        if self.store.exists():
            with closing(sqlite3.connect(self.store, timeout=30)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                if connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                    yield from (url for (url,) in connection.execute("SELECT url FROM observation"))

    def asked(self) -> int:
        """Requests since the last time this was asked."""
        self.server.send("count")
        return int(self.server.recv())


async def serve(pipe: Connection) -> None:
    """Answer on all hosts, and count."""
    requests = 0

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal requests
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                requests += 1
                await asyncio.sleep(0.005)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    port = 0
    for host in range(HOSTS):
        server = await asyncio.start_server(connected, f"127.0.0.{host + 1}", port)
        port = server.sockets[0].getsockname()[1]
    pipe.send(port)
    while True:
        if pipe.poll():
            pipe.recv()
            pipe.send(requests)
            requests = 0
        await asyncio.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
