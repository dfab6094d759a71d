"""
Names and addresses without a stand-in: in a network of its own, the system's resolver asks a name server.

There the public address is really one of this machine's, and an IPv6 address really swallows packets.
"""

import json
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

PUBLIC = "93.184.215.14"
SIX = "2606:4700::1111"

SET_UP = f"""
    set -e
    ip link set lo up
    ip addr add {PUBLIC}/32 dev lo
    ip -6 addr add {SIX}/128 dev lo nodad
    printf 'nameserver 127.0.0.1\\n' > "$1"
    mount --bind "$1" /etc/resolv.conf
    exec "$2" "$3"
"""

RUN = f"""
    import asyncio, collections, json, socket, threading
    from doclint.links.online import guard
    from doclint.links.online.polite import Limits
    from doclint.links.online.run import Plan, observe_all
    from doclint.links.online.store import open_store

    guard._SECONDS_PER_ADDRESS = 0.5
    A, AAAA = 1, 28
    NAMES = {{  # one answer for each time that is asked, the last one from then on
        (b"rebind.com", A): [["{PUBLIC}"], ["127.0.0.1"]],
        (b"two.com", A): [["{PUBLIC}", "10.0.0.1"]],
        (b"six.com", A): [["{PUBLIC}"]],
        (b"six.com", AAAA): [["{SIX}"]],
        (b"mapped.com", AAAA): [["::ffff:127.0.0.1"]],
    }}

    def serve_names(udp):
        while True:
            query, client = udp.recvfrom(512)
            end, labels = 12, []
            while query[end]:
                labels.append(query[end + 1 : end + 1 + query[end]])
                end += 1 + query[end]
            kind = int.from_bytes(query[end + 1 : end + 3], "big")
            name = b".".join(labels)
            answers = NAMES.get((name, kind), [[]])
            found = answers.pop(0) if len(answers) > 1 else answers[0]
            status = 0 if any(name == known for known, _ in NAMES) else 3
            reply = query[:2] + bytes([0x81, 0x80 | status, 0, 1, 0, len(found), 0, 0, 0, 0]) + query[12 : end + 5]
            for address in found:
                packed = socket.inet_pton(socket.AF_INET if kind == A else socket.AF_INET6, address)
                reply += b"\\xc0\\x0c" + kind.to_bytes(2, "big") + b"\\0\\1\\0\\0\\0\\0"  # name, kind, class, age
                reply += len(packed).to_bytes(2, "big") + packed
            udp.sendto(reply, client)

    requests = collections.Counter()

    def serve_pages(server):
        while True:
            client, _ = server.accept()
            head = client.recv(4096)
            requests[server.getsockname()[0]] += 1
            if b"Host: rebind.com" not in head:  # there HEAD fails, so GET looks the name up again
                client.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n")
            client.close()

    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(("127.0.0.1", 53))
    threading.Thread(target=serve_names, args=(udp,), daemon=True).start()
    for address in ("{PUBLIC}", "127.0.0.1"):
        threading.Thread(target=serve_pages, args=(socket.create_server((address, 80)),), daemon=True).start()
    swallowing = socket.create_server(("{SIX}", 80), family=socket.AF_INET6, backlog=0)
    held = socket.create_connection(("{SIX}", 80))  # fills the queue, so that packets of others are dropped
    assert asyncio.run(guard.resolve("six.com", 80))[0] == "{SIX}"

    wanted = {{f"http://{{name}}.com/": () for name in ("rebind", "two", "six", "mapped", "gone")}}
    with open_store(None) as store:
        outlook = observe_all(wanted, Plan(limits=Limits(interval=0.0, seconds=5.0)), store)
    outcomes = {{url[7:-5]: each.outcome for url, each in outlook.observations.items()}}
    print(json.dumps([outcomes, requests["{PUBLIC}"], requests["127.0.0.1"]]))
"""


def test_what_names_resolve_to_is_checked_when_connecting(tmp_path: Path) -> None:
    if not shutil.which("unshare") or not shutil.which("ip"):
        pytest.skip("needs unshare and ip")
    (tmp_path / "run.py").write_text(textwrap.dedent(RUN))
    alone = ["unshare", "--user", "--map-root-user", "--net", "--mount"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this user may not make a network of its own")

    script = [textwrap.dedent(SET_UP), "sh", str(tmp_path / "resolv.conf"), sys.executable, str(tmp_path / "run.py")]
    done = subprocess.run([*alone, "sh", "-c", *script], capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 0, done.stderr
    outcomes, public, private = json.loads(done.stdout)
    assert outcomes == {
        "rebind": "refused",
        "two": "refused",
        "six": "alive",
        "mapped": "refused",
        "gone": "unknown-host",
    }
    assert (public, private) == (2, 0)
