"""The words by which labels, columns and headings say what they hold; stems, so that inflections are found."""

import re
from functools import lru_cache
from re import Pattern

from doclint.rare import rare


def _words(pattern: str) -> Pattern[str]:
    return rare(pattern, re.IGNORECASE)


# Labels and columns.
FILE = _words(r"^(?:file|files|path|location|document|doc|file ?name|source|module|script|report|deliverable)$")
LINES = _words(r"\b(?:lines?|loc|sloc)\b")
SIZE = _words(r"\b(?:size|bytes|kb|mb)\b")
WORDS = _words(r"\bwords?\b|\bword count\b")
AVERAGE = _words(r"\baverag|\bavg\b|\bmean\b|\bper (?:file|doc|document|guide|page|runbook|playbook)\b|\beach$")
TOTAL = _words(r"\b(?:grand )?totals?\b|^sum\b|\boverall\b|\ball files\b|\bcombined\b")
DATE = _words(
    r"^(?:[\w.-]+ )?(?:date|last[ _-](?:updated|modified|verified|reviewed|revised|change)|updated|completed|"
    r"completion date|"
    r"created|started|start date|end date|finished|generated|published|released?|release date|effective date|"
    r"reviewed|"
    r"delivered|report date|approved on|as of)(?: on)?$"
)
STATUS = _words(r"\b(?:status|state|approval|approved|verdict|outcome|readiness)$")
VERSION = _words(r"^(?:[a-z]+ )?version$")
SCHEDULE = _words(r"\b(?:frequency|cadence|schedule|next review|review cycle|update interval|how often|review$)")
FIELD = _words(
    r"^(?:document )?(?:owners?|audiences?|classification|maintainers?|maintained by|target audience|"
    r"primary audience)$"
)
DURATION = _words(
    r"\b(?:duration|time spent|effort|elapsed|time taken|total time|estimated time|estimated remaining)\b"
)
TARGET = _words(
    r"\b(?:target|goal|required?|requirement|planned|expected|minimum|threshold|estimated?|budget|promised)\b"
)
ACHIEVED = _words(
    r"\b(?:achieved?|actual|results?|delivered|current|value|measured|final|now|after|count|amount|number|done|"
    r"total|quantity)\b"
)
TEXTUAL = _words(
    r"\b(?:description|purpose|changes?|notes?|details?|comments?|summary|contents?|covers?|topics?|use|when|"
    r"author|why|reason)\b"
)

