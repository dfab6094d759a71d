"""Nodes of YAML → typed values. Every error names file, line, key, what was expected and the nearest known name."""

import types
from collections.abc import Callable, Mapping, Sequence
from enum import EnumMeta
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import yaml

from doclint.errors import ConfigError
from doclint.spelling import nearest

T = TypeVar("T")

_NULL = {"", "~", "null", "Null", "NULL"}
_BOOLEAN = {"true": True, "false": False}
_LARGEST = 2**53
_EXPECTED = {
    str: "text",
    int: "a whole number from 0 on",
    float: "a number from 0 on",
    bool: "true or false",
    Any: "a value",
}


def typed(node: yaml.Node, shape: type[T], key: str = "") -> T:
    """
    A composed node as a value of this shape: structs, lists, mappings, literals, numbers, text.

    Its marks name the files; `key` is where it stands in its file.

    Raises:
        ConfigError: One line per mistake: `path:line:column: key: what is wrong`.
    """
    reader = _Reader()
    value = reader.read(node, shape, key)
    if reader.problems:
        raise ConfigError("\n".join(reader.problems))
    return value  # type: ignore[no-any-return]


def at(node: yaml.Node, key: str) -> str:
    """What a message about the value of a key begins with."""
    where = place(node)
    return f"{where}: {key}: " if key and node.start_mark.line >= 0 else f"{where}: "


def place(node: yaml.Node) -> str:
    """`file:line:column` of a node, only a name where there are no lines (the command line)."""
    mark = node.start_mark
    if mark.line < 0:
        return str(mark.name)
    return f"{mark.name}:{mark.line + 1}:{mark.column + 1}"


class _WrongError(Exception):
    """A node does not have the shape it should have: said where, by `_Reader.read`."""


