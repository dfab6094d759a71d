"""Which statements of a summary are claims, in which of the many forms."""

import pytest

from doclint.claims import Claim, claims_of
from doclint.claims.plain import as_markdown
from doclint.markdown import parse
from tests.effort import within

HEAD = "# Completion summary\n\n**Status**: ✅ COMPLETE\n**Date**: 2026-01-10\n\n## Deliverables\n\n"

RESULTS = "| Part | Planned | Delivered |\n|---|---|---|\n| A | 3 | 3 |\n| **Total** | 3 | 3 |\n"
SHIPPED = "# We shipped\n\nStatus: done\nTotal lines: 9\nTotal files: 2\n\n## Deliverables\n\n✅ ✅ ✅\n\n## Metrics\n"
ENTRIES = "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n"
MORE = "- [D](d.md)\n- [E](e.md)\n- [F](f.md)\n- [G](g.md)\n- [H](h.md)\n"


def claims(body: str, head: str = HEAD) -> list[Claim]:
    return list(claims_of(parse("SUMMARY.md", (head + body).encode())).claims)[2:]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- [ ] Publish 5 documents\n", id="an open box"),
        pytest.param("1. ⏳ Write the guides\n   - 3 chapters\n", id="below an open item"),
        pytest.param("- [ ] Later\n  - [ ] one\n  - 5 documents\n", id="beside another open box, below one"),
        pytest.param("## Next steps\n\n- Review 12 documents\n", id="a plan"),
        pytest.param("| Part | Planned |\n|---|---|\n| A | 2026-02-01 |\n", id="a date that is planned"),
        pytest.param("## Lessons learned\n\n- Checklists are useful\n", id="a lesson"),
        pytest.param("## Benefits\n\n- Faster onboarding\n", id="a benefit"),
        pytest.param("```bash\nwc -l docs/a.md  # 20 lines\n```\n", id="a command"),
        pytest.param("**Author**: Team 7\n", id="an author"),
        pytest.param("Read the guide before the upgrade.\n", id="advice"),
        pytest.param("Latency (target: < 100 lines)\n", id="a target"),
        pytest.param("- Before: 12 broken links\n", id="what was before"),
        pytest.param("## How to start\n\n1. Run the tests (5 min)\n", id="how long a step takes"),
        pytest.param("## Lessons learned\n\nAll documents were created.\n", id="what was learned about all"),
        pytest.param("→ All documents link to others\n", id="where to go"),
        pytest.param("## Benefits\n\n```yaml\n- Faster\n```\n", id="a benefit in data"),
        pytest.param("## Notes\n\n### More\n\n- Checklists came first\n", id="a note"),
        pytest.param("### A\n\n#### B\n\n- Written down\n", id="two headings below what was made"),
        pytest.param(f"**{'so ' * 13}a status**: done\n", id="a sentence before a colon"),
        pytest.param("Guide → Read the preface\n", id="where to go on"),
        pytest.param("Guide → Restore + Backup\n", id="several places"),
        pytest.param("→ Restore\n", id="an arrow from nowhere"),
        pytest.param("## Known limitations\n\n- The cache is unbounded\n", id="a limitation"),
    ],
)
def test_what_is_no_claim(body: str) -> None:
    assert claims(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- **a.md** (20 lines)\n", [("file_exists", "a.md"), ("line_count", "20")]),
        ("- a.md — 20 lines, 3 tables\n", [("file_exists", "a.md"), ("line_count", "20"), ("item_count", "3")]),
        ("**Total Size**: ~163KB\n", [("byte_size", "163")]),
        ("total size: 1.2 MB (9 files)\n", [("byte_size", "1.2"), ("file_count", "9")]),
        ("- [x] All 9 files created\n", [("file_count", "9")]),
        ("✅ **12 guides** written\n", [("item_count", "12")]),
        ("We wrote 5 documents (240 lines).\n", [("file_count", "5"), ("line_count", "240")]),
        ("```json\n{\"total_files\": 5,\n \"total_lines\": 240}\n```\n", [("file_count", "5"), ("line_count", "240")]),
        ("```yaml\nmetrics:\n  documents: 5\n  coverage: 90%\n```\n", [("file_count", "5"), ("percent", "90")]),
        ("```\ndocs/\n├── a.md   # 3 steps\n└── b.md\n```\n",
         [("item_count", "3"), ("file_exists", "docs/a.md"), ("file_exists", "docs/b.md")]),
        ("### Guides (2)\n- [A](a.md)\n- [B](b.md)\n",
         [("item_count", "2"), ("file_exists", "a.md"), ("file_exists", "b.md")]),
        ("The set is complete: 5/6 phases.\n", [("ratio", "5/6")]),
        ("The set is complete: 6/6 phases.\n", [("ratio", "6/6")]),
        ("The set is complete: 7/6 phases.\n", [("item_count", "7/6")]),
        ("Average 30 lines per guide.\n", [("average", "30")]),
        (f"**{'so ' * 13}status**: done\n", [("status", "done")]),
        ("See the “Rollback” chapter of the Runbook.\n", [("section_present", "“Rollback” chapter")]),
        ("Runbook → Rollback\n", [("section_present", "Rollback")]),
        ("Start: Runbook → Rollback → Verify\n", [("section_present", "Verify")]),
        ("## Notes\n\n### a.py\n\n- Reads\n  - Fast\n", [("file_exists", "a.py"), ("status", "Reads")]),
        ("```yaml\ntotal_lines: 7\nparts:\n  a: 7 lines\n```\n", [("line_count", "7"), ("line_count", "7")]),
        ("```yaml\ntotal_lines: 7\nparts:\n  a: 3 lines\n  b: 4 lines\n```\n",
         [("line_count", "7"), ("sum", "7"), ("line_count", "3"), ("line_count", "4")]),
        ("**Average**: 18KB per file\n", [("average", "18")]),
        ("Average of the documents: 300 lines\n", [("average", "300")]),
        ("The documents have 300 lines on average.\n", [("average", "300")]),
        ("They are average; whatever else is true of them, they have 300 lines\n", [("line_count", "300")]),
        ("- 🚧 Later\n\n**Total**: 3 files\n", [("file_count", "3")]),
        ("**Version**: 1.0 · **Updated**: 2026-01-09\n", [("cross_doc", "1.0"), ("date", "2026-01-09")]),
        ("1. **Setup**\n   - File: `a.md`\n   - Lines: 20\n",
         [("status", "Setup"), ("file_exists", "a.md"), ("line_count", "20")]),
        ("Setup ......... 20 lines\n", [("line_count", "20")]),
        ("| File | Before | After |\n|---|---|---|\n| a.md | 20 | 35 lines |\n",
         [("line_count", "35"), ("file_exists", "a.md")]),
        ("**Version**: 1.2.0\n", [("cross_doc", "1.2.0")]),
        ("**Next Review**: Monthly\n", [("date", "Monthly")]),
        ("*Last verified: 2026-01-10*\n", [("date", "2026-01-10")]),
        ("All documents link to each other.\n", [("status", "All documents link to each other.")]),
        ("### Guides ✅\n\nText.\n", [("status", "✅")]),
        ("### Guides ✅\n\n- Written\n", [("status", "✅"), ("status", "Written")]),
        ("### Guides ✅\n\n- [x] Written\n", [("status", "Written")]),
        ("All files were created and validated.\n", [("status", "All files were created"), ("status", "validated")]),
        ("### Rollout: ✅ ready\n\n- One\n", [("status", "✅"), ("status", "One")]),
        ("| A | B |\n|---|---|\n| Date | 2026-01-09 |\n", []),
        ("### Guides ✅\n\n### More\n\n- [x] Written\n", [("status", "✅"), ("status", "Written")]),
        ("- x = 3 files, 4 guides, 5 rows\n", [("file_count", "3"), ("item_count", "4"), ("item_count", "5")]),
        ("### docs/guides/\n\nText.\n", []),
        ("- `docs/guides/` holds text\n", [("file_exists", "docs/guides/")]),
        ("- `docs/guides/` (4 files)\n", [("file_count", "4")]),
        ("- [Guides](guides/)\n", [("file_exists", "guides/")]),
        ("- [Guide](docs/a.md) by `b.md`\n", [("file_exists", "docs/a.md"), ("file_exists", "b.md")]),
        ("Each document links to 3 other documents.\n", [("cross_doc", "3")]),
        ("**Each file links to**:\n- Guides\n", [("status", "Each file links to:"), ("cross_doc", "Guides")]),
        ("**Links to**:\n- Guides\n", [("status", "Guides")]),
        ("**Each file**:\n- Guides\n", [("status", "Guides")]),
        ("1. **a.py**\n   - Reads\n     - Fast\n",
         [("file_exists", "a.py"), ("status", "Reads"), ("status", "Fast")]),
        ("### a.md\n\n```yaml\nsections:\n  - One\n```\n", [("file_exists", "a.md"), ("section_present", "One")]),
        ("### a.md\n\nSections:\n\n```yaml\n- One\n```\n", [("file_exists", "a.md"), ("section_present", "One")]),
        ("```yaml\nsections:\n  - One\n```\n", [("status", "One")]),
        ("```\ndocs/\n├── guides/\n└── b.md\n```\n", [("file_exists", "docs/guides/"), ("file_exists", "docs/b.md")]),
        ("```\n└── guides/\n```\n\n- c.md\n", [("file_exists", "guides/"), ("file_exists", "c.md")]),
        ("```\n├── guides/\n│   └── a.md\n└── b/\n```\n", [("file_exists", "guides/a.md"), ("file_exists", "b/")]),
        ("- Next steps:\n  - Review 12 documents\n", [("status", "Next steps:")]),
        ("- Makefile\n- LICENSE\n- CODEOWNERS\n",
         [("file_exists", "Makefile"), ("file_exists", "LICENSE"), ("file_exists", "CODEOWNERS")]),
        ("See 5 documents. All links of these were checked.\n",
         [("file_count", "5"), ("status", "All links of these were checked.")]),
        ("The 5 documents exist. No file is missing, all 5 exist.\n", [("file_count", "5")]),
        ("| A | Target Lines | Actual |\n|---|---|---|\n| a | 100 | 120 |\n", [("line_count", "120")]),
        ("| A | Target Lines | Actual words |\n|---|---|---|\n| a | 100 | 120 |\n", [("word_count", "120")]),
        ("1. **a.md**\n   - 4 retries (5 steps)\n", [("file_exists", "a.md"), ("item_count", "4"), ("item_count", "5"),
         ("section_present", "4 retries")]),
        ("✅ The importer reads archives\n", [("status", "The importer reads archives")]),
        ("**Parser:**\n- File: `a.py`\n- Size: 9 lines\n\n**Docs:**\n- Guide: `b.md` (7 lines, 2K)\n",
         [("file_exists", "a.py"), ("line_count", "9"), ("file_exists", "b.md"), ("line_count", "7"),
          ("byte_size", "2K")]),
        ("- [x] **1.2 Restore the data**\n", [("status", "1.2 Restore the data")]),
        ("- 6 test suites (1 per module)\n", [("item_count", "6")]),
        ("**Total Time**: 40 lines of code\n", [("line_count", "40")]),
        ("| Suite | Status |\n|---|---|\n| Unit | ✅ 32 ran |\n", [("item_count", "32"), ("status", "✅ 32 ran")]),
        ("**Reply time**: 2.5s\n", [("item_count", "2.5")]),
        ("- [Guide](docs/a.md): a.md has 20 lines\n", [("file_exists", "docs/a.md"), ("line_count", "20")]),
        ("✅ 3. **Setup**: 20 lines\n", [("line_count", "20")]),
        ("```\ndocs/\n  a.md\n```\n", [("file_exists", "docs/a.md")]),
        ("**Status**: in review\n", []),
        ("**Status**: 3 documents done\n", [("file_count", "3")]),
        ("**Cost**: down -15%\n", [("percent", "15")]),
        ("**Effort**: 3 days\n", [("date", "3 days")]),
        ("## Next steps\n\n**Effort**: 3 days\n", []),
        ("- Released on 2026-01-09\n", [("date", "2026-01-09")]),
        ("| Field | Value |\n|---|---|\n| Owner | Docs |\n| Date | 2026-01-09 |\n",
         [("cross_doc", "Docs"), ("date", "2026-01-09")]),
        ("| Part | Delivered |\n|---|---|\n| Guide | 20 lines |\n| Index | 2026-01-09 |\n",
         [("line_count", "20"), ("date", "2026-01-09")]),
        ("| Date | Accuracy Before | Accuracy After |\n|---|---|---|\n| 2026-01-09 | 90% | 95% |\n",
         [("date", "2026-01-09"), ("percent", "95")]),
        ("**Modules**: five\n", [("item_count", "five")]),
        ("405 lines in 3 guides (average 135 lines)\n",
         [("line_count", "405"), ("item_count", "3"), ("average", "135")]),
        ("```yaml\nstatus: complete\nstate: open\nmode: complete\n```\n", [("status", "status: complete")]),
        ("```yaml\npages: 5\nlines:\n  a: 3\n  b: 4\n  total: 7\n```\n",
         [("file_count", "5"), ("item_count", "3"), ("item_count", "4"), ("sum", "7")]),
        ("```\ndocs/\n└── 01-start/\n    └── a.md\n```\n", [("file_exists", "docs/01-start/a.md")]),
    ],
)  # fmt: skip
def test_forms_of_claims(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.kind, claim.claimed) for claim in claims(body)] == expected


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("20 lines, and more\n", (8, 1, 9), id="where the line begins"),
        pytest.param("- **a.md** (20 lines)\n", (8, 13, 21), id="as they are written"),
        pytest.param("- **a.md** (**20** lines)\n", (8, 5, 26), id="at its statement, where written otherwise"),
        pytest.param('```json\n{"status": "complete"}\n```\n', (9, 2, 22), id="at its statement in data"),
        pytest.param("Text.\nStatus: 5 *parts* · Lines: 20\n", (9, 28, 30), id="at its own of several fields"),
        pytest.param("| A | Lines |\n|---|---|\n| a.md | **2**0 |\n", (10, 3, 16), id="at its row"),
    ],
)
def test_a_claim_stands_at_its_own_words(body: str, place: tuple[int, int, int]) -> None:
    *_, last = (claim for claim in claims(body) if claim.kind != "file_exists")

    assert (last.span.line, last.span.column, last.span.end_column) == place


