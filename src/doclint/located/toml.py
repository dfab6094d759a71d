"""TOML as the same nodes that YAML gives, so that the same code checks both and every key knows its line."""

import re
from typing import Any

import yaml

from doclint.errors import ConfigError
from doclint.rare import rare

Path = tuple[str | int, ...]

NOWHERE = (-1, -1)  # the place of data that is in no file

_TABLE = rare(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_PART = rare(r"""[\w-]+|"[^"]*"|'[^']*'""")
_KEY = rare(rf"\s*((?:{_PART.pattern})(?:\s*\.\s*(?:{_PART.pattern}))*)\s*=\s*")


def compose_toml(text: str, name: str) -> yaml.MappingNode:
    """
    The tables of a TOML text as nodes.

    Raises:
        ConfigError: Not TOML.
    """
    import tomllib  # most projects have no such settings

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        at = "".join(f":{number}" for number in re.findall(r"\d+", place))
        raise ConfigError(f"{name}{at}: not TOML: {message[:1].lower()}{message[1:]}") from error
    except RecursionError as error:
        raise ConfigError(f"{name}: not TOML: nested too deep") from error
    node = nodes_of(data, name, _places(text))
    assert isinstance(node, yaml.MappingNode)  # a TOML file is a table
    return node


def nodes_of(
    data: Any,
    name: str,
    places: dict[Path, tuple[int, int]] | None = None,
    path: Path = (),
    at: tuple[int, int] = (0, 0),
) -> yaml.Node:
    """Plain data as nodes; what has no place of its own is where it is held."""
    line, column = at = (places or {}).get(path, at)
    mark = yaml.Mark(name, 0, line, column, None, 0)

    def inner(key: str | int, value: Any) -> yaml.Node:
        return nodes_of(value, name, places, (*path, key), at)

    if isinstance(data, dict):
        pairs = [(_key(key, inner(key, None)), inner(key, value)) for key, value in data.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, mark, mark)
    if isinstance(data, list | tuple):
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [inner(*pair) for pair in enumerate(data)], mark, mark)
    style = "'" if isinstance(data, str) else None
    text = "" if data is None else str(data).lower() if isinstance(data, bool) else str(data)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, mark, mark, style)


def _key(key: str, place: yaml.Node) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", key, place.start_mark, place.end_mark)


def _places(text: str) -> dict[Path, tuple[int, int]]:
    """0-based line and column of tables and keys, which tomllib does not tell."""
    places: dict[Path, tuple[int, int]] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    quote = ""
    for number, line in enumerate(text.split("\n")):
        if quote:
            quote = "" if quote in line else quote
            continue
        if heading := _TABLE.match(line):
            table = _parts(heading.group(2))
            places.setdefault(table, (number, 0))
            if heading.group(1) == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            places.setdefault(table, (number, 0))
        elif key := _KEY.match(line):
            places.setdefault((*table, *_parts(key.group(1))), (number, key.start(1)))
        quote = next((mark for mark in ('"""', "'''") if line.count(mark) == 1), "")
    return places


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
