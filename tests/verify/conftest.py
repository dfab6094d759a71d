"""A small documentation project, and the claims that one more document makes about it."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from doclint.engine import lint_document
from doclint.files.tree import FileTree
from doclint.project import Project
from doclint.settings import Settings
from doclint.verify import JudgedClaim, judged_claims

TODAY = datetime.date(2026, 1, 15)
Judged = Callable[..., tuple[JudgedClaim, ...]]


def _guide(title: str, *sections: str, owner: str = "SRE Team", updated: str = "2026-01-10") -> str:
    head = f"# {title}\n\n**Owner**: {owner}\n**Last Updated**: {updated}\n\n"
    return head + "\n".join(f"## {section}\n\nText.\n" for section in sections)


FILES = {
    "docs/setup.md": _guide("Setup Guide", "Prerequisites", "Installing the agent", "Configuration"),
    "docs/restore.md": _guide("Restore Runbook", "Step 1: Stop", "Step 2: Copy", "Step 3: Start", owner="Storage"),
    "docs/incidents.md": "# Incident Playbooks\n\n- [Disk full](#playbook-disk-full)\n- [Flood](#playbook-flood)\n\n"
    "## Playbook: Disk full\n\n### Detection\n\n### Recovery\n\n## Playbook: Queue backlog\n\n### Detection\n",
    "docs/faq.md": "# Questions\n\n**Q: How do I log in?**\nWith a key.\n\n**Q: Where are logs?**\nIn the console.\n",
    "tools/check.sh": "echo one\necho two\n",
}


def project_of(files: Mapping[str, str]) -> Project:
    settings = Settings()
    documents = {path: text for path, text in files.items() if path.endswith(".md")}
    facts = {path: lint_document(path, text.encode(), settings, []).facts for path, text in documents.items()}

    def read(path: str) -> bytes | None:
        return files[path].encode() if path in files else None

    return Project(facts, FileTree(files), settings, TODAY, read)


@pytest.fixture
def judged() -> Judged:
    """The claims of a summary with this body, beside FILES or others."""

    def judge(body: str, path: str = "SUMMARY.md", files: Mapping[str, str] = FILES) -> tuple[JudgedClaim, ...]:
        text = f"# Documentation completion summary\n\n**Status**: Complete\n\n## Deliverables\n\n{body}"
        project = project_of({**files, path: text})
        return tuple(claim for claim in project.ask(judged_claims) if claim.path == path and claim.text != "Complete")

    return judge


@pytest.fixture
def claimed() -> Judged:
    """All claims of a project of these files beside FILES."""

    def judge(files: Mapping[str, str]) -> tuple[JudgedClaim, ...]:
        return project_of({**FILES, **files}).ask(judged_claims)

    return judge
