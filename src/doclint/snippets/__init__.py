"""
Does a code example parse? One question for every language; the answer says where and why not.

Examples are only ever parsed. The one thing that leaves this process is `bash -n`, see `shell`. Answers are
remembered by content: documentation repeats itself.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from doclint.snippets.problem import Problem

__all__ = ["Problem", "is_transcript", "language_named", "problem_in", "unavailable"]

_LONGEST = 100_000  # characters; longer blocks are data, not examples
_MODULES = {
    "bash": "shell",
    "yaml": "data",
    "json": "data",
    "toml": "data",
    "python": "python",
    "promql": "promql",
}
_NAMES = {
    **dict.fromkeys(("bash", "sh", "shell", "shellscript", "shell-script"), "bash"),
    **dict.fromkeys(("yaml", "yml"), "yaml"),
    **dict.fromkeys(("json", "jsonc", "jsonl", "ndjson"), "json"),
    "toml": "toml",
    "promql": "promql",
    **dict.fromkeys(("python", "py", "python3", "py3"), "python"),
}
_PROMPT = re.compile(
    r"\s*(?:>>> |> |% |PS [^>\n]*> |In \[\d+\]:|(?:\([\w.-]+\) )?\[?[\w.-]+@[\w.-]+[^\n]{0,60}[$#%>] )"
)
_DOLLAR = re.compile(r"^[ \t]*\$[ \t]+\S", re.MULTILINE)


def language_named(name: str) -> str:
    """The language whose parser reads blocks of this name, empty when there is none."""
    return _NAMES.get(name, "")


def unavailable(language: str) -> str:
    """Why blocks of a language that is usually checked cannot be on this machine; empty if they can."""
    if language != "bash":
        return ""
    from doclint.snippets.shell import bash_path

    return "" if bash_path() else "there is no bash here"


def is_transcript(content: str) -> bool:
    """Is this what a terminal showed, prompts and answers, rather than something to run?"""
    return _PROMPT.match(content) is not None or ("$" in content and _DOLLAR.search(content) is not None)


@lru_cache(maxsize=4096)
def problem_in(language: str, content: str) -> Problem | None:
    """Why a block does not parse; None when it does, when it is no complete example, or when nobody here can tell."""
    if len(content) > _LONGEST or is_transcript(content):
        return None
    parse: Callable[[str, str], Problem | None] = import_module(f"doclint.snippets.{_MODULES[language]}").problem
    return parse(language, content)
