"""
Links to the web: 3,000 URLs on 300 loopback hosts of mixed behaviour.

    python benchmarks/links_online.py             throughput with politeness switched off: checks a second
    python benchmarks/links_online.py --polite    with limits on: the server counts what each host sees

The server is another process; names are resolved to 127.0.0.1 by the run's own look-up, so nothing leaves
the machine. Behaviours: pages, HEAD refused, redirects, 404, 503 once, slow answers, endless bodies.
"""

import argparse
import asyncio
import json
import multiprocessing
import resource
import time
from multiprocessing.connection import Connection

from doclint.links.online.guard import GuardedNetwork
from doclint.links.online.polite import Limits
from doclint.links.online.run import Plan, observe_all
from doclint.links.online.store import open_store

HOSTS = 300
URLS = 10  # a host
KINDS = ["page", "page", "page", "page", "nohead", "moved", "gone", "busy", "slow", "endless"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polite", action="store_true")
    parser.add_argument("--urls", type=int, default=URLS)
    arguments = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    names = [f"h{number}.bench" for number in range(HOSTS)]
    wanted = {
        f"http://{name}:{port}/{kind}/{number}": ("part",) if kind == "endless" else ()
        for name in names
        for number, kind in zip(range(arguments.urls), KINDS, strict=False)
    }
    limits = Limits(per_host=2, interval=0.25 if arguments.polite else 0.0, seconds=15.0)
    plan = Plan(limits=limits, allowed=tuple(names))
    started, cpu = time.monotonic(), time.process_time()
    with open_store(None) as store:
        outlook = observe_all(wanted, plan, store, network=GuardedNetwork(names, to_loopback))
    seconds = time.monotonic() - started
    ours.send("stop")
    seen = ours.recv()
    outcomes: dict[str, int] = {}
    for observation in outlook.observations.values():
        outcomes[observation.outcome] = outcomes.get(observation.outcome, 0) + 1
    print(
        json.dumps(
            {
                "urls": len(wanted),
                "outcomes": outcomes,
                "seconds": round(seconds, 2),
                "checks_per_second": round(len(wanted) / seconds),
                "requests": sum(host["requests"] for host in seen.values()),
                "cpu_ms_per_check": round((time.process_time() - cpu) * 1000 / len(wanted), 2),
                "most_at_once_per_host": max(host["most"] for host in seen.values()),
                "least_mean_interval_seconds": round(min(interval(host) for host in seen.values()), 3),
                "peak_rss_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            },
            indent=1,
        )
    )


def interval(host: dict[str, float]) -> float:
    """The mean one: a machine under load may make a server see two requests at once that were sent apart."""
    return (host["last"] - host["first"]) / max(host["requests"] - 1, 1)


async def to_loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def serve(pipe: Connection) -> None:
    asyncio.run(Server().run(pipe))


class Server:
    """HTTP by hand: little work per request, and it counts by Host."""

    def __init__(self) -> None:
        self.seen: dict[str, dict[str, float]] = {}
        self.busy: set[str] = set()

    async def run(self, pipe: Connection) -> None:
        server = await asyncio.start_server(self.connection, "127.0.0.1", 0, backlog=1000)
        pipe.send(server.sockets[0].getsockname()[1])
        while not pipe.poll():
            await asyncio.sleep(0.05)
        pipe.send(self.seen)

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, path, _ = head.split(" ", 2)
                host = next(line[6:] for line in head.split("\r\n") if line[:6].lower() == "host: ")
                await self.answer(method, path, host, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, method: str, path: str, host: str, writer: asyncio.StreamWriter) -> None:
        now = time.monotonic()
        entry = self.seen.setdefault(host, {"requests": 0, "now": 0, "most": 0, "first": now, "last": now})
        entry["last"] = now
        entry["requests"] += 1
        entry["now"] += 1
        entry["most"] = max(entry["most"], entry["now"])
        try:
            await self.behave(method, path.split("/")[1], path, host, writer)
        finally:
            entry["now"] -= 1

    async def behave(self, method: str, kind: str, path: str, host: str, writer: asyncio.StreamWriter) -> None:
        body = b"<html><body><h1 id='top'>Page</h1></body></html>"
        status, extra = "200 OK", ""
        if kind == "nohead" and method == "HEAD":
            status = "405 Method Not Allowed"
        elif kind == "moved":
            status, extra = "301 Moved Permanently", f"Location: /page{path}\r\n"
        elif kind == "gone":
            status = "404 Not Found"
        elif kind == "busy" and host + path not in self.busy:
            self.busy.add(host + path)
            status = "503 Service Unavailable"
        elif kind == "slow":
            await asyncio.sleep(0.2)
        elif kind == "endless":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            for _ in range(100):
                writer.write(b"<p>more</p>" * 6000)
                await writer.drain()
            raise ConnectionError
        length = f"Content-Type: text/html\r\nContent-Length: {len(body)}\r\n"
        writer.write(f"HTTP/1.1 {status}\r\n{extra}{length}\r\n".encode() + (b"" if method == "HEAD" else body))
        await writer.drain()


if __name__ == "__main__":
    main()
