"""What a verdict shows for itself: the value that was measured, and where it stands."""

from collections.abc import Callable, Mapping

import pytest

from doclint.verify import JudgedClaim
from tests.verify.conftest import FILES

Judged = Callable[..., tuple[JudgedClaim, ...]]
SIXTEEN = {"docs/setup.md": "x\n" * 16, "docs/restore.md": "y\n" * 16, "a.sh": "a\n\n", "b.sh": "b\n\n"}
FOLDER = {"docs/README.md": "# D\n", "docs/a.md": "# A\n", "docs/deep/b.md": "# B\n", "docs/c.txt": "c\n"}
BARE = {"docs/a.md": "# A\n", "docs/deep/b.md": "# B\n", "docs/c.txt": "c\n"}
PAIR = {
    "docs/a.md": "# First A\n\n[b](b.md) [self](a.md) [out](https://x.org)\n",
    "docs/b.md": "# Second B\n\n[a](a.md)\n",
}
TODAY = {"docs/x.md": "# Daily Plan\n\n**Last Updated**: 2026-01-14\n"}
TWO = "- `docs/setup.md`\n- `docs/restore.md`\n\n"
BOTH = "- docs/a.md\n- docs/b.md\n\n"


@pytest.mark.parametrize(
    ("files", "body", "rule", "measured", "evidence"),
    [
        pytest.param(
            SIXTEEN,
            TWO + "**Total lines**: 40\n",
            "size",
            "32",
            "SUMMARY.md:0 32 lines in 2 files: setup.md, restore.md",
            id="the nearest set",
        ),
        pytest.param(
            SIXTEEN,
            "### A\n\n" + TWO + "### B\n\n- `a.sh`\n- `b.sh`\n\n### C\n\n**Total lines**: 8\n",
            "size",
            "4",
            "SUMMARY.md:0 4 lines in 2 files: a.sh, b.sh",
            id="of three sets the nearest",
        ),
        pytest.param(
            SIXTEEN,
            "### Set\n\n" + TWO + "### More\n\n- `a.sh`\n- `b.sh`\n\n- Set: 2 files, 33 lines\n",
            "size",
            "32",
            "SUMMARY.md:0 32 lines in 2 files: setup.md, restore.md",
            id="a group and its number",
        ),
        pytest.param(
            SIXTEEN,
            "### A\n\n- Alpha: 10 lines\n- Beta: 20 lines\n\n**Overall project**: 30 lines\n",
            "size",
            "30",
            "SUMMARY.md:9 10 lines; SUMMARY.md:10 20 lines",
            id="parts it states itself",
        ),
        pytest.param(
            SIXTEEN,
            TWO + "Total lines: 90\n\nTotal files: 9\n\nAverage: 10 lines per file\n",
            "average",
            "10",
            "SUMMARY.md:10 90; SUMMARY.md:12 9",
            id="a total and its number",
        ),
        pytest.param(
            SIXTEEN,
            TWO + "**Average size**: 32 bytes\n",
            "average",
            "32",
            "SUMMARY.md:0 32 bytes in 2 files: setup.md, restore.md",
            id="average bytes",
        ),
        pytest.param(
            SIXTEEN,
            TWO + "**Average words**: 16\n",
            "average",
            "16",
            "SUMMARY.md:0 16 words in 2 files: setup.md, restore.md",
            id="average words",
        ),
        pytest.param(
            SIXTEEN,
            TWO + "**Average length**: 16\n",
            "average",
            "",
            "SUMMARY.md:10 no file shows what this is the average of",
            id="of what nobody says",
        ),
        pytest.param(
            FOLDER,
            "- `docs/` (1 files)\n",
            "files",
            "1",
            "docs:0 1 file",
            id="documents of a folder, its index left out",
        ),
        pytest.param(FOLDER, "- `docs/` (4 files)\n", "files", "4", "docs:0 4 files", id="files and folders below"),
        pytest.param(
            FOLDER,
            "- `docs/` (5 files)\n",
            "files",
            "3",
            "docs:0 3 files, 4 with subfolders",
            id="more than in a folder",
        ),
        pytest.param(
            BARE,
            "- `docs/` (5 files)\n",
            "files",
            "2",
            "docs:0 2 files, 3 with subfolders",
            id="fewer than in a folder without an index",
        ),
        pytest.param(
            SIXTEEN,
            "### Set\n\n" + TWO + "### More\n\n- `a.sh`\n- `b.sh`\n\n- Set: 5 files\n",
            "files",
            "",
            "SUMMARY.md:17 no list of so many files, and no folder that holds so many",
            id="a group of another size",
        ),
        pytest.param(
            FILES,
            "2 files:\n\n- `docs/setup.md`\n- `docs/gone.md`\n",
            "files",
            "1",
            "docs/gone.md:0 no such file in the project",
            id="files of which one is missing",
        ),
        pytest.param(
            FILES,
            "2 files:\n\n- `a/one.md`\n- `a/gone.md`\n",
            "files",
            "",
            "a/one.md:0 no such file in the project; a/gone.md:0 no such file in the project",
            id="files that are all missing",
        ),
        pytest.param(
            FILES,
            "3 files:\n\n- `docs/setup.md`\n- `docs/faq.md`\n",
            "files",
            "2",
            "SUMMARY.md:7 2 files are listed here",
            id="fewer files than said",
        ),
        pytest.param(
            FILES,
            "2 files:\n\n- `docs/setup.md`\n\nThat is all.\n",
            "files",
            "",
            "SUMMARY.md:7 no list of so many files, and no folder that holds so many",
            id="one file",
        ),
        pytest.param(
            PAIR,
            BOTH + "Each document links to 1 other document.\n",
            "links each",
            "2 of 2",
            "SUMMARY.md:10 2 of 2 link to so many",
            id="links of each",
        ),
        pytest.param(
            PAIR,
            BOTH + "Each document links to 2 other documents.\n",
            "links each",
            "0 of 2",
            "docs/a.md:0 links to 1 other files; docs/b.md:0 links to 1 other files",
            id="fewer links",
        ),
        pytest.param(
            PAIR,
            "Each document links to 2 other documents.\n",
            "links each",
            "",
            "SUMMARY.md:7 no documents are named",
            id="links of no document",
        ),
        pytest.param(
            PAIR,
            BOTH + "All documents link to each other.\n",
            "universal",
            "2 of 2",
            "SUMMARY.md:10 all have links",
            id="links of all",
        ),
        pytest.param(
            PAIR,
            "- docs/a.md\n\nEvery document links to others.\n",
            "universal",
            "",
            "SUMMARY.md:9 not clear how many links are meant",
            id="links of one",
        ),
        pytest.param(
            PAIR,
            "Every document links to others.\n",
            "universal",
            "",
            "SUMMARY.md:7 no documents are named",
            id="links of none",
        ),
        pytest.param(
            PAIR,
            BOTH + "**Each file links to**:\n- docs\n",
            "links to",
            "2 of 2",
            "SUMMARY.md:11 2 of 2 have such a link",
            id="links to one of that name",
        ),
        pytest.param(
            PAIR,
            BOTH + "**Each file links to**:\n- The guide\n",
            "links to",
            "0 of 2",
            "docs/a.md:0 no such link; docs/b.md:0 no such link",
            id="no links to one of that name",
        ),
        pytest.param(
            PAIR,
            "- docs/a.md\n\n**Each file links to**:\n- docs\n",
            "links to",
            "",
            "SUMMARY.md:10 no documents are named",
            id="too few to link",
        ),
        pytest.param(
            FILES,
            "- `docs/setup.md`\n- `docs/faq.md`\n\nAll files were created.\n",
            "universal",
            "2",
            "SUMMARY.md:10 2 of 2 files named exist",
            id="all exist",
        ),
        pytest.param(
            FILES,
            "- `docs/setup.md`\n- `docs/gone.md`\n\nAll files were created.\n",
            "universal",
            "1 missing",
            "docs/gone.md:0 no such file in the project",
            id="one does not exist",
        ),
        pytest.param(
            FILES,
            "- `docs/gone.md`\n\nAll files were created.\n",
            "universal",
            "",
            "SUMMARY.md:9 none of the files named is in the project",
            id="none exists",
        ),
        pytest.param(
            FILES,
            TWO + "Every document has a Configuration section.\n",
            "universal",
            "1 of 2",
            "docs/restore.md:0 has no Configuration section",
            id="a section of each",
        ),
        pytest.param(
            FILES, "Progress: 84% (5 of 6 phases)\n", "percent", "83.33", "SUMMARY.md:7 5 of 6 is 83.33 %", id="a share"
        ),
        pytest.param(
            FILES, "Progress: 5/6 phases (84%)\n", "percent", "83.33", "SUMMARY.md:7 5/6 is 83.33 %", id="a fraction"
        ),
        pytest.param(
            FILES,
            "- Saved 79% (1,850 → 380 lines)\n",
            "percent",
            "79.46",
            "SUMMARY.md:7 380 - 1,850 of 1,850 is 79.46 %",
            id="a change",
        ),
        pytest.param(
            FILES,
            "In 3 guides, 120% of target (60 lines against 50)\n",
            "percent",
            "120",
            "SUMMARY.md:7 60 of 50 is 120 %",
            id="a target",
        ),
        pytest.param(
            FILES, "In all 60 + 16 = **77 lines**\n", "sum", "76", "SUMMARY.md:7 60; SUMMARY.md:7 16", id="a sum"
        ),
        pytest.param(
            FILES,
            "In all 60 (old) + 16 (new) = **77 lines**\n",
            "sum",
            "76",
            "SUMMARY.md:7 60; SUMMARY.md:7 16",
            id="a sum of parts with names",
        ),
        pytest.param(
            FILES,
            "In all 60 + 16 = **70+ lines**\n",
            "sum",
            "76",
            "SUMMARY.md:7 60; SUMMARY.md:7 16",
            id="at least so much",
        ),
        pytest.param(
            FILES,
            "- docs/incidents.md\n\n```yaml\nincident_playbooks: 100%\n```\n",
            "percent",
            "1 of its own contents missing",
            "docs/incidents.md:4 'Flood' leads nowhere",
            id="the contents",
        ),
        pytest.param(
            TODAY,
            "**Updated**: 2026-01-15\n\n## End\n\n**Reviewed**: 2026-01-15\n",
            "date",
            "2026-01-15",
            "SUMMARY.md:7 Updated: 2026-01-15",
            id="today",
        ),
        pytest.param(
            TODAY,
            "### Plan\n\n**File**: `docs/x.md`\n**Review cycle**: Daily\n",
            "schedule",
            "1 day",
            "docs/x.md:3 Last Updated: 2026-01-14, 1 day ago, 1 allowed",
            id="due today",
        ),
        pytest.param(
            FILES,
            "Progress: 75% (3 of 4 phases)\n\nPhases complete: 75%\n",
            "percent",
            "75",
            "SUMMARY.md:7 75% (3 of 4 phases",
            id="the same share, worked out above",
        ),
        pytest.param(
            FILES,
            "Progress: 75% (3 of 4 phases)\n\nRemaining: 20%\n",
            "percent",
            "25",
            "SUMMARY.md:7 75% (3 of 4 phases",
            id="what is left of a share",
        ),
        pytest.param(
            TODAY,
            "### Plan\n\n**File**: `docs/x.md`\n**Review cycle**: After each incident\n",
            "schedule",
            "",
            "SUMMARY.md:10 depends on an event",
            id="no interval",
        ),
        pytest.param(
            TODAY,
            "### Plan\n\n**File**: `docs/x.md`\n**Review cycle**: Blue\n",
            "schedule",
            "",
            "SUMMARY.md:10 is no interval",
            id="no interval and no event",
        ),
        pytest.param(
            PAIR,
            "### Plan\n\n**File**: `docs/a.md`\n**Review cycle**: Monthly\n",
            "schedule",
            "",
            "SUMMARY.md:10 docs/a.md states no date",
            id="nothing to count from",
        ),
        pytest.param(
            FILES,
            "1. `docs/setup.md`\n   - ClickHouse (ClickHouse, Kafka)\n",
            "section",
            "absent",
            "docs/setup.md:0 ClickHouse, Kafka does not occur",
            id="names that do not occur, each once",
        ),
        pytest.param(
            SIXTEEN,
            "- `SUMMARY.md`\n" + TWO + "**Total lines**: 33\n",
            "size",
            "32",
            "SUMMARY.md:0 32 lines in 2 files: setup.md, restore.md",
            id="itself left out",
        ),
        pytest.param(
            {"setup-guide.md": "# Setup Guide\n\nText.\n"},
            "- Setup Guide: 4 lines\n",
            "size",
            "3",
            "setup-guide.md:0 3 lines",
            id="of a document beside it, by its title",
        ),
        pytest.param(
            {"docs/a.md": "# A\n\n**Owner**: X\n", "docs/b.md": "# B\n\n**Last Updated**: 2026-01-10\n"},
            BOTH + "Every document has an owner.\n",
            "universal",
            "1 of 2",
            "docs/b.md:0 has no owner",
            id="a field of each",
        ),
        pytest.param(
            FILES,
            "1. `docs/setup.md`\n\n2. `gone.md`\n   - Restore\n",
            "section",
            "",
            "SUMMARY.md:10 the document it should be in is not in the project",
            id="a section of no document",
        ),
    ],
)
def test_a_verdict_shows_what_was_found(
    judged: Judged, files: Mapping[str, str], body: str, rule: str, measured: str, evidence: str
) -> None:
    claim = [claim for claim in judged(body, files=files) if claim.rule == rule][-1]

    shown = "; ".join(f"{one.path}:{one.line} {one.value}" for one in claim.evidence)
    assert (claim.measured, shown) == (measured, evidence)
