"""A certificate that cannot be trusted is said, never looked over."""

import shutil
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from doclint.links.online import fetch
from doclint.links.online.guard import GuardedNetwork
from doclint.observation import Observation

from .conftest import Web, reply

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates are made with openssl")
NAME = "shop.bench"


CONFIG = """
[ca]
default_ca = here
[here]
new_certs_dir = .
database = index
serial = serial
default_md = sha256
policy = any
copy_extensions = copy
[any]
commonName = supplied
"""


def certificate(folder: Path, name: str, until: str) -> Path:
    """A certificate and its key, signed by itself, valid from 2020 until a day such as 20400101."""
    for file, content in (("config", CONFIG), ("index", ""), ("serial", "01\n")):
        (folder / file).write_text(content)
    request = [
        "req",
        "-new",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        f"/CN={name}",
        "-keyout",
        "key",
        "-out",
        "request",
    ]
    signed = ["ca", "-batch", "-selfsign", "-config", "config", "-keyfile", "key", "-in", "request", "-out", "signed"]
    dates = ["-startdate", "20200101000000Z", "-enddate", f"{until}000000Z"]
    for command in ([*request, "-addext", f"subjectAltName=DNS:{name}"], [*signed, *dates, "-notext"]):
        subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text((folder / "signed").read_text() + (folder / "key").read_text())
    return both


async def to_loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    ("name", "until", "trusted", "outcome", "note"),
    [
        pytest.param(NAME, "20400101", True, "alive", "", id="trusted"),
        pytest.param(NAME, "20400101", False, "tls", "self-signed certificate", id="self-signed"),
        pytest.param("other.bench", "20400101", True, "tls", "Hostname mismatch", id="for another host"),
        pytest.param(NAME, "20210101", True, "tls", "certificate has expired", id="expired"),
    ],
)
def test_a_certificate(
    web: Web,
    see: Callable[..., Observation],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    until: str,
    trusted: bool,
    outcome: str,
    note: str,
) -> None:
    file = certificate(tmp_path, name, until)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(file)
    if trusted:
        trust = ssl.create_default_context(cafile=str(file))
        monkeypatch.setattr(fetch, "_trust", lambda: trust)
    web.answers["/"] = reply("200 OK")

    found = see(f"https://{NAME}:{web.listen(serving)}/", network=GuardedNetwork({NAME}, to_loopback))

    assert found.outcome == outcome
    assert note in found.note


def test_a_server_of_another_age(web: Web, see: Callable[..., Observation], tmp_path: Path) -> None:
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        serving.minimum_version = serving.maximum_version = ssl.TLSVersion.TLSv1
    serving.load_cert_chain(certificate(tmp_path, NAME, "20400101"))

    found = see(f"https://{NAME}:{web.listen(serving)}/", network=GuardedNetwork({NAME}, to_loopback))

    assert (found.outcome, found.note) == ("tls", "no secure connection could be agreed on")