@pytest.mark.parametrize(
    ("body", "items"),
    [
        pytest.param("2 guides\n\n- A\n- B\n", (), id="a list nothing announces"),
        pytest.param("- 2 guides\n- A\n- B\n", (), id="what stands beside it"),
        pytest.param("2 guides:\n\nMore.\n\n- A\n", (), id="a text between"),
        pytest.param("2 guides:\n```\n- A\n```\n", (), id="data"),
        pytest.param("### 2 guides\n\n#### A\n\n- One\n\n### B\n\n- C\n", ("One",), id="up to the next heading"),
        pytest.param("2 guides:\n- A\n  - C\n- B\n", ("A", "B"), id="the outer items of a list"),
        pytest.param("- 2 guides\n  - A\n  - B\n- C\n", ("A", "B"), id="the items below an item"),
        pytest.param("- 2 guides:\n  - A\n    More.\n  - B\n", ("A", "B"), id="items that go on"),
        pytest.param("### 2 guides\n\n- See `a.md`\n- **B** is short\n", ("a.md", "B"), id="files and bold words"),
        pytest.param("### 2 guides\n\n| A |\n|---|\n| `a.md` |\n| None |\n", ("a.md",), id="files of a table"),
        pytest.param("### 2 guides\n\n```\nd/\n├── a.md\n└── b/\n```\n", ("d/a.md",), id="files of a drawing"),
    ],
)
def test_what_a_number_counts(body: str, items: tuple[str, ...]) -> None:
    assert [claim.items for claim in claims(body) if claim.claimed == "2"] == [items]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("24/7 support, 99%", [], id="around the clock"),
        pytest.param("5/6 are at 100%", [], id="a fraction of another share"),
        pytest.param("83% of all the phases that were planned, 5/6", [], id="a fraction far away"),
        pytest.param("Fell from 30 seconds to 20 (-33%)", [], id="seconds"),
        pytest.param("Fell from 30 to 20 seconds (-33%)", [], id="seconds, behind"),
        pytest.param("Grew from 0 to 20 (+20%)", [], id="from nothing"),
        pytest.param("Went from 40 to 55, 37%", [], id="nothing says that it is of change"),
        pytest.param("83% (5 of 6)", [5, 6], id="a fraction behind"),
        pytest.param("5/6 = 83%", [5, 6], id="a fraction before"),
        pytest.param("83% of the pages in the set were written (5 of 6)", [5, 6], id="a fraction in parentheses"),
        pytest.param("120% of target: 60 pages for 50", [60, 50], id="of a target"),
        pytest.param("Grew from 40 to 55 pages (+37%)", [15, 40], id="a change"),
        pytest.param("79% fewer errors (1,850 → 380)", [1470, 1850], id="a change behind"),
        pytest.param("It rose from 40 pages to 55 pages, 37% more", [15, 40], id="a change of things"),
    ],
)
def test_what_a_share_is_worked_out_from(text: str, terms: list[int]) -> None:
    shares = [claim for claim in claims(f"{text}\n") if claim.kind == "percent"]

    assert [term.value for term in shares[0].terms] == terms


