"""States and sweeping statements: complete, delivered, exceeds all targets, all files link to others."""

import re

from doclint.claims import Claim, wording
from doclint.counted import counted
from doclint.facts.stamps import kind_of
from doclint.facts.structure import SectionFact
from doclint.naming import words_of
from doclint.rare import rare
from doclint.verify.comparing import agrees
from doclint.verify.judge import Judge, Judgement, measured
from doclint.verify.judged import Evidence, of_file
from doclint.verify.library import Listed
from doclint.verify.links import judge_links
from doclint.verify.passages import stem, stems_of
from doclint.verify.sizes import judge_file

_COMPLETE = rare(r"complete|done|100|✅|finished|delivered", re.IGNORECASE)
_EXCEEDS = rare(
    r"\b(?:exceed\w*|surpass\w*|meets?|met)\b.*\b(?:all|every|each)\b|"
    r"\ball\b.*\b(?:targets?|criteria|goals)\b.*\b(?:met|exceeded|achieved)",
    re.IGNORECASE,
)
_CREATED = rare(
    r"\ball\b.*\b(?:files?|documents?|deliverables?|guides|docs)\b.*"
    r"\b(?:created|complete\w*|delivered|exist|present|written|done)\b",
    re.IGNORECASE,
)
_LINKING = rare(
    r"\b(?:all\b(?! (?:\S+ ){0,2}(?:links|(?:cross-)?references)\b)|"  # `all links checked` is about these
    r"(?:each|every)\b(?! (?:\S+ )?(?:link|(?:cross-)?reference)\b))"
    r".*\b(?:links?|linked|cross-referenc\w*|connects?|references?|interlinked)\b|"
    r"\bcross-referenc\w*\b.*\b(?:throughout|all|every\w*|other)\b",
    re.IGNORECASE,
)
_NO_DEAD = rare(
    r"\b(?:no|zero) (?:dead|broken)\b|"
    r"\b(?:all|every) (?:\S+ ){0,2}?links? (?:are |is |now )?(?:work|valid\b|verified|resolve)",
    re.IGNORECASE,
)
_HAVING = rare(
    r"\b(?:each|every|all) (\w+) (?:has|have|includes?|contains?|states?) (?:an? |the |its (?:own )?)?([\w -]{3,40})",
    re.IGNORECASE,
)
_QUOTES = rare(r"[\"“”]")
_SECTION = rare(r"\s*\b(?:sections?|chapters?|headings?)\b", re.IGNORECASE)
_OWED = rare(
    r"\b(?:deliverables?|work ?packages?|scope|acceptance criteria|requirements?|milestones?)\b", re.IGNORECASE
)
_FEWEST = 2  # documents for a statement about each
_PRESENT = 0.9  # of the files named, for a status without an open box to be believed
_TOUCHED = rare(r"\b(?:updat|modif|chang|relat|reference)", re.IGNORECASE)


def judge_target(judge: Judge, claim: Claim) -> Judgement:
    """A tick beside a target and a result."""
    achieved, wanted = claim.terms
    return measured(claim, achieved.value, (judge.here(claim, f"{achieved.text} against {wanted.text}"),))


def judge_status(judge: Judge, claim: Claim) -> Judgement:
    """`Complete` is denied by missed targets, and shown by files that exist and boxes that are ticked."""
    if not _COMPLETE.search(claim.claimed) or len(claim.about) > 1:
        return judge.unknown(claim, "a state no file shows")
    missed = _missed(judge)
    if missed:
        return Judgement(
            "contradicted", f"{counted(len(missed), 'target')} missed", tuple(_against(judge, one) for one in missed)
        )
    tasks = sum(one.tasks for one in judge.facts.held)
    done = sum(one.done for one in judge.facts.held)
    unfinished = _unfinished(judge)
    if unfinished:
        seen = tuple(Evidence(judge.path, section.line, what) for section, what in unfinished)
        return Judgement("contradicted", seen[0].value, seen)
    named = {one.path or one.name for one in _delivered(judge)}
    found = {path for path in named if path in judge.project.tree.files}
    if tasks == done and len(found) > 1 and len(found) >= _PRESENT * len(named) and (tasks or len(found) == len(named)):
        exist = f"{len(found)} files exist"
        ticked = f"{done} of {tasks} boxes ticked" if tasks else exist
        return Judgement("verified", ticked, (judge.here(claim, exist),))
    return judge.unknown(claim, f"{done} of {tasks} boxes are ticked" if tasks else "a state no file shows")


