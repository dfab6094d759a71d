"""The pictures of the README: what doclint prints for examples/failing, drawn as a terminal."""

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-03-02"
MOST = 60  # lines of a picture before the last paragraph, which says what it comes to

_COLORS = {"31": "#f47067", "32": "#8ddb8c", "33": "#f0b72f", "36": "#6cb6ff"}
_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_ROW, _COLUMN, _EDGE = 18, 8.4, 16


def check_picture() -> str:
    """The check of the example that does not pass."""
    return _drawn("doclint check .", _printed("check", "--today", TODAY, "--color", "always", "."))


def report_picture() -> str:
    """The audit of it."""
    return _drawn("doclint report .", _printed("report", "--today", TODAY, "--color", "always", "."))


def _printed(*arguments: str) -> str:
    environment = {**os.environ, "COLUMNS": "110"}
    with tempfile.TemporaryDirectory() as folder:  # outside the repository: its history is not in the picture
        shutil.copytree(ROOT / "examples/failing", folder, dirs_exist_ok=True)
        command = [sys.executable, "-m", "doclint", *arguments]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 1:
        raise SystemExit(f"doclint {arguments[0]} left with {done.returncode}: {done.stderr}")
    return done.stdout


def _drawn(command: str, text: str) -> str:
    body, _, closing = text.rstrip("\n").rpartition("\n\n")
    printed = body.split("\n")
    if len(printed) > MOST:
        printed = [*printed[:MOST], "\x1b[2m…\x1b[0m"]
    printed += ["", *closing.split("\n")]
    lines = [f"\x1b[2m$\x1b[0m {command}", "", *printed]
    plain = [_SGR.sub("", line) for line in lines]
    width = round(max(map(len, plain)) * _COLUMN + 2 * _EDGE)
    height = len(lines) * _ROW + 2 * _EDGE
    rows = [
        f'<text x="{_EDGE}" y="{_EDGE + (number + 0.75) * _ROW:g}" xml:space="preserve">{_spans(line)}</text>'
        for number, line in enumerate(lines)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
            f'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">',
            f"<title>What {command} prints for examples/failing</title>",
            f'<rect width="{width}" height="{height}" rx="8" fill="#1c2128"/>',
            '<g fill="#cdd9e5">',
            *rows,
            "</g>",
            "</svg>\n",
        ]
    )


def _spans(line: str) -> str:
    parts = _SGR.split(line)
    spans = [html.escape(parts[0])]
    for codes, text in zip(parts[1::2], parts[2::2], strict=True):
        style = codes.split(";")
        about = "".join(f' fill="{_COLORS[code]}"' for code in style if code in _COLORS)
        about += ' font-weight="bold"' if "1" in style else ""
        about += ' fill-opacity="0.6"' if "2" in style else ""
        spans.append(f"<tspan{about}>{html.escape(text)}</tspan>" if about and text else html.escape(text))
    return "".join(spans)