@pytest.mark.parametrize(
    ("body", "about"),
    [
        pytest.param("- `a.md`\n- 3 chapters\n", (), id="not on the item before"),
        pytest.param("- `a.md`\n\nIt has 3 chapters.\n", (), id="not on the list before"),
        pytest.param("- `a.md`\n\n| Part | Pages |\n|---|---|\n| A | 3 |\n", ("A",), id="a row on no list"),
        pytest.param("- A\n- B\n  - 3 chapters\n", ("B",), id="on the last item above"),
        pytest.param("- `docs/`\n  - 3 chapters\n", ("docs/",), id="on the folder above"),
        pytest.param("- *Guides* hold 3 chapters\n", (), id="on no word that is stressed"),
        pytest.param("- **Guides** hold 3 chapters\n", ("Guides",), id="on the bold words it opens with"),
        pytest.param("- 1. **Guides** hold 3 chapters\n", ("Guides",), id="on bold words behind a number"),
        pytest.param("Text of it\n**Guides**: 3 chapters\n", ("Guides",), id="on the bold words of its line"),
        pytest.param("- The **Guides** hold 3 chapters\n", (), id="on no bold words further on"),
        pytest.param("- *Guides*: 3 chapters\n", ("Guides",), id="on its label"),
        pytest.param("Guides ......... 3 chapters\n", ("Guides",), id="on its label, over dots"),
        pytest.param("- [A](https://x.org/a): 3 chapters on `b.md`\n", ("A",), id="on no file further on"),
        pytest.param("### `a.md`\n\n- 3 chapters\n", ("a.md",), id="on the file of the heading"),
        pytest.param("### Guides\n\n#### A\n\n#### B\n\n- 3 chapters\n", ("B", "Guides"), id="on all headings above"),
        pytest.param("See `a.md`.\nIt has 3 chapters.\n", ("a.md",), id="on the file of its paragraph"),
        pytest.param("See `a.md`.\n\nIt has 3 chapters.\n", (), id="not on that of the paragraph before"),
        pytest.param("- `a.md`\n  It has 3 chapters.\n", ("a.md",), id="on the item it goes on"),
        pytest.param("- `a.md`\n  - B\n    - 3 chapters\n", ("B", "a.md"), id="on all items above"),
        pytest.param("**Covers**:\n- **File**: `a.md`\n- 3 chapters\n", ("a.md", "Covers"), id="on a label in a list"),
        pytest.param("**File**: `a.md`\n**Report**: `b.md`\n\n- 3 chapters\n", ("a.md",), id="on what is no report"),
        pytest.param("**File**: `a.md`\n**Path**: `b.md`\n\n- 3 chapters\n", ("b.md",), id="on the next file"),
        pytest.param("- A\n  - **File**: `a.md`\n  - 3 chapters\n", ("a.md",), id="on a label beside it"),
        pytest.param("- **A**\n  **File**: `a.md`\n  **Pages**: 3\n", ("Pages", "a.md"), id="on a label above it"),
        pytest.param("Files:\n\n- A\n\nMore.\n\n- 3 chapters\n", (), id="on no list that is over"),
        pytest.param("```yaml\na:\n  b: 2\nc: 3\n```\n", ("c",), id="on no key that is closed"),
        pytest.param("```yaml\na:\n  b:\n    c: 3\n```\n", ("c", "b", "a"), id="on all keys above"),
        pytest.param("Added `a.md` (2 lines), `b.md` (3 lines).\n", ("b.md", "Added a.md, b.md.", "a.md"),
                     id="on the name before it"),
    ],
)  # fmt: skip
def test_what_a_number_hangs_on(body: str, about: tuple[str, ...]) -> None:
    assert [*claims(body)[-1].about] in ([*about], [*about, "Deliverables"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Text above\nDELIVERED\n", "Text above  \nDELIVERED  \n", id="shouted in a paragraph"),
        pytest.param("X: done\n----\n", "X: done  \n\n", id="a field over a rule"),
        pytest.param("1. Setup\n----\n", "1. Setup\n\n", id="an item over a rule"),
        pytest.param("X" * 81 + "\n----\n", "X" * 81 + "  \n\n", id="too long for a title"),
        pytest.param("DELIVERED: 5 PARTS\n", "DELIVERED: 5 PARTS  \n", id="a field, shouted"),
        pytest.param("A\n\nDELIVERED\n", "A  \n\n## DELIVERED\n", id="shouted by itself"),
        pytest.param("DELIVERED:\n", "# DELIVERED:\n", id="shouted, with a colon"),
        pytest.param("Text\n====\nDELIVERED\nMore\n", "# Text\n\n## DELIVERED\nMore  \n", id="shouted below a rule"),
        pytest.param("====\nText\n", "\nText  \n", id="text below a rule"),
        pytest.param("STATUS: DONE\n----\n", "# STATUS: DONE\n\n", id="a field, shouted, over a rule"),
        pytest.param("• a\n  • b\n1. c\nd\n", "- a\n   - b\n1. c\nd  \n", id="items"),
        pytest.param("d/\n├── a\n└── b\n", "d/  \n    ├── a\n    └── b\n", id="a drawn tree"),
        pytest.param("┌────┐\n│ TEXT │\n└────┘\n", "\n# TEXT\n\n", id="a frame"),
        pytest.param("│ A │ B │\n├───┼───┤\n│ 1 │ 2 │\n", "| A | B |\n|---|---|\n| 1 | 2 |\n", id="a table"),
        pytest.param(
            "+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |\n+---+---+\n| 3 | 4 |\n",
            "\n| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n",
            id="a table with a rule below each row",
        ),
    ],
)
def test_plain_text_is_read_as_markdown(text: str, expected: str) -> None:
    assert as_markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        pytest.param("# Restore\n\n1. Stop the service.\n2. Copy the files.\n", "", id="a runbook"),
        pytest.param("# Weekly notes\n\n- [x] done\n- [x] done\n", "", id="notes with boxes"),
        pytest.param("# Config\n\n| Key | Default |\n|---|---|\n| a | 1 |\n", "", id="a reference"),
        pytest.param(HEAD + "- a.md\n", "summary", id="a summary"),
        pytest.param(SHIPPED, "summary", id="a summary that is not called so"),
        pytest.param(SHIPPED.replace("## Metrics\n", ""), "", id="one sign less"),
        pytest.param("# Done summary\n\nStatus: done\nTotal lines: 9\n", "", id="a title and two labels"),
        pytest.param("# Completion summary template\n\nWe wrote 5 runbooks.\n", "", id="the template of one"),
        pytest.param("# Phase 3: completion summary\n\nWe wrote 5 runbooks.\n", "summary", id="one called so"),
        pytest.param("# How to write a completion summary\n\nWe wrote 5 runbooks.\n", "", id="a guide to writing one"),
        pytest.param("# Done summary\n\nStatus: done\nTotal lines: 9\nCompleted: now\n", "summary", id="three labels"),
        pytest.param("# Summary\n\nStatus: done\nStatus: done\nTotal lines: 9\n", "", id="a label twice"),
        pytest.param("# Wrap-up\n\nStatus: done\n\n" + RESULTS, "summary", id="targets beside results, and a total"),
        pytest.param("# Wrap-up\n\nStatus: done\n\n" + RESULTS.replace("Planned", "Kind"), "", id="results alone"),
        pytest.param("# Wrap-up\n\nStatus: done\n\n" + RESULTS.replace("Total", "Rest"), "", id="no total"),
        pytest.param("# Options\n\nStatus: done\n\n" + RESULTS, "", id="such a table in another document"),
        pytest.param("# Test report\n\n`a.py` `b.py`\n\nStatus: ok\n\n## Metrics\n", "", id="a report, too few signs"),
        pytest.param("# Test report\n\n`a.py` `b.py`\n\nStatus: ok\n\n## Metrics\n\n## Results\n\n## Statistics\n",
                     "summary", id="a report of files"),
        pytest.param("# Test report\n\n`a.py`\n\nStatus: ok\n\n## Metrics\n\n## Completion\n\n## Statistics\n", "",
                     id="a report of one file"),
        pytest.param("# Done summary\n\n`a.md` `b.md`\n\nStatus: done\nTotal lines: 9\n", "summary",
                     id="a title, files, and two labels"),
        pytest.param("# Sprint report\n\n`a.md` – about 20 lines\n\n`b.md`, just 9 lines\n\n## Delivered\n\nLines: 9\n",
                     "summary", id="sizes with hedges"),
        pytest.param("# Progress summary\n\n- A: 4 of 6\n- B: 2 of 3\n", "", id="two shares"),
        pytest.param("# Progress summary\n\n- A: 4 of 6\n- B: 2 of 3\n- C: 1 of 2\n- D: 2 of 2\n\nStatus: open\n",
                     "summary", id="many shares"),
        pytest.param("# Release checklist\n\n- [ ] `a.md`\n- [ ] `b.md`\n", "", id="a checklist"),
        pytest.param("# Release checklist\n\n- [x] `a.md`\n- [ ] `b.md`\n", "summary", id="a checklist in use"),
        pytest.param("# Handbook index\n\n```yaml\n- file: a.md\n- file: b.md\n- file: c.md\n```\n", "index",
                     id="an index in data"),
        pytest.param("# Audit\n\nFile: a.md, Lines: 44\n", "mention", id="the size of one file, by labels"),
        pytest.param("# How to write a report\n\n`a.md` (20 lines)\n", "", id="a guide to writing one, with sizes"),
        pytest.param("# Completion summary template\n\n" + HEAD + "- a.md\n", "", id="a template with all its parts"),
        pytest.param("# Sprint 3\n\n`a.md` – about 20 lines\n", "mention", id="the size of one file"),
        pytest.param("# Guide\n\n| File |\n|---|\n| a.md |\n| b.md |\n| **c.md** |\n", "", id="a guide with files"),
        pytest.param("# All\n\n- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n", "", id="links without a name for them"),
        pytest.param("# Done summary\n\nStatus: done\n✅ ✅ [x]\n✅ ✅\n", "", id="one tick less"),
        pytest.param("# Done summary\n\nStatus: done\n✅ ✅ [x]\n✅ ✅ [x]\n", "summary", id="ticks and boxes"),
        pytest.param("# Index\n\n- ![A](a.md)\n- ![B](b.md)\n- ![C](c.md)\n", "", id="pictures are no entries"),
        pytest.param("# Index\n\n- [A](a.md#a)\n- [A](a.md#b)\n- [A](a.md#c)\n", "", id="three times the same entry"),
        pytest.param("# Index\n\n" + ENTRIES + "Text.\n\n" * 18, "index", id="an index with some text"),
        pytest.param("# Index\n\n" + ENTRIES + "Text.\n\n" * 25, "", id="three links in a text"),
        pytest.param("# Index\n\n" + ENTRIES + MORE + "Text.\n\n" * 99, "index", id="many links in a text"),
        pytest.param("# Documentation index\n\n- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n", "index", id="an index"),
    ],
)  # fmt: skip
def test_summaries_and_indexes_are_told_by_their_shape(text: str, shape: str) -> None:
    assert claims_of(parse("x.md", text.encode())).shape == shape


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        pytest.param("GUIDES.md", "", id="not called so"),
        pytest.param("INDEX.md", "", id="an index of something"),
        pytest.param("GUIDE_INDEX.md", "index", id="of documents"),
    ],
)
def test_an_index_may_be_called_so_by_its_file_alone(path: str, shape: str) -> None:
    rows = "| a.md | A |\n| b.md | B |\n| **c.md** | C |\n"
    text = "Text.\n\n" * 9
    table = f"# All our guides\n\n{text}| File | About |\n|---|---|\n{rows}"

    assert claims_of(parse(path, table.encode())).shape == shape


