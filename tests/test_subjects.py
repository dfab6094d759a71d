"""A check of some documents works out of the others only what they may say about these, and says the same."""

import datetime
from pathlib import Path

import pytest

from doclint.engine import inspect
from doclint.facts import facts_of
from doclint.lint import one_by_one
from doclint.markdown import parse
from doclint.settings import Settings
from doclint.subjects import subjects_of
from doclint.workers import Workforce

CORPUS = Path(__file__).parents[2] / "shared/corpus"
FAILING = Path(__file__).parents[1] / "examples/failing"
SUBJECTS = subjects_of([facts_of(parse("docs/Restore_Guide.md", b"# Restore\n\nThe data owner (DO) decides.\n"))])


@pytest.mark.parametrize(
    ("path", "text", "silent"),
    [
        pytest.param("SUMMARY.md", "All is well.", {"claims", "instructions"}, id="it speaks of others"),
        pytest.param(
            "SUMMARY.md", "Restore is complete.", {"claims", "instructions"}, id="a title means its own folder"
        ),
        pytest.param("docs/a.md", "All is well.", {"instructions"}, id="in the same folder a title may mean it"),
        pytest.param("SUMMARY.md", "restore_guide.md: 3 lines", {"instructions"}, id="named, in whatever case"),
        pytest.param("SUMMARY.md", r"**Restore**\_Guide.md", {"instructions"}, id="named, with marks"),
        pytest.param("SUMMARY.md", "Restore&#95;Guide.md", {"instructions"}, id="named, as HTML writes it"),
        pytest.param("SUMMARY.md", "Page the DO.", {"claims"}, id="it uses an abbreviation that is explained there"),
    ],
)
def test_what_another_document_cannot_say_about_them(path: str, text: str, silent: set[str]) -> None:
    assert SUBJECTS.silent(parse(path, text.encode())) == silent


def test_who_states_sizes_may_be_at_odds_with_any_other_document() -> None:
    summary = b"# Completion summary\n\n## Files created\n\n1. **a.md** (3 lines)\n"
    subjects = subjects_of([facts_of(parse("SUMMARY.md", summary))])

    assert subjects.silent(parse("else/b.md", b"Other.\n")) == {"instructions"}


@pytest.mark.parametrize(
    "folder", [pytest.param(FAILING, id="example"), pytest.param(CORPUS / "novacron-phase6", id="corpus")]
)
def test_nothing_is_lost(folder: Path) -> None:
    if not folder.exists():
        pytest.skip("the corpus is not beside this repository")

    for path in sorted(folder.rglob("*.md"))[:3]:
        asked = path.relative_to(folder).as_posix()
        shown = inspect(folder, [asked], *settled(), lint=Workforce(1), lean=True)[0]
        assert shown.diagnostics
        assert shown == inspect(folder, [asked], *settled(), lint=one_by_one)[0]


def settled() -> tuple[Settings, datetime.date]:
    return Settings(min_confidence="low"), datetime.date(2026, 1, 15)
