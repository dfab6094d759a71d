"""Does a document make claims about others, as a summary of work, an index, or by the way? Told by its shape."""

import re
from itertools import chain, islice

from doclint.claims.paths import NAME, is_local
from doclint.claims.wording import DOCUMENT_NOUNS
from doclint.markdown.nodes import Document, Link, Table
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
_CHECKLIST = rare(r"\b(?:release|launch|go-live|delivery|hand-?over) checklist\b", re.IGNORECASE)
_REPORT = re.compile(r"\breports?\b|\bresults\b|\bvalidation\b|\boverview\b|\breview\b|\bstatistics\b", re.IGNORECASE)
_HEDGED = r"(?:(?:about|approx\.|around|over|just|at least|up to|has|with|is) ){0,2}[~≈]?"
_MEASURED = rare(  # each way begins with a plain character, which is found fast
    rf"\.\w{{2,4}}\W{{0,6}}{_HEDGED}\d[\d,.]* ?(?i:lines|words|[KM]i?B)|\*\*(?i:lines)|"
    r"otal[ _](?i:lines|files)|OTAL[ _](?i:lines|files)|ines\": ?\d"
)
_DOCUMENT_SIZED = rare(
    rf"\.(?:md|mdx|rst|adoc)\b\W{{0,6}}(?:{_HEDGED}\d[\d,.]*\+? ?(?:lines|words)\b|(?:[Ll]ines|[Ww]ords)\W{{1,4}}\d)"
)
_ENTRY = rare(rf"^[ \t]*(?:- )?\"?(?:file|path|document|name)\"?: \"?({NAME.pattern})", re.IGNORECASE | re.MULTILINE)
_ITEM = rare(rf"\n[ \t]*(?:[-*+]|\d+[.)])[ \t]+[`*\[]{{0,3}}(?:{NAME.pattern})")
_WANTED = rare(r"\b(?:targets?|goals?|planned|expected|required)\b", re.IGNORECASE)
_REACHED = rare(r"\b(?:achieved|actual|status|state|results?|delivered|done|reached)\b", re.IGNORECASE)
_SIZED = rare(r"\b(?:lines|size|words)\b", re.IGNORECASE)
_TOTAL = rare(r"(?:(?:grand )?totals?|sum)\b", re.IGNORECASE)
_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twenty|thirty|forty|fifty)(?:-[a-z]+)?"
)
_DOOR = rare(r"readme|index|overview|home|toc|contents", re.IGNORECASE)
HEADLINE = rare(  # `This folder has 12 playbooks`, `Here are the nine guides`, `There are 4 runbooks`
    r"\b(?:(?:this|the) (?:folder|directory|section|set|collection|library|handbook|documentation|index|repository)"
    r"(?: of documents| currently| now)? (?:has|contains|holds|includes|lists|consists of|is made of)|"
    r"there are|here are|here you(?:'ll| will)? find|you(?:'ll| will)? find)(?: the| our| all| currently| now)? "
    rf"(?:\d+|{_NUMBER}) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(DOCUMENT_NOUNS))})\b",
    re.IGNORECASE,
)
_DATA = ("yaml", "yml", "json")
_FRACTION = rare(r"\d (?:of|out of) \d+\b")
_TEMPLATE = rare(r"\btemplates?\b|^how to (?:write|report|document)\b|\b(?:style|writing) guide\b", re.IGNORECASE)
_UNITS = ("lines", "words", "Lines", "Words")
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
    r"\b(?:files? (?:created|modified|updated|changed|added)|deliver(?:ables?|ed)|success (?:criteria|metrics)|"
    r"executive summary|by the numbers|at a glance|"
    r"achievements?|accomplish\w+|objectives?(?: achieved)?|statistics|metrics|"
    r"highlights|what (?:(?:was|we|has been|is) )?(?:built|done|created|delivered|shipped|moved|changed|written)|"
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
    """`summary`, `index`, `mention` for one that only says how long or how many others are, empty for none of these."""
    text = document.text
    name = re.sub(r"[_./-]+", " ", document.path.rpartition("/")[2].rpartition(".")[0])
    title = document.headings[0].text if document.headings else ""
    if _TEMPLATE.search(title) or _TEMPLATE.search(name):
        return ""
    if any(sign in text for sign in _CHEAP) or _DOCUMENTATION_INDEX.search(name):
        if _is_summary(document, name, title):
            return "summary"
        if _is_index(document, name, title):
            return "index"
    return "mention" if _mentions(document, name) else ""


