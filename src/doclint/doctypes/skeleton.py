"""A document of a type to start from: every section it owes, with what belongs there."""

from collections.abc import Iterator

from doclint.doctypes.shape import Content, DocType, OwedSection

_LITERAL = ("1. ", "- ", "|", "```")  # outlines that are Markdown already
_SAMPLES = {
    "steps": "1. …",
    "tasks": "- [ ] …",
    "list": "- …",
    "items": "- …",
    "code": "```sh\n…\n```",
    "table": "| … | … |\n| --- | --- |\n| … | … |",
    "rows": "| … | … |\n| --- | --- |\n| … | … |",
    "links": "- [Title](document.md)",
    "subsections": "### …",
    "words": "…",
}


def skeleton(doc_type: DocType) -> str:
    """The document as Markdown; what a writer has to fill in stands in comments or as `…`."""
    return "\n\n".join(_blocks(doc_type)) + "\n"


def _blocks(doc_type: DocType) -> Iterator[str]:
    fields = "".join(f"{field.name.lower().replace(' ', '-')}:\n" for field in doc_type.fields)
    yield f"---\ntype: {doc_type.name}\n{fields}---"
    yield "# Title"
    yield f"<!-- {doc_type.summary}. -->" if doc_type.summary else "<!-- What this is. -->"
    if doc_type.holds and not doc_type.sections:
        yield from _samples(doc_type.holds)
    for section in doc_type.sections:
        if not section.inside:
            yield from _section(section, 2)
            for inner in doc_type.sections:
                if inner.inside == section.name:
                    yield from _section(inner, 3)
    for parts in doc_type.parts if not doc_type.sections else ():
        for number in range(1, parts.at_least + 1):
            yield f"## {parts.name} {number}: …"
            for section in parts.sections:
                yield from _section(section, 3)


def _section(section: OwedSection, level: int) -> Iterator[str]:
    yield f"{'#' * level} {section.name}"
    outline = section.outline or section.reason
    if outline.startswith(_LITERAL):
        yield outline
        return
    yield f"<!-- {outline} -->" if outline else "<!-- … -->"
    if section.holds:
        yield from _samples(section.holds)


def _samples(content: Content) -> Iterator[str]:
    """The first of several kinds that will do, and one of each that is asked for."""
    asked = [kind for kind in ("steps", "items", "tasks", "code", "rows", "links") if getattr(content, kind)]
    if content.language:
        yield f"```{content.language[0]}\n…\n```"
    yield from (_SAMPLES[kind] for kind in [*content.any[:1], *asked])
