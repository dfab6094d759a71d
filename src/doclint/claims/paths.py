"""Names of files and folders in running text."""

from doclint.rare import rare

NAME = rare(
    r"(?<![\w@:/.*${}<>-])(?:[A-Za-z0-9_.~/](?:[A-Za-z0-9_.~/-]*[A-Za-z0-9_-])?|\.[A-Za-z0-9_-]+)"
    r"\.(?:md|markdown|mdx|rst|adoc|txt|pdf|ya?ml|json|toml|py|pyi|sh|bash|go|jsx?|tsx?|"
    r"mjs|rs|java|kt|c|h|cc|cpp|hpp|cs|rb|php|sql|html?|css|scss|tf|proto|conf|cfg|ini|env|xml|csv|svg|png|ipynb|"
    r"lock|service|dockerfile|bats|lua|swift|vue|svelte)(?![\w/-]|\.\w)"
    r"|(?<![\w@:/.-])(?:\.{0,2}/)?(?:[\w.-]+/)+(?=[\s`),:;]|$)"
    r"|(?<![\w/.-])(?:Makefile|Dockerfile|LICENSE|CODEOWNERS)(?![\w/.-])"
)
_NOT_FILES = frozenset(
    {"node.js", "vue.js", "next.js", "react.js", "express.js", "d3.js", "three.js", "nuxt.js", "asp.net"}
)
_ENDING = rare(r"\.[a-z]")


def names_in(text: str) -> tuple[str, ...]:
    """Files and folders a text names, in order."""
    if not ("/" in text or _ENDING.search(text) or "file" in text or "LICENSE" in text or "CODEOWNERS" in text):
        return ()  # one of these is in every name
    found = (match.group().strip() for match in NAME.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name.lower() not in _NOT_FILES and name not in ("/", "./")))


def is_local(target: str) -> bool:
    """Points to a file of the project, not to the web or to a place in the same document."""
    return bool(target) and not target.startswith("#") and ":" not in target.split("/")[0]
