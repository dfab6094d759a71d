"""Python, by the parser of the Python that runs doclint; newer syntax than that is not judged an error."""

import ast
import re
import textwrap
import warnings

from doclint.snippets.problem import Problem

_TEMPLATE = re.compile(r"\{\{|\{%|<[A-Za-z][\w .-]*>")
_MAGIC = re.compile(r"^[ \t]*[%!]", re.MULTILINE)
_EXCERPT = ("expected an indented block", "multiple exception types must be parenthesized")  # the latter: Python 3.14
_OLD = re.compile(r"^[ \t]*print\s+[\"'\w]|\bexcept\s+[\w.]+\s*,\s*\w+\s*:", re.MULTILINE)


def problem(language: str, content: str) -> Problem | None:
    """What the parser says against a block; excerpts, notebooks, templates and Python 2 are left alone."""
    found = _error(content)
    if found is None or _MAGIC.search(content) or _TEMPLATE.search(content) or _OLD.search(content):
        return None
    whole = (textwrap.dedent(content), "{" + content.strip().rstrip(",") + "}")
    return found if all(_error(form) for form in whole) else None


def _error(content: str) -> Problem | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(content, "<example>", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except SyntaxError as error:
        why = error.msg or "invalid syntax"
        return None if why.startswith(_EXCERPT) else Problem(error.lineno or 1, why)
    except (ValueError, RecursionError, MemoryError, OverflowError):
        return None
    return None
