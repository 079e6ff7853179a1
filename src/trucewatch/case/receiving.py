"""One report on its way into the case: its receipt, and what became of it.

Decides when two deliveries are the same delivery (same bytes, same details), and that a report which cannot be read, or
which one of our own rules stumbles over, is refused by name with its reason, its bytes kept, and never stops the
others. Never touches the case: this half of adding can run in other processes.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from trucewatch.documents import MAX_BYTES, Received, read, unpack
from trucewatch.errors import InputError
from trucewatch.pipeline import Extract, Extracted
from trucewatch.record import canonical
from trucewatch.situation import Situation

#: Said of a refused report's bytes where the log holds them.
KEPT = "kept"


class Outcome(StrEnum):
    """What became of one report."""

    ADDED = "added"
    ALREADY_THERE = "already there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one report. ``id`` is the document's, "" where it was refused; then ``error`` says why.

    ``entry`` is the log entry that holds it. ``derives_from`` are the documents it was found to derive from or to be
    the source of.
    """

    name: str
    outcome: Outcome
    entry: int
    id: str = ""
    title: str = ""
    statements: int = 0
    mentions: int = 0
    related: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: InputError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One report as it came, or the error that stands in its place (``received`` is then the file it came in)."""

    received: Received
    receipt: str
    error: InputError | None = None
    is_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A delivery with what was read from it; with neither ``extracted`` nor ``error`` where it was known before."""

    delivery: Delivery
    extracted: Extracted | None = None
    reading: Any = None
    error: InputError | None = None


def deliveries(received: Iterable[Received | InputError]) -> Iterator[Delivery]:
    """Every single report of everything that came, in order; nothing is read ahead."""
    for each in received:
        whole = each if isinstance(each, Received) else Received(raw=b"", name=each.what)  # never reached us
        for piece in unpack(each) if isinstance(each, Received) else (each,):
            if isinstance(piece, InputError):
                yield Delivery(received=whole, receipt=receipt_of(whole, str(piece)), error=piece)
            else:
                yield Delivery(received=piece, receipt=receipt_of(piece))


def receipt_of(received: Received, error: str = "") -> str:
    """The hash by which the same delivery is recognised when it comes again."""
    return hashlib.sha256(canonical({**details(received), "error": error})).hexdigest()


def details(received: Received) -> dict[str, Any]:
    """What an entry says of a report as it came."""
    return {
        "sha256": hashlib.sha256(received.raw).hexdigest(),
        "size": len(received.raw),
        "name": writable(received.name),
        "media_type": writable(received.media_type),
        "url": writable(received.url),
        "source": writable(received.source),
        "published": writable(received.published),
        "language": writable(received.language),
        "title": writable(received.title),
    }


def bytes_kept(received: Received) -> str:
    """What becomes of the bytes of a report that is refused: kept, so that nothing received is lost, within a limit."""
    if not received.raw:
        return "none came"
    return KEPT if len(received.raw) <= MAX_BYTES else f"not kept: more than {MAX_BYTES // 2**20} MiB"


def writable(words: str, limit: int = 2000) -> str:
    """Words from outside as an entry can hold them: bounded, half characters made visible."""
    return words[:limit].encode("utf-8", "backslashreplace").decode()


def take_in(delivery: Delivery, *, situation: Situation, extract: Extract) -> Taken:
    """Read and extract one report. Never raises because of it."""
    if delivery.is_known:
        return Taken(delivery=delivery)
    if delivery.error is not None:
        return Taken(delivery=delivery, error=delivery.error)
    try:
        reading = read(delivery.received, languages=situation.languages)
        return Taken(delivery=delivery, reading=reading, extracted=extract(reading, situation))
    except InputError as error:
        return Taken(delivery=delivery, error=error)
    except Exception as fault:  # noqa: BLE001 - a fault of ours over one report must not cost the others; it is logged
        return Taken(delivery=delivery, error=our_fault(delivery.received.name, fault))


def our_fault(name: str, fault: Exception) -> InputError:
    """What to tell about a report that one of our own rules stumbled over."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    why = f"a fault of Trucewatch, not of the report ({type(fault).__name__} at {where}: {str(fault)[:200]})"
    return InputError(f"cannot read {name}", why, "please report it; the report can be added again once it is mended")
