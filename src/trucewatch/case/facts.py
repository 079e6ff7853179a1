"""How an extracted fact is kept: as one JSON row, with the columns that it can be found by.

Decides which kinds of fact there are, how each is written and read back, and what it can be found by: its type, its
days, who and what place it names, and the words it rests on. Never decides whether a fact is true or counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

import msgspec

from trucewatch.documents import Document
from trucewatch.errors import RecordError
from trucewatch.events import AgreementMention, Commitment, EventMention, Gathering, Observation
from trucewatch.pipeline import Extracted
from trucewatch.statements import Statement
from trucewatch.values import Span, When, Where, Who

type_of_kind: dict[str, type[Any]] = {
    "sta": Statement,
    "men": EventMention,
    "com": Commitment,
    "gat": Gathering,
    "agr": AgreementMention,
    "obs": Observation,
}

#: What other extractors propose, once the text has borne it out. Nothing is derived from it, and only a reviewer makes
#: it one of the case's statements.
ALTERNATIVE = "alt"

Fact = Statement | EventMention | Commitment | Gathering | AgreementMention | Observation

_types: dict[str, type[Any]] = {**type_of_kind, ALTERNATIVE: Statement}
_decoders = {kind: msgspec.json.Decoder(type_) for kind, type_ in _types.items()}
_JOIN = " … "  # between words that do not stand together


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one fact can be found by. Days are those of the event where known, else of the publication."""

    kind: str
    type: str
    start: date | None
    end: date | None
    words: str
    terms: tuple[tuple[str, str], ...]  # ("party", "XA"), ("place", "riverton"), sorted


def facts_of(extracted: Extracted) -> Iterator[tuple[str, Fact]]:
    """All facts of one document with their kind, in the order of the house."""
    events = extracted.events
    for kind, facts in (
        ("sta", extracted.statements),
        ("men", events.mentions),
        ("com", events.commitments),
        ("gat", events.gatherings),
        ("agr", events.agreements),
        ("obs", events.observations),
    ):
        for fact in facts:
            yield kind, fact


def find_by(kind: str, fact: Fact, document: Document) -> Found:
    """The columns of one fact."""
    when = fact.when if fact.when is not None and fact.when.is_resolved else document.published
    return Found(
        kind=kind,
        type=_type_of(fact),
        start=when.earliest if when else None,
        end=when.latest if when else None,
        words=_JOIN.join(span.of(document.text) for span in words_of(fact)),
        terms=tuple(sorted(_terms(fact))),
    )


def words_of(fact: Fact) -> tuple[Span, ...]:
    """The words that the fact rests on: what was said, or the sentence that tells of it."""
    if isinstance(fact, Statement) and fact.content:
        return fact.content
    spans = getattr(fact, "spans", ())
    if isinstance(fact, Observation):  # its other spans are those of single words of the sentence
        spans = tuple(span for span in spans if not fact.sentence.contains(span))
    return tuple(sorted({fact.sentence, *spans}))


def write(record: object) -> bytes:
    """One record as JSON: fields in the order of their class, so that equal records are equal bytes."""
    return msgspec.json.encode(record)


def read_fact(kind: str, body: bytes) -> Fact:
    """The fact of that kind that ``write`` wrote."""
    try:
        fact: Fact = _decoders[kind].decode(body)
    except (msgspec.DecodeError, KeyError) as error:
        raise RecordError(f"a stored {kind} cannot be read", str(error), "make the tables again: rebuild") from error
    return fact


def parts_of(record: object, kind: type[Any]) -> Iterator[Any]:
    """Everything of one type inside a record, depth first, in the order of its fields."""
    if isinstance(record, kind):
        yield record
    if isinstance(record, tuple):
        for item in record:
            yield from parts_of(item, kind)
    elif is_dataclass(record) and not isinstance(record, type):
        for field in fields(record):
            yield from parts_of(getattr(record, field.name), kind)


def _type_of(fact: Fact) -> str:
    match fact:
        case Statement() | EventMention():
            return str(fact.act)
        case Commitment():
            return fact.what
        case Gathering() | AgreementMention() | Observation():
            return fact.kind


def _terms(fact: Fact) -> set[tuple[str, str]]:
    terms = {("agreement", fact.agreement)} if isinstance(fact, AgreementMention) and fact.agreement else set()
    for who in parts_of(fact, Who):
        terms |= {("party", name.casefold()) for name in (who.party, who.entity, who.state, who.name) if name}
    for where in parts_of(fact, Where):
        named = (where.place or "", where.name, *where.candidates)
        terms |= {("place", name.casefold()) for name in named if name}
    return terms


def spans_beyond(record: object, text: str) -> tuple[Span, ...]:
    """Spans of the record that do not lie inside the text: there should be none."""
    return tuple(span for span in parts_of(record, Span) if span.end > len(text))


def day(when: When | None) -> str:
    """A time as a table shows it: EDTF, else the words as written."""
    return when.told if when else ""
