"""The record: an append-only log of canonical entries, each chained to the one before, and the bytes they vouch for.

Decides what an entry is, how it is hashed and when it is on disk, and checks all of it again. Knows bytes and entries;
knows nothing of truces, reads no clock, and never changes or deletes what is written.
"""

from __future__ import annotations

from trucewatch.record.canonical import canonical, parse
from trucewatch.record.entry import MAX_BYTES, NO_ENTRY, Blob, Entry, claimed_time, leaf_hash
from trucewatch.record.store import Log, connect, explained
from trucewatch.record.verify import Head, verify_blob, verify_chain

__all__ = [
    "MAX_BYTES",
    "NO_ENTRY",
    "Blob",
    "Entry",
    "Head",
    "Log",
    "canonical",
    "claimed_time",
    "connect",
    "explained",
    "leaf_hash",
    "parse",
    "verify_blob",
    "verify_chain",
]
