"""Python, by the parser of the Python that runs doclint; newer syntax than that is not judged an error."""

import ast
import re
import textwrap
import warnings

from doclint.snippets.problem import Problem

_TEMPLATE = re.compile(r"\{\{|\{%|<[A-Za-z][\w .-]*>")
_MAGIC = re.compile(r"^[ \t]*[%!]", re.MULTILINE)
_EXCERPT = ("expected an indented block", "unexpected EOF", "f-string")  # the last: newer Pythons allow more in them
_NEWER_FORMS = (  # than the oldest Python that runs doclint
    r"^[ \t]*(?:class|(?:async[ \t]+)?def)[ \t]+\w+\[",
    r"^[ \t]*type[ \t]+\w+(?:\[[^\n]*\])?[ \t]*=",
    r"^[ \t]*lazy[ \t]+(?:from|import)\b",
    r"^[ \t]*except[ \t]+\w[\w.]*,[^\n:]*:",
    r"\bt[\"']",
)
_NEWER = re.compile("|".join(_NEWER_FORMS), re.MULTILINE)
_OLD = re.compile(r"^[ \t]*print\s+[\"'\w]|\bexcept\s+[\w.]+\s*,\s*\w+\s*:", re.MULTILINE)


def problem(language: str, content: str) -> Problem | None:
    """What the parser says against a block; excerpts, notebooks, templates and other Pythons are left alone."""
    found = _error(content)
    if found is None or any(other.search(content) for other in (_MAGIC, _TEMPLATE, _OLD, _NEWER)):
        return None
    lines = content.split("\n")
    if any("..." in line or "…" in line for line in lines[max(found.line - 2, 0) : found.line]):
        return None  # something is left out here
    whole = (
        textwrap.dedent(content),
        "{" + content.strip().rstrip(",") + "}",  # members of a dictionary
        content.rstrip() + ":\n    pass\n",  # a signature
        content.rstrip() + "\ndef function(): pass\n",  # decorators
    )
    return found if all(_error(form) for form in whole) else None


def _error(content: str) -> Problem | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(content, "<example>", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except SyntaxError as error:
        why = error.msg or "invalid syntax"
        return None if why.startswith(_EXCERPT) or why.endswith("was never closed") else Problem(error.lineno or 1, why)
    except (ValueError, RecursionError, MemoryError, OverflowError):
        return None
    return None