def test_totals_of_a_paragraph_are_not_added_up() -> None:
    found = claims("Total code: 50 lines\nTotal docs: 20 lines\nTotal tests: 12 lines\n")

    assert [claim.kind for claim in found] == ["line_count"] * 3


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("1 " * 40_000, id="numbers"),
        pytest.param("(" * 40_000, id="parentheses"),
        pytest.param("a.md " * 10_000, id="names"),
        pytest.param("- a/" * 10_000 + "b.md", id="one long path"),
        pytest.param("5 " + "word " * 20_000, id="one long phrase"),
        pytest.param("all " * 20_000 + "created", id="sweeping words"),
        pytest.param("```\n" + "├── " * 10_000 + "\n```\n", id="branches"),
        pytest.param("| a | b |\n|---|---|\n" + "| 1 | 2 lines |\n" * 3_000, id="rows"),
        pytest.param("1 + " * 20_000 + "= 5", id="an equation"),
        pytest.param("50% (5/6) 4 → 2 (-50%) " * 3_000, id="shares and changes"),
        pytest.param("twenty one hundred and " * 3_000, id="numbers in words"),
        pytest.param("- 9 a: 1 b, " + "1 b, " * 20_000, id="a breakdown"),
        pytest.param("".join("  " * depth + f"- item {depth}\n" for depth in range(90)), id="nested lists"),
    ],
)
def test_hostile_text_takes_linear_time(body: str) -> None:
    with within(3):
        claims(body)


