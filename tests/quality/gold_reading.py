"""The gold reports, what the program finds in them, and when a finding and an annotation name the same thing.

The corpus is in the repository, ``gold/``, so this reads anywhere. What counts as the same is said in
``gold/FORMAT.md`` under "How it is scored"; nothing here looks at what a report is about.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import gold

from trucewatch.documents import Received, read
from trucewatch.language.lexicon import word_set
from trucewatch.pipeline import Extracted, extract
from trucewatch.values import Amount, When, Where, Who

Entry = dict[str, Any]
_PRONOUNS = word_set(
    """he she it they we i who which that this one them him her us
    он она оно они его её ее ему ей их им ним нём нем ней них мы нас нам я мне который которая которое которые это то
    він вона воно вони його її йому їй їх їм ним ньому ній них ми нас нам я мені який яка яке які це те"""
)
_EMPTY = word_set(
    """the a an of in at for and its his her their our mr ms mrs dr general colonel major captain brigadier commodore
    private minister president prime commander chief sheikh bishop elder lieutenant
    в во на по из с со за от для при к о об у и а его её их наш свой
    у в на по із з зі за від для при до про і й та його її їх наш свій
    господин госпожа генерал лейтенант полковник подполковник майор капитан комендант министр президент
    премьер глава начальник командующий командир епископ шейх старейшина доктор адмирал
    пан пані генерал лейтенант полковник підполковник майор капітан комендант міністр президент прем єр голова
    начальник командувач командир єпископ шейх старійшина доктор адмірал речник речниця"""
)
_ENDING = re.compile(
    r"(?<=\w{3})(?:[аяиы]ми|ові|еві|єві|[ое]го|[ое]му|[ая]х|[ая]м|[иыії]х|[иыії]м|[оеє]м|[оеє][вю]|[аеиіїоуыэюяйьє]{1,2})$"
)  # of Russian and Ukrainian cases; taken off twice, since a name may end in what is a case of another


@dataclass(frozen=True)
class Report:
    """One annotated report and what the program reads in it."""

    language: str
    number: str
    split: str
    text: str
    gold: Entry
    found: Extracted


def read_reports(*languages: str) -> tuple[Report, ...]:
    """Every gold report, or those of some languages, read with its own situation and nothing else."""
    return tuple(report for language in languages or gold.LANGUAGES for report in _read_language(language))


@cache
def _read_language(language: str) -> tuple[Report, ...]:
    return tuple(read_path(path) for path in gold.report_paths([language]))


def read_path(path: Path) -> Report:
    """The report of one annotation file of the first pass, ``gold/en/001.toml``."""
    entry = json.loads(_text(path.with_suffix(".json")))
    return read_report(entry, _text(path.with_suffix(".txt")), path.parent.name)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def read_report(entry: Entry, text: str, language: str) -> Report:
    """One report, read as a user's would be."""
    _gather_names(entry)
    name = f"{entry['number']}.txt"
    received = Received(raw=text.encode(), name=name, published=entry["published"], language=language)
    document = read(received)
    if document.text != text.rstrip("\n") and document.text != text:
        raise ValueError(f"{language}/{name}: the text read is not the text annotated; offsets would not hold")
    found = extract(document, gold.situation_of(entry["situation"]))
    return Report(language, entry["number"], entry["split"], text, entry, found)


def _gather_names(entry: Entry) -> None:
    """Let everybody be called by all the words that name them anywhere in the annotations of the report."""
    called: dict[str, list[str]] = {}
    everybody = list(_whos(entry))
    for who in everybody:
        if "span" in who:
            called.setdefault(who["name"], []).append(who["span"][2])
    for who in everybody:
        who["called"] = called.get(who["name"], [])


def _whos(made: Any) -> Iterator[Entry]:
    if isinstance(made, dict):
        if "name" in made:
            yield made
        for value in made.values():
            yield from _whos(value)
    elif isinstance(made, list):
        for value in made:
            yield from _whos(value)


def digest(language: str) -> str:
    """The hash of every text and annotation of a language and of the situations these are read with."""
    paths = [p.with_suffix(end) for p in gold.report_paths([language]) for end in (".toml", ".txt")]
    situations = {report.gold["situation"] for report in read_reports(language)}
    paths += [gold.GOLD / "situations" / f"{name}.toml" for name in sorted(situations)]
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


def overlap(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> float:
    """Shared code points over all code points of either."""
    mine = {i for start, end in one for i in range(start, end)}
    theirs = {i for start, end in other for i in range(start, end)}
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0


def covers(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> float:
    """Shared code points over those of the shorter."""
    mine = {i for start, end in one for i in range(start, end)}
    theirs = {i for start, end in other for i in range(start, end)}
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def names(found: Who, wanted: Entry, *, by_party: bool = False) -> bool:
    """Whether the two name one: the same party, the same words, or all words of substance of one in the other's."""
    if by_party and found.party and found.party == wanted.get("party"):
        return True
    words = wanted["span"][2] if "span" in wanted else ""
    if found.span and words and words.casefold() not in _PRONOUNS:
        start, end, _ = wanted["span"]
        if overlap([(start, end)], [(found.span.start, found.span.end)]) >= 0.5:
            return True
    called = [_substance(w) for w in (found.name, found.words)]
    known = [_substance(w) for w in (wanted["name"], *wanted.get("called", ()))]
    return any(a and b and (a <= b or b <= a) for a in called for b in known)


def any_names(found: Iterable[Who | None], wanted: Iterable[Entry], *, by_party: bool = False) -> bool:
    """Whether any one found is any one wanted."""
    return any(who is not None and names(who, w, by_party=by_party) for w in wanted for who in found)


def _substance(words: str) -> frozenset[str]:
    tokens = re.findall(r"\w+", words.casefold().replace("'s", "").replace("’s", ""))
    return frozenset(_stem(t) for t in tokens) - _EMPTY_STEMS


def _stem(word: str) -> str:
    """The word without the ending of a plural or a case."""
    return _ENDING.sub("", _ENDING.sub("", word.replace("ё", "е"))).removesuffix("s")


_EMPTY_STEMS = frozenset(_stem(word) for word in _EMPTY | _PRONOUNS)


def same_place(found: Where | None, wanted: Entry) -> bool:
    """Whether one name's words are among the other's."""
    a, b = _substance(found.name if found else ""), _substance(wanted["name"])
    return bool(a and b and (a <= b or b <= a))


def same_time(found: When | None, wanted: Entry) -> bool:
    """Whether the time found is bounded and lies within the time annotated."""
    if found is None or found.earliest is None or found.latest is None:
        return False
    first, last = gold.bounds(wanted["edtf"])
    return first <= found.earliest and found.latest <= last


def same_amount(found: Amount | None, wanted: Entry) -> bool:
    """Whether both bounds agree."""
    return found is not None and (found.low, found.high) == (wanted["low"], wanted["high"])
