"""Headings, links, images and code as a browser finds them in HTML, and as they are in a tree."""

from html.parser import HTMLParser
from urllib.parse import unquote

from doclint.markdown.nodes import Document

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[tuple[int, str]] = []
        self.links: list[str] = []
        self.images: list[tuple[str, str]] = []
        self.spans: list[str] = []
        self.blocks: list[str] = []
        self._open: list[list[str]] = []
        self._pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and "href" in values:
            self.links.append(_comparable(values["href"] or ""))
        elif tag == "img":
            self.images.append((_comparable(values.get("src") or ""), values.get("alt") or ""))
        elif tag == "pre":
            self._pre = True
        if tag in _HEADINGS or tag == "code":
            self._open.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._pre = False
        if (tag in _HEADINGS or tag == "code") and self._open:
            words = "".join(self._open.pop())
            if tag in _HEADINGS:
                self.headings.append((_HEADINGS[tag], words.strip()))
            elif self._pre:
                self.blocks.append(words)
            else:
                self.spans.append(words)
                if self._open:
                    self._open[-1].append(words)

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].append(data)


def in_html(html: str) -> dict[str, object]:
    found = _Collector()
    found.feed(html)
    found.close()
    return {
        "headings": found.headings,
        "links": sorted(found.links),
        "images": sorted(found.images),
        "code spans": found.spans,
        "code blocks": found.blocks,
    }


def in_tree(document: Document) -> dict[str, object]:
    return {
        "headings": [(heading.level, heading.text.strip()) for heading in document.headings],
        "links": sorted(_comparable(link.target) for link in document.links if not link.image),
        "images": sorted((_comparable(link.target), link.text) for link in document.links if link.image),
        "code spans": [code.content for code in document.code_spans],
        "code blocks": [block.content for block in document.code_blocks],
    }


def _comparable(target: str) -> str:
    """Renderers escape what may not stand in a URL; the tree has the target as it was meant."""
    return unquote(target)
