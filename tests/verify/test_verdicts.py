"""What is claimed of a small project is measured, and called what it is."""

from collections.abc import Callable

import pytest

from doclint.verify import JudgedClaim
from tests.verify.conftest import FILES

Judged = Callable[..., tuple[JudgedClaim, ...]]
V, C, U = "verified", "contradicted", "unverifiable"
SETUP = 16  # lines of docs/setup.md


UNDER = "### Setup\n**File**: `docs/setup.md`\n\n- {}\n"


@pytest.mark.parametrize(
    ("body", "text", "verdict"),
    [
        pytest.param("- `docs/setup.md` (16 lines)\n", "16 lines", V, id="the lines it has"),
        pytest.param("- `docs/setup.md` (17 lines)\n", "17 lines", C, id="one line too many"),
        pytest.param("- `docs/setup.md` (10+ lines)\n", "10+ lines", V, id="at least"),
        pytest.param("- `docs/setup.md` (20+ lines)\n", "20+ lines", C, id="not even at least"),
        pytest.param("- `docs/setup.md` (~16 lines)\n", "~16 lines", V, id="about"),
        pytest.param("- `docs/setup.md` (~20 lines)\n", "~20 lines", C, id="not about"),
        pytest.param("- `docs/setup.md` (10-20 lines)\n", "10-20 lines", V, id="in a range"),
        pytest.param("- `docs/setup.md` (over 16 lines)\n", "over 16 lines", C, id="over is more than"),
        pytest.param("- `docs/setup.md` (under 17 lines)\n", "under 17 lines", V, id="under"),
        pytest.param("- `docs/setup.md` (under 16 lines)\n", "under 16 lines", C, id="under is less than"),
        pytest.param("- `docs/setup.md` (up to 16 lines)\n", "up to 16 lines", V, id="up to includes it"),
        pytest.param("- `docs/setup.md` (up to 15 lines)\n", "up to 15 lines", C, id="more than up to"),
        pytest.param("- `docs/setup.md` (16-20 lines)\n", "16-20 lines", V, id="the lower end of a range"),
        pytest.param("- `docs/setup.md` (10-16 lines)\n", "10-16 lines", V, id="the upper end of a range"),
        pytest.param("- `docs/setup.md` (~12-15.5 lines)\n", "~12-15.5 lines", V, id="nearly in a range"),
        pytest.param("- `docs/setup.md` (~12-15 lines)\n", "~12-15 lines", C, id="not even nearly in a range"),
        pytest.param("- `docs/setup.md` (17-20 lines)\n", "17-20 lines", C, id="below a range"),
        pytest.param("- `docs/setup.md` (10-15 lines)\n", "10-15 lines", C, id="above a range"),
        pytest.param("- `docs/setup.md` (sixteen lines)\n", "sixteen lines", V, id="in words"),
        pytest.param("- **Setup** (`docs/setup.md`): 16 lines\n", "16 lines", V, id="a name in parentheses"),
        pytest.param("- `docs/setup.md`: 16 lines (average)\n", "16 lines (average", V, id="average of something else"),
        pytest.param("- `docs/setup.md`: 0.1 KB\n", "0.1 KB", V, id="kilobytes, cut"),
        pytest.param("- `docs/large.md`: 2 KB\n", "2 KB", V, id="kilobytes of 1024, rounded up"),
        pytest.param("- `docs/large.md`: 3 KB\n", "3 KB", C, id="a kilobyte too many"),
        pytest.param("- `docs/large.md`: 1.07 KiB\n", "1.07 KiB", V, id="KiB are of 1024"),
        pytest.param("- `docs/large.md`: 1.1 KiB\n", "1.1 KiB", V, id="KiB, rounded"),
        pytest.param("- `docs/large.md`: 1.10 KiB\n", "1.10 KiB", C, id="KiB are not of 1000"),
        pytest.param("- `docs/large.md`: 1.3 KB\n", "1.3 KB", C, id="rounded up to a tenth"),
        pytest.param("- `tools/check.sh` (2 lines)\n", "2 lines", V, id="a file that is no document"),
        pytest.param("- `docs/gone.md` (20 lines)\n- `docs/setup.md`\n", "20 lines", U, id="a file that is not there"),
        pytest.param("Added `docs/setup.md` (16 lines) and tools.\n", "16 lines", V, id="behind a name in a sentence"),
        pytest.param("- `docs/setup.md`: 5 lines added\n", "5 lines added", U, id="what was added"),
        pytest.param("- `docs/setup.md`: +5 lines\n", "+5 lines", U, id="what was added, by its sign"),
        pytest.param("- `docs/setup.md` (was 9 lines): 16 lines\n", "16 lines", V, id="what it was before"),
        pytest.param("- `docs/setup.md` (now 16 lines, before 9 lines)\n", "now 16 lines", V, id="before"),
        pytest.param(
            "- `docs/setup.md`\n\nNothing is longer than 9 lines.\n",
            "Nothing is longer than 9 lines",
            U,
            id="of each, none named",
        ),
        pytest.param(
            "### Setup: `docs/setup.md`\n\nThis document has 16 lines.\n",
            "This document has 16 lines",
            V,
            id="this document, below the name of another",
        ),
        pytest.param("This document lists 90 lines.\n", "This document lists 90 lines", U, id="lines it speaks of"),
        pytest.param("- This file: 90 lines\n", "90 lines", C, id="the document itself, in a label"),
        pytest.param("This summary has 7 lines.\n", "This summary has 7 lines", V, id="the document itself"),
        pytest.param("- **docs/setup.md**\n  - Size: 16 lines\n", "16 lines", V, id="a label below the name"),
        pytest.param("### Setup\n**File**: `docs/setup.md`\n**Lines**: 16\n", "16", V, id="labels under a heading"),
        pytest.param(UNDER.format("Restore Manual: 4 lines"), "4 lines", U, id="something else under a heading"),
        pytest.param(UNDER.format("Agent (4 lines)"), "4 lines", U, id="a part of it under a heading"),
        pytest.param(UNDER.format("Setup text: 4 lines"), "4 lines", U, id="something in it under a heading"),
        pytest.param(UNDER.format("Setup Guide: 4 lines"), "4 lines", C, id="itself under a heading"),
        pytest.param(UNDER.format("Final count: 4 lines"), "4 lines", C, id="a measure under a heading"),
    ],
)
def test_the_size_of_a_file(judged: Judged, body: str, text: str, verdict: str) -> None:
    found = [claim for claim in judged(body, files={**FILES, "docs/large.md": "x" * 1100}) if claim.rule == "size"]

    assert [(claim.text, claim.verdict) for claim in found] == [(text, verdict)]


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        pytest.param("`docs/setup.md` (16 lines) and its tests (90 lines)\n", [V, U], id="something else"),
        pytest.param("`docs/setup.md` (16 lines) and the summary itself (7 lines)\n", [V, V], id="the document itself"),
        pytest.param("`docs/setup.md` (16 lines, 90 lines)\n", [V, C], id="in one parenthesis"),
        pytest.param("`docs/setup.md` (16 lines), `docs/restore.md` (90 lines)\n", [V, C], id="another file"),
        pytest.param("`docs/setup.md` 16 + `docs/restore.md` 16 = 32 lines\n", [V, V], id="the parts of a sum"),
        pytest.param("```yaml\n- name: docs/setup.md\n  lines: 16\n- name: docs/restore.md\n  lines: 90\n```\n",
                     [V, C], id="each below its name in a block"),
        pytest.param('```json\n{\n  "path": "docs/setup.md",\n  "lines": 16\n}\n```\n', [V], id="beside its path"),
    ],
)  # fmt: skip
def test_each_size_is_of_its_own_file(judged: Judged, body: str, verdicts: list[str]) -> None:
    found = [claim for claim in judged(body) if claim.rule == "size"]

    assert [claim.verdict for claim in found] == verdicts


