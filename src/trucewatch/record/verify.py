"""Whether a log is whole: numbered steps, each of which raises RecordError with what was expected and what was got.

Works on bytes alone: needs no database and trusts nothing stored beside an entry. Two things it cannot know: whether
the claimed times are true, and whether the keeper shows another log to somebody else. Compare ``Head`` with one that
you noted earlier or got from another holder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trucewatch.errors import RecordError
from trucewatch.record.entry import NO_ENTRY, Blob, Entry, leaf_hash


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries a log has and the hash of its last one: enough to recognise the whole log again."""

    size: int = 0
    hash: str = NO_ENTRY


def verify_chain(raws: Iterable[bytes], expected: Head | None = None) -> Iterator[Entry]:
    """Check a log from its first entry on, giving each entry once it holds. Run it to its end: step 4 comes last.

    1. Every entry is the canonical spelling of a well-formed entry.
    2. Entries are numbered from 0 without a gap.
    3. Every entry names the hash of the one before.
    4. The log ends where ``expected`` says, if given: same size, same last hash.
    """
    head = Head()
    for raw in raws:
        try:
            entry = Entry.from_bytes(raw)  # (1)
        except RecordError as error:
            raise RecordError(f"entry {head.size} does not verify", str(error), _RESTORE) from error
        if entry.seq != head.size:  # (2)
            raise RecordError(
                f"entry {head.size} is missing", f"expected number {head.size}, got {entry.seq}", _RESTORE
            )
        if entry.previous != head.hash:  # (3)
            raise RecordError(
                f"entry {entry.seq} does not follow from the one before",
                f"expected previous hash {head.hash}, got {entry.previous}",
                _RESTORE,
            )
        head = Head(entry.seq + 1, leaf_hash(raw))
        yield entry
    if expected is not None and head != expected:  # (4)
        raise RecordError(
            "the log does not end where it should",
            f"expected {expected.size} entries ending in {expected.hash}, got {head.size} ending in {head.hash}",
            _RESTORE,
        )


def verify_blob(blob: Blob, fetch: Callable[[str], bytes]) -> None:
    """Whether the bytes that an entry vouches for are held and are the same bytes."""
    raw = fetch(blob.sha256)
    if (got := hashlib.sha256(raw).hexdigest()) != blob.sha256:
        raise RecordError("kept bytes were changed", f"expected SHA-256 {blob.sha256}, got {got}", _RESTORE)
    if len(raw) != blob.size:
        raise RecordError(f"blob {blob.sha256} has the wrong size", f"expected {blob.size}, got {len(raw)}", _RESTORE)


_RESTORE = "restore the case from a copy; the log before this point still holds"
