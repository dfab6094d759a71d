"""
Where settings come from: files, what they extend, the command line.

A layer is a tree of nodes whose marks name their file. Merged trees keep their marks: every value of the
result still knows the file and the line that stated it.
"""

import os
from pathlib import Path

import yaml

from doclint.config.source import Source
from doclint.errors import ConfigError
from doclint.located import compose_yaml
from doclint.located.toml import compose_toml
from doclint.packs import builtin_names, builtin_text
from doclint.spelling import nearest
from doclint.typed import place

NAMES = ("doclint.yaml", ".doclint.yaml", ".config/doclint.yaml", "pyproject.toml")
_LONGEST_CHAIN = 10
_LARGEST = 1_000_000  # bytes


def found_upwards(start: Path, top: Path, source: Source) -> Path | None:
    """The nearest settings file in this folder or those above it, `top` being the last."""
    for folder in (start, *start.parents):
        for name in NAMES:
            file = folder / name
            if source.has(file) and (name != "pyproject.toml" or _speaks_of_doclint(file, source)):
                return file
        if folder == top:
            break
    return None


def _speaks_of_doclint(pyproject: Path, source: Source) -> bool:
    try:
        return b"[tool.doclint" in source.read(pyproject)
    except OSError:
        return False


def read_layers(file: Path, top: Path, source: Source) -> yaml.MappingNode:
    """
    A settings file on top of all it extends, merged.

    Raises:
        ConfigError: One of them cannot be read, is not data, or extends itself.
    """
    return _with_what_it_extends(_read_file(file, top, source), file.parent, top, source, (str(file),))


def merged(below: yaml.MappingNode, above: yaml.MappingNode) -> yaml.MappingNode:
    """Tables are merged key by key; anything else that is stated above replaces what is below."""
    found = {key.value: (key, value) for key, value in below.value}
    for key, value in above.value:
        under = found.get(key.value, (None, None))[1]
        if isinstance(value, yaml.MappingNode) and isinstance(under, yaml.MappingNode):
            value = merged(under, value)
        found[key.value] = (key, value)
    return yaml.MappingNode(above.tag, list(found.values()), above.start_mark, above.end_mark)


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key, None when there is none."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """What a list holds, nothing if it is none."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def words(node: yaml.Node | None) -> list[yaml.ScalarNode]:
    """The single values in a list."""
    return [item for item in items(node) if isinstance(item, yaml.ScalarNode)]


def pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """The keys of a mapping with their values, nothing if it is none."""
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def yaml_root(text: str, name: str) -> yaml.Node | None:
    """
    The node of a YAML text, None when it is empty.

    Raises:
        ConfigError: Not YAML, or too much of it; the message has the name, where possible line and column.
    """
    try:
        return compose_yaml(text, name)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise ConfigError(f"{name}{at}: not YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigError(f"{name}: not YAML: {error}") from error
    except ValueError as error:  # YAML, but more of it than settings need
        raise ConfigError(f"{name}: {error}") from error


def _read_file(file: Path, top: Path, source: Source) -> yaml.MappingNode:
    name = file.relative_to(top).as_posix() if file.is_relative_to(top) else str(file)
    if source.ref:
        name = f"{source.ref}:{name}"
    try:
        raw = source.read(file)
        if len(raw) > _LARGEST:
            raise ConfigError(f"{name}: larger than {_LARGEST:,} bytes")
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 at byte {error.start:,}") from error
    if file.suffix == ".toml":
        root: yaml.Node | None = compose_toml(text, name)
        if file.name == "pyproject.toml":
            root = child(child(root, "tool"), "doclint")
    else:
        root = yaml_root(text, name)
    if root is None:
        mark = yaml.Mark(name, 0, 0, 0, None, 0)
        root = yaml.MappingNode("tag:yaml.org,2002:map", [], mark, mark)
    if not isinstance(root, yaml.MappingNode):
        raise ConfigError(f"{place(root)}: expected a mapping of keys to values")
    return root


def _with_what_it_extends(
    root: yaml.MappingNode, folder: Path, top: Path, source: Source, chain: tuple[str, ...]
) -> yaml.MappingNode:
    extended: yaml.MappingNode | None = None
    for stated in words(child(root, "extends")):
        layer = _extended_layer(stated, folder, top, source, chain)
        extended = merged(extended, layer) if extended else layer
    return merged(extended, root) if extended else root


def _extended_layer(
    stated: yaml.ScalarNode, folder: Path, top: Path, source: Source, chain: tuple[str, ...]
) -> yaml.MappingNode:
    name = stated.value
    if name in builtin_names("presets"):
        preset = yaml_root(builtin_text("presets", name), f"preset {name}")
        assert isinstance(preset, yaml.MappingNode)  # ours
        return preset
    file = Path(os.path.normpath(folder / name))
    if not name.endswith((".yaml", ".yml", ".toml")):
        presets = ", ".join(builtin_names("presets"))
        hint = nearest(name, builtin_names("presets"))
        raise ConfigError(f"{place(stated)}: extends: no preset '{name}' (known: {presets}), and not a file name{hint}")
    if not file.resolve().is_relative_to(top.resolve()):
        raise ConfigError(f"{place(stated)}: extends: {name} is outside {top}")
    if str(file) in chain:
        raise ConfigError(f"{place(stated)}: extends: {name} extends itself")
    if len(chain) == _LONGEST_CHAIN:
        raise ConfigError(f"{place(stated)}: extends: more than {_LONGEST_CHAIN} files deep")
    try:
        root = _read_file(file, top, source)
    except ConfigError as error:
        raise ConfigError(f"{place(stated)}: extends: {error}") from error
    return _with_what_it_extends(root, file.parent, top, source, (*chain, str(file)))
