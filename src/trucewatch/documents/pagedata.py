"""What a web page says of itself in its markup: title, author, date, source, address, language.

Decides which of the many places to believe, in the order JSON-LD, meta elements, time elements. Never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trucewatch.documents.abbreviations import words
from trucewatch.documents.sniffing import parse_json

_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "dcterms.date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_ARTICLES = words("article newsarticle reportagenewsarticle analysisnewsarticle blogposting webpage report")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """Strings as the page gives them; "" where it does not."""

    title: str = ""
    byline: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()


def read_page_data(root: Any) -> PageData:
    """All that the markup of ``root`` says of its page."""
    meta = _meta(root)
    linked = next(_articles(root), {})
    published = _said(linked.get("datePublished")) or _first(meta, _DATES) or _time(root)
    language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    title = next((" ".join(t.text_content().split()) for t in root.iter("title")), "")
    byline = _person(linked.get("author")) or _first(meta, _AUTHORS)
    return PageData(
        title=_said(linked.get("headline")) or _first(meta, _TITLES) or title,
        byline="" if "://" in byline else byline,
        published=published,
        source=_person(linked.get("publisher")) or meta.get("og:site_name", ""),
        url=_canonical(root) or meta.get("og:url", ""),
        language=language.split("-")[0].lower() if _LANGUAGE.match(language) else "",
    )


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _articles(root: Any) -> Iterator[dict[str, object]]:
    """The JSON-LD objects that describe an article."""
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            value = parse_json(script.text or "")
            items = value if isinstance(value, list) else [value]
            graph = [g for item in items if isinstance(item, dict) for g in _listed(item.get("@graph"))]
            for item in [*items, *graph]:
                if isinstance(item, dict) and any(str(k).lower() in _ARTICLES for k in _listed(item.get("@type"))):
                    yield item


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _said(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _person(value: object) -> str:
    names = [_said(item.get("name")) if isinstance(item, dict) else _said(item) for item in _listed(value)]
    return ", ".join(name for name in names if name)


def _time(root: Any) -> str:
    """The first time element, unless it says that it is an update."""
    for element in root.iter("time"):
        said = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
        if element.get("datetime") and "updat" not in said and "modif" not in said:
            return str(element.get("datetime"))
    return ""


def _canonical(root: Any) -> str:
    return next((str(e.get("href", "")) for e in root.iter("link") if e.get("rel") == "canonical"), "")