class _Reader:
    """Reads on after a mistake, so that one run shows them all."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def read(self, node: yaml.Node, shape: Any, key: str) -> Any:
        """The value of a node; None, and a problem noted, where it is not of this shape."""
        try:
            return self._value(node, shape, key)
        except _WrongError as wrong:
            self._note(node, key, str(wrong))
            return None

    def _note(self, node: yaml.Node, key: str, what: str) -> None:
        self.problems.append(f"{at(node, key)}{what}")

    def _value(self, node: yaml.Node, shape: Any, key: str) -> Any:
        origin = get_origin(shape)
        if origin in (Union, types.UnionType):
            return self._value(node, _member(node, get_args(shape)), key)
        if shape is None or shape is types.NoneType:
            return None
        if isinstance(shape, type) and issubclass(shape, msgspec.Struct):
            return self._struct(_mapping(node), shape, key)
        if origin in (dict, Mapping):
            value_shape = get_args(shape)[1]
            return {name: self.read(value, value_shape, _under(key, name)) for name, value in self._items(node, key)}
        if origin in (tuple, list, frozenset, Sequence):
            item_shape = get_args(shape)[0]
            items = [self.read(item, item_shape, f"{key}[{place}]") for place, item in enumerate(_sequence(node))]
            return items if origin is list else frozenset(items) if origin is frozenset else tuple(items)
        if shape is Any and not isinstance(node, yaml.ScalarNode):
            return self._value(node, dict[str, Any] if isinstance(node, yaml.MappingNode) else list[Any], key)
        return _scalar(node, shape)

    def _items(self, node: yaml.Node, key: str) -> list[tuple[str, yaml.Node]]:
        found: dict[str, yaml.Node] = {}
        for name, value in _mapping(node).value:
            if not isinstance(name, yaml.ScalarNode):
                self._note(name, key, "a key must be text")
            elif name.value in found:
                self._note(name, _under(key, name.value), "stated twice")
            else:
                found[name.value] = value
        return list(found.items())

    def _struct(self, node: yaml.MappingNode, shape: type[msgspec.Struct], key: str) -> Any:
        fields, hints = _fields_of(shape)
        before = len(self.problems)
        given: dict[str, Any] = {}
        for name, value in self._items(node, key):
            if name in fields:
                given[fields[name].name] = self.read(value, hints[fields[name].name], _under(key, name))
            else:
                place = next(item for item, _ in node.value if item.value == name)
                self._note(place, _under(key, name), f"unknown key{nearest(name, fields)}")
        missing = [name for name, field in fields.items() if field.required and field.name not in given]
        if missing:
            raise _WrongError(f"needs {', '.join(map(repr, missing))}")
        if len(self.problems) > before:
            return None
        try:
            return shape(**given)
        except ValueError as error:  # from __post_init__: what the types cannot say
            raise _WrongError(str(error)) from error


@cache
def _fields_of(shape: type[msgspec.Struct]) -> tuple[dict[str, msgspec.structs.FieldInfo], dict[str, Any]]:
    return {field.encode_name: field for field in msgspec.structs.fields(shape)}, get_type_hints(shape)


def _under(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _member(node: yaml.Node, shapes: tuple[Any, ...]) -> Any:
    """The member of a union that a node of this kind can be."""
    if types.NoneType in shapes and isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULL:
        return None
    fits: Callable[[Any], bool]
    if isinstance(node, yaml.MappingNode):
        fits = lambda shape: get_origin(shape) in (dict, Mapping) or _is_struct(shape)  # noqa: E731
    elif isinstance(node, yaml.SequenceNode):
        fits = lambda shape: get_origin(shape) in (tuple, list, frozenset, Sequence)  # noqa: E731
    else:
        fits = lambda shape: _reads(node, shape)  # noqa: E731
    stated = [shape for shape in shapes if shape is not types.NoneType]
    return next((shape for shape in sorted(stated, key=lambda shape: shape is str) if fits(shape)), stated[0])


def _is_struct(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, msgspec.Struct)


def _reads(node: yaml.Node, shape: Any) -> bool:
    try:
        _scalar(node, shape)
    except (_WrongError, TypeError):
        return False
    return True


def _mapping(node: yaml.Node) -> yaml.MappingNode:
    if isinstance(node, yaml.MappingNode):
        return node
    if isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULL:
        return yaml.MappingNode("tag:yaml.org,2002:map", [], node.start_mark, node.end_mark)
    raise _WrongError(f"expected a mapping of keys to values, found {_described(node)}")


def _sequence(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    raise _WrongError(f"expected a list, found {_described(node)}")


def _described(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return repr(node.value)
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def _scalar(node: yaml.Node, shape: Any) -> Any:
    if get_origin(shape) is Literal:
        return _one_of(node, {str(value): value for value in get_args(shape)})
    if isinstance(shape, EnumMeta):
        return _one_of(node, {str(value.value): value for value in shape})  # type: ignore[var-annotated]
    if isinstance(node, yaml.ScalarNode):
        if shape is str:
            return node.value
        plain = node.value if not node.style else None
        if shape is Any:
            return node.value if plain is None else _guessed(plain)
        if shape is bool and plain is not None and plain.lower() in _BOOLEAN:
            return _BOOLEAN[plain.lower()]
        if shape in (int, float) and plain is not None:
            number = _number(plain.replace("_", ""), shape)
            if number is not None:
                return number
    raise _WrongError(f"expected {_EXPECTED.get(shape, 'a single value')}, found {_described(node)}")


def _number(plain: str, shape: type[int] | type[float]) -> int | float | None:
    """What settings count is never negative, and every reader of JSON can tell it from its neighbours."""
    try:
        number = shape(plain)
    except ValueError:
        return None
    return number if 0 <= number <= _LARGEST else None


def _one_of(node: yaml.Node, values: dict[str, Any]) -> Any:
    if isinstance(node, yaml.ScalarNode) and node.value in values:
        return values[node.value]
    hint = nearest(node.value, values) if isinstance(node, yaml.ScalarNode) else ""
    raise _WrongError(f"expected one of {', '.join(values)}, found {_described(node)}{hint if 'mean' in hint else ''}")


def _guessed(plain: str) -> Any:
    """Plain YAML where nobody has said what is expected: as YAML 1.2 reads it, dates stay text."""
    if plain in _NULL:
        return None
    if plain.lower() in _BOOLEAN:
        return _BOOLEAN[plain.lower()]
    for number in (int, float):
        try:
            return number(plain)
        except ValueError:
            continue
    return plain
