"""Settings and packs: what is read, and what is said of what cannot be."""

from typing import Any, Literal

import pytest
from msgspec import Struct

from doclint.errors import ConfigError
from tests.stated import read_yaml


class Part(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    name: str
    at_most: int | None = None
    kind: Literal["code", "table"] = "code"

    def __post_init__(self) -> None:
        if self.at_most == 0:
            raise ValueError("at-most may not be zero")


class Pack(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    version: str = ""
    parts: tuple[Part, ...] = ()
    limits: dict[str, Part] = {}
    mixed: str | int | tuple[str, ...] = ""
    free: Any = None
    on: bool = False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", Pack(), id="nothing is all defaults"),
        pytest.param("version: 1.10", Pack(version="1.10"), id="text that looks like a number stays text"),
        pytest.param("version: no", Pack(version="no"), id="no is a word"),
        pytest.param("mixed: 7", Pack(mixed=7), id="of several shapes the narrower"),
        pytest.param("mixed: '7'", Pack(mixed="7"), id="quoted is text"),
        pytest.param("mixed: [a, b]", Pack(mixed=("a", "b")), id="a list where a list may be"),
        pytest.param("parts: [{name: a, at-most: }]", Pack(parts=(Part("a"),)), id="an empty value is no value"),
        pytest.param("free: {a: [1, x, true, 2026-01-15]}", Pack(free={"a": [1, "x", True, "2026-01-15"]}), id="any"),
    ],
)
def test_what_is_read(text: str, expected: Pack) -> None:
    assert read_yaml(text, "p.yaml", Pack) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("verson: 1", "p.yaml:1:1: verson: unknown key; did you mean 'version'?", id="unknown key"),
        pytest.param("parts:\n- {nam: a}", "p.yaml:2:4: parts[0].nam: unknown key", id="unknown key in a list"),
        pytest.param("parts:\n- {at-most: 2}", "p.yaml:2:3: parts[0]: needs 'name'", id="missing key"),
        pytest.param("parts: [{name: a, at-most: ten}]", "p.yaml:1:28: parts[0].at-most: expected a", id="number"),
        pytest.param("parts: [{name: a, at-most: 0}]", "p.yaml:1:9: parts[0]: at-most may not", id="value"),
        pytest.param(
            "mixed: 1\nparts: [{name: a, at-most: -1}]", "2:28: parts[0].at-most: expected a", id="below zero"
        ),
        pytest.param(
            "parts: [{name: a, at-most: 1" + "0" * 30 + "}]", "parts[0].at-most: expected a", id="no JSON has it"
        ),
        pytest.param("limits:\n  x: {name: a, kind: tabel}", "limits.x.kind: expected one of code", id="literal"),
        pytest.param("parts: a", "p.yaml:1:8: parts: expected a list, found 'a'", id="a word for a list"),
        pytest.param("[a]", "p.yaml:1:1: expected a mapping", id="a list for a mapping"),
        pytest.param("on: maybe", "p.yaml:1:5: on: expected true or false, found 'maybe'", id="truth"),
        pytest.param("on: true\non: false", "p.yaml:2:1: on: stated twice", id="twice"),
        pytest.param("on: [", "p.yaml:2:1: not YAML", id="not YAML"),
        pytest.param("a: &x [1]\nb: *x", "p.yaml: YAML aliases are not read here", id="aliases"),
        pytest.param("free: " + "[" * 60 + "]" * 60, "p.yaml: nested deeper than 50 levels", id="too deep"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_yaml(text, "p.yaml", Pack)

    assert message in str(error.value)


def test_all_mistakes_are_said_at_once() -> None:
    with pytest.raises(ConfigError) as error:
        read_yaml("verson: 1\non: maybe\nparts: a", "p.yaml", Pack)

    assert [line.split(":")[1] for line in str(error.value).split("\n")] == ["1", "2", "3"]