def _unfinished(judge: Judge) -> list[tuple[SectionFact, str]]:
    """The sections of what was to be done with a box that is open."""
    return [
        (section, f"{held.tasks - held.done} of {held.tasks} boxes under '{section.title}' are open")
        for section, held in zip(judge.facts.sections, judge.facts.held, strict=True)
        if held.done < held.tasks and _OWED.search(section.title) and not wording.is_plan(section.title)
    ]


def _delivered(judge: Judge) -> list[Listed]:
    titles = [section.title for section in judge.facts.sections]
    return [one for one in judge.library.listed if not one.planned and not _TOUCHED.search(titles[one.section])]


def _missed(judge: Judge) -> list[Claim]:
    return [claim for claim in judge.library.claims_on("target") if not agrees(claim, claim.terms[0].value)]


def _against(judge: Judge, claim: Claim) -> Evidence:
    return judge.here(claim, f"{claim.subject}: {claim.terms[0].text} against {claim.terms[1].text}")


def judge_delivered(judge: Judge, claim: Claim) -> Judgement:
    """A ticked heading over one file: the file exists, and its own contents lead somewhere."""
    path = judge.library.document(claim.about[:1])
    absent = [file for file in judge.claims if file.rule == "file" and file.about == claim.about[:1] and not path]
    if absent and not claim.planned:
        return judge_file(judge, absent[0])
    if not path:
        return judge.unknown(claim, "a state no file shows")
    if path not in judge.project.tree.files:
        return Judgement("contradicted", "missing", (of_file(path, "no such file in the project"),))
    dead = judge.project.dead_entries(path)
    if dead:
        evidence = tuple(Evidence(path, line, f"'{text}' leads nowhere") for text, line in dead)
        return Judgement("contradicted", f"{len(dead)} of its own contents missing", evidence)
    return Judgement("verified", "exists", (of_file(path, "exists"),))


def judge_universal(judge: Judge, claim: Claim) -> Judgement:
    """Statements about all: targets, files, links."""
    text = _QUOTES.sub("", claim.text)
    if _EXCEEDS.search(text):
        return _targets(judge, claim)
    files = tuple(dict.fromkeys(one.path for one in _delivered(judge) if one.path and one.path != judge.path))
    if _NO_DEAD.search(text):
        return judge_links(judge, claim)
    if _LINKING.search(text):
        return _linking(judge, claim, files)
    if _CREATED.search(text):
        return _created(judge, claim)
    having = _HAVING.search(text)
    if having:
        return _having(judge, claim, having.group(1), having.group(2))
    return judge.unknown(claim, "no file shows it")


def _having(judge: Judge, claim: Claim, kind: str, wanted: str) -> Judgement:
    """`each guide has an owner`, `all runbooks include a rollback section`."""
    documents = [path for path in judge.library.documents if _is_kind(judge, path, kind)]
    stamp = kind_of(wanted)
    text = _SECTION.sub("", wanted).strip()
    if len(documents) < _FEWEST or not text:
        return judge.unknown(claim, f"no documents named {kind!r} are known")
    lacking = [path for path in documents if not _has(judge, path, stamp, text)]
    share = f"{len(documents) - len(lacking)} of {len(documents)}"
    if not lacking:
        return Judgement("verified", share, (judge.here(claim, f"{share} have it"),))
    if stamp or _SECTION.search(wanted):
        return Judgement("contradicted", share, tuple(of_file(path, f"has no {wanted}") for path in lacking))
    return judge.unknown(claim, f"{share} have a heading that says it")


