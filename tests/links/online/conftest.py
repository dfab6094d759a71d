"""A web server on loopback that does what it is told, on a thread of its own."""

import asyncio
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

import pytest

from doclint.links.online.guard import GuardedNetwork
from doclint.links.online.polite import Limits
from doclint.links.online.run import Outlook, Plan, observe_all
from doclint.links.online.store import Store, open_store
from doclint.observation import Observation

Answer = bytes | Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


class Request:
    """What a client asked for."""

    def __init__(self, head: bytes) -> None:
        lines = head.decode("latin-1").split("\r\n")
        self.method, self.path, _ = lines[0].split(" ", 2)
        pairs = (line.partition(": ") for line in lines[1:] if line)
        self.headers = {name.lower(): value for name, _, value in pairs}


class Web:
    """Answers by path; `requests` and `connections` are what it has seen."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[Request] = []
        self.connections = 0
        self.loop = asyncio.new_event_loop()
        self.port = 0
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    def listen(self, context: ssl.SSLContext | None = None) -> int:
        """Open a port."""
        serving = asyncio.start_server(self.connected, "127.0.0.1", 0, ssl=context)
        server = asyncio.run_coroutine_threadsafe(serving, self.loop).result()
        port: int = server.sockets[0].getsockname()[1]
        self.port = self.port or port
        return port

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path here."""
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[str]:
        """The methods a path was asked with."""
        return [request.method for request in self.requests if request.path == path]

    def close(self) -> None:
        """End all connections."""

        async def cancel() -> None:
            tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(cancel(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                request = Request(await reader.readuntil(b"\r\n\r\n"))
                self.requests.append(request)
                answer = self.answers.get(request.path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                if isinstance(answer, bytes):
                    writer.write(answer)
                    await writer.drain()
                    if b"Content-Length: 0" not in answer:
                        return
                else:
                    await answer(request, writer)
                    return
        except (asyncio.IncompleteReadError, asyncio.CancelledError, OSError):
            pass
        finally:
            writer.close()


def reply(status: str, body: bytes = b"", **headers: str) -> bytes:
    """An answer in bytes; underscores in names of headers are hyphens."""
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{named}\r\n".encode("latin-1") + body


QUICK = Limits(interval=0.0, seconds=1.5, retries=1, longest_wait=0.3)


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web()
    server.listen()
    yield server
    server.close()


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(None) as opened:
        yield opened


@pytest.fixture
def run(web: Web, store: Store) -> Callable[..., Outlook]:
    """Observe URLs, with the fragments wanted of them; loopback is allowed unless a network is given."""

    def observe(wanted: Mapping[str, tuple[str, ...]], network: GuardedNetwork | None = None, **about: Any) -> Outlook:
        plan = Plan(**{"limits": QUICK, "allowed": (f"127.0.0.1:{web.port}",), **about})
        return observe_all(wanted, plan, store, network=network)

    return observe


@pytest.fixture
def see(run: Callable[..., Outlook]) -> Callable[..., Observation]:
    """Observe one URL."""

    def observe(url: str, *fragments: str, **about: Any) -> Observation:
        return run({url: fragments}, **about).observations[url]

    return observe
