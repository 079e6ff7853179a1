"""RSS and Atom feeds to one record an entry. Runs apart (see ``sandbox``).

Decides which element of an entry is its text, title, link and date. Entries before a break are kept; the break is
told. Entities are refused, so that a feed can neither blow up nor reach for files.
"""

from __future__ import annotations

import io
import json
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from trucewatch.documents.parts import Items, Job
from trucewatch.errors import InputError

_ENTRY = {"item", "entry"}
_TEXT = ("encoded", "content", "description", "summary")
_DATE = ("pubdate", "published", "date", "issued", "updated")
_FIELDS = {"title": ("title",), "url": ("link", "guid", "id"), "published": _DATE, "byline": ("creator", "author")}
_MAX_ENTRIES = 100_000


def read_feed(job: Job) -> Items:
    """The entries of a feed, in order."""
    items: list[str] = []
    broken = channel = ""
    depth_of_entry = 0
    try:
        for event, element in iterparse(io.BytesIO(job.raw), events=("start", "end")):
            tag = _local(element)
            if event == "start":
                depth_of_entry += tag in _ENTRY
            elif tag in _ENTRY:
                depth_of_entry -= 1
                items.append(json.dumps(_entry(element, channel), ensure_ascii=False))
                element.clear()
                if len(items) >= _MAX_ENTRIES:
                    return Items(items=tuple(items), broken=f"it has more than {_MAX_ENTRIES} entries")
            elif tag == "title" and not depth_of_entry:
                channel = channel or _text(element)
    except ParseError as error:
        broken = f"its XML is broken ({error})"
    except DefusedXmlException:
        broken = "it defines XML entities, which are refused"
    if not items:
        raise InputError(
            "", broken or "the feed has no entries", "fetch it again; if it stays so, add its pages one by one"
        )
    return Items(items=tuple(items), broken=broken)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def _entry(entry: Element, channel: str) -> dict[str, str]:
    children: dict[str, Element] = {}
    for child in entry:
        name = _local(child)
        if name == "link" and child.get("rel", "alternate") != "alternate":
            continue
        children.setdefault(name, child)
    found = {"title": "", "url": "", "published": "", "byline": ""}
    for field, names in _FIELDS.items():
        found[field] = next((text for name in names if name in children and (text := _text(children[name]))), "")
    link = children.get("link")
    if link is not None and link.get("href"):
        found["url"] = link.get("href", "")
    texts = [_text(children[name]) for name in _TEXT if name in children]
    found["text"] = next((text for text in texts if text.strip()), "")
    found["source"] = _text(children["source"]) if "source" in children else channel
    return {key: value for key, value in found.items() if value}


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()
