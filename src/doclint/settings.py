"""What a project may settle, as values with their defaults. Reading and checking them is `config`'s work."""

from typing import Any, Literal

from msgspec import Struct, field


class Base(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A group of settings; keys are kebab-case, unknown ones are refused."""


class Override(Base, frozen=True, kw_only=True):
    """Other settings for the files these patterns match."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    rules: dict[str, dict[str, Any]] = {}
    type: str | None = None


class Links(Base, frozen=True, kw_only=True):
    """How links and anchors are resolved."""

    anchors: Literal["auto", "github", "gitlab", "mkdocs", "docusaurus", "vitepress", "kramdown", "bitbucket"] = "auto"
    roots: tuple[str, ...] = ()  # folders that a link starting with / may mean; empty: recognised
    ignore: tuple[str, ...] = ()  # patterns of targets nobody should check


class Settings(Base, frozen=True, kw_only=True):
    """All settings of a project."""

    extends: tuple[str, ...] = ()
    select: tuple[str, ...] = ()  # empty: every rule that is on by default
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    include: tuple[str, ...] = ("*.md", "*.markdown", "*.mdx")
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    max_file_size: int = 5_000_000  # bytes; larger files are reported, not read
    flavour: Literal["auto", "commonmark", "gfm", "mkdocs", "myst"] = "auto"
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    fail_on: Literal["error", "warning", "info", "never"] = "warning"  # findings this bad make the check fail
    min_confidence: Literal["high", "medium", "low"] = "medium"  # findings less sure than this are not shown
    baseline: str = ""  # file of findings that are accepted for now, relative to the project root
    rules: dict[str, dict[str, Any]] = {}
    overrides: tuple[Override, ...] = ()
    links: Links = field(default_factory=Links)