TABLES = {
    "name, lines, tick": "| Document | Lines | Done |\n|---|---|---|\n| docs/setup.md | {} | ✅ |\n",
    "lines first": "| # | Lines | File |\n|---|---|---|\n| 1 | {} | `docs/setup.md` |\n",
    "title for the file": "| Deliverable | Actual lines |\n|---|---|\n| Setup Guide | {} |\n\n- docs/setup.md\n",
    "target beside it": "| Document | Goal | Result |\n|---|---|---|\n| [S](docs/setup.md) | 10 lines | {} lines |\n",
    "unit in the target's head": "| File | Target Lines | Achieved |\n|---|---|---|\n| docs/setup.md | 10 | {} |\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize(("lines", "verdict"), [(SETUP, V), (SETUP + 1, C)], ids=["right", "wrong"])
def test_a_size_in_a_table_of_any_order(judged: Judged, table: str, lines: int, verdict: str) -> None:
    found = [claim for claim in judged(table.format(lines)) if claim.rule == "size"]

    assert [claim.verdict for claim in found] == [verdict]


TWICE = "### Set\n\n- `docs/setup.md` (16 lines)\n- `docs/restore.md` (16 lines)\n\n### End\n\n"
LIST = "- `docs/setup.md`\n- `docs/restore.md`\n\n"


@pytest.mark.parametrize(
    ("body", "text", "verdict"),
    [
        pytest.param(LIST + "**Total lines**: 32\n", "32", V, id="of all that is listed"),
        pytest.param(LIST + "**Total lines**: 40\n", "40", C, id="of nothing"),
        pytest.param(LIST + "Total files: 2, total lines: 32\n", "32", V, id="in running text"),
        pytest.param(LIST + "Total files: 5\n\nTotal lines: 90\n", "90", U, id="of more than is listed"),
        pytest.param(LIST + "- `docs/gone.md`\n\n**Total lines**: 40\n", "40", U, id="one of them is missing"),
        pytest.param("**Total lines**: 90\n", "90", U, id="nothing is listed"),
        pytest.param("- `docs/setup.md`\n\n**Total lines**: 90\n", "90", U, id="one file is no set"),
        pytest.param(
            LIST + "- `a.sh`\n- `b.sh`\n\n**Total documentation**: 32 lines\n", "32 lines", V, id="of its documents"
        ),
        pytest.param(LIST + "- `a.sh`\n- `b.sh`\n\n**Total code**: 4 lines\n", "4 lines", V, id="of its code"),
        pytest.param(LIST + "**Total code**: 20+ lines\n", "20+ lines", U, id="code, and only documents are listed"),
        pytest.param(
            LIST + "### Pods\n\n- **Total**: 9+ lines\n", "9+ lines", U, id="at least, of a part nothing lists"
        ),
        pytest.param(
            LIST + "- Memo: 9 lines of documentation\n", "9 lines of documentation", U, id="of one, not of all"
        ),
        pytest.param(
            LIST + "**All**: 32+ lines of documentation + 3+ lines of code\n", "3+ lines of code", U, id="two kinds"
        ),
        pytest.param(TWICE + "**Total code**: 64 lines\n", "64 lines", U, id="twice a sum is no sum"),
        pytest.param(
            LIST + "Total files: 9\n\n2 files.\n\n**Total lines**: 90\n", "90", U, id="of more than are named"
        ),
        pytest.param(LIST + "**Average file size**: 16 lines\n", "16 lines", V, id="a size in lines"),
        pytest.param("### Set\n\n" + LIST + "**Total**: 2 files, 9 lines\n", "9 lines", C, id="of its section's files"),
        pytest.param(LIST + "### All\n\n2 documents; 90 lines in total\n", "90 lines in total", C, id="of as many"),
        pytest.param(LIST + "### All\n\n2 documents; 9 lines of code\n", "9 lines of code", U, id="of a part of it"),
        pytest.param(LIST + "All documents: 90 lines. Documents: 2\n", "90 lines", C, id="all of so many"),
        pytest.param(LIST + "### All\n\n9 documents; 90 lines in total\n", "90 lines in total", U, id="of more files"),
        pytest.param(LIST + "**Average**: 16 lines per file\n", "16 lines per file", V, id="the average"),
    ],
)
def test_a_total_is_about_what_the_document_lists(judged: Judged, body: str, text: str, verdict: str) -> None:
    files = {"docs/setup.md": "x\n" * 16, "docs/restore.md": "y\n" * 16, "a.sh": "a\n\n", "b.sh": "b\n\n"}
    found = [claim for claim in judged(body, files=files) if claim.kind in ("line_count", "average")]

    assert [(claim.text, claim.verdict) for claim in found if claim.text == text] == [(text, verdict)]


FIVE = """### Guides\n
- `docs/setup.md`
- `docs/restore.md`\n
### More\n
- `docs/faq.md`
- `docs/incidents.md`
- `tools/check.sh`\n
## Numbers\n
"""
SPOKEN = "- The incident playbooks hold {} playbooks\n- `docs/incidents.md`\n- `docs/setup.md`\n"
TABLE = "| File | About |\n|---|---|\n| docs/setup.md | Setup |\n| docs/restore.md | Restore |\n"


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        pytest.param(f"### Guides (2 files)\n\n{TABLE}", V, id="as many rows"),
        pytest.param(f"### Guides (3 files)\n\n{TABLE}\n- `tools/check.sh`\n", V, id="rows and items"),
        pytest.param(f"### Guides (3 files)\n\n{TABLE}", C, id="fewer rows"),
        pytest.param(
            "### Guides (1 file)\n\n```\ndocs/\n├── setup.md\n└── faq.md\n```\n", C, id="a drawn tree of more"
        ),
        pytest.param(FIVE + "- Helm charts: 2 files\n", U, id="a list of something else"),
        pytest.param(FIVE + "- Guide files: 2\n", V, id="the list called so"),
        pytest.param(FIVE + "- Total: 2 files\n", V, id="of all"),
        pytest.param("- 3 files in `./docs`\n- `tools/check.sh`\n", U, id="three of a folder of four"),
        pytest.param("- 4 files in `./docs`\n- `tools/check.sh`\n", V, id="in a folder, without its slash"),
        pytest.param("- 5 files in docs/\n- `tools/check.sh`\n", C, id="more than are in a folder"),
        pytest.param(
            "Total files: 5\n\n- docs/setup.md\n- docs/restore.md\n- docs/incidents.md\n- docs/faq.md\n",
            U,
            id="as many as with the document itself",
        ),
        pytest.param("- `a/b` (3 files)\n", U, id="of what is no folder"),
        pytest.param("- `./docs` has 4 files\n", V, id="a folder that holds"),
        pytest.param("- `./docs` (4 files)\n", V, id="behind a folder without its slash"),
        pytest.param("- `./docs`: 5 files\n", C, id="more than the folder before them has"),
        pytest.param("**Created** (8 files):\n- 6 tests\n- `docs/setup.md`\n- `docs/restore.md`\n", U, id="groups"),
    ],
)
def test_so_many_files_are_announced(judged: Judged, body: str, verdict: str) -> None:
    found = [claim for claim in judged(body) if claim.rule == "files"]

    assert found[0].verdict == verdict


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        pytest.param("- `docs/incidents.md`: 2 playbooks\n", V, id="headings that open with the noun"),
        pytest.param("- `docs/incidents.md`: 12 playbooks\n", C, id="fewer than said"),
        pytest.param("- `docs/faq.md` (2 questions)\n", V, id="questions in bold"),
        pytest.param("- `docs/faq.md` (50+ Q&A)\n", C, id="fewer questions than said"),
        pytest.param("- `docs/restore.md`: 3-step procedure\n", V, id="a noun joined to the number"),
        pytest.param("- `docs/setup.md`: 3 sections\n", V, id="sections"),
        pytest.param("- `docs/setup.md`: 7 dashboards\n", U, id="what no heading names"),
        pytest.param("- 12 comprehensive alerts\n", U, id="of no document"),
        pytest.param("3 groups:\n\n- One\n- Two\n- Three\n", V, id="the list it announces"),
        pytest.param("3 groups:\n\n- One\n  - its part\n- Two\n- Three\n", V, id="not what is below its items"),
        pytest.param("2 groups:\n\n- One\n- Two\n\n### End\n\n- Three\n", V, id="up to the next heading"),
        pytest.param("### Groups (2)\n\n- One\n- Two\n\n### End\n\n- Three\n", V, id="up to the next such heading"),
        pytest.param("### Groups (3)\n\n- One\n- Two\n\n#### End\n\n- Three\n", V, id="with the headings below"),
        pytest.param("2 groups:\n\n- One\n- Two\n\nMore:\n\n- Three\n", V, id="up to the next text"),
        pytest.param("3 groups:\n\n- One\n\n  More.\n- Two\n- Three\n", V, id="with text between its items"),
        pytest.param("- 2 groups:\n  - One\n  - Two\n- Three\n", V, id="up to the next item beside it"),
        pytest.param("4 groups:\n\n- One\n- Two\n- Three\n", C, id="a list one short"),
        pytest.param("2 groups:\n\n- One\n", U, id="one point is no list"),
        pytest.param("29 panels:\n\n- One\n- Two\n- Three\n", U, id="a list of something else"),
        pytest.param("9 rules:\n\n- 4 loud\n- 5 quiet\n", V, id="parts that add up"),
        pytest.param("9 rules:\n\n- 4 loud\n- 4 quiet\n", U, id="parts that do not add up"),
        pytest.param("9 rules:\n\n- 9 loud\n- Quiet\n", U, id="a part without a number"),
        pytest.param("- 9 rules: 4 loud, 5 quiet\n", V, id="parts in the same line"),
        pytest.param("- 9 rules: 4 loud, 3 quiet\n", U, id="perhaps not all its parts"),
        pytest.param("- 9 rules. 4 loud, 5 quiet\n", U, id="another sentence"),
        pytest.param("- 9 rules: 4 loud; 5 quiet\n", U, id="other clauses"),
        pytest.param(SPOKEN.format(2), V, id="a document spoken of"),
        pytest.param(SPOKEN.format(3), U, id="that may mean others"),
        pytest.param("- 4 guides in `./docs`\n", V, id="as many documents in a folder named without its slash"),
        pytest.param("- 3 guides in docs/\n", U, id="some of the documents in a folder"),
        pytest.param("- 5 guides in docs/\n", C, id="more documents than a folder has"),
        pytest.param("Here `./docs` contains 4 guides.\n", V, id="a folder that contains"),
        pytest.param("Here `./docs` contains 5 guides.\n", C, id="a folder that contains fewer"),
        pytest.param("- `docs/setup.md`: 9 sections\n", C, id="more sections than headings"),
        pytest.param("- `docs/restore.md`: 9 steps\n", C, id="more steps than parts of any kind"),
        pytest.param("- `docs/setup.md`: 2 sections\n", U, id="some of its sections"),
        pytest.param("- 5 alerts in docs/\n", U, id="more than it has documents, each may hold several"),
        pytest.param("```\n├── docs/  # 4 notes\n└── b.md\n```\n", V, id="as many documents in a folder"),
        pytest.param("```\n├── docs/  # 3 notes\n└── b.md\n```\n", U, id="of those in a folder"),
    ],
)
def test_so_many_of_something(judged: Judged, body: str, verdict: str) -> None:
    found = [claim for claim in judged(body) if claim.rule == "count"]

    assert found[0].verdict == verdict