def _is_kind(judge: Judge, path: str, kind: str) -> bool:
    if re.match(r"(?:file|doc|document|page)s?$", kind, re.IGNORECASE):
        return True
    return stem(kind) in stems_of(f"{path.rpartition('.')[0].replace('/', ' ')} {judge.project.facts[path].title}")


def _has(judge: Judge, path: str, stamp: str, text: str) -> bool:
    if stamp:
        return any(one.kind == stamp for one in judge.project.facts[path].stamps)
    pages = judge.project.pages(path)
    return pages is not None and pages.find(text).presence == "present"


def _targets(judge: Judge, claim: Claim) -> Judgement:
    missed = _missed(judge)
    total = len(judge.library.claims_on("target"))
    if missed:
        evidence = tuple(_against(judge, one) for one in missed)
        return Judgement("contradicted", f"{len(missed)} of {total} targets missed", evidence)
    return judge.unknown(claim, "no missed target is stated here")


def _created(judge: Judge, claim: Claim) -> Judgement:
    files = _delivered(judge)
    missing = [one for one in files if not one.path]
    if files and not missing:
        count = len({one.path for one in files})
        return Judgement("verified", str(count), (judge.here(claim, f"{count} of {count} files named exist"),))
    if any(one.path for one in files):
        evidence = tuple(of_file(one.name, "no such file in the project") for one in missing)
        return Judgement("contradicted", f"{len(missing)} missing", evidence)
    return judge.unknown(claim, "none of the files named is in the project")


def _linking(judge: Judge, claim: Claim, files: tuple[str, ...]) -> Judgement:
    documents = [path for path in files if path in judge.project.facts]
    linking = [path for path in documents if _linked(judge, path)]
    if len(linking) < len(documents):
        without = [path for path in documents if path not in linking]
        evidence = tuple(of_file(path, "no link to another document") for path in without)
        return Judgement("contradicted", f"{len(linking)} of {len(documents)}", evidence)
    if len(documents) > 1 and not re.search(r"\d", claim.text):
        return Judgement("verified", f"{len(linking)} of {len(documents)}", (judge.here(claim, "all have links"),))
    return judge.unknown(claim, "no documents are named" if not documents else "not clear how many links are meant")


def _linked(judge: Judge, path: str) -> set[str]:
    """Other files a document links to."""
    edges = judge.project.edges(path)
    return {edge.target.path for edge in edges if edge.target.state in ("file", "folder") and edge.target.path != path}


def judge_links_each(judge: Judge, claim: Claim) -> Judgement:
    """`each document links to 3-5 others`: so many other files, from each."""
    documents = tuple(dict.fromkeys(one.path for one in _delivered(judge) if one.path in judge.project.facts))
    off = [path for path in documents if path != judge.path and not agrees(claim, len(_linked(judge, path)))]
    if len(documents) < _FEWEST:
        return judge.unknown(claim, "no documents are named")
    share = f"{len(documents) - len(off)} of {len(documents)}"
    if off:
        evidence = tuple(of_file(path, f"links to {len(_linked(judge, path))} other files") for path in off)
        return Judgement("contradicted", share, evidence)
    return Judgement("verified", share, (judge.here(claim, f"{share} link to so many"),))


def judge_links_to(judge: Judge, claim: Claim) -> Judgement:
    """Below `each file links to:` — has each a link to a file or folder of that name?"""
    wanted = words_of(claim.subject) - {"documentation"}
    documents = [one.path for one in _delivered(judge) if one.path in judge.project.facts and one.path != judge.path]
    documents = list(dict.fromkeys(documents))
    linking = [path for path in documents if any(wanted & words_of(target) for target in _linked(judge, path))]
    if len(documents) < 2 or not wanted:
        return judge.unknown(claim, "no documents are named")
    share = f"{len(linking)} of {len(documents)}"
    if len(linking) == len(documents):
        return Judgement("verified", share, (judge.here(claim, f"{share} have such a link"),))
    evidence = tuple(of_file(path, "no such link") for path in documents if path not in linking)
    return Judgement("contradicted", share, evidence)
