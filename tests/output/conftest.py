"""A report with everything in it that can go wrong on the way to a reader."""

from collections.abc import Callable

import pytest

from doclint.engine import Report
from doclint.lint import fingerprint
from doclint.model import Confidence, Diagnostic, Edit, Fix, Related, Severity, Span
from doclint.output import Look, Renderer, Sources, renderer
from doclint.rules import rule_named

NASTY = (
    "plain",
    "per cent % # ? & ü 🙂.md",
    "line\n::error::forged\r",
    "\x1b[31mred\x1b]8;;http://x\x07",
    "<script>alert('x')</script> & \"quoted\" | `code` [a](b) @someone",
    "\u202eright to left\u200b",
    "not UTF-8: \udce9",
    "\x00\x0b\ufffe",
)
RULES = tuple(rule for code in ("DL001", "DL101", "DL301") if (rule := rule_named(code)))
TEXT = "# Tïtle 🙂\r\n\r\n\tText with a [link](gone.md) in it 🙂🙂 and more.\r\n" + "x" * 5000 + "\n"


def diagnostic(
    path: str = "docs/a.md", message: str = "gone", line: int = 3, column: int = 13, **about: object
) -> Diagnostic:
    values = {
        "path": path,
        "span": Span(line, column, line, column + 15),
        "rule": "DL301",
        "name": "dead-link",
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
        "message": message,
        "subject": message,
        "related": (),
        "fix": None,
        "fingerprint": fingerprint("DL301", path, (), message),
    }
    return Diagnostic(**{**values, **about})


def nasty_report() -> Report:
    edit = Edit("docs/a.md", Span(3, 20, 3, 27), "there\u202e.md")
    found = [
        diagnostic(path=f"docs/{name}.md", message=f"about {name}", related=(Related(name, Span(1, 1, 1, 2), name),))
        for name in NASTY
    ]
    found += [
        diagnostic(fix=Fix("Link to there.md", (edit,))),
        diagnostic(message="twice on a line", column=40),
        diagnostic(rule="DL101", name="heading-increment", severity=Severity.WARNING, line=99),
        diagnostic(rule="DL101", name="heading-increment", severity=Severity.INFO, span=Span(1, 1, 4, 1)),
        diagnostic(path="gone.md", rule="DL001", name="unreadable-file", span=Span(1, 1, 1, 1)),
    ]
    found.sort(key=lambda each: each.order)
    return Report(files=9, diagnostics=tuple(found), rules=RULES, notices=("a\nnotice",))


def large_report(count: int) -> Report:
    found = [diagnostic(path=f"{number // 50:04}.md", line=number % 50 + 1) for number in range(count)]
    return Report(files=count // 50, diagnostics=tuple(found), rules=RULES)


@pytest.fixture
def written() -> Callable[..., str]:
    """A report in a format, the same in bytes when it is written again."""

    def write(name: str, report: Report, look: Look = Look()) -> str:  # noqa: B008 frozen
        render: Renderer = renderer(name)
        sources = Sources(lambda path: None if path == "gone.md" else TEXT.encode())
        text = render(report, sources, look)
        assert text == render(report, sources, look)
        text.encode()  # no lone surrogates
        return text

    return write
