"""Is this a document that makes claims about others: a summary of work done, or an index? Told by its shape."""

import re

from doclint.claims.paths import NAME, is_local
from doclint.markdown.nodes import Document, Table
from doclint.rare import rare

_SUMMARY = re.compile(
    r"\bsummar(?:y|ies)\b|\bcomplet(?:e|ed|ion)\b|\bdeliver(?:y|ables?|ed)\b|\bachievements?\b|\bstatus\b|"
    r"\baccomplish|\bimplemented\b|\brelease notes?\b|\bprogress\b|\bfinal\b|\bhand-?over\b|\breadiness\b|"
    r"\bwrap[- ]?up\b|\bclose-?out\b|\bsign-?off\b|\bretrospective\b|\brecap\b|\bscorecard\b|\bmilestones?\b",
    re.IGNORECASE,
)
_OUTRIGHT = re.compile(  # and not "how to write a completion report"
    r"\b(?<!\ba )(?<!\bthe )(?:completion|delivery|implementation|close-?out|hand-?over) "
    r"(?:summary|report)\b(?! template)",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\breports?\b|\bresults\b|\bvalidation\b|\boverview\b|\breview\b|\bstatistics\b", re.IGNORECASE)
_MEASURED = rare(  # each way begins with a plain character, which is found fast
    r"\.\w{2,4}\W{0,6}\(?~?\d[\d,.]* ?(?i:lines|[KM]B)|\*\*(?i:lines)|(?:otal|OTAL) (?i:lines|files)"
)
_WANTED = rare(r"\b(?:targets?|goals?|planned|expected|required)\b", re.IGNORECASE)
_REACHED = rare(r"\b(?:achieved|actual|status|state|results?|delivered|done|reached)\b", re.IGNORECASE)
_SIZED = rare(r"\b(?:lines|size|words)\b", re.IGNORECASE)
_TOTAL = rare(r"(?:grand )?totals?\b", re.IGNORECASE)
_FEWEST = 2  # signs where the title says nothing
_ENOUGH = 5  # points of a summary
_ENOUGH_OF_INDEX = 4
_MOST_LABELS = 3  # that count
_INDEX = re.compile(
    r"\bindex\b|\bcatalog(?:ue)?\b|\bstart here\b|\btable of contents\b|\bdocumentation (?:map|hub|overview)\b|"
    r"\binventory\b|"
    r"\bnavigation\b|\bdocumentation$|\breadme\b|\bmaster\b",
    re.IGNORECASE,
)
_DOCUMENTATION_INDEX = rare(r"\w (?:index|inventory|catalog|map)\b", re.IGNORECASE)
_SIGNS = re.compile(
    r"\b(?:files? (?:created|modified|updated|changed|added)|deliverables?|success (?:criteria|metrics)|"
    r"executive summary|by the numbers|at a glance|"
    r"achievements?|accomplish\w+|objectives?(?: achieved)?|statistics|metrics|"
    r"what (?:(?:was|we|has been|is) )?(?:built|done|created|delivered|shipped|moved|changed|written)|"
    r"completion|acceptance criteria|quality (?:checks?|metrics)|key features|documents created)\b",
    re.IGNORECASE,
)
_STATED = rare(
    r"^[\s>*-]*\*{0,2}(?:[A-Z]\w+ )?(?:status|total [\w ]{3,30}|lines|files? created|completed|completion date|"
    r"lines of code|project completion|coverage)\*{0,2}\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_CHEAP = ("✅", "[x]", "tatus", "otal", "ndex", "ummary", "ompletion", "eliver", "ocument", "atalog", "OMPLETE")


def shape_of(document: Document) -> str:
    """`summary`, `index`, or empty for a document that is about its own subject."""
    text = document.text
    name = re.sub(r"[_./-]+", " ", document.path.rpartition("/")[2].rpartition(".")[0])
    if not any(sign in text for sign in _CHEAP) and not _DOCUMENTATION_INDEX.search(name):
        return ""
    title = document.headings[0].text if document.headings else ""
    if _is_summary(document, name, title):
        return "summary"
    return "index" if _is_index(document, name, title) else ""


def _is_summary(document: Document, name: str, title: str) -> bool:
    """Called so outright, or enough signs: name, headings, ticks, targets beside results; dearest to find, labels."""
    if _OUTRIGHT.search(title) or _OUTRIGHT.search(name):
        return True
    named = 2 * bool(_SUMMARY.search(title)) + bool(_SUMMARY.search(name))
    if not named and _REPORT.search(f"{title} {name}") and _names_files(document):
        named = 2
    headings = sum(1 for heading in document.headings if _SIGNS.search(heading.text))
    if not named and (headings < _FEWEST or not _names_files(document)):
        return False
    ticks = document.text.count("✅") + document.text.count("[x]")
    compared = any(map(_compares, document.tables))
    summed = bool(named) and any(_TOTAL.match(row[0].text) for table in document.tables for row in table.rows if row)
    sized = bool(named) and (
        document.ask(_states_sizes) or any(_SIZED.search(_head(table)) for table in document.tables)
    )
    points = named + min(headings, 3) + min(ticks // 3, 2) + compared + summed + sized
    if points >= _ENOUGH or points + _MOST_LABELS < _ENOUGH:
        return points >= _ENOUGH
    stated = {match.group().strip().lower() for match in _STATED.finditer(document.text)}
    return points + min(len(stated), _MOST_LABELS) >= _ENOUGH


def _compares(table: Table) -> bool:
    """Does it set what was wanted beside what was reached?"""
    head = _head(table)
    return _WANTED.search(head) is not None and _REACHED.search(head) is not None


def _head(table: Table) -> str:
    return " ".join(cell.text for cell in table.head)


def _names_files(document: Document) -> bool:
    """Does it name some files, in code or in bold, or state how long files are?"""
    named = sum(1 for span in document.code_spans if NAME.fullmatch(span.content))
    return named >= _FEWEST or document.ask(_states_sizes)


def _states_sizes(document: Document) -> bool:
    return len(_MEASURED.findall(document.text)) >= _FEWEST


def _is_index(document: Document, name: str, title: str) -> bool:
    """Called so, and enough entries, in all and for its length."""
    named = 2 * bool(_INDEX.search(title)) + bool(_INDEX.search(name))
    if not named:
        return False
    named += bool(_DOCUMENTATION_INDEX.search(name))
    entries = {link.target.partition("#")[0] for link in document.links if is_local(link.target) and not link.image}
    entries.update(match.group() for span in document.code_spans if (match := NAME.match(span.content)))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row)
    entries.update(match.group() for cell in cells if (match := NAME.match(cell)))
    share = len(entries) / max(1, sum(1 for line in document.text.split("\n") if line.strip()))
    return named + (len(entries) >= 3) + (len(entries) >= 8) + (share > 0.12) + (share > 0.25) >= _ENOUGH_OF_INDEX
