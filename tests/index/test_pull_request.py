"""Dates in a pull request, on a real repository, as a user calls doclint."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Repository = Callable[[Mapping[str, str | None]], Path]
TEXT = "# {}\n\n**Last Updated**: {}\n\n1. Run `{}`.\n"


@pytest.fixture
def changed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Two documents with old dates, changed in git later than they say; then one of them is changed."""

    def change(date: str) -> None:
        monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-06-01T12:00:00Z")
        repository({"a.md": TEXT.format("A", "2025-06-01", "one"), "b.md": TEXT.format("B", "2025-06-01", "one")})
        monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-10-01T12:00:00Z")
        repository({"a.md": TEXT.format("A", "2025-06-01", "two"), "b.md": TEXT.format("B", "2025-06-01", "two")})
        monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-01-14T12:00:00Z")
        repository({"a.md": TEXT.format("A", date, "three")})

    return change


def found(doclint: Callable[..., Any], *arguments: str) -> list[str]:
    ran = doclint("check", "--today", "2026-01-15", "--select", "DL5", "--output-format", "json", *arguments)
    return [f"{one['path']} {one['rule']}" for one in json.loads(ran.stdout)["findings"]]


def test_git_contradicts_a_date(changed: Callable[[str], None], doclint: Callable[..., Any]) -> None:
    changed("2026-01-14")

    assert found(doclint) == ["b.md DL508"]


def test_a_change_without_a_new_date_is_new_old_debt_is_not(
    changed: Callable[[str], None], doclint: Callable[..., Any]
) -> None:
    changed("2025-06-01")

    assert found(doclint, "--new-from", "HEAD~1") == ["a.md DL509"]


def test_a_change_with_its_date_is_fine(changed: Callable[[str], None], doclint: Callable[..., Any]) -> None:
    changed("2026-01-15")

    assert found(doclint, "--new-from", "HEAD~1") == []
