"""What doclint brings along is read fast; here it is read as a project's own files are, with every check."""

from typing import Any

import pytest

from doclint.doctypes import DocType
from doclint.errors import ConfigError
from doclint.instructions.lexicon import Written
from doclint.packs import builtin, builtin_names, builtin_text
from tests.stated import read_yaml

SHAPES = {"doc-types": DocType, "lexicons": Written}
FILES = [pytest.param(kind, name, id=name) for kind in SHAPES for name in builtin_names(kind)]


@pytest.mark.parametrize(("kind", "name"), FILES)
def test_a_file_holds_what_a_careful_reader_finds(kind: str, name: str) -> None:
    shape: Any = SHAPES[kind]

    assert builtin(kind, name, shape) == read_yaml(builtin_text(kind, name), f"{name}.yaml", shape)


def test_there_is_no_such_file() -> None:
    with pytest.raises(ConfigError, match=r"^doc-types/none: No such file or directory; known: adr, "):
        builtin("doc-types", "none", DocType)
