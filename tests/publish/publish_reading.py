"""Reads a rendered page back: its addresses, anchors and visible text, by the standard library's parser."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})


class Page(HTMLParser):
    """One page's tags with their attributes, and the text inside elements of class ``text``."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self._inside = 0
        self.unbalanced: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the tag, and whether a report's text begins here."""
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag in _VOID:
            return
        self._open.append(tag)
        if attributes.get("class") == "text" and tag == "div":
            self.texts.append("")
            self._inside = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """Check that it closes what was opened last."""
        if not self._open or self._open[-1] != tag:
            self.unbalanced.append(tag)
            return
        if len(self._open) == self._inside:
            self._inside = 0
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Gather a report's text."""
        if self._inside:
            self.texts[-1] += data

    def values(self, name: str) -> list[str]:
        """All values of one attribute."""
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]
