"""The header of a document: YAML between `---` lines or TOML between `+++` lines, with positions."""

import re

from doclint.markdown.nodes import Field, FrontMatter
from doclint.model import Span

_MOST_CHARACTERS = 65_536
_OPEN = re.compile(r"(---|\+\+\+)[ \t]*\n")


def front_matter_of(text: str) -> FrontMatter | None:
    """The header, when the text opens with one that is closed."""
    opening = _OPEN.match(text)
    if not opening:
        return None
    mark = opening.group(1)
    closing = re.compile(rf"^{re.escape(mark)}[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, opening.end())
    if not closing:
        return None
    body = text[opening.end() : closing.start()]
    if mark == "---" and body.strip() and not re.search(r"^\s*(#|[^\s#:][^:\n]*:(\s|$))", body, re.MULTILINE):
        return None  # a thematic break, prose, and another one
    end = closing.end()
    if len(body) > _MOST_CHARACTERS:
        return FrontMatter(0, end, "yaml", (), f"longer than {_MOST_CHARACTERS:,} characters, not read", 1)
    return _yaml(body, end) if mark == "---" else _toml(body, end)


def _yaml(body: str, end: int) -> FrontMatter:
    import yaml

    from doclint.located import compose_yaml

    try:
        root = compose_yaml(body)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        return FrontMatter(0, end, "yaml", (), str(problem), (mark.line if mark else 0) + 2)
    if root is None:
        return FrontMatter(0, end, "yaml", ())
    if not isinstance(root, yaml.MappingNode):
        return FrontMatter(0, end, "yaml", (), "not a mapping of keys to values", 2)
    fields: list[Field] = []
    stated: set[str] = set()
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if key.value in stated:
            return FrontMatter(0, end, "yaml", tuple(fields), f"{key.value!r} is stated twice", key.start_mark.line + 2)
        stated.add(key.value)
        source = body[value.start_mark.index : value.end_mark.index]
        values: tuple[str, ...] = ()
        if isinstance(value, yaml.SequenceNode):
            values = tuple(item.value for item in value.value if isinstance(item, yaml.ScalarNode))
        scalar = value.value if isinstance(value, yaml.ScalarNode) else source
        fields.append(Field(key.value, scalar, values, _span(key), _span(value)))
    return FrontMatter(0, end, "yaml", tuple(fields))


def _span(node: object) -> Span:
    start, end = node.start_mark, node.end_mark  # type: ignore[attr-defined]
    return Span(start.line + 2, start.column + 1, end.line + 2, end.column + 1)


def _toml(body: str, end: int) -> FrontMatter:
    import tomllib

    try:
        table = tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        return FrontMatter(0, end, "toml", (), str(error), int(line.group(1)) + 1 if line else 1)
    places = {}
    for number, row in enumerate(body.split("\n"), 2):
        match = re.match(r"\s*([\w-]+)\s*=\s*", row)
        if match and match.group(1) not in places:
            places[match.group(1)] = (
                Span(number, match.start(1) + 1, number, match.end(1) + 1),
                Span(number, match.end() + 1, number, len(row) + 1),
            )
    fields = []
    for key, value in table.items():
        key_span, value_span = places.get(key, (Span(1, 1, 1, 1), Span(1, 1, 1, 1)))
        values = tuple(str(item) for item in value) if isinstance(value, list) else ()
        fields.append(Field(key, str(value), values, key_span, value_span))
    return FrontMatter(0, end, "toml", tuple(fields))