@pytest.mark.parametrize(
    ("bullet", "verdict"),
    [
        pytest.param("Prerequisites", V, id="a heading"),
        pytest.param("Agent installation", V, id="a heading in other words"),
        pytest.param("Installing the agent (packages)", V, id="with an aside"),
        pytest.param("Kubernetes operators", C, id="words that occur nowhere"),
        pytest.param("Agent credentials", U, id="half of it in a heading, the other half nowhere"),
        pytest.param("Agent prerequisites", V, id="its words in two headings"),
        pytest.param("Configuration, Prerequisites", V, id="a list of sections"),
        pytest.param("Configuration, Kubernetes", C, id="a list, and one is nowhere"),
        pytest.param("Installations", V, id="another form of the word"),
        pytest.param("Install and configure, text", U, id="what the text mentions"),
    ],
)
def test_a_section_of_a_file(judged: Judged, bullet: str, verdict: str) -> None:
    found = [claim for claim in judged(f"1. `docs/setup.md`\n   - {bullet}\n") if claim.rule == "section"]

    assert [(claim.claimed, claim.verdict) for claim in found] == [(bullet, verdict)]


COUNTED = """# Patterns of Alerts

## Patterns

### 1. Factory Pattern

### 2. Observer Pattern

### 3. Visitor Pattern

## Severities

SEV-1, SEV-2 and SEV-3; LAB-1; ID-1 and ID-4; PRI-1 and PRI-2.

```sql
select 1
```

```sql
select 2
```

```mermaid
graph
```

## Tasks

- [x] one
- [ ] two

### Rules

| A | B |
|---|---|
| 1 | 2 |
| 3 | 4 |

### Labels

**1. One**

**2. Two**

**Three**

## Steps to take

1. One.
2. Two.
3. Three.

## 1. Alpha Rule

## 2. Beta Rule

**Q: Why?**

**Q: How?**

**Level 2**
"""


