"""
Whole summaries beside the documents they speak of, in the styles of different authors.

Behind `⟵`, claim by claim in the order of the line, stands what is so: V verified, C contradicted, ? not decided.
"""

import re
from collections.abc import Mapping

import pytest

from doclint.verify import judged_claims
from tests.verify.conftest import project_of

_LETTER = {"verified": "V", "contradicted": "C", "unverifiable": "?"}
_EXPECTED = re.compile(r" *⟵ (.*)$")


def page(title: str, lines: int, *sections: str | tuple[str, str], head: str = "") -> str:
    """A document of so many lines; a section is its title, or title and content."""
    text = f"# {title}\n\n" + (f"{head}\n" if head else "")
    for section in sections:
        heading, content = (section, "Text about it.") if isinstance(section, str) else section
        text += f"## {heading}\n\n{content}\n\n"
    return text + "".join("More words here.\n" if index % 2 else "\n" for index in range(lines - text.count("\n")))


# A release readiness report.
RELEASE = {
    "docs/install.md": page("Install Guide", 120, "Requirements", "Download", "Verify the checksum", "First start"),
    "docs/upgrade.md": page("Upgrade Guide", 85, "Before you start", "Backup", "Run the migration", "Roll back"),
    "docs/api.md": page("API Reference", 410, "Authentication", "Endpoints", "Errors", "Rate limits", "Pagination"),
    "docs/faq.md": page(
        "FAQ",
        60,
        ("How do I log in?", "So."),
        ("How do I log out?", "So."),
        ("How do I reset a key?", "So."),
        ("How do I export data?", "So."),
        ("How do I delete data?", "So."),
        ("How do I see costs?", "So."),
    ),
    "RELEASE_READINESS.md": """\
# Release readiness report: 4.2

**Status:** Ready ✅  ⟵ ?
**Release date:** 2026-03-01  ⟵ ?
**Prepared by:** Docs team

## At a glance

| Area | Planned | Delivered | State |
|---|---|---|---|
| Install guide | <150 lines | 120 lines | ✅ |  ⟵ ? V
| Upgrade guide | 100 lines | 85 lines | ✅ |  ⟵ ?
| API reference | ≥400 lines | 410 lines | ✅ |  ⟵ ? V
| FAQ | 10 questions | 6 questions | ✅ |  ⟵ ?

All four documents are written. In total there are 675 lines of documentation.  ⟵ V V

- Install guide: one hundred and twenty lines  ⟵ ?
- Upgrade guide grew from 60 to 85 lines (+42%)  ⟵ V
- The API reference has five sections  ⟵ ?
- The API reference has seven sections  ⟵ ?
- 6 of 6 questions answered  ⟵ ?
- FAQ: 6 questions (about 60 lines)  ⟵ ? ?
- FAQ: ~100 lines  ⟵ ?
- About 700 lines in total  ⟵ V
- Roughly 900 lines in all documents  ⟵ ?

Released on 2026-03-01.  ⟵ C
Average length: 169 lines per document.  ⟵ V

## Test results

- All tests passing (212/212)  ⟵ ?
- Coverage: 318/400 (79.5%)  ⟵ V
- Coverage: 318/400 (81%)  ⟵ C
- Latency down from 40 ms to 30 ms (-25%)  ⟵ ? ?
- Defects: from 40 to 55 (+37%)  ⟵ V
- Defects: from 40 to 55 (+47.5%)  ⟵ C
""",
}
# The summary of a migration.
MIGRATION = {
    "handbook/overview.md": page("Overview", 40, "Goals", "Scope"),
    "handbook/runbooks/failover.md": page(
        "Failover Runbook", 150, "Preconditions", "Switch traffic", "Verify", "Fail back", head="Duration: 45 minutes"
    ),
    "handbook/runbooks/backup.md": page(
        "Backup Runbook",
        90,
        "Schedule",
        "Restore test",
        "Retention",
        head="Duration: 20 minutes\n\nFull restore takes two hours.",
    ),
    "handbook/runbooks/scale-out.md": page("Scale-out Runbook", 70, "When", "How", "Check"),
    "handbook/reference/ports.md": page(
        "Port Reference", 30, ("Ports", "| Port | Use |\n|---|---|\n| 80 | web |\n| 443 | web |\n| 5432 | db |")
    ),
    "scripts/move.sh": "#!/bin/sh\n" + "echo x\n" * 49,
    "MIGRATION_SUMMARY.md": """\
# Wiki-to-Git migration: completion summary

Completed: 14 January 2026  ⟵ ?

## What moved

Three runbooks (310 lines), one reference and one overview: 5 pages, 380 lines.  ⟵ ? ? ? ?

* handbook/overview.md — 40 lines  ⟵ V V
* handbook/runbooks/failover.md — 150 lines, 4 sections, 45 minutes  ⟵ V V V ?
* handbook/runbooks/backup.md — 95 lines, 3 sections  ⟵ V C V
* handbook/runbooks/scale-out.md — 70 lines  ⟵ V V
* handbook/reference/ports.md — 30 lines, 3 ports  ⟵ V V V
* scripts/move.sh — 50 lines  ⟵ V V
* handbook/runbooks/drain.md — 12 lines  ⟵ C ?

## Numbers

- Pages migrated: 5  ⟵ V
- Runbooks: 3  ⟵ ?
- Runbooks: 4  ⟵ ?
- Total lines: 380  ⟵ ?
- Lines per page: 76 on average  ⟵ ?
- Broken links before: 37
- Broken links now: 0  ⟵ ?
- Old wiki: 1,850 lines → new handbook: 380 lines
- 1,850 → 380 lines  ⟵ ?
- The wiki held 2 gigabytes of attachments  ⟵ ?
- 7 of 9 attachments kept  ⟵ V
- 78% of attachments kept (7 of 9)  ⟵ V
- Saved 79% (1,850 → 380 lines)  ⟵ V ?
- Saved 90% (1,850 → 380 lines)  ⟵ C ?

## Runbooks

- Failover (45 minutes)  ⟵ ?
- Backup (2 hours)  ⟵ ?
- Backup (20 minutes)  ⟵ ?
- Backup (90 minutes)  ⟵ ?
""",
}
# The wrap-up of an audit.
AUDIT = {
    "security/threat-model.md": page("Threat Model", 77, *((f"Threat T{i}: t{i}", "Text.") for i in range(1, 10))),
    "security/hardening.md": page(
        "Hardening Checklist", 44, ("Hosts", "- [x] one\n- [x] two\n- [ ] three"), ("Network", "- [x] four\n- [x] five")
    ),
    "security/keys.md": page("Key Management", 66, "Rotation", "Storage", "Revocation"),
    "security/AUDIT_WRAPUP.md": """\
# Security audit wrap-up

| Field | Value |
|---|---|
| Status | Complete |  ⟵ V
| Auditor | Red Team |
| Date | 2026-01-09 |  ⟵ ?

## Result

We reviewed 3 documents and found no open criticals.  ⟵ V

| Document | Lines | Size | Findings |
|---|---:|---:|---:|
| threat-model.md | 77 | 0.4 KB | 9 |  ⟵ V V C ?
| hardening.md | 44 | 1.1 KB | 5 |  ⟵ V V C ?
| keys.md | 68 | 0.3 KB | 3 |  ⟵ V C C ?
| **Total** | **189** | | **17** |  ⟵ V V

- Threat model covers 9 threats  ⟵ V
- Threat model covers 11 threats  ⟵ ?
- Hardening checklist: 5 items, 4 done (80%)  ⟵ V ? ?
- Hardening checklist: 5 items, 4 done (90%)  ⟵ V ? ?
- Key management documents rotation, storage and revocation  ⟵ V
- Key management documents escrow  ⟵ ?
- Key management documents key ceremonies  ⟵ ?

### Findings by severity

| Severity | Found | Fixed |
|---|---|---|
| Critical | 2 | 2 |  ⟵ ? ?
| High | 5 | 4 |  ⟵ ? ?
| Medium | 10 | 10 |  ⟵ ? ?
| Total | 17 | 16 |  ⟵ V V

94% fixed (16 of 17).  ⟵ V
17 findings: 2 critical, 5 high, 10 medium.  ⟵ V ? ? ?
18 findings: 2 critical, 5 high, 10 medium.  ⟵ ? ? ? ?
""",
}
# A phase of API documentation with its index.
APIPHASE = {
    "docs/api/users.md": page(
        "Users API",
        88,
        "List users",
        "Create a user",
        "Delete a user",
        head="Owner: Identity Team\nLast Updated: 2026-01-02",
    ),
    "docs/api/orders.md": page(
        "Orders API", 64, "List orders", "Create an order", head="Owner: Commerce Team\nLast Updated: 2026-01-03"
    ),
    "docs/api/webhooks.md": page("Webhooks", 73, "Events", "Signatures", "Retries"),
    "docs/api/README.md": """\
# API documentation index

Everything we publish about the HTTP API. 3 documents, 225 lines.  ⟵ V V

| Document | What it covers | Lines | Owner | Updated |
|---|---|---|---|---|
| [Users](users.md) | Listing, creating and deleting users | 88 | Identity Team | 2026-01-02 |  ⟵ V V V V V
| [Orders](orders.md) | Listing and creating orders, refunds | 64 | Payments Team | 2026-01-03 |  ⟵ V C V C V
| [Webhooks](webhooks.md) | Events, signatures, retries | 80 | Platform | 2026-01-04 |  ⟵ V V C ? ?

## Quick links

- How to verify a webhook: Webhooks → Signatures
- Refund an order: Orders API → Refunds  ⟵ C
""",
    "docs/api/PHASE2_COMPLETE.md": """\
# Phase 2 complete: API documentation

Status: COMPLETE ✅  ⟵ ?

## Deliverables

✅ users.md (88 lines, 3 operations)  ⟵ V V ?
✅ orders.md (64 lines, 2 operations)  ⟵ V V ?
✅ webhooks.md (73 lines, three sections)  ⟵ V V V
✅ errors.md (20 lines)  ⟵ C ?

Total: 4 files, 245 lines  ⟵ C ?

## Quality

- [x] Every document has an owner  ⟵ C
- [x] Each endpoint documented  ⟵ ?
- [x] All links checked  ⟵ ?
- [x] No placeholder text  ⟵ ?
- [ ] Reviewed by legal

Documentation: 3 files, 225 lines  ⟵ ? V
Documentation: 3 files, ~230 lines  ⟵ ? V
Documentation: 3 files, 0.2k lines  ⟵ ? V
Documentation: 3 files, 1.2k lines  ⟵ ? ?
""",
}
# What a sprint delivered.
DOCS = {
    "guides/quickstart.md": page("Quickstart", 55, "Install", "First run", "Next steps"),
    "guides/admin.md": page(
        "Administration Guide",
        140,
        ("User management", "Text."),
        ("Backups", "Text."),
        ("Audit log", "| Event | Kept |\n|---|---|\n| login | 30 days |\n| logout | 30 days |"),
        ("Troubleshooting", "**Problem: slow start**\n\nWait.\n\n**Problem: no mail**\n\nCheck."),
        head="**Version**: 2.1\n**Owner**: Platform Team",
    ),
    "guides/developer.md": page(
        "Developer Handbook",
        210,
        ("Architecture", "```mermaid\ngraph TD\n```"),
        ("Code style", "```python\nx = 1\n```\n\n```python\ny = 2\n```"),
        ("Testing", "```bash\npytest\n```"),
    ),
    "guides/assets/logo.svg": "<svg/>\n" * 30,
    "SPRINT_14_DELIVERY.md": """\
# Sprint 14: what we delivered

_Status: done · Owner: Docs guild · Date: 2026-01-12_  ⟵ V ? ?

## Delivered

1. **Quickstart** (`guides/quickstart.md`): 55 lines, three sections  ⟵ V V V
   - Install  ⟵ V
   - First run  ⟵ V
   - Uninstall and cleanup  ⟵ ?
2. **Administration Guide** (`guides/admin.md`): 140 lines, four chapters, 2 known problems  ⟵ V V V V
   - User management  ⟵ V
   - Backup and restore  ⟵ V
   - Audit log retention  ⟵ V
   - LDAP integration  ⟵ ?
3. **Developer Handbook** (`guides/developer.md`): ~200 lines, two Python examples, 1 diagram  ⟵ V V V V
   - Architecture overview  ⟵ V
   - Release process  ⟵ ?

Together: 405 lines in 3 guides (average 135 lines).  ⟵ V ? V
Together: 450 lines in 3 guides (average 150 lines).  ⟵ ? ? C

## Checks

| Check | Result |
|---|---|
| Broken links | 0 |  ⟵ ?
| Spelling errors | 0 |  ⟵ ?
| Guides with an owner | 1 of 3 (33%) |  ⟵ V
| Guides with an owner | 3 of 3 (100%) |  ⟵ V
| Code blocks | 4 |  ⟵ ?

- ✅ Every guide has an owner  ⟵ C
- ✅ All three guides written  ⟵ ?
- ✅ All guides reviewed  ⟵ ?
- [x] Quickstart tested on 3 platforms  ⟵ ?
- Coverage rose from 60% to 75%  ⟵ ?
- The set grew from 300 to 405 lines (35% more)  ⟵ V
- The set grew from 300 to 405 lines (45% more)  ⟵ C
- 12 issues closed: 7 bugs, 3 questions, 2 tasks  ⟵ V ? ? ?
- 12 issues closed: 7 bugs, 3 questions, 1 task  ⟵ ? ? ? ?

Version 2.1 of the Administration Guide is online.
""",
}
# A status report with a drawn tree and data.
TREE = {
    "kb/README.md": page("Knowledge Base", 12, "Use"),
    "kb/network/dns.md": page("DNS Problems", 40, "Symptoms", "Fix"),
    "kb/network/vpn.md": page("VPN Problems", 35, "Symptoms", "Fix"),
    "kb/storage/disk.md": page("Disk Full", 28, "Symptoms", "Fix"),
    "kb/storage/raid.md": page("RAID Degraded", 31, "Symptoms", "Fix"),
    "kb/storage/nfs.md": page("NFS Hangs", 22, "Symptoms", "Fix"),
    "KB_STATUS.md": """\
# Knowledge base status report

```
kb/
├── README.md  ⟵ V
├── network/        # 2 articles  ⟵ V
│   ├── dns.md      (40 lines)  ⟵ V V
│   └── vpn.md      (36 lines)  ⟵ V C
└── storage/        # 4 articles  ⟵ C
    ├── disk.md     (28 lines)  ⟵ V V
    ├── raid.md     (31 lines)  ⟵ V V
    └── nfs.md      (22 lines)  ⟵ V V
```

```yaml
status: complete  ⟵ ?
articles: 5  ⟵ ?
files: 6  ⟵ V
lines:
  network: 75  ⟵ ?
  storage: 81  ⟵ ?
  total: 156  ⟵ V
```

**Total articles:** 5  ⟵ ?
**Network articles:** 2  ⟵ ?
**Storage articles:** 4  ⟵ ?
**Files in kb/:** 6  ⟵ V
**Lines of text:** 156  ⟵ ?

| Area | Articles | Lines | Share |
|---|---|---|---|
| Network | 2 | 75 | 48% |  ⟵ ? ? ?
| Storage | 3 | 81 | 52% |  ⟵ ? ? ?
| Total | 5 | 156 | 100% |  ⟵ V V ?

- Every article has a Symptoms section  ⟵ ?
- Every article has a Prevention section  ⟵ ?
- All articles link to the README  ⟵ C
- Each article is under 50 lines  ⟵ ?
- No article is longer than 30 lines  ⟵ ?
""",
}
# A training programme, with numbers in words.
TRAINING = {
    "training/week1.md": page(
        "Week 1: Basics",
        60,
        ("Module 1: Login", "Duration: 30 minutes"),
        ("Module 2: Navigation", "Duration: 45 minutes"),
        ("Quiz", "Q1: What?\n\nQ2: Why?"),
    ),
    "training/week2.md": page(
        "Week 2: Operations",
        75,
        ("Module 3: Alerts", "Duration: 1 hour"),
        ("Module 4: Handover", "Duration: 20 minutes"),
        ("Module 5: Escalation", "Duration: 90 minutes"),
    ),
    "training/exam.md": page("Final Exam", 100, *((f"Question {i}", "What is it?") for i in range(1, 21))),
    "training/SUMMARY.md": """\
# Training programme: completion summary

**Completed on**: 2025-12-19  ⟵ V
**Modules**: five  ⟵ V
**Questions in the exam**: twenty  ⟵ ?
**Total duration**: about four hours  ⟵ ?

## Materials

- [Week 1](week1.md): two modules and a quiz, 60 lines  ⟵ V V V
- [Week 2](week2.md): three modules, seventy-five lines  ⟵ V V V
- [Final Exam](exam.md): 20 questions, 70% to pass  ⟵ V V ?
- [Final Exam](exam.md): 25 questions  ⟵ V C

## Modules

| Module | Document | Duration |
|---|---|---|
| Login | week1.md | 30 minutes |  ⟵ V ?
| Navigation | week1.md | 45 minutes |  ⟵ V ?
| Alerts | week2.md | 2 hours |  ⟵ V ?
| Handover | week2.md | 20 minutes |  ⟵ V ?

## Results

- Forty-two people trained, 38 passed (90%)  ⟵ ? ?
- 38 of 42 passed (90%)  ⟵ V
- 38 of 42 passed (95%)  ⟵ C
- Average score: 81%  ⟵ ?
- 3 dozen certificates issued  ⟵ ?
- Released on 2025-12-19  ⟵ V
- Completed in 6 weeks  ⟵ ?
""",
}
# Sizes in all their units.
SIZES = {
    "dist/manual.md": "m" * 2047 + "\n",
    "dist/notes.md": "n" * 999 + "\n",
    "dist/big.md": ("# Big\n\n" + "w " * 30000 + "\n"),
    "dist/RELEASE_SUMMARY.md": """\
# Release 3 summary

Status: Released  ⟵ ?

Files delivered:

- manual.md (2 KiB)  ⟵ V V
- manual.md (2 KB)  ⟵ V V
- manual.md (2.1 KB)  ⟵ V C
- manual.md (3 KB)  ⟵ V C
- manual.md: 2,048 bytes  ⟵ V V
- manual.md: 2,000 bytes  ⟵ V C
- manual.md: ~2 kB, 1 line  ⟵ V V V
- notes.md (1 kB)  ⟵ V V
- notes.md (1 KiB)  ⟵ V V
- notes.md: 0.001 MB  ⟵ V V
- big.md (60 KB, 30k words)  ⟵ V V V
- big.md (58.6 KiB)  ⟵ V V
- big.md (58.6K)  ⟵ V V
- big.md (59M)  ⟵ V C
- big.md: over 50 KB  ⟵ V V
- big.md: under 50 KB  ⟵ V C
- big.md: at least 30,000 words  ⟵ V V
- big.md: up to 30,001 words  ⟵ V C
- big.md: exactly 30,001 words  ⟵ V C
- big.md: 29,000 - 31,000 words  ⟵ V V
- big.md: 0.06 megabytes  ⟵ V V
- Attachments: 2 gigabytes  ⟵ ?

Total: 3 files, 63 KB  ⟵ V V
Total: 3 files, 70 KB  ⟵ V C
Total: 3 files, 63,055 bytes  ⟵ V C
""",
}
# An index with entries, references and a schedule.
HANDBOOK = {
    "ops/restore.md": page(
        "Restore Runbook",
        80,
        ("Stop the service", "Duration: 10 minutes"),
        ("Copy the data", "Duration: 2 hours\n\nSee [alerts](alerts.md)."),
        ("Verify the copy", "- [x] Sizes\n- [ ] Checksums"),
        head="**Owner**: Storage Team\n**Version**: 1.2\n**Last Updated**: 2026-01-05",
    ),
    "ops/alerts.md": page(
        "Alert Catalogue",
        64,
        ("Alert A1: Disk", "**Severity**: SEV-1\n\n```promql\nup == 0\n```"),
        ("Alert A2: Memory", "**Severity**: SEV-2\n\n```promql\nup == 1\n```"),
        ("Alert A3: Network", "**Severity**: SEV-3"),
        head="**Owner**: Platform Team\n**Last Updated**: 2025-11-01",
    ),
    "ops/faq.md": page(
        "Operations FAQ",
        40,
        ("Access", "**Q: How do I log in?**\n\nSo.\n\n**Q: Who grants access?**\n\nThem."),
        ("Backups", "**Q: When do they run?**\n\nAt night."),
    ),
    "ops/INDEX.md": """\
# Operations documentation index

**Version**: 1.2  ⟵ ?
**Last Updated**: 2026-01-10  ⟵ ?
**Maintained by**: Platform Team  ⟵ ?

This index lists all operations documentation in this folder.  ⟵ V

## Documents (3)  ⟵ V

### 1. [Restore Runbook](restore.md)  ⟵ V

**File**: `restore.md`  ⟵ V
**Lines**: 80  ⟵ V
**Owner**: Storage Team  ⟵ V
**Version**: 1.2  ⟵ V
**Review cycle**: Monthly  ⟵ V

**Covers**:
- Stop the service  ⟵ V
- Copy the data  ⟵ V
- Verify the copy (sizes, checksums)  ⟵ V
- Rollback of a failed copy  ⟵ ?
- Time needed  ⟵ C
  - Copy the data (2 hours)  ⟵ V ?
  - Stop the service (5 minutes)  ⟵ V ?

### 2. [Alert Catalogue](alerts.md)  ⟵ V

**File**: `alerts.md`  ⟵ V
**Lines**: 60+  ⟵ V
**Owner**: Storage Team  ⟵ C
**Review cycle**: Monthly  ⟵ C

**Each alert has**:
- Severity  ⟵ V
- Escalation  ⟵ ?

**Contents**:
- 3 alerts  ⟵ V
- 4 alerts  ⟵ C
- SEV-1 to SEV-3  ⟵ V
- SEV-1 to SEV-4  ⟵ C
- 2 PromQL queries  ⟵ V

### 3. [Operations FAQ](faq.md)  ⟵ V

**File**: `faq.md`  ⟵ V
**Lines**: 50  ⟵ C
**Owner**: Support  ⟵ ?

- 3 questions  ⟵ V
- 10+ questions  ⟵ C

## Where to find what

- How to get access: Operations FAQ → Access  ⟵ V
- What a disk alert means: Alert Catalogue → Disk  ⟵ V
- See the "Copy the data" section of the Restore Runbook  ⟵ V
- See the "Key rotation" section of the Restore Runbook  ⟵ C
- [Documents](#documents-3)  ⟵ V
- [Glossary](#glossary)  ⟵ C

## Dependencies

```yaml
Restore Runbook:
  references: Alert Catalogue  ⟵ V
Alert Catalogue:
  references: Restore Runbook  ⟵ C
Operations FAQ:
  references: All other documents  ⟵ C
```

## Review schedule

| Document | Owner | Review frequency | Last updated |
|---|---|---|---|
| Restore Runbook | Storage Team | Monthly | 2026-01-05 |  ⟵ V V V
| Alert Catalogue | Storage Team | Monthly | 2025-11-02 |  ⟵ C C C

## Planned

- Add 5 more runbooks
- `ops/network.md` (200 lines)  ⟵ ?
""",
}
# An implementation summary full of numbers.
METRICS = {
    "src/parser.py": "x = 1\n" * 120,
    "src/writer.py": "y = 1\n" * 80,
    "docs/usage.md": page("Usage", 50, "Install", "Run", "Configure"),
    "docs/design.md": page("Design", 70, "Goals", "Parts"),
    "IMPLEMENTATION_COMPLETE.md": """\
# Importer: implementation complete

**Status**: ✅ COMPLETE (100%)  ⟵ ?
**Phase**: 3 of 4  ⟵ V
**Author**: Team 12
**Date**: 2026-01-09  ⟵ V

## Files created (4)  ⟵ V

1. **src/parser.py** (120 lines)  ⟵ V V
   - Reads archives  ⟵ ?
   - Streams 3 formats  ⟵ ?
2. **src/writer.py** (90 lines)  ⟵ V C
3. **docs/usage.md** (50 lines)  ⟵ V V
   - Install  ⟵ V
   - Uninstall  ⟵ C
4. **docs/design.md** (70 lines)  ⟵ V V

## Statistics

```json
{
  "total_files": 4,  ⟵ V
  "total_lines": 320,  ⟵ V
  "code_lines": 200,  ⟵ V
  "doc_lines": 120  ⟵ ?
}
```

```
Code:  src/parser.py ........ 120 lines  ⟵ V V
Code:  src/writer.py ......... 80 lines  ⟵ V V
Docs:  docs/usage.md ......... 50 lines  ⟵ V V
─────────────────────────────────────
Total:                        250 lines  ⟵ V
```

```yaml
total_documents: 2  ⟵ V
total_lines: 120  ⟵ ?
breakdown:  ⟵ V C
  usage: 1 document (50 lines)  ⟵ ? ?
  design: 1 document (60 lines)  ⟵ ? ?
```

| Kind | Files | Lines | % |
|------|-------|-------|---|
| Code | 2 | 200 | 62.5% |  ⟵ V V ?
| Docs | 2 | 120 | 37.5% |  ⟵ V V ?
| **Total** | **4** | **320** | **100%** |  ⟵ V V ?

- 120 (usage and design) + 200 (code) = 320 lines  ⟵ ? V V
- 120 (usage and design) + 200 (code) = 330 lines  ⟵ ? C V
- Average: 80 lines per file  ⟵ V
- Average file size: 90 lines  ⟵ C
- Test coverage: 92%  ⟵ ?
- Progress: 75% (3 of 4 phases), 25% remaining  ⟵ V V
- Progress: 3/4 phases complete (70%)  ⟵ C
- 4/4 files documented  ⟵ V
- Duration: 3 days  ⟵ ?

## Acceptance criteria

| Criterion | Target | Actual | Status |
|---|---|---|---|
| Lines of documentation | 100+ | 120 | ✅ |  ⟵ V V
| Lines of code | > 250 | 200 | ✅ |  ⟵ V C
| Test coverage | 90% | 92% | ✅ Met |  ⟵ ?
| Files | 4 | 4 | 100% |  ⟵ V V

- ✅ All files created  ⟵ V
- ✅ All targets met  ⟵ C
- ✅ All documents have a "Configure" section  ⟵ C
- [x] Parser handles errors  ⟵ ?
- [ ] Publish 2 guides

### Documentation ✅  ⟵ ?

The documents are complete.

## Next steps

- Write 3 tutorials (40 lines each)
- 🚧 `docs/tutorial.md`

---

**Prepared by**: Team 12 · **Reviewed**: 2026-01-09 · **Version**: 1.0  ⟵ V ?
""",
}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(RELEASE, id="a release readiness report"),
        pytest.param(MIGRATION, id="the summary of a migration"),
        pytest.param(AUDIT, id="the wrap-up of an audit"),
        pytest.param(APIPHASE, id="a phase of API documentation with its index"),
        pytest.param(DOCS, id="what a sprint delivered"),
        pytest.param(TREE, id="a status report with a drawn tree and data"),
        pytest.param(TRAINING, id="a training programme, with numbers in words"),
        pytest.param(SIZES, id="sizes in all their units"),
        pytest.param(HANDBOOK, id="an index with entries, references and a schedule"),
        pytest.param(METRICS, id="an implementation summary full of numbers"),
    ],
)
def test_every_claim_of_a_summary_is_called_what_it_is(files: Mapping[str, str]) -> None:
    marked = {
        (path, number): _EXPECTED.search(line)
        for path, text in files.items()
        for number, line in enumerate(text.split("\n"), 1)
    }
    expected = {place: match.group(1) for place, match in marked.items() if match}
    plain = {path: re.sub(_EXPECTED.pattern, "", text, flags=re.MULTILINE) for path, text in files.items()}

    found: dict[tuple[str, int], str] = {}
    for claim in project_of(plain).ask(judged_claims):
        place = (claim.path, claim.span.line)
        found[place] = f"{found.get(place, '')} {_LETTER[claim.verdict]}".lstrip()

    assert found == expected
