"""What a server sends does not become what we hold."""

import subprocess
import sys
import textwrap

import pytest

from .conftest import Web, reply

RUN = """
    import pathlib, re, sys
    from doclint.links.online.polite import Limits
    from doclint.links.online.run import Plan, observe_all
    from doclint.links.online.store import open_store

    wanted = {f"{sys.argv[1]}?{number}": ("gone",) for number in range(20)}
    with open_store(None) as store:
        limits = Limits(per_host=20, interval=0.0, seconds=5.0)
        outlook = observe_all(wanted, Plan(limits=limits, allowed=("127.0.0.1",)), store)
    outcomes = {each.outcome for each in outlook.observations.values()}
    status = pathlib.Path("/proc/self/status").read_text()  # getrusage would count the parent before exec
    print(*outcomes, int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is read from /proc")
@pytest.mark.parametrize("kind", ["endless", "bomb"])
def test_twenty_at_once_stay_under_200_mib(web: Web, kind: str) -> None:
    import asyncio
    import gzip

    bomb = reply("200 OK", gzip.compress(b"\0" * 100_000_000, 1), Content_Type="text/html", Content_Encoding="gzip")

    async def answer(request: object, writer: asyncio.StreamWriter) -> None:
        if kind == "bomb":
            writer.write(bomb)
            await writer.drain()
            return
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"<p>more</p>" * 5000)
            await writer.drain()

    for number in range(20):
        web.answers[f"/x?{number}"] = answer
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(RUN), web.url("/x")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    outcome, mebibytes = done.stdout.split()
    assert outcome == "alive"
    assert int(mebibytes) < 200
