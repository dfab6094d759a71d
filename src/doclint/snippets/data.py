"""YAML, JSON and TOML. What is meant as a fragment, a template or an excerpt is not held to the grammar of a file."""

import json
import re
import tomllib
from typing import Any

import yaml

from doclint.snippets.problem import Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEMPLATE = re.compile(r"\{\{|\{%|<%|\$\{|<[A-Za-z][\w .:/|-]*>|%[A-Z_]+%")
_LEFT_OUT = re.compile(
    r"^[ \t]*(?:[-#]?[ \t]*|//[ \t]*)(?:\.\.\.|…|\[\.\.\.\]|<snip>)[^\n]*$", re.MULTILINE | re.IGNORECASE
)
_COMMENT = re.compile(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/|(?:^|(?<=[ \t]))#[^\n]*', re.DOTALL | re.MULTILINE)
_TRAILING_COMMA = re.compile(r'("(?:\\.|[^"\\\n])*")|,(?=\s*[\]}])')
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot redefine")
_DEEPEST = 200


def problem(language: str, content: str) -> Problem | None:
    """What the parser of the language says against a block."""
    found = _PARSERS[language](content)
    if found is None or _TEMPLATE.search(content):
        return None
    if not _LEFT_OUT.search(content):
        return found
    shorter = _LEFT_OUT.sub("", content)
    ends_early = _LEFT_OUT.search(content.rstrip().rpartition("\n")[2])
    return None if ends_early else _PARSERS[language](shorter) and found


def _yaml(content: str) -> Problem | None:
    depth = 0
    try:
        for event in yaml.parse(content, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Problem(mark.line + 1 if mark else 1, error.problem or str(error.context))
    except yaml.YAMLError as error:
        return Problem(1, str(error).split("\n")[0])
    return None


def _json(content: str) -> Problem | None:
    if _json_values(content) is None:
        return None
    bare = _TRAILING_COMMA.sub(_string_of, _COMMENT.sub(_string_of, content))  # as JSONC and JSON5 allow
    found = _json_values(bare)
    if found and bare.lstrip().startswith('"'):  # members without their braces
        return _json_values("{" + bare.rstrip().rstrip(",") + "}") and found
    return found


def _string_of(match: re.Match[str]) -> str:
    """Only what is in a string stays."""
    return match[1] or ""


def _json_values(content: str) -> Problem | None:
    """One value or several in a row, as in a log or a stream."""
    decoder = json.JSONDecoder(strict=False)
    place = _after_space(content, 0)
    while place < len(content):
        try:
            _, place = decoder.raw_decode(content, place)
        except json.JSONDecodeError as error:
            return Problem(error.lineno, error.msg[:1].lower() + error.msg[1:])
        except RecursionError:
            return None
        place = _after_space(content, place)
    return None


def _after_space(content: str, place: int) -> int:
    while place < len(content) and content[place] in " \t\n,":
        place += 1
    return place


def _toml(content: str) -> Problem | None:
    try:
        tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        why, _, place = str(error).partition(" (at ")
        if why.startswith(_TWICE) and _COMMENT.search(content):
            return None  # one way and another, each under its comment
        line = re.search(r"line (\d+)", place)
        return Problem(int(line[1]) if line else content.count("\n") + 1, why[:1].lower() + why[1:])
    except RecursionError:
        return None
    return None


_PARSERS = {"yaml": _yaml, "json": _json, "toml": _toml}
