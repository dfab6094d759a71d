"""
Rules as data: the YAML files doclint brings along, and those a project adds.

The first live in `rules/` of a checkout, and in `doclint/_rules` of an installed wheel. A project's own
are read by `discover` and `config`, and arrive here as text: nothing but data is ever loaded from it.
"""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from msgspec import convert

from doclint.errors import ConfigError
from doclint.located import LOADER

T = TypeVar("T")


def builtin_names(kind: str) -> tuple[str, ...]:
    """Names of the files doclint brings along of a kind (`doc-types`, `lexicons`, `presets`), without `.yaml`."""
    return tuple(sorted(path.stem for path in (_home() / kind).glob("*.yaml")))


def builtin(kind: str, name: str, shape: type[T]) -> T:
    """
    One of the files doclint brings along, as a value of this shape; a test has read them with more care.

    Raises:
        ConfigError: No such file.
    """
    return convert(_plain(yaml.compose(builtin_text(kind, name), Loader=LOADER)), shape, strict=False)


def _plain(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node and node.value


def builtin_text(kind: str, name: str) -> str:
    """
    One of the files doclint brings along, as it is.

    Raises:
        ConfigError: No such file.
    """
    try:
        return (_home() / kind / f"{name}.yaml").read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{kind}/{name}: {error.strerror}; known: {', '.join(builtin_names(kind))}") from error


@cache
def _home() -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"