@pytest.mark.parametrize(
    ("count", "verdict", "line", "evidence"),
    [
        pytest.param("3 patterns", V, 5, "3 headings that end with 'patterns'", id="headings that end so"),
        pytest.param("4 patterns", C, 5, "3 headings that end with 'patterns'", id="more than end so"),
        pytest.param("3 severities", V, 0, "3 distinct SEV-n", id="marks"),
        pytest.param("2 priorities", V, 0, "2 distinct PRI-n", id="two marks"),
        pytest.param("4 severities", C, 0, "3 distinct SEV-n", id="more than are marked"),
        pytest.param(
            "1 laboratory", U, 7, "no sure way to count 'laboratory' in docs/x.md", id="one mark is no series"
        ),
        pytest.param("2 identities", U, 7, "no sure way to count 'identities' in docs/x.md", id="a series with gaps"),
        pytest.param("1 SQL query", C, 15, "2 sql blocks", id="blocks of a language"),
        pytest.param("3 code blocks", V, 15, "3 code blocks", id="blocks of any language"),
        pytest.param("2 code blocks", C, 15, "3 code blocks", id="more blocks"),
        pytest.param("3 commands", V, 15, "3 code blocks", id="commands are blocks"),
        pytest.param("2 commands", U, 7, "no sure way to count 'commands' in docs/x.md", id="perhaps not all of them"),
        pytest.param("1 diagram", V, 23, "1 diagrams", id="drawn"),
        pytest.param("2 diagrams", U, 7, "no sure way to count 'diagrams' in docs/x.md", id="perhaps drawn otherwise"),
        pytest.param("2 checkboxes", V, 1, "2 check boxes", id="boxes"),
        pytest.param("1 table", V, 1, "1 sections with a table", id="tables"),
        pytest.param("2+ tables", C, 1, "1 sections with a table", id="at least"),
        pytest.param("2 tables", U, 7, "no sure way to count 'tables' in docs/x.md", id="perhaps two in one section"),
        pytest.param("3 tasks", C, 27, "2 subsections under 'Tasks'", id="subsections of what is named so"),
        pytest.param("2 rules", V, 32, "2 rows under 'Rules'", id="rows of what is named so"),
        pytest.param("3 labels", V, 41, "3 bold labels under 'Labels'", id="bold labels"),
        pytest.param("2 labels", V, 41, "2 numbered labels under 'Labels'", id="numbered labels"),
        pytest.param("3 steps", V, 47, "3 steps under 'Steps to take'", id="steps"),
        pytest.param("6 chapters", V, 3, "6 headings of level 2", id="chapters"),
        pytest.param("5 chapters", V, 5, "5 headings of level 3", id="chapters one level lower"),
        pytest.param("12 sections", V, 1, "12 headings", id="headings of all levels"),
        pytest.param("2 alerts", V, 53, "2 numbered headings of level 2", id="numbered, of what it is about"),
        pytest.param("3 alerts", V, 5, "3 numbered headings of level 3", id="numbered, one level lower"),
        pytest.param("1 level", U, 7, "no sure way to count 'level' in docs/x.md", id="one title is no series"),
        pytest.param("3 kitten steps", U, 7, "no sure way to count 'kitten steps' in docs/x.md", id="steps of others"),
        pytest.param("10+ questions", C, 57, "2 questions", id="questions"),
    ],
)
def test_what_a_document_has_to_be_counted(judged: Judged, count: str, verdict: str, line: int, evidence: str) -> None:
    found = [
        claim for claim in judged(f"- `docs/x.md`: {count}\n", files={"docs/x.md": COUNTED}) if claim.rule == "count"
    ]

    assert [(one.verdict, one.evidence[0].line, one.evidence[0].value) for one in found] == [(verdict, line, evidence)]


HANDBOOK = """# Deploy Handbook

## Database migrations and rollback

Text about ClickHouse, GDPR and SOC2.

## Monitoring setup

## Blue-green deployments

## FAQ

**Escalation path**: the canary

## Rate limits
"""