def test_the_name_of_a_file_tells_an_index_and_what_is_ticked_there_was_done() -> None:
    text = "# All\n\n- [A](a.md)\n- ✅ Rollback described\n- Later\n- [B](b.md)\n- [C](c.md)\n"

    found = claims_of(parse("docs/INDEX.md", text.encode()))

    assert found.shape == "index"
    assert [claim.claimed for claim in found.claims] == ["a.md", "Rollback described", "b.md", "c.md"]


def test_contents_that_are_listed_are_claimed_tentatively() -> None:
    (contents, file) = claims("| Document | Contents |\n|---|---|\n| a.md | Restore, backup |\n")

    assert (contents.kind, contents.tentative) == ("section_present", True)
    assert (file.kind, file.tentative) == ("file_exists", False)


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        pytest.param("| A | 10 | 9 |\n| B | 5 | 5 |\n| **Total** | 15 | 14 |", [[10, 5], [9, 5]], id="each its column"),
        pytest.param("| A | 10 | 0 |\n| B | 5 | some |\n| **Total** | 15 | 2 |", [[10, 5]], id="not with gaps"),
    ],
)
def test_a_total_is_the_sum_of_its_own_column(rows: str, parts: list[list[int]]) -> None:
    found = claims(f"| Group | Cases | Failed |\n|---|---|---|\n{rows}\n")

    assert [[term.value for term in claim.terms] for claim in found if claim.kind == "sum"] == parts