def _is_summary(document: Document, name: str, title: str) -> bool:
    """Called so outright, or enough signs: name, headings, ticks, targets beside results; dearest to find, labels."""
    if _OUTRIGHT.search(title) or _OUTRIGHT.search(name):
        return True
    if _CHECKLIST.search(f"{title} {name}") and "[x]" in document.text and document.ask(_names_files):
        return True  # that has been ticked
    named = 2 * bool(_SUMMARY.search(title)) + bool(_SUMMARY.search(name))
    names_files = bool(named) and document.ask(_names_files)
    if not named and _REPORT.search(f"{title} {name}") and document.ask(_names_files):
        named = 2
    titles = [heading.text for heading in document.headings]
    headings = sum(1 for title in titles if _SIGNS.search(title)) if _SIGNS.search("\n".join(titles)) else 0
    if not named and (headings < _FEWEST or not document.ask(_names_files)):
        return False
    ticks = document.text.count("✅") + document.text.count("[x]")
    points = min(headings, 3) + min(ticks // 3, 2) + any(map(_compares, document.tables))
    if named:
        points += min(len(_FRACTION.findall(document.text)) // 2, 2)
        points += named + names_files * (named - 1) + any(map(_is_summed, document.tables))
        points += document.ask(_states_sizes) or any(_SIZED.search(_head(table)) for table in document.tables)
    if points >= _ENOUGH or points + _MOST_LABELS < _ENOUGH:
        return points >= _ENOUGH
    stated = {match.group().strip().lower() for match in _STATED.finditer(document.text)}
    return points + min(len(stated), _MOST_LABELS) >= _ENOUGH


def _mentions(document: Document, name: str) -> bool:
    """Does it say how long documents are, or, at the door of a folder, how many there are?"""
    text = document.text
    if _DOOR.fullmatch(name) and HEADLINE.search(text):
        return True
    may = ".md" in text and any(unit in text for unit in _UNITS)
    return may and (_DOCUMENT_SIZED.search(text) is not None or any(map(_sizes_documents, document.tables)))


def _sizes_documents(table: Table) -> bool:
    if not _SIZED.search(_head(table)):
        return False
    cells = [cell for row in table.rows for cell in row]
    linked = (node.target for cell in cells for node in cell.inlines if type(node) is Link)
    return any(".md" in text for text in (*linked, *(cell.text for cell in cells)))


def _compares(table: Table) -> bool:
    """Does it set what was wanted beside what was reached?"""
    head = _head(table)
    return _WANTED.search(head) is not None and _REACHED.search(head) is not None


def _is_summed(table: Table) -> bool:
    return any(row and _TOTAL.match(row[0].text) for row in table.rows)


def _head(table: Table) -> str:
    return " ".join(cell.text for cell in table.head)


def _names_files(document: Document) -> bool:
    """Does it name some files, in code or in bold, or state how long files are?"""
    spans = (span for span in document.code_spans if NAME.fullmatch(span.content))
    named = islice(chain(spans, _ITEM.finditer(f"\n{document.text}")), _FEWEST)
    return len([*named]) == _FEWEST or document.ask(_states_sizes)


def _states_sizes(document: Document) -> bool:
    return len([*islice(_MEASURED.finditer(document.text), _FEWEST)]) == _FEWEST


def _is_index(document: Document, name: str, title: str) -> bool:
    """Called so, and enough entries, in all and for its length."""
    named = 2 * bool(_INDEX.search(title)) + bool(_INDEX.search(name))
    if not named:
        return False
    named += bool(_DOCUMENTATION_INDEX.search(name))
    entries = {link.target.partition("#")[0] for link in document.links if is_local(link.target) and not link.image}
    entries.update(match.group() for span in document.code_spans if (match := NAME.match(span.content)))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row)
    blocks = (block.content for block in document.code_blocks if block.language in _DATA)
    entries.update(match.group(1) for content in blocks for match in _ENTRY.finditer(content))
    entries.update(match.group() for cell in cells if (match := NAME.match(cell)))
    share = len(entries) / max(1, sum(1 for line in document.text.split("\n") if line.strip()))
    return named + (len(entries) >= 3) + (len(entries) >= 8) + (share > 0.12) + (share > 0.25) >= _ENOUGH_OF_INDEX