@pytest.mark.parametrize(
    ("point", "verdict"),
    [
        pytest.param("Compliance (GDPR, SOC2)", U, id="only what its parentheses name occurs"),
        pytest.param("Compliance (GDPR, HIPAA)", C, id="one in its parentheses does not occur"),
        pytest.param("Monitoring (Grafana, Loki)", C, id="none in its parentheses occurs"),
        pytest.param("Migrations and backups", U, id="half of it"),
        pytest.param("ClickHouse tuning", U, id="the text names the product"),
        pytest.param("InfluxDB tuning", C, id="a product that does not occur"),
        pytest.param("Rate limits and Kafka", C, id="a name that does not occur, beside a section"),
        pytest.param("Zookeeper and Kafka", C, id="two names that do not occur"),
        pytest.param("Canary releases", U, id="the text names it"),
        pytest.param("Kitten releases", C, id="nothing names it"),
        pytest.param("Deployments, kittens", C, id="one of two is nowhere"),
        pytest.param("Deployments, monitoring", V, id="sections, listed"),
        pytest.param("Rollback of the database", V, id="the words in another order"),
        pytest.param("Frequently asked questions", V, id="spelled out"),
        pytest.param("Q&A", V, id="abbreviated otherwise"),
        pytest.param("Escalation", V, id="a bold label"),
        pytest.param("When to use it", C, id="advice that it does not give"),
        pytest.param("Monitoring setup documented", V, id="with what was done"),
    ],
)
def test_what_the_words_of_a_point_may_mean(judged: Judged, point: str, verdict: str) -> None:
    body = f"1. `docs/x.md`\n   - {point}\n"
    found = [claim for claim in judged(body, files={"docs/x.md": HANDBOOK}) if claim.rule == "section"]

    assert [claim.verdict for claim in found] == [verdict]


@pytest.mark.parametrize(
    ("point", "verdict"),
    [
        pytest.param("Contact", U, id="one word"),
        pytest.param("Escalation", U, id="one word of a title"),
        pytest.param("Deploy Handbook: kittens and birds", U, id="its title is no section of it"),
        pytest.param("Deploy Handbook covers InfluxDB", C, id="a product that does not occur there"),
        pytest.param("Deploy Handbook: rate limits", V, id="a section of the document named"),
        pytest.param("Rate limits documented", V, id="a section, with what was done"),
        pytest.param("Database migrations", V, id="half of a title"),
        pytest.param("Database backups", U, id="a word of a title"),
    ],
)
def test_what_was_done_is_shown_by_a_section(judged: Judged, point: str, verdict: str) -> None:
    files = {"docs/x.md": HANDBOOK, "docs/y.md": "# Another\n"}
    found = judged(f"- `docs/x.md`\n- `docs/y.md`\n\n- [x] {point}\n", files=files)

    assert [claim.verdict for claim in found if claim.rule == "point"] == [verdict]


def test_an_entry_of_the_contents_without_a_section_is_no_section(judged: Judged) -> None:
    found = [
        claim for claim in judged("1. `docs/incidents.md`\n   - Disk full\n   - Flood\n") if claim.rule == "section"
    ]

    assert [claim.verdict for claim in found] == [V, C]
    assert found[1].evidence[0].line == 4
    assert "leads nowhere" in found[1].evidence[0].value


def test_each_playbook_must_have_it(judged: Judged) -> None:
    body = "### Incidents\n**File**: `docs/incidents.md`\n\n**Playbook structure** (each):\n- Detection\n- Recovery\n"
    found = [claim for claim in judged(body) if claim.rule == "each"]

    assert [(claim.claimed, claim.measured, claim.verdict) for claim in found] == [
        ("Detection", "2 of 2", V),
        ("Recovery", "1 of 2", C),
    ]


PLANNED = "| Part | Planned | Written | {} |\n|-|-|-|-|\n| x | 10 | 8 | {} |\n"


@pytest.mark.parametrize(
    ("body", "kind", "verdict"),
    [
        pytest.param("Progress: 83% (5 of 6 phases)\n", "percent", V, id="a share, cut"),
        pytest.param("Progress: 84% (5 of 6 phases)\n", "percent", C, id="a share that is none"),
        pytest.param(
            "- docs/incidents.md\n\n```yaml\nincident_playbooks: 100%\n```\n",
            "percent",
            C,
            id="all, and a part leads nowhere",
        ),
        pytest.param(
            "- docs/incidents.md\n\n```yaml\nincident_playbooks: 80%\n```\n", "percent", U, id="not all of it"
        ),
        pytest.param(
            "- docs/setup.md\n\n```yaml\nsetup_guide: 100%\n```\n", "percent", U, id="all of what leads somewhere"
        ),
        pytest.param(
            "| M | Target | Actual | Status |\n|-|-|-|-|\n| Lines | 200 | 100 | 50% |\n", "percent", V, id="in a row"
        ),
        pytest.param(
            "83% of the whole of what was planned for this year (5 of 6 phases)\n", "percent", V, id="a clause between"
        ),
        pytest.param(
            "5 of 6 phases, and in all else that was ever planned 83%\n", "percent", U, id="a share of something else"
        ),
        pytest.param("Coverage: 100% of procedures\n", "percent", U, id="of what nobody says"),
        pytest.param("Written 17 (85%). Drawn: 5 of 17.\n", "percent", U, id="a fraction of the next sentence"),
        pytest.param("20 lines, 90% of the 10-line target\n", "percent", C, id="not the share of its target"),
        pytest.param("20 lines, 200% of the 10-line target\n", "percent", V, id="the share of its target"),
        pytest.param("20 lines in 9 days, 90% of the 10-line target\n", "percent", U, id="something between"),
        pytest.param(PLANNED.format("Share", "90%"), "percent", C, id="not the share of what was planned"),
        pytest.param(PLANNED.format("% of plan", "80%"), "percent", V, id="the share of what was planned"),
        pytest.param(PLANNED.format("Growth", "90%"), "percent", U, id="a change, of something"),
        pytest.param("| Part | A | B | Rate |\n|-|-|-|-|\n| x | 10 | 8 | 80% |\n", "percent", V, id="of two numbers"),
        pytest.param("| Part | A | B | Rate |\n|-|-|-|-|\n| x | 10 | 8 | 90% |\n", "percent", U, id="of none of them"),
        pytest.param("- The set grew from 60 to 85 lines (+42%)\n", "percent", V, id="a rise"),
        pytest.param("- The set grew from 60 to 85 lines (+52%)\n", "percent", C, id="a rise that is none"),
        pytest.param("- Saved 79% (1,850 → 380 lines)\n", "percent", V, id="a fall, numbers behind it"),
        pytest.param("- Defects: 40 → 30 (-25%)\n", "percent", V, id="a fall with its sign"),
        pytest.param("- Defects: 40 → 30 (75%)\n", "percent", U, id="of what it was, or by how much"),
        pytest.param("- Latency: from 40 ms to 31 ms (-25%)\n", "percent", U, id="seconds may have been rounded"),
        pytest.param(
            "- Cost: from 40 to 30 and more. Others by (-10%)\n", "percent", U, id="a change of something else"
        ),
        pytest.param("In all 60 (old) + 16 (new) = **76 lines**\n", "sum", V, id="a sum in a sentence"),
        pytest.param("In all 60 (old) + 16 (new) = 77 lines\n", "sum", C, id="a sum that is none"),
        pytest.param("In all 60.5 (old) + 16 (new) = 77 lines\n", "sum", V, id="a sum, rounded"),
        pytest.param("In all 60.4 (old) + 16 (new) = 77 lines\n", "sum", C, id="a sum, rounded the wrong way"),
        pytest.param(
            "| F | Lines |\n|-|-|\n| a | 3 |\n| b | 4 |\n| **Total** | 7 |\n", "sum", V, id="a total in a table"
        ),
        pytest.param("| F | Lines |\n|-|-|\n| a | 3 |\n| b | 4 |\n| Total | 5+ |\n", "sum", V, id="at least"),
        pytest.param("| F | Lines |\n|-|-|\n| a | 3 |\n| b | 4 |\n| Total | 5-8 |\n", "sum", V, id="a range"),
        pytest.param("| F | Lines |\n|-|-|\n| a | 3 |\n| b | 4 |\n| Total | 8 |\n", "sum", C, id="a wrong total"),
        pytest.param(
            "```\nCode:   3 lines\nTests:  4 lines\n──────\nTotal:  7 lines\n```\n", "sum", V, id="in plain text"
        ),
        pytest.param(
            "```yaml\ntotal_lines: 9\nbreakdown:\n  a: 1 documents (3 lines)\n  b: 2 documents (4 lines)\n```\n",
            "sum",
            C,
            id="a breakdown against its total",
        ),
    ],
)
def test_numbers_that_follow_from_numbers(judged: Judged, body: str, kind: str, verdict: str) -> None:
    found = [claim for claim in judged(body) if claim.kind == kind]

    assert [claim.verdict for claim in found] == [verdict]


