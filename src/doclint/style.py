"""
Formatting rules: rumdl's, run when a rule named MD… is asked for, and reported with all others.

Its codes are kept, and chosen, graded and suppressed like ours. What we judge ourselves, and better, is not
asked of it unless a rule is named in full. Its own settings files count; code-block tools are never run.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.json import decode, encode

from doclint.errors import DoclintError
from doclint.model import Confidence, Edit, Finding, Fix, Severity, Span
from doclint.rule import PipelineRule
from doclint.settings import Settings

# Headings, links, code languages, encoding: DL1, DL2, DL3, DL7 and DL0 have them.
_OURS = {
    "MD001",
    "MD024",
    "MD025",
    "MD040",
    "MD042",
    "MD051",
    "MD052",
    "MD053",
    "MD057",
    "MD074",
    "MD082",
    "MD087",
    "MD094",
}
_SEVERITY = {"error": Severity.WARNING, "warning": Severity.WARNING, "info": Severity.INFO}  # never stops a reader


def is_asked_for(settings: Settings) -> bool:
    """Does anything in the settings select a formatting rule?"""
    return any(name.upper().startswith("MD") for name in (*settings.select, *settings.extend_select))


def style_rules(settings: Settings) -> tuple[PipelineRule, ...]:
    """
    The formatting rules that may be selected, none unless one is asked for.

    Raises:
        DoclintError: One is, and rumdl is not installed.
    """
    if not is_asked_for(settings):
        return ()
    named = {name.upper() for name in (*settings.select, *settings.extend_select)}
    return tuple(rule for rule in _known_rules() if rule.code not in _OURS or rule.code in named)


def style_findings(
    paths: Iterable[str],
    read: Callable[[str], bytes],
    rules: Iterable[str],
    options: dict[str, dict[str, Any]],
    root: Path,
) -> list[tuple[str, tuple[str, Finding]]]:
    """
    What rumdl finds in documents: path, code, finding.

    Args:
        paths: Of the documents.
        read: Their bytes: what is judged is what doclint judges, also while a file is edited.
        rules: Codes.
        options: By code, on top of rumdl's own settings.
        root: Where rumdl looks for those.
    """
    contents = dict(_readable(paths, read))
    given = b"".join(path.encode() + b"\0" + raw + b"\0" for path, raw in contents.items())
    inline = [
        f"{code}.{key} = {encode(value).decode()}" for code, stated in options.items() for key, value in stated.items()
    ]
    inline.append("code-block-tools.enabled = false")
    command = ["check", "--stdin-batch", "--no-cache", "--output-format", "json"]
    command += ["--enable", ",".join(rules), *(word for text in inline for word in ("--config", text))]
    rows = decode(_rumdl(command, root, given) or b"[]")
    return [
        (row["file"], (row["rule"], _finding(row["file"], contents[row["file"]], row)))
        for row in rows
        if row["file"] in contents and row["rule"] in set(rules)
    ]


def _readable(paths: Iterable[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """Documents that rumdl can take; what is wrong with the others is reported already."""
    for path in paths:
        try:
            raw = read(path)
            f"{path}{raw.decode()}".encode()
        except (OSError, ValueError):
            continue
        if b"\0" not in raw:
            yield path, raw


def _finding(path: str, raw: bytes, row: dict[str, Any]) -> Finding:
    line, column = max(row["line"], 1), max(row["column"], 1)
    fix = None
    if row.get("fix"):
        start, end = row["fix"]["range"]["start"], row["fix"]["range"]["end"]
        span = Span(*_place(raw, start), *_place(raw, end))
        text = row["fix"]["replacement"].replace("\r\n", "\n")
        fix = Fix(f"{row['rule']}: {row['message']}", (Edit(path, span, text),))
    return Finding(
        span=Span(line, column, line, column),
        message=row["message"],
        severity=_SEVERITY.get(row["severity"]),
        fix=fix,
    )


def _place(raw: bytes, offset: int) -> tuple[int, int]:
    before = raw[:offset].removeprefix(b"\xef\xbb\xbf")
    lines = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return len(lines), len(lines[-1].decode("utf-8", "replace")) + 1


@cache
def _known_rules() -> tuple[PipelineRule, ...]:
    rows = decode(_rumdl(["rule", "--output-format", "json"], Path(), b""))
    return tuple(
        PipelineRule(
            code=row["code"],
            name=f"md-{row['name']}",  # ours may have the same name
            severity=Severity.WARNING,
            confidence=Confidence.HIGH,
            summary=row["summary"],
            reason=f"A formatting rule of rumdl: {row['url']}",
            default=False,
            bad="",
            good="",
        )
        for row in rows
    )


def _rumdl(arguments: list[str], folder: Path, given: bytes) -> bytes:
    import shutil  # these cost more than all else that a run without rumdl imports here
    import subprocess

    beside = Path(sys.executable).with_name("rumdl")
    program = str(beside) if beside.exists() else shutil.which("rumdl")
    if not program:
        raise DoclintError("rules named MD… are those of rumdl, which is not installed: pip install 'doclint[style]'")
    done = subprocess.run([program, *arguments], cwd=folder, input=given, capture_output=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        raise DoclintError(f"rumdl: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout
