"""Headlines that UCDP GED puts under one event: does the program put them under one incident?

A reader's input alone: outlet, day of publication, headline; neither the event's day nor its place. Headlines go
through the whole engine in order of publication. What was tuned looked only at articles all of whose events have even
numbers; "odd" are the articles with an event of odd number, and their pairs share one such event. Beside it, on the
same articles, what putting all of one day together would give.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from corpora import EVAL
from floors import Measured

from trucewatch.documents import Received, read
from trucewatch.errors import InputError
from trucewatch.events import is_headline_alone
from trucewatch.incidents import Member, group
from trucewatch.pipeline import extract
from trucewatch.situation import Party, Situation

MENTIONS = EVAL / "incidents" / "ucdp_ged_ukraine_mentions.jsonl"
YEARS = range(2014, 2018)

#: No situation helps: two parties that no headline names.
NOBODY = Situation(id="none", title="None", parties=(Party("a", "Arania"), Party("b", "Beldia")))

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Article:
    """One headline of one outlet on one day, with the events that its coders put it under."""

    day: str
    outlet: str
    headline: str
    events: frozenset[int]


def read_articles(path: Path = MENTIONS) -> tuple[Article, ...]:
    """Distinct articles in order of publication, those of the memory book aside."""
    told: dict[tuple[str, str, str], set[int]] = {}
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if row["year"] in YEARS and "memorybook" not in row["office"].lower().replace(" ", ""):
            told.setdefault((row["pub_date"], row["office"], row["headline"]), set()).add(row["event_id"])
    return tuple(Article(*key, frozenset(events)) for key, events in sorted(told.items()))


def half(articles: Iterable[Article], name: str) -> tuple[Article, ...]:
    """The articles to tune on ("even": no event of odd number), or to report on ("odd": at least one)."""
    return tuple(each for each in articles if any(event % 2 for event in each.events) == (name == "odd"))


def gold_pairs(articles: Collection[Article], name: str) -> Pairs:
    """Pairs that share an event of the half."""
    parity = 1 if name == "odd" else 0
    kept = [{event for event in each.events if event % 2 == parity} for each in articles]
    return frozenset(pair for pair in combinations(range(len(kept)), 2) if kept[pair[0]] & kept[pair[1]])


def found_pairs(articles: Collection[Article]) -> Pairs:
    """Pairs that the program puts under one incident."""
    homes = [set(homes) for homes in _homes(articles)]
    return frozenset(pair for pair in combinations(range(len(homes)), 2) if homes[pair[0]] & homes[pair[1]])


def day_pairs(articles: Collection[Article]) -> Pairs:
    """Pairs published on one day."""
    days = [each.day for each in articles]
    return frozenset(pair for pair in combinations(range(len(days)), 2) if days[pair[0]] == days[pair[1]])


def _homes(articles: Collection[Article]) -> Iterator[set[int]]:
    members = [list(_members(each)) for each in articles]
    incidents = group(member for told in members for member in told)
    home = {member.mention.id: number for number, held in enumerate(incidents) for member in held}
    for told in members:
        yield {home[member.mention.id] for member in told if member.mention.id in home}


def _members(article: Article) -> Iterator[Member]:
    try:
        document = read(
            Received(
                raw=article.headline.encode(),
                name="headline.txt",
                source=article.outlet,
                published=article.day,
                language="en",
            )
        )
    except InputError:
        return  # three headlines came in as question marks
    is_flash = is_headline_alone(document.text)
    for mention in extract(document, NOBODY).events.mentions:
        yield Member(
            mention=mention,
            publisher=article.outlet,
            published=document.published,
            text=document.text,
            is_flash=is_flash,
        )


def scores(found: Pairs, gold: Pairs) -> dict[str, int]:
    """Precision, recall and F1 in per mille."""
    hits = len(found & gold)
    return {
        "precision": hits * 1000 // max(1, len(found)),
        "recall": hits * 1000 // max(1, len(gold)),
        "f1": 2000 * hits // max(1, len(found) + len(gold)),
    }


def measure() -> Measured:
    """The figures of the half that was not looked at, beside those of one day alone and of the half that was."""
    every = read_articles()
    figures: dict[str, int] = {}
    for name in ("odd", "even"):
        articles = half(every, name)
        gold = gold_pairs(articles, name)
        own = scores(found_pairs(articles), gold)
        figures |= {f"{name} {key}": value for key, value in own.items()}
    return hashlib.sha256(MENTIONS.read_bytes()).hexdigest()[:16], figures


def same_day(name: str = "odd") -> dict[str, int]:
    """What one day of publication alone gives on a half."""
    articles = half(read_articles(), name)
    return scores(day_pairs(articles), gold_pairs(articles, name))


def counts() -> dict[str, Any]:
    """How many articles and pairs there are."""
    every = read_articles()
    found: dict[str, Any] = {}
    for name in ("odd", "even"):
        articles = half(every, name)
        found[name] = {"articles": len(articles), "pairs": len(gold_pairs(articles, name))}
    return found
