"""Headlines that UCDP GED puts under one event: does the program put them under one incident?

A reader's input alone: outlet, day of publication, headline; neither the event's day nor its place. Headlines go
through the whole engine in order of publication. What was tuned looked only at articles all of whose events have even
numbers; "odd" are the articles with an event of odd number, and their pairs share one such event. Beside it, on the
same articles, what putting all of one day together would give.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from corpora import EVAL, NOBODY
from floors import Measured

from trucewatch.documents import Received, read
from trucewatch.errors import InputError
from trucewatch.events import is_headline_alone, speaks_of_conflict
from trucewatch.incidents import Member, group, is_news_of_the_day, main_news
from trucewatch.pipeline import extract

MENTIONS = EVAL / "incidents" / "ucdp_ged_ukraine_mentions.jsonl"
YEARS = range(2014, 2018)

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


def found_pairs(articles: Collection[Article], *, is_with_news: bool) -> Pairs:
    """Pairs that the program puts under one incident; with news of the day that follows up on it, or without."""
    homes = list(_homes(articles, is_with_news=is_with_news))
    return frozenset(pair for pair in combinations(range(len(homes)), 2) if homes[pair[0]] & homes[pair[1]])


def day_pairs(articles: Collection[Article]) -> Pairs:
    """Pairs published on one day."""
    days = [each.day for each in articles]
    return frozenset(pair for pair in combinations(range(len(days)), 2) if days[pair[0]] == days[pair[1]])


def _homes(articles: Collection[Article], *, is_with_news: bool) -> Iterator[set[int]]:
    """The incidents that each article tells of, or follows up on as news of the day."""
    members = [list(_members(each)) for each in articles]
    incidents = group(member for told in members for member in told)
    home = {member.mention.id: number for number, held in enumerate(incidents) for member in held}
    days: dict[str, Counter[int]] = {}
    for article, told in zip(articles, members, strict=True):
        for member in told:
            if member.mention.id in home and is_news_of_the_day(member):
                days.setdefault(article.day, Counter())[home[member.mention.id]] += 1
    for article, told in zip(articles, members, strict=True):
        homes = {home[member.mention.id] for member in told if member.mention.id in home}
        if is_with_news and not homes and speaks_of_conflict(article.headline):
            counted = days.get(article.day, Counter())
            main = main_news(list(counted.values()))
            homes = set() if main is None else {list(counted)[main]}
        yield homes


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
        for what, is_with_news in (("told", False), ("told or followed up", True)):
            own = scores(found_pairs(articles, is_with_news=is_with_news), gold)
            figures |= {f"{name}, {what}: {key}": value for key, value in own.items()}
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