def test_totals_are_summed_by_column(judged: Judged) -> None:
    table = "| Part | Tests | Failed |\n|-|-|-|\n| a | 3 | 0 |\n| b | 4 | 1 |\n| **TOTAL** | 7 | 1 |\n"
    found = [claim for claim in judged(table) if claim.kind == "sum"]

    assert [(claim.claimed, claim.verdict) for claim in found] == [("7", V), ("1", V)]


def test_a_plain_text_summary_with_frames(claimed: Judged) -> None:
    text = (
        "╔═══════════════════════╗\n║   DELIVERY SUMMARY    ║\n╚═══════════════════════╝\n\n"
        "Status: ✅ COMPLETE\n\nDELIVERABLES\n────────────\n1. Setup\n   File: docs/setup.md\n   Lines: 16\n"
        "   • Prerequisites\n\n┌──────────────┬───────┐\n│ Document     │ Lines │\n├──────────────┼───────┤\n"
        "│ docs/faq.md  │    99 │\n└──────────────┴───────┘\n\nTotal files: 2\n"
    )
    claims = claimed({"DELIVERY_SUMMARY.txt": text})
    found = {claim.span.line: claim.verdict for claim in claims if claim.rule in ("size", "section")}

    assert found == {11: V, 12: V, 17: C}


ROW = "| Deliverable | Target | Achieved | Status |\n|---|---|---|---|\n| Setup | {} lines | 16 lines | ✅ |\n"


@pytest.mark.parametrize(
    ("target", "achieved", "verdicts"),
    [
        pytest.param("20+ lines", "16 lines", [C], id="missed"),
        pytest.param("10+ lines", "16 lines", [V], id="met"),
        pytest.param("20 lines", "16 lines", [C], id="a plain one of lines, missed"),
        pytest.param("10 lines", "16 lines", [V], id="a plain one of lines, exceeded"),
        pytest.param("20 alerts", "16 alerts", [], id="a plain one, which may be a limit"),
        pytest.param("< 5%", "-7%", [V], id="a limit, and less than nothing"),
        pytest.param("< 5%", "7%", [C], id="a limit, exceeded"),
        pytest.param("<9%", "7%", [V], id="a limit, kept"),
        pytest.param("<5 minutes", "2 minutes", [], id="how fast something is"),
        pytest.param("~20 lines", "16 lines", [], id="about"),
    ],
)
def test_a_tick_beside_a_target(judged: Judged, target: str, achieved: str, verdicts: list[str]) -> None:
    found = judged(ROW.replace("16 lines", achieved).replace("{} lines", target))

    assert [claim.verdict for claim in found if claim.rule == "target"] == verdicts


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        pytest.param("The set exceeds all targets.", C, id="one target is missed"),
        pytest.param("All files were created.", V, id="all that are named exist"),
        pytest.param("Every document has an owner.", C, id="one has none"),
        pytest.param("All documents link to each other.", C, id="none does"),
        pytest.param("All links were checked.", U, id="of links, not of documents"),
        pytest.param("All internal links work.", U, id="there are none"),
        pytest.param("Every page has a configuration.", U, id="one of them lacks it, in other words perhaps"),
        pytest.param("Every document has a troubleshooting section.", C, id="a section that none has"),
        pytest.param("All procedures were tested.", U, id="no file shows it"),
    ],
)
def test_statements_about_all(judged: Judged, sentence: str, verdict: str) -> None:
    body = f"- `docs/setup.md`\n- `docs/restore.md`\n- `docs/faq.md`\n\n{ROW.format('20+')}\n{sentence}\n"
    found = [claim for claim in judged(body) if claim.rule == "universal"]

    assert [(claim.text, claim.verdict) for claim in found] == [(sentence, verdict)]


def test_a_plan_is_no_claim(judged: Judged) -> None:
    body = "- `docs/setup.md`\n\n## Next steps\n\n- [ ] Write 5 more documents\n- `docs/later.md`\n- Add 12 playbooks\n"
    found = {claim.text: claim.verdict for claim in judged(body)}

    assert found == {"docs/setup.md": V, "docs/later.md": U}


def test_a_stretch_of_lines_is_no_size(judged: Judged) -> None:
    body = "- `docs/setup.md` begins with these four lines, and the last 3 lines end it\n"

    assert [claim.text for claim in judged(body) if claim.rule == "size"] == []


