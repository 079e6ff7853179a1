"""Which reader reads which bytes."""

from __future__ import annotations

from trucewatch.documents.decoding import decode
from trucewatch.documents.model import Received
from trucewatch.documents.parts import Extract
from trucewatch.errors import InputError

MAX_BYTES = 64 * 2**20  # no report is larger; a day of all agencies' text is


def extract(received: Received) -> Extract:
    """What the reader for these bytes finds in them. Raises InputError."""
    _check_size(received)
    decoded = decode(received.raw, received.name)
    return Extract(media_type="text/plain", reader="text/1", text=decoded.text, notes=decoded.notes)


def _check_size(received: Received) -> None:
    if not received.raw:
        raise InputError(f"cannot read {received.name}", "it is empty", "check that it was saved or sent completely")
    if len(received.raw) > MAX_BYTES:
        raise InputError(
            f"cannot read {received.name}",
            f"it is {len(received.raw) // 2**20} MB; the limit is {MAX_BYTES // 2**20} MB a report",
            "split it, or give the text alone",
        )
