"""JSON Schemas, made from the values themselves: of the settings, for editors; of our JSON, for its readers."""

import json
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from doclint.audit.values import Audit
from doclint.explain import documented
from doclint.output.json import CheckJson
from doclint.packs import builtin_names
from doclint.rules import all_rules, selectors
from doclint.settings import Settings

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def settings_schema() -> str:
    """Of doclint.yaml, with every rule's options."""
    kinds = [*_parts(Settings), *(rule.options for rule in all_rules())]
    references, definitions = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    places = {kind: reference["$ref"] for kind, reference in zip(kinds, references, strict=True)}
    for kind, place in places.items():
        _describe(definitions[place.rpartition("/")[2]], kind)
    named = {"anyOf": [{"enum": ["ALL", *selectors()]}, {"pattern": "^(?i:DL)[0-9]*$"}]}
    properties = definitions["Settings"]["properties"]
    for group in (properties, definitions["Override"]["properties"]):
        for key in ("select", "extend-select", "ignore"):
            if key in group:
                group[key]["items"] = named
        group["severity"]["propertyNames"] = named
        group["rules"] |= {"properties": dict(_rule_options(places)), "additionalProperties": False}
    properties["extends"]["items"] = {"anyOf": [{"enum": list(builtin_names("presets"))}, {"type": "string"}]}
    return _written({"$schema": _DRAFT, "title": "Settings of doclint", **references[0], "$defs": definitions})


def check_schema() -> str:
    """Of what `check --output-format json` writes."""
    schema = msgspec.json.schema(CheckJson)
    return _written({"$schema": _DRAFT, "title": "Findings of doclint, version 1", **schema})


def report_schema() -> str:
    """Of what `report --output-format json` writes."""
    schema = msgspec.json.schema(Audit)
    return _written({"$schema": _DRAFT, "title": "Audit of doclint, version 1", **schema})


def _rule_options(places: dict[type[Struct], str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for rule in all_rules():
        options = {"$ref": places[rule.options], "description": f"{rule.summary}."}
        yield rule.code, options
        yield rule.name, options


def _parts(hint: Any) -> Iterator[type[Struct]]:
    """The values that a type is made of, itself first."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    inner = get_type_hints(hint).values() if isinstance(hint, type) else get_args(hint)
    for part in inner:
        yield from _parts(part)


def _describe(definition: dict[str, Any], kind: type[Struct]) -> None:
    for field, meaning in documented(kind):
        if meaning:
            definition["properties"][field.encode_name]["description"] = meaning


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