def test_a_title_that_spells_it_out_is_shown_with_its_line(judged: Judged) -> None:
    body = "1. `docs/x.md`\n   - Frequently asked questions\n"
    found = [one for one in judged(body, files={"docs/x.md": HANDBOOK}) if one.rule == "section"]

    assert [(one.line, one.value) for one in found[0].evidence] == [(11, "FAQ")]


def test_a_set_without_boxes_is_complete_when_its_files_exist(claimed: Judged) -> None:
    text = "# Completion Summary\n\n**Status**: Complete\n\n- `docs/setup.md`\n- `docs/faq.md`\n"
    found = [one for one in claimed({"SUMMARY.md": text}) if one.rule == "status"]

    assert [(one.verdict, one.measured) for one in found] == [(V, "2 files exist")]


def test_states_and_results_are_never_shown_by_a_heading(judged: Judged) -> None:
    files = {"docs/a.md": "# Security validation\n\n## Score: 100/100\n", "docs/b.md": "# Backups\n"}
    body = "- docs/a.md\n- docs/b.md\n\n## Achievements\n\n- ✅ Security validation operational\n- ✅ Score: 100/100\n"
    found = [claim for claim in judged(body, files=files) if claim.rule != "file"]

    assert found
    assert {claim.verdict for claim in found} == {U}


def test_without_its_tree_nothing_about_files_is_decided(judged: Judged) -> None:
    body = "1. **a.md** (3 lines)\n   - Backups\n2. **b.md** (4 lines)\n\n**Total lines**: 7\n\nDone: 50% (1 of 2)\n"
    found = {claim.text: claim.verdict for claim in judged(body, files={})}

    assert found["50% (1 of 2"] == V
    assert {verdict for text, verdict in found.items() if "%" not in text and text != "7"} == {U}


def test_the_evidence_names_file_line_and_value(judged: Judged) -> None:
    claim = next(claim for claim in judged("- docs/faq.md: 5 questions\n") if claim.rule == "count")

    assert (claim.evidence[0].path, claim.evidence[0].line) == ("docs/faq.md", 3)
    assert "2 questions" in claim.evidence[0].value


def test_documents_that_are_no_summaries_claim_nothing(judged: Judged) -> None:
    from doclint.engine import lint_document
    from doclint.settings import Settings

    text = "# Restore\n\nIt takes 5 minutes and needs 12 files.\n\n1. Stop.\n2. Copy `data.yaml` (40 lines).\n"

    assert lint_document("restore.md", text.encode(), Settings(), []).facts.claims.claims == ()


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        pytest.param("docs/setup.md", V, id="it exists"),
        pytest.param("docs/gone.md", C, id="nothing is there that could be done"),
    ],
)
def test_a_row_that_is_marked_as_done(judged: Judged, name: str, verdict: str) -> None:
    rows = f"| One | docs/restore.md | planned |\n| Two | {name} | ✅ Complete |\n"

    claims = judged("| Document | File | Status |\n|---|---|---|\n" + rows)
    found = [claim.verdict for claim in claims if claim.rule == "delivered" and claim.subject == "Two"]

    assert found == [verdict]


@pytest.mark.parametrize(
    ("path", "text", "verdicts"),
    [
        pytest.param("docs/one.md", "A shard has 3 files of 20 lines. See [setup](setup.md).", {}, id="other lines"),
        pytest.param("docs/one.md", "Keep `setup.md` short (see 20 lines of rules).", {}, id="lines of something else"),
        pytest.param("docs/one.md", "There are 9 guides.", {}, id="a document that is no door"),
        pytest.param("docs/one.md", 'Say how long it is: "`setup.md` (20 lines)".', {}, id="an example"),
        pytest.param("docs/README.md", "There are more guides elsewhere.", {}, id="no number"),
        pytest.param("docs/README.md", "This folder has 9 guides.", {"9": U}, id="some may be no guides"),
        pytest.param("docs/README.md", "`setup.md` (16 lines) is for `gone.md`.", {"16": V}, id="the size of a file"),
        pytest.param("docs/one.md", "`setup.md` (20 lines) and `x.yaml` (3 lines)", {"20": C}, id="not so long"),
        pytest.param("docs/one.md", "| Guide | Lines |\n|-|-|\n| [S](setup.md) | 20 |\n", {"20": C}, id="in a table"),
        pytest.param("runbooks/README.md", "This folder has 2 runbooks.", {"2": V}, id="as many as lie there"),
        pytest.param("runbooks/README.md", "This folder has 9 runbooks.\n\n- a.md\n- b.md", {"9": C},
                     id="the list and the folder deny it"),
        pytest.param("docs/README.md", "Here are 9 guides:\n\n- setup.md\n- restore.md", {"9": U}, id="not all"),
        pytest.param("runbooks/README.md", "Here are 9 guides:\n\n- a.md\n- b.md", {"9": C}, id="all there are"),
        pytest.param("runbooks/README.md", "Here are 9 guides, including:\n\n- a.md\n- b.md", {"9": U}, id="some"),
    ],
)  # fmt: skip
def test_what_a_document_that_is_no_summary_surely_says(
    claimed: Judged, path: str, text: str, verdicts: dict[str, str]
) -> None:
    files = {"runbooks/a.md": "# Node A\n", "runbooks/b.md": "# Node B\n"}
    found = claimed({**files, path: f"# Welcome\n\n{text}\n"})

    assert {one.claimed: one.verdict for one in found if one.path == path and one.rule != "file"} == verdicts


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param("- `old.md`: removed\n- Deleted `older.md`\n", [], id="said of the file"),
        pytest.param("### Removed files\n\n- `old.md`\n", [], id="said above"),
        pytest.param("| File | What |\n|-|-|\n| old.md | Removed |\n", [], id="said beside"),
        pytest.param("| File | State |\n|-|-|\n| old.md | 🚧 In progress |\n", [], id="said to be under way"),
        pytest.param("- Removed two tables from `docs/setup.md`\n", ["docs/setup.md"], id="said of something else"),
        pytest.param("- `old.md`: replaced by `docs/setup.md`\n", ["docs/setup.md"], id="what stands in its place"),
    ],
)
def test_what_was_removed_is_not_missed(judged: Judged, body: str, names: list[str]) -> None:
    found = [claim for claim in judged(body) if claim.rule == "file" and claim.verdict != U]

    assert [claim.claimed for claim in found] == names