# Headings and labels of lists.
PLAN = _words(
    r"\bnext\b|\bfuture|\broadmap|\bplanned\b|\bupcoming|\bto-?do\b|\brecommend|\bremaining\b|\bbacklog|"
    r"\bpropos|\bpending\b|"
    r"\baction items|\bfollow[- ]?ups?\b|\bwhat'?s next|\bexpected\b|\bnot yet\b|\bopportunit|\bsuggest|"
    r"\bopen (?:issues|items)|"
    r"\bnot (?:done|started|finished|delivered|written|included|covered)\b|\bpostponed|\bdeferred|\boutstanding\b|"
    r"\bout of scope|\bmaintenance plan|\bongoing\b"
)
NO_CLAIMS = _words(
    r"\bwhen to use|\bhow to\b|\bhow it|\busage\b|\bbenefit|\bimpact|\blessons?\b|\brationale|\bdecision|"
    r"\bbackground|\bproblem|"
    r"\bchallenge|\brisks?\b|\bcontact|\bcontribut|\bfeedback|\backnowledg|\binsights?\b|\bsupport\b|\btips\b|"
    r"\bwhy\b|\bcontext\b|"
    r"\bnavigation patterns|\bflow\b|\bby role|\bby task|\bfor whom|\binstructions|\bquick start|\bcommands?\b|"
    r"\bprerequisit|"
    r"\bsupport for\b|\bsteps to\b|\bto (?:add|update|create|use)\b|\bwho should\b|\bapproach\b|\bmethodolog|"
    r"\bstrategy\b|\blimitations?\b|\bknown (?:issues|problems|bugs)|\bcaveats?\b|\bindicators of\b"
)
CLAIMING = _words(
    r"\bfeature|\bmetric|\bcriteri|\bqualit|\bcoverage|\bcover(?:s|ed)\b|\bcontents?\b|\bobjective|\bgoals?\b|"
    r"\bachiev|\baccomplish|"
    r"\bdeliver|\bhighlight|\bcomplet|\bresults?\b|\bverif|\bvalidat|\bchecks?\b|\bchecklist|\bintegrat|"
    r"\balign|\bstandards?|"
    r"\bupdat|\bimprov|\bcapabilit|\binnovat|\bstatus|\bsuccess|\bsections?\b|\btopics?\b|\bincludes?\b|"
    r"\bcreated\b|\badded\b|"
    r"\bimplement|\bcomponents?\b|\bprocedures\b|\baccessib|\bcross-ref|\bdocument(?:s|ed|ation)\b|\bready|"
    r"\breadiness"
)
DONE = _words(
    r"\b(?:complete[ds]?|completion|done|finished|delivered|created|implemented|achieved|met|passed|passing|"
    r"approved|released|"
    r"production[- ]ready|operational|verified|validated|tested|ready|success(?:ful(?:ly)?)?|100%)\b"
)
UNIVERSAL = _words(
    r"\b(?:all|every|each|no|zero|throughout|fully|entire|exceeds?|exceeded|cross[- ]referenc\w*|"
    r"without (?:any )?)\b"
)
STATED = _words(
    r"\b(?:created|completed?|documented|covered|covers?|links?|linked|referenc\w+|cross-referenc\w+|includes?|"
    r"included|have|has|"
    r"exist|met|exceed\w*|verified|validated|tested|working|work|use|uses|working|updated|ready|organi[sz]es?|"
    r"indexed|listed|"
    r"catalog\w*|dead|broken|defined|assigned|integrated|provided?|present)\b"
)
DOCUMENT_NOUNS = frozenset(
    """document documents doc docs page pages guide guides runbook runbooks playbook playbooks report reports readme
    readmes markdown manual manuals summaries handbook handbooks specification specifications tutorial tutorials
    indexes article articles""".split()
)
FILE_NOUNS = DOCUMENT_NOUNS | frozenset(
    "file files deliverable deliverables script scripts module modules template templates".split()
)
SURE_FILE_NOUNS = frozenset("file files document documents doc docs deliverable deliverables".split())
SURE_FILES = _words(r"\b(?:files?|documents?|docs|documentation|pages|deliverables)\b")
LINKING = _words(r"\b(?:link(?:s|ed)?|cross-?referenc\w*|connect(?:s|ed)?|referenc\w+|interlinked)\b")
NO_CLAIM_LABEL = _words(
    r"^(?:author|prepared by|approver|reviewers?|contact|team|project|phase|initiative|repository|repo|branch|focus|"
    r"next phase|environment|assignee|created by|written by|goal|purpose|objective|prerequisites?|difficulty|level)$"
)
ENTRY_FILE = _words(r"^(?:file|path|name|location|document|doc|file[ _-]?name|file[ _-]?path)$")
ITSELF = _words(
    r"\bthis (?:document|file|summary|page|report|index|readme)(?: itself)?\b|"
    r"\bthe (?:document|file|summary|page|report|index|readme) itself\b"
)
MEASURED_NEXT = rare(r"\W{0,4}(?:(?:is|has|with|at)\W{1,2})?")
_GONE = r"(?:removed|deleted|dropped|retired|withdrawn)"
GONE = _words(rf"^\W*(?:files? |documents? |docs )?{_GONE}(?: (?:files?|documents?|docs))?\W*$")
GONE_BEFORE = _words(rf"\b{_GONE}\W{{1,5}}$")
GONE_AFTER = _words(
    rf"\W{{0,6}}(?:(?:was|were|is|are|has been|have been)\W)?"
    rf"(?:{_GONE}\b|merged in|renamed to\b|replaced by\b|superseded by\b|moved to\b)"
)
NEXT_FILE = _words(r"^(?:file|path|location|document)$")
CONTENTS = _words(r"\b(?:contents?|topics?|sections?|covers?|coverage|chapters?|includes?)\b")


@lru_cache(maxsize=4096)
def is_plan(place: str) -> bool:
    """Does a heading or a label announce what is to be done?"""
    return PLAN.search(place) is not None


@lru_cache(maxsize=4096)
def is_gone(place: str) -> bool:
    """Does it announce what was removed?"""
    return GONE.search(place) is not None


@lru_cache(maxsize=4096)
def is_quiet(place: str) -> bool:
    """Does it announce reasons, advice or plans?"""
    return is_plan(place) or NO_CLAIMS.search(place) is not None


@lru_cache(maxsize=4096)
def is_claiming(place: str) -> bool:
    """Does it announce what was made?"""
    return CLAIMING.search(place.replace("_", " ")) is not None


CONTAINER = _words(
    r"^(?:key )?(?:contents?|topics?|sections?|covers?|coverage|includes?|features?|details?|highlights?)$"
)
FORMER = _words(
    r"^(?:before|previous(?:ly)?|old|original(?:ly)?|baseline|was|start|initial)\b|\b(?:before|previously)$"
)
