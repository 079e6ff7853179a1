"""How far two annotations of the same reports agree: the second is scored against the first as a program would be.

``python tests/quality/gold_agreement.py`` prints the tables, ``--differences`` where the passes part. It is the figure
to hold a program's score against: what two readings of one guideline do not agree on, no program can be blamed for.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import gold
from gold_measures import f1, interval, measures, total
from gold_reading import Entry, Report, read_path
from gold_scores import score

from trucewatch.events import Commitment, EventMention, Events, Factuality, Gathering, Stance
from trucewatch.events.model import Harm
from trucewatch.situation import Stage
from trucewatch.statements import Act, Form, Statement
from trucewatch.values import Amount, Precision, Span, When, Where, Who

READERS = ("same", "another")


def as_found(report: Report, entry: Entry) -> Report:
    """The report with ``entry`` in the place of what the program finds."""
    pass_ = _Pass(report.found.document.sentences)
    events = Events(
        mentions=tuple(pass_.mention(e) for e in entry["events"]),
        commitments=tuple(pass_.commitment(c) for c in entry["commitments"]),
        gatherings=tuple(pass_.gathering(g) for g in entry["gatherings"]),
    )
    statements = tuple(pass_.statement(s) for s in entry["statements"])
    return replace(report, found=replace(report.found, statements=statements, events=events))


class _Pass:
    """One pass over one report: its entries as the program's nouns."""

    def __init__(self, sentences: Sequence[Span]) -> None:
        self._sentences = sentences

    def _sentence(self, span: Sequence[Any]) -> Span:
        return next(s for s in self._sentences if s.start < span[1] and span[0] < s.end)

    def statement(self, entry: Entry) -> Statement:
        """A statement."""
        return Statement(
            id="",
            document="",
            speakers=_whos(entry["speakers"]),
            act=Act(entry["act"]),
            form=Form(entry["form"]),
            content=_spans(entry["content"]),
            cue=_span(entry["cue"]) if entry["cue"] else None,
            sentence=self._sentence(entry["cue"] or entry["content"][0]),
            accused=_whos(entry.get("accused", ())),
            denies=_spans(entry.get("denies", ())),
        )

    def mention(self, entry: Entry) -> EventMention:
        """An event mention."""
        return EventMention(
            id="",
            document="",
            act=entry["act"],
            trigger=_span(entry["triggers"][0]),
            sentence=self._sentence(entry["triggers"][0]),
            factuality=Factuality(entry["factuality"]),
            stance=Stance.REPORTS,
            actor=next(iter(_whos(entry.get("actor", ()))), None),
            target=next(iter(_whos(entry.get("target", ()))), None),
            when=_when(entry),
            where=_where(entry),
            harm=tuple(Harm(h["kind"], _amount(h)) for h in entry["harm"]),
            claimants=_whos(entry.get("claimants", ())),
            spans=tuple(self._sentence(t) for t in entry["triggers"]),
        )

    def commitment(self, entry: Entry) -> Commitment:
        """A commitment."""
        return Commitment(
            id="",
            document="",
            what=entry["what"],
            stage=Stage(entry["stage"]),
            span=_span(entry["span"]),
            sentence=self._sentence(entry["span"]),
            givers=_whos(entry.get("givers", ())),
            amount=_amount(entry["amount"]) if "amount" in entry else None,
            conditions=_spans(entry["conditions"]),
        )

    def gathering(self, entry: Entry) -> Gathering:
        """A gathering."""
        return Gathering(
            id="",
            document="",
            kind=entry["kind"],
            trigger=_span(entry["triggers"][0]),
            sentence=self._sentence(entry["triggers"][0]),
            spans=tuple(self._sentence(t) for t in entry["triggers"]),
            when=_when(entry),
            where=_where(entry),
            hosts=_whos(entry.get("hosts", ())),
            participants=_whos(entry.get("participants", ())),
            absentees=_whos(entry.get("absentees", ())),
        )


def _span(span: Sequence[Any]) -> Span:
    return Span(span[0], span[1])


def _spans(spans: Iterable[Sequence[Any]]) -> tuple[Span, ...]:
    return tuple(_span(s) for s in spans)


def _whos(entries: Iterable[Entry]) -> tuple[Who, ...]:
    return tuple(
        Who(
            name=e["name"],
            words=e["span"][2] if "span" in e else "",
            span=_span(e["span"]) if "span" in e else None,
            party=e.get("party", ""),
        )
        for e in entries
    )


def _when(entry: Entry) -> When | None:
    if "when" not in entry:
        return None
    edtf = entry["when"]["edtf"]
    return When(edtf, *gold.bounds(edtf), Precision.UNKNOWN)


def _where(entry: Entry) -> Where | None:
    return Where(entry["where"]["name"]) if "where" in entry else None


def _amount(entry: Entry) -> Amount:
    return Amount(entry["low"], entry["high"])


def reader_of(second: Path) -> str:
    """Who made a second pass: the reader of the first (``same``), or one who had not seen it (``another``)."""
    reader = str(tomllib.loads(second.read_text(encoding="utf-8"))["reader"])
    if reader not in READERS:
        raise gold.GoldError(f"{second.parent.name}/{second.stem}: {reader!r} is none of {', '.join(READERS)}")
    return reader


def pairs(reader: str) -> list[Report]:
    """Each report annotated twice, by the ``same`` reader or by ``another``: the second pass as what is found."""
    paths = [path for path in gold.second_paths() if reader_of(path) == reader]
    return [as_found(read_path(gold.GOLD / path.parent.name / path.name), gold.built(path)) for path in paths]


def differences() -> Iterator[str]:
    """Where the passes part. Nothing the program finds is in this."""
    for report in (report for reader in READERS for report in pairs(reader)):
        lines: list[str] = []
        score(report, lines.append)
        yield from (f"{report.language}/{report.number} {line}" for line in lines)


def table(reports: Sequence[Report]) -> Iterator[str]:
    """Agreement by measure, with intervals, and how many entries of either pass it rests on."""
    per_report = [score(report) for report in reports]
    whole = total(per_report)
    yield f"{'':36} F1   [95 %]        both second first"
    for name in sorted(measures(whole)):
        low, high = interval(per_report, name)
        counts = " ".join(f"{whole[f'{name}/{part}']:5}" for part in ("hit", "found", "gold"))
        yield f"{name:36} {f1(whole, name):.2f} [{low:.2f}, {high:.2f}]  {counts}"


def tables() -> Iterator[str]:
    """A table for each kind of second reader and language: agreement with oneself is no agreement with another."""
    for reader in READERS:
        reports = pairs(reader)
        for language in (*sorted({r.language for r in reports}), ""):
            kept = [r for r in reports if r.language == language or not language]
            yield f"second pass by {reader} reader, {language or 'all'}: {len(kept)} reports"
            yield from table(kept)
            yield ""


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in (differences() if "--differences" in sys.argv else tables()))
