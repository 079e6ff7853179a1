"""What a bulletin is made of: the records as given, and nothing that can be computed from them.

A ``Bulletin`` holds no sentence of its own. Counts, wording, order of columns and drawings are made when it is
rendered, so that the same records always give the same bytes and no text can drift from what it summarises.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trucewatch.agreements.model import Finding
from trucewatch.corroboration.model import Grade
from trucewatch.corroboration.tolls import Toll
from trucewatch.documents.model import Document
from trucewatch.events.model import AgreementMention, Commitment, EventMention, Gathering, Observation
from trucewatch.incidents.model import Incident
from trucewatch.lineage.model import Comparison, Story
from trucewatch.situation.model import Situation
from trucewatch.statements.model import Statement
from trucewatch.values import Span


class ReviewStatus(StrEnum):
    """What a reviewer made of one record. A record without a ``Review`` is machine-extracted and unreviewed."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The standing judgement on one record. ``item`` is its id; ``entry`` the judgement's number in the log."""

    item: str
    status: ReviewStatus
    reviewer: str = ""
    note: str = ""
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCounted:
    """Something read but left out of the counts, and why.

    ``reason`` is a short phrase for grouping ("history", "planned", "not understood", "statements only", "outside
    the period", "rejected on review"); ``item`` its id or ""; ``span`` the words, or None where the whole report is
    meant.
    """

    reason: str
    document: str
    item: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedIncident:
    """One incident with what corroboration and the agreements make of it."""

    incident: Incident
    grade: Grade
    findings: tuple[Finding, ...] = ()
    tolls: tuple[Toll, ...] = ()  # figures of harm over which accounts differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """When the log says that a document was received: an RFC 3339 time, and the entry's sequence number."""

    document: str
    at: str
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """Everything that is published for one period of one situation.

    ``start`` and ``end`` are inclusive; None is open. ``log_size`` entries with the last one's hash ``log_head`` (hex)
    are what it was made from, by ``engine`` ("trucewatch 0.1.0"). Every document that any record names must be in
    ``documents``. ``comparisons`` are those of the derivations worth showing: their altered quotations are printed.
    What the agreements of the situation require is compared with ``commitments`` when rendered.
    """

    situation: Situation
    start: date | None
    end: date | None
    log_size: int
    log_head: str
    engine: str
    documents: tuple[Document, ...] = ()
    stories: tuple[Story, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    incidents: tuple[GradedIncident, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    observations: tuple[Observation, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    reviews: tuple[Review, ...] = ()
    receipts: tuple[Receipt, ...] = ()
