"""
Bash, judged by bash.

A process for every block would cost more than all the rest of a check. tree-sitter reads them all in this process and
finds the few that look wrong; only those are shown to `bash -n`, which parses and never runs, and whose word counts.
Without tree-sitter every block goes to bash; without bash nothing is judged.
"""

import os
import re
import subprocess
from functools import cache
from typing import Any

from doclint.model import Severity
from doclint.rare import rare
from doclint.snippets.problem import Problem

_SECONDS = 5
_PARSE = ("--norc", "--noprofile", "-O", "extglob", "-n")
_ERROR = rare(r"line (\d+): (.*)")
_OPEN_END = rare(r"[<>][ \t]*$|^[ \t]*[})\]]+[ \t]*$", re.MULTILINE)  # what tree-sitter forgives
_PLACEHOLDER = rare(r"<(?:[A-Za-z][^<>\n]*|\.\.\.)>")
_SYNOPSIS = rare(r"\[[<-]|\.\.\. ?\]|\]\.\.\.|>\.\.\.")  # the grammar of a command: <name> [-f] [<file> ...]
_GLYPHS = rare(r"[\u2500-\u257f\u2713\u2714\u2717\u25a0-\u25ff]|^[ \t|]*[+`]-- |^@@ |^diff --git ", re.MULTILINE)
_SPOKEN = rare(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?:[A-Z][\w.-]*(?![\w=(])|\d+[.)]|\[\w+\])[ \t:\n]")
_COMMANDS = (
    "alias apt apt-get aws awk az bash brew cargo cat cd chmod chown cp crontab curl cut date dd df dig docker du echo",
    "eval exec export find gcloud gh git go grep gunzip gzip head helm jq kill kubectl ln ls make mkdir mv nc node npm",
    "npx oc openssl pip pip3 pnpm poetry printf psql python python3 rm rsync scp sed sh sleep source ssh sudo",
    "systemctl tail tar tee terraform touch unset uv watch wget xargs yarn",
)
_KEYWORDS = "if then else elif fi for while until do done case esac function set env test time"
_STARTS = r"^[ \t]*(?:{})(?![\w(.:=-])"
_KNOWN = rare(_STARTS.format("|".join(" ".join(_COMMANDS).split())), re.MULTILINE)
_COMMAND = rare(  # what is hardly seen but in a shell: these words, options, variables, pipes
    rf"{_KNOWN.pattern}|{_STARTS.format('|'.join(_KEYWORDS.split()))}"
    r"|[ \t]--?[A-Za-z]|\$[({A-Za-z?]|[ \t](?:\|\|?|&&)[ \t]|\\$",
    re.MULTILINE,
)
_DIALOGUE = rare(r"^[ \t]*(?:\([\w.-]+\)|[\w.:@-]+(?:\[\w+\])?>)[ \t]+\S", re.MULTILINE)  # (gdb) · mysql>
_ONLY_CLOSES = rare(r"[ \t;)}\]]*")
_LAST_WORD = rare(_PLACEHOLDER.pattern + r"(?=[ \t]*(?:$|[;|&)<>]))", re.MULTILINE)


def problem(language: str, content: str) -> Problem | None:
    """What bash says against a block."""
    if bash_path() is None or not _looks_wrong(content) or _is_output(content):
        return None
    found = _placeholder(content) or _verdict(content)
    if found is None:
        return None
    if _SYNOPSIS.search(content):
        return Problem(found.line, "this is the grammar of a command, not a command", Severity.INFO)
    if _DIALOGUE.search(content):
        return Problem(found.line, "what another program is told stands among the commands", Severity.INFO)
    return found


def _is_output(content: str) -> bool:
    """Is this what commands print: drawings, ticks, sentences?"""
    return _GLYPHS.search(content) is not None or _SPOKEN.match(content) is not None


def _placeholder(content: str) -> Problem | None:
    """
    The `<name>` at the end of a command that is all that keeps a block from being parsed.

    Bash reads `<name` as a redirection and finds nothing after the `>`; with a word in place of it the block is fine.
    """
    parser = _parser()
    match = _LAST_WORD.search(content)
    if parser is None or match is None:
        return None
    tree = parser.parse(_PLACEHOLDER.sub(lambda found: "_" * len(found[0]), content).encode("utf-8", "replace"))
    place = len(content[: match.start()].encode("utf-8", "replace"))
    node = tree.root_node.descendant_for_byte_range(place, place + 1)
    if tree.root_node.has_error or node is None or node.type not in ("word", "command_name"):
        return None
    return Problem(
        content.count("\n", 0, match.start()) + 1, f"bash reads {match[0].strip()} as a redirection", Severity.INFO
    )


@cache
def bash_path() -> str | None:
    """Where bash is, None when it is not; never from the folder we are in."""
    return next((path for path in candidates() if os.access(path, os.X_OK)), None)


def candidates() -> list[str]:
    """Where bash may be, the first one that is there counts."""
    folders = (*os.defpath.split(os.pathsep), *os.environ.get("PATH", "").split(os.pathsep))
    return [os.path.join(folder, "bash") for folder in folders if os.path.isabs(folder)]


def _looks_wrong(content: str) -> bool:
    parser = _parser()
    if parser is None or _OPEN_END.search(content):
        return True
    return bool(parser.parse(content.encode("utf-8", "replace")).root_node.has_error)


@cache
def _parser() -> Any:
    try:
        import tree_sitter_bash
        from tree_sitter import Language, Parser

        return Parser(Language(tree_sitter_bash.language()))
    except (ImportError, ValueError):  # not there, or of versions that do not know each other
        return None


def _verdict(content: str) -> Problem | None:
    path = bash_path()
    assert path is not None  # asked before
    try:
        done = subprocess.run(
            [path, *_PARSE],
            input=content.encode("utf-8", "replace"),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            cwd="/",
            env={"LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = _ERROR.search(done.stderr.decode("utf-8", "replace"))
    if done.returncode == 0 or match is None:
        return None
    line, why = int(match[1]), match[2]
    return Problem(line, why, Severity.ERROR if _is_command(content, line, why) else Severity.WARNING)


def _is_command(content: str, number: int, why: str) -> bool:
    """Is this to be pasted into a shell: no query, no output, nothing to fill in? The end of a block says nothing."""
    lines = content.split("\n")
    line = lines[min(number, len(lines)) - 1]
    if "end of file" in why or "EOF" in why:
        line = content
    elif _ONLY_CLOSES.fullmatch(line):
        return _KNOWN.search(content) is not None
    return _COMMAND.search(line) is not None and not _PLACEHOLDER.search(line)
