"""PromQL, where promql-parser is installed (`doclint[code]`). A block may hold queries by paragraph or by line."""

import re
from collections.abc import Iterator

from doclint.snippets.problem import Problem

_LONGEST = 2000  # characters of a query
_DEEPEST = 200  # parentheses
_COMMENT = re.compile(r"(?:^|[ \t])#[^\n]*")
_TEMPLATE = re.compile(r"\.\.\.|…|\{\{|<[A-Za-z][^<>\n]*>|\$\w+|\[\[")
_RECORDED = re.compile(r"^[ \t]*(?:record|alert|expr|for|labels|annotations)[ \t]*:|^[ \t]*-[ \t]", re.MULTILINE)


def problem(language: str, content: str) -> Problem | None:
    """The first query that does not parse; dashboards' variables and rules in YAML are left alone."""
    if _parses(content) or _TEMPLATE.search(content) or _RECORDED.search(content):
        return None
    for line, paragraph in _paragraphs(content):
        if not _parses("\n".join(paragraph)):
            wrong = [number for number, query in enumerate(paragraph) if not _parses(query)]
            if wrong:
                return Problem(line + (wrong[0] if len(wrong) < len(paragraph) else 0), "this is no PromQL expression")
    return None


def _paragraphs(content: str) -> Iterator[tuple[int, list[str]]]:
    """Queries between blank lines and comments, with the line each starts on."""
    found: list[str] = []
    for number, line in enumerate((*content.split("\n"), ""), 1):
        query = _COMMENT.sub("", line)
        if query.strip():
            found.append(query)
        elif found:
            yield number - len(found), found
            found = []


def _parses(query: str) -> bool:
    if len(query) > _LONGEST or query.count("(") > _DEEPEST:
        return True  # the parser recurses, and a stack that overflows ends the process
    try:
        import promql_parser
    except ImportError:
        return True
    try:
        promql_parser.parse(query)
    except ValueError:
        return False
    return True
