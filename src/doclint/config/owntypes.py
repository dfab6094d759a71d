"""Document types named in settings: every one must exist, and no type may extend itself."""

from collections.abc import Iterator

import yaml

from doclint.config.layers import child, items
from doclint.doctypes.library import builtin_types, extended
from doclint.errors import ConfigError
from doclint.settings import Settings
from doclint.spelling import nearest
from doclint.typed import place


def check_types(root: yaml.MappingNode, settings: Settings) -> None:
    """
    Refuse unknown types, circles, and sections that are to be inside a section the type does not have.

    Raises:
        ConfigError: One line per mistake.
    """
    problems = list(_wrong(root, settings))
    known = builtin_types().keys() | settings.doc_types.keys()
    problems += [
        f"{place(node)}: {key}: no document type '{node.value}'{nearest(node.value, known)}"
        for key, node in _named(root)
        if node.value not in known
    ]
    if problems:
        raise ConfigError("\n".join(problems))


def _wrong(root: yaml.MappingNode, settings: Settings) -> Iterator[str]:
    stated = child(root, "doc-types")
    for name in settings.doc_types:
        node = child(stated, name)
        try:
            sections = extended(name, settings.doc_types).sections
        except ConfigError as error:
            yield f"{place(child(node, 'extends') or root)}: doc-types.{name}.extends: {error}"
            continue
        names = {section.name for section in sections}
        for section in sections:
            if section.inside and section.inside not in names:
                what = f"'{section.name}' inside '{section.inside}'"
                hint = nearest(section.inside, names)
                yield f"{place(node or root)}: doc-types.{name}: {what}: no such section{hint}"


def _named(root: yaml.MappingNode) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Types that overrides and deliverables name."""
    for index, override in enumerate(items(child(root, "overrides"))):
        yield from _type(override, f"overrides[{index}].type")
    for index, phase in enumerate(items(child(root, "phases"))):
        for number, owed in enumerate(items(child(phase, "deliverables"))):
            yield from _type(owed, f"phases[{index}].deliverables[{number}].type")


def _type(node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    stated = child(node, "type")
    if isinstance(stated, yaml.ScalarNode) and stated.value not in ("", "null", "~"):
        yield key, stated