@pytest.mark.parametrize(
    ("status", "title", "verdict"),
    [
        pytest.param("100% complete", "Follow-ups", U, id="a box of what comes next"),
        pytest.param("100% complete", "Ideas", U, id="a box of something else"),
        pytest.param("80% complete", "Deliverables", U, id="not all"),
        pytest.param("100% complete", "Deliverables", C, id="a box of what was owed"),
        pytest.param("Done", "Work packages", C, id="done, in words"),
    ],
)
def test_complete_with_an_open_box(judged: Judged, status: str, title: str, verdict: str) -> None:
    body = f"**Overall status**: {status}\n\n### {title}\n\n- [x] One\n- [ ] Two\n"
    found = [claim.verdict for claim in judged(body) if claim.subject == "Overall status"]

    assert found[-1] == verdict


def test_an_index_of_all_says_so_in_one_clause(claimed: Judged) -> None:
    index = "# Index\n\n- [Setup](setup.md)\n- [Restore](restore.md)\n- [Incidents](incidents.md)\n\n{}\n"
    sentences = (
        "All systems checked, documentation done.",
        "The client sends all files under one name.",
        "All documentation is listed here.",
    )

    found = [claimed({"docs/INDEX.md": index.format(sentence)}) for sentence in sentences]

    assert [["complete" in claim.rule for claim in claims].count(True) for claims in found] == [0, 0, 1]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        pytest.param("There are 3 runbooks.", [V], id="as many as are listed"),
        pytest.param("There are 4 runbooks.", [C], id="more than are listed, and than there are"),
        pytest.param("There are 2 runbooks.", [V], id="as many as there are"),
        pytest.param("There are 9 alerts.", [U], id="of something else"),
        pytest.param("About 9 runbooks.", [U], id="about"),
        pytest.param("At least 9 runbooks.", [C], id="at least"),
    ],
)
def test_an_index_says_how_many_there_are(claimed: Judged, sentence: str, verdict: list[str]) -> None:
    index = "# Runbook Index\n\n{}\n\n- [One](one.md)\n- [Two](two.md)\n- [Three](three.md)\n"
    files = {"runbooks/one.md": "# One\n", "runbooks/two.md": "# Two\n"}
    found = claimed({**files, "runbooks/INDEX.md": index.format(sentence)})

    assert [one.verdict for one in found if one.rule == "count"] == verdict


TIMED = """# Shift Handbook

## Daily checks

**Duration**: {}

## Weekly checks

**Duration**: 3 hours

## Audit

**Duration**: 1 hour
**Time**: 2 hours
"""


@pytest.mark.parametrize(
    ("point", "stated", "verdict"),
    [
        pytest.param("Daily checks (30 minutes)", "30 minutes", V, id="as stated in its section"),
        pytest.param("Daily checks (30 minutes)", "45 minutes", C, id="stated otherwise in its section"),
        pytest.param("Daily checks (3 hours)", "45 minutes", U, id="stated elsewhere in the document"),
        pytest.param("Audit (2 hours)", "45 minutes", V, id="one of the two stated"),
        pytest.param("Audit (4 hours)", "45 minutes", U, id="none of the two stated"),
        pytest.param("Handover (4 hours)", "45 minutes", U, id="no section of that name"),
    ],
)
def test_how_long_something_takes(judged: Judged, point: str, stated: str, verdict: str) -> None:
    body = f"1. `docs/shift.md`\n   - {point}\n"
    found = [claim for claim in judged(body, files={"docs/shift.md": TIMED.format(stated)}) if claim.rule == "count"]

    assert [claim.verdict for claim in found] == [verdict]


LINKED = {
    "docs/a.md": "# First Guide\n\n[second](b.md) [third](c.md)\n",
    "docs/b.md": "# Second Guide\n\n[first](a.md)\n",
}


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        pytest.param("Broken links: 1", V, id="as many as there are"),
        pytest.param("Broken links: 0", C, id="one more than said"),
        pytest.param("No broken links remain in the documentation.", C, id="in a sentence"),
        pytest.param("All links work.", C, id="of all"),
    ],
)
def test_dead_links_of_the_documents_named(judged: Judged, line: str, verdict: str) -> None:
    found = judged(f"- docs/a.md\n- docs/b.md\n\n{line}\n", files=LINKED)

    assert [claim.verdict for claim in found if claim.rule != "file"] == [verdict]


@pytest.mark.parametrize(
    ("entry", "verdicts"),
    [
        pytest.param(
            "**Owner**: Storage\n**Version**: 1.2\n**Updated**: 2026-01-10", [V, U, V], id="as it says itself"
        ),
        pytest.param("**Owner**: Network\n**Updated**: 2026-01-09", [C, C], id="otherwise than it says itself"),
        pytest.param("**Review cycle**: Monthly", [V], id="reviewed in time"),
        pytest.param("**Review cycle**: Daily", [C], id="not reviewed in time"),
        pytest.param("**Review cycle**: After each incident", [U], id="no interval"),
        pytest.param("**Audience**: Operators", [U], id="what it does not say"),
    ],
)
def test_what_an_entry_says_of_a_document(judged: Judged, entry: str, verdicts: list[str]) -> None:
    found = judged(f"### Restore\n\n**File**: `docs/restore.md`\n{entry}\n\n### Setup\n\n`docs/setup.md`\n")

    assert [claim.verdict for claim in found if claim.rule != "file"] == verdicts


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        pytest.param("**Owner**: SRE\n\n## End\n\n**Owner**: SRE\n", [V, V], id="the same twice"),
        pytest.param("**Owner**: SRE\n\n## End\n\n**Owner**: Docs\n", [C, C], id="two owners"),
        pytest.param("**Version**: 1.0\n\n## End\n\n**Version**: v1.0\n", [V, V], id="the same version twice"),
        pytest.param("**Version**: 1.0\n\n## End\n\n**Version**: 1.1\n", [U, U], id="perhaps an older version"),
        pytest.param("**Updated**: 2026-01-10\n\n## End\n\n**Date**: 10 January 2026\n", [V, V], id="one day"),
        pytest.param("**Updated**: 2026-01-16\n", [C], id="tomorrow"),
        pytest.param("**Release date**: 2026-01-16\n", [U], id="what is still to come"),
    ],
)
def test_what_a_document_says_twice_of_itself(judged: Judged, body: str, verdicts: list[str]) -> None:
    assert [claim.verdict for claim in judged(body)] == verdicts
