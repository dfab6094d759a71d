"""Other Markdown tools of a project: what their settings leave alone, what builds sites of the documents."""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import yaml

from doclint.links.sites import sites_of
from doclint.located import compose_yaml
from doclint.project import Project
from doclint.typed import typed

_IGNORE_FILES = (".markdownlintignore", ".remarkignore", ".textlintignore")
_LISTS = {  # the key that holds patterns to leave alone, by the name of the file
    ".markdownlint-cli2.yaml": ("ignores",),
    ".markdownlint-cli2.jsonc": ("ignores",),
    ".rumdl.toml": ("global", "exclude"),
    "rumdl.toml": ("global", "exclude"),
}
_COMMENT = re.compile(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)


def left_alone(project: Project) -> dict[str, tuple[str, ...]]:
    """Patterns of files that other tools leave alone, by the file that says so."""
    found = {}
    for name in (*_IGNORE_FILES, *_LISTS):
        text = (project.read(name) or b"").decode("utf-8", "replace") if name in project.tree.files else ""
        patterns = tuple(dict.fromkeys(_lines(text) if name in _IGNORE_FILES else _listed(name, text)))
        if patterns:
            found[name] = patterns
    return found


def generators(project: Project) -> dict[str, str]:
    """What builds sites of these documents, by the folder it builds them from."""
    return {site.folder or ".": site.generator for site in project.ask(sites_of)}


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _listed(name: str, text: str) -> Iterator[str]:
    try:
        value = _read(name, text)
    except (ValueError, yaml.YAMLError, RecursionError):
        return  # not ours to complain about
    for key in _LISTS[name]:
        value = value.get(key) if isinstance(value, dict) else None
    yield from (pattern for pattern in value if isinstance(pattern, str)) if isinstance(value, list) else ()


def _read(name: str, text: str) -> object:
    if name.endswith(".toml"):
        return tomllib.loads(text)
    if name.endswith(".jsonc"):
        return json.loads(_COMMENT.sub(lambda match: match.group(1) or "", text) or "null")
    node = compose_yaml(text, name)
    return typed(node, dict[str, Any]) if node else None
