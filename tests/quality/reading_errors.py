"""Where reading errs: statements on PolNeAR, events on PLOVER, and the gold reports that may be looked at.

Decides the class of an error by rule, from spans and figures: it tells where to look, not why. Prints ids and classes,
never text. Of the halves of PolNeAR and PLOVER that are only measured, and of held gold reports, it says nothing.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import gold_measures
import test_events_quality as events
import test_statements_quality as attribution
from misses import Errors, Miss

from trucewatch.evaluation import Article, Range, by_rules, flatten
from trucewatch.evaluation.scoring import type_of

_LABEL = re.compile(r"act [\w ]+ for [\w ]+|factuality \w+ for \w+|event \w+ wrong|speaker|[\w ]+")
#: What is counted where there is something to find, where it is found, what it is called if not, and how bad that is.
_PAIRS = (
    ("gold", "hit", "event not seen", 3),
    ("meet", "met", "gathering not seen", 3),
    ("actors", "actor", "wrong actor", 1),
    ("targets", "target", "wrong target", 1),
)


def contents(_: Path) -> Iterator[Miss]:
    """Contents of the half that may be looked at that were not found as annotated, and what was found and is none."""
    for article in attribution.half(is_held=False):
        there, found = flatten(article.text, article.gold), flatten(article.text, by_rules(article))
        yield from _missed(article, there, found)
        lost = [one for one in sorted(found["content"]) if not _touching(one, there["content"])]
        yield from (Miss(_id(article, one), f"{type_of(article.text, one)}: not annotated", _size(one)) for one in lost)


def _missed(article: Article, there: dict[str, set[Range]], found: dict[str, set[Range]]) -> Iterator[Miss]:
    by_content = {content: marked.get("cue", ()) for marked in article.gold for content in marked.get("content", ())}
    for content in sorted(there["content"] - found["content"]):
        kind = type_of(article.text, content)
        near = _touching(content, found["content"])
        why = _ends(content, near) if near else _unseen(by_content.get(content, ()), found["cue"])
        yield Miss(_id(article, content), f"{kind}: {why}", _size(content))


def _unseen(cues: Sequence[Range], found: set[Range]) -> str:
    if not cues:
        return "missed, annotated without a cue"
    is_seen = any(_touching(cue, found) for cue in cues)
    return "missed, though its cue was found" if is_seen else "missed with its cue"


def _ends(content: Range, near: Sequence[Range]) -> str:
    """How the bounds of what was found differ. The first that holds."""
    start, end = near[0][0], near[-1][1]
    tests = (
        (len(near) > 1, "found in pieces"),
        (start == content[0], "ends later" if end > content[1] else "ends earlier"),
        (end == content[1], "begins later" if start > content[0] else "begins earlier"),
    )
    return next((words for holds, words in tests if holds), "both ends differ")


def _touching(span: Range, others: Iterable[Range]) -> list[Range]:
    return sorted(one for one in others if one[0] < span[1] and span[0] < one[1])


def _id(article: Article, span: Range) -> str:
    return f"{article.name}:{span[0]}-{span[1]}"


def _size(span: Range) -> int:
    return span[1] - span[0]


def plover(_: Path) -> Iterator[Miss]:
    """Of the half that may be looked at: event, actor or target not seen, or violence seen that is none."""
    for record in json.loads(events.GOLD.read_bytes()):
        if record["event"] == "DOCUMENT" or events.half_of(record) != "looked":
            continue
        counts: defaultdict[str, int] = defaultdict(int)
        events._count(record, counts)
        for there, right, why, worth in _PAIRS:
            if counts[there] and not counts[right]:
                yield Miss(record["id"], f"{record['event']}: {why}", worth)
        if counts["alarms"]:
            yield Miss(record["id"], f"{record['event']}: violence seen", 2)


def gold(language: str, _: Path) -> Iterator[Miss]:
    """What is wrong in the reports of a language that may be looked at; the more in a report, the worse."""
    told = [line.partition(" ") for line in gold_measures.dev_errors(language)]
    counts: defaultdict[str, int] = defaultdict(int)
    for number, *_rest in told:
        counts[number] += 1
    for number, _space, words in told:
        label = _LABEL.match(words)
        yield Miss(number, label.group().strip() if label else "other", counts[number])


ATTRIBUTION: Errors = {"content": contents}
EVENTS: Errors = {"recall": plover}
