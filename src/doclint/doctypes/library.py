"""The types a project knows: those doclint brings along, and its own, which extend or replace them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct, structs

from doclint.doctypes.shape import DocType
from doclint.errors import ConfigError
from doclint.packs import builtin, builtin_names
from doclint.spelling import nearest

T = TypeVar("T", bound=Struct)


@cache
def builtin_types() -> Mapping[str, DocType]:
    """The types doclint brings along, by name."""
    return {
        name: structs.replace(builtin("doc-types", name, DocType), name=name) for name in builtin_names("doc-types")
    }


def known_types(own: Mapping[str, DocType]) -> dict[str, DocType]:
    """
    All types by name, the project's own first: one that does not extend another replaces that of its name.

    Raises:
        ConfigError: A type extends one that does not exist, or itself in a circle.
    """
    found = {name: structs.replace(extended(name, own), name=name) for name in own}
    return found | {name: doc_type for name, doc_type in builtin_types().items() if name not in found}


def extended(name: str, own: Mapping[str, DocType], above: tuple[str, ...] = ()) -> DocType:
    """
    One of the project's own types, with all that it takes from the type it extends.

    Raises:
        ConfigError: That type does not exist, or extends this one.
    """
    doc_type = own[name]
    base_name = doc_type.extends
    if not base_name:
        return doc_type
    if base_name in own and base_name != name:
        if base_name in above:
            raise ConfigError(f"{' → '.join((*above, name, base_name))} is circular")
        return _merged(extended(base_name, own, (*above, name)), doc_type)
    if base_name not in builtin_types():
        raise ConfigError(f"no document type '{base_name}'{nearest(base_name, {**builtin_types(), **own})}")
    return _merged(builtin_types()[base_name], doc_type)


def _merged(base: DocType, own: DocType) -> DocType:
    """
    Own values where given, else the base's; lists of named things are merged by name.

    Who states an order states it for the own sections.
    """
    if own.ordered and own.sections:
        anywhere = tuple(structs.replace(section, anywhere=True) for section in base.sections)
        base = structs.replace(base, sections=anywhere)
    changed = {
        field.name: getattr(own, field.name)
        for field in structs.fields(DocType)
        if getattr(own, field.name) != field.default
    }
    for several in ("sections", "fields", "parts"):
        if several in changed:
            changed[several] = _by_name(getattr(base, several), changed[several])
    if "recognise" in changed:
        changed["recognise"] = (*changed["recognise"], *base.recognise)
    return structs.replace(base, **{**changed, "extends": ""})


def _by_name(base: tuple[T, ...], own: tuple[T, ...]) -> tuple[T, ...]:
    """The own in their order; what only the base has comes after what it follows there."""
    found: list[Any] = list(own)
    place = 0
    for item in base:
        names = [one.name for one in found]
        if item.name in names:  # type: ignore[attr-defined]
            place = names.index(item.name) + 1  # type: ignore[attr-defined]
        else:
            found.insert(place, item)
            place += 1
    return tuple(found)
