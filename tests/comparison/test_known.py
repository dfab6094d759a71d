"""What counts as known: by rule, path, headings and subject, as often as it is known, wherever it has moved to."""

from collections import Counter

import pytest

from doclint.comparison.known import Entry, split
from doclint.model import Confidence, Diagnostic, Severity, Span

KNOWN = Entry("a.md", "DL301", ("A", "Setup"), "gone.md")


def found(
    path: str = "a.md", rule: str = "DL301", scope: tuple[str, ...] = ("A", "Setup"), subject: str = "gone.md"
) -> Diagnostic:
    return Diagnostic(
        path=path, span=Span(1, 1, 1, 2), rule=rule, name="x", severity=Severity.ERROR, confidence=Confidence.HIGH,
        message="x", subject=subject, related=(), fix=None, fingerprint="", scope=scope,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("diagnostics", "gone", "new"),
    [
        pytest.param([found()], False, [], id="the same"),
        pytest.param([found(scope=("A", "Use"))], False, [], id="under another heading"),
        pytest.param([found(subject=" gone.md\n")], False, [], id="blanks"),
        pytest.param([found(path="b.md")], True, [], id="in a renamed file"),
        pytest.param([found(path="b.md", scope=())], True, [], id="in a renamed file, under another heading"),
        pytest.param([found(path="b.md")], False, [0], id="in another file"),
        pytest.param([found(rule="DL302")], False, [0], id="another rule"),
        pytest.param([found(subject="lost.md")], False, [0], id="another subject"),
        pytest.param([found(), found()], False, [1], id="once more than known"),
        pytest.param([found(scope=("A", "Use")), found()], False, [0], id="where it was is known first"),
        pytest.param([found(path="b.md", scope=()), found(path="c.md")], True, [0], id="the more alike is known first"),
        pytest.param([found(path="b.md"), found()], False, [0], id="a copy in another file is new"),
    ],
)
def test_what_is_new(diagnostics: list[Diagnostic], gone: bool, new: list[int]) -> None:
    result = split(diagnostics, Counter([KNOWN]), lambda path: not (gone and path == "a.md"))

    assert result.new == tuple(diagnostics[place] for place in new)
    assert result.known == tuple(each for place, each in enumerate(diagnostics) if place not in new)
    assert result.stale == (Counter([KNOWN]) if len(new) == len(diagnostics) else Counter())


def test_git_knows_what_a_file_is_called_now() -> None:
    others = Counter([KNOWN, Entry("z.md", "DL301", ("A", "Setup"), "gone.md")])

    result = split([found(path="b.md"), found(path="z.md")], others, lambda path: path != "a.md", {"a.md": "b.md"})

    assert (result.new, result.stale) == ((), Counter())
