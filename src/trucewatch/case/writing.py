"""All that is ever written to a case: reports, refusals, situations, judgements. Each is one transaction.

Decides what goes into one transaction: the log entry, the bytes it vouches for, and the rows derived from it, so that
whatever was acknowledged is in the case whole, and nothing else is. Never changes what was written before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from trucewatch.case.extractions import is_read, said_of
from trucewatch.case.facts import facts_of
from trucewatch.case.file import set_meta
from trucewatch.case.folding import (
    DOCUMENT,
    EXTRACTION,
    JUDGEMENT,
    REFUSED,
    SITUATION,
    UNDO,
    Fold,
    current_situation,
    fold_log,
)
from trucewatch.case.readings import MEDIA_TYPE, read_reading, write_reading
from trucewatch.case.receiving import (
    KEPT,
    Delivery,
    Outcome,
    Result,
    Taken,
    bytes_kept,
    deliveries,
    details,
    our_fault,
    take_in,
    writable,
)
from trucewatch.case.schema import empty_tables
from trucewatch.case.weights import log_parameters, parameters_history
from trucewatch.corroboration import read_parameters
from trucewatch.documents import Received
from trucewatch.errors import CaseError, InputError, RecordError, UsageError
from trucewatch.extractors import MEDIA_TYPE as CANDIDATES
from trucewatch.extractors import Grounded, Proposal, write_proposal
from trucewatch.lineage import Derivation, DerivationKind
from trucewatch.pipeline import ENGINE, Extract, Runner, bear_out
from trucewatch.record import Blob, Entry, Log
from trucewatch.situation import read_situation

Clock = Callable[[], datetime]

_UNREAD = -1  # no situation has been read yet


class Writer:
    """Writes to the case in ``connection``; ``log`` is its log."""

    def __init__(
        self, connection: sqlite3.Connection, log: Log, clock: Clock, runner: Runner, extract: Extract
    ) -> None:
        self._connection = connection
        self._log = log
        self._clock = clock
        self._runner = runner
        self._extract = extract
        self._light = _UNREAD
        self._freshen()

    def add(self, received: Iterable[Received | InputError], by: str) -> Iterator[Result]:
        """Add reports; see ``Case.add``."""
        self._freshen()
        light = self._light
        work = partial(take_in, situation=self._situation, extract=self._extract)
        for taken in self._runner.map(work, map(self._recognise, deliveries(received))):
            yield self._file(taken, light, by)

    def set_situation(self, text: str, name: str, by: str) -> Entry:
        """Watch by another situation from now on; every report is read again in its light."""
        read_situation(text, name)
        with self._log.transaction():
            blob = self._log.keep(text.encode(), "application/toml")
            entry = self._log.append(SITUATION, at=self._clock(), by=by, body={"name": name}, blobs=(blob,))
            self._derive_again()
        return entry

    def set_parameters(self, text: str, name: str, by: str) -> Entry:
        """Grade by another table from now on. A version names one table for ever: another needs another name."""
        table = read_parameters(text, name)
        for entry, known in parameters_history(self._log):
            if known.version == table.version and replace(known, entry=None) != table:
                raise UsageError(
                    f"version {table.version} is another table already",
                    f"entry {entry.seq} set it, and grades name it",
                    "give the new table a version of its own",
                )
        with self._log.transaction():
            return log_parameters(self._log, table, name, self._clock(), by)

    def rebuild(self) -> None:
        """Derive everything again from the log, by this engine."""
        with self._log.transaction():
            self._derive_again()

    def is_read(self, document: str, extractor: str, version: str) -> bool:
        """Whether this version of another extractor has read the report."""
        return is_read(self._connection, document, extractor, version)

    def propose(self, name: str, proposal: Proposal, by: str) -> tuple[Entry, Grounded] | None:
        """Log what another extractor proposed for a report, and fold in what the text bears out; None where this
        version of it has read the report already.
        """
        with self._log.transaction():
            if self.is_read(name, proposal.extractor, proposal.version):
                return None
            self._freshen()
            candidates = self._log.keep(write_proposal(proposal), CANDIDATES)
            reading = self._log.keep(self._reading(name), MEDIA_TYPE)
            document = read_reading(self._log.blob(reading.sha256))
            body = said_of(proposal, document)
            entry = self._log.append(EXTRACTION, at=self._clock(), by=by, body=body, blobs=(candidates, reading))
            grounded = bear_out(document, proposal, self._situation)
            self._fold.add_extraction(entry, document, proposal, grounded)
        return entry, grounded

    def _reading(self, document: str) -> bytes:
        """The bytes of a report's reading, as the log has them."""
        row = self._connection.execute("SELECT reading FROM documents WHERE id = ?", (document,)).fetchone()
        return self._log.blob(row[0] if row else document)

    def judge(self, body: dict[str, Any], item: bytes, by: str) -> Entry:
        """Log a reviewer's decision on an item as it was when judged."""
        with self._log.transaction():
            blobs = (self._log.keep(item, "application/json"),)
            entry = self._log.append(JUDGEMENT, at=self._clock(), by=by, body=body, blobs=blobs)
            self._fold.add_judgement(entry)
        return entry

    def take_back(self, judgement: str, note: str, by: str) -> Entry:
        """Log that a decision no longer stands."""
        with self._log.transaction():
            entry = self._log.append(UNDO, at=self._clock(), by=by, body={"judgement": judgement, "note": note})
            self._fold.add_undo(entry)
        return entry

    def _derive_again(self) -> None:
        empty_tables(self._connection)
        fold_log(self._log, self._connection, self._runner, self._extract)
        set_meta(self._connection, "engine", ENGINE)
        self._light = _UNREAD

    def _freshen(self) -> None:
        """Fold in the light of the newest situation, which another process may have set."""
        entry = self._log.last(SITUATION)
        if entry is None or entry.seq != self._light:
            self._situation = current_situation(self._log)
            self._fold = Fold(self._connection, self._log, self._situation)
            self._light = entry.seq if entry else _UNREAD

    def _recognise(self, delivery: Delivery) -> Delivery:
        query = "SELECT 1 FROM documents WHERE receipt = ?"
        if self._connection.execute(query, (delivery.receipt,)).fetchone() is None:
            return delivery
        return Delivery(received=delivery.received, receipt=delivery.receipt, is_known=True)

    def _file(self, taken: Taken, light: int, by: str) -> Result:
        """Write what was taken in. Once this returns, it is on disk."""
        if taken.error is not None:
            return self._refuse(taken.delivery, taken.error, by)
        if known := self._known(taken):
            return known
        try:
            return self._write_report(taken, light, by)
        except (CaseError, RecordError, sqlite3.Error):
            self._light = _UNREAD  # what the fold remembers may not have been written
            raise
        except Exception as fault:  # noqa: BLE001 - as in ``take_in``: logged as ours, and the others go on
            self._light = _UNREAD
            return self._refuse(taken.delivery, our_fault(taken.delivery.received.name, fault), by)

    def _write_report(self, taken: Taken, light: int, by: str) -> Result:
        with self._log.transaction():
            if known := self._known(taken):  # another process may have added it since
                return known
            self._freshen()
            extracted = taken.extracted
            if extracted is None or self._light != light:
                extracted = self._extract(taken.reading, self._situation)
            raw = self._log.keep(taken.delivery.received.raw, taken.reading.media_type)
            reading = self._log.keep(write_reading(taken.reading), MEDIA_TYPE)
            body = {
                **details(taken.delivery.received),
                "document": taken.reading.id,
                "text_sha256": taken.reading.text_sha256,
                "reader": taken.reading.reader,
                "receipt": taken.delivery.receipt,
            }
            entry = self._log.append(DOCUMENT, at=self._clock(), by=by, body=body, blobs=(raw, reading))
            related = self._fold.add_document(entry, extracted)
        kinds = [kind for kind, _ in facts_of(extracted)]
        return Result(
            name=taken.delivery.received.name,
            outcome=Outcome.ADDED,
            entry=entry.seq,
            id=extracted.document.id,
            title=extracted.document.title,
            statements=kinds.count("sta"),
            mentions=kinds.count("men"),
            related=_others(related, extracted.document.id),
            notes=extracted.document.notes,
        )

    def _known(self, taken: Taken) -> Result | None:
        """The result for a report that is in the case already, by its receipt or by its id."""
        own = taken.reading.id if taken.reading is not None else ""
        query = "SELECT seq, id, title FROM documents WHERE receipt = ? OR id = ? ORDER BY seq LIMIT 1"
        row = self._connection.execute(query, (taken.delivery.receipt, own)).fetchone()
        if row is None:
            return None
        name = taken.delivery.received.name
        return Result(name=name, outcome=Outcome.ALREADY_THERE, entry=row[0], id=row[1], title=row[2])

    def _refuse(self, delivery: Delivery, error: InputError, by: str) -> Result:
        """Log that a report came and could not be read, and keep its bytes; once, however often it comes."""
        with self._log.transaction():
            query = "SELECT seq FROM refused WHERE receipt = ?"
            row = self._connection.execute(query, (delivery.receipt,)).fetchone()
            if row is None:
                body = {
                    **details(delivery.received),
                    "receipt": delivery.receipt,
                    "what": error.what[:500],
                    "why": error.why[:500],
                    "try": error.try_[:500],
                    "bytes": bytes_kept(delivery.received),
                }
                blobs = self._keep_refused(delivery.received)
                entry = self._log.append(REFUSED, at=self._clock(), by=by, body=body, blobs=blobs)
                self._fold.add_refusal(entry)
        name, seq = delivery.received.name, row[0] if row else entry.seq
        return Result(name=name, outcome=Outcome.REFUSED, entry=seq, error=error)

    def _keep_refused(self, received: Received) -> tuple[Blob, ...]:
        if bytes_kept(received) != KEPT:
            return ()
        return (self._log.keep(received.raw, writable(received.media_type) or "application/octet-stream"),)


def _others(related: Iterable[Derivation], document: str) -> tuple[str, ...]:
    """The documents on the other side of each relation that is a derivation."""
    derived = [each for each in related if each.kind is not DerivationKind.SAME_EVENT]
    return tuple(sorted({name for each in derived for name in (each.child, each.parent)} - {document}))
