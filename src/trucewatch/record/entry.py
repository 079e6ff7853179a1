"""One entry of the log, as bytes and as a value.

Decides what an entry says and how it is hashed: canonical JSON of at most 65,535 bytes (what a C2SP tlog-tiles entry
bundle can hold), leaf hash SHA-256(0x00 ‖ bytes) as in RFC 6962, so that the same entries can later become the leaves
of a Merkle tree. Each entry also names the leaf hash of the one before. Never interprets ``body``: the rooms above do.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

from trucewatch.errors import RecordError
from trucewatch.record.canonical import canonical, parse

VERSION = 1
MAX_BYTES = 65_535  # C2SP tlog-tiles: entries are prefixed by a 16-bit length
NO_ENTRY = "0" * 64  # what the first entry names as the one before

_FIELDS = {"at", "blobs", "body", "by", "kind", "previous", "seq", "v"}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes kept beside the log, by their SHA-256."""

    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the record. ``seq`` counts from 0. ``at`` is the time its writer claims, in UTC; nothing proves it.

    ``by`` is whoever wrote it, "" for the program itself. ``blobs`` are the bytes it vouches for. ``previous`` is the
    hash of the entry before.
    """

    seq: int
    kind: str
    at: str
    by: str
    body: dict[str, Any] = field(default_factory=dict)
    blobs: tuple[Blob, ...] = ()
    previous: str = NO_ENTRY

    def to_bytes(self) -> bytes:
        """The canonical bytes. Raises RecordError where they would be too long."""
        blobs = [{"media_type": blob.media_type, "sha256": blob.sha256, "size": blob.size} for blob in self.blobs]
        raw = canonical(
            {
                "at": self.at,
                "blobs": blobs,
                "body": self.body,
                "by": self.by,
                "kind": self.kind,
                "previous": self.previous,
                "seq": self.seq,
                "v": VERSION,
            }
        )
        if len(raw) > MAX_BYTES:
            raise RecordError(
                f"entry {self.seq} is too long",
                f"{len(raw)} bytes, at most {MAX_BYTES}",
                "keep large content as a blob",
            )
        return raw

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """The entry that ``raw`` spells. Raises RecordError where it is not exactly one entry."""
        if len(raw) > MAX_BYTES:
            raise RecordError("not an entry", f"{len(raw)} bytes, at most {MAX_BYTES}")
        value = parse(raw)
        if not isinstance(value, dict) or value.keys() != _FIELDS:
            found = sorted(value) if isinstance(value, dict) else type(value).__name__
            raise RecordError("not an entry", f"expected the fields {sorted(_FIELDS)}, got {found}")
        if value.pop("v") != VERSION:
            raise RecordError("not an entry", f"expected format version {VERSION}", "use the release that wrote it")
        blobs = tuple(_read_blob(blob) for blob in _typed(value.pop("blobs"), list, "blobs"))
        entry = cls(blobs=blobs, **value)
        entry._check()
        return entry

    def _check(self) -> None:
        for name, kind in (("seq", int), ("kind", str), ("at", str), ("by", str), ("body", dict), ("previous", str)):
            _typed(getattr(self, name), kind, name)
        if not _TIME.fullmatch(self.at):
            raise RecordError("not an entry", f"expected a UTC time like 2025-03-20T09:00:00Z, got {self.at!r}")
        if not _HASH.fullmatch(self.previous):
            raise RecordError("not an entry", f"expected a SHA-256 in hexadecimal, got {self.previous!r}")


def leaf_hash(raw: bytes) -> str:
    """RFC 6962 §2.1: the hash of a leaf is SHA-256 over a zero byte and the entry."""
    return hashlib.sha256(b"\x00" + raw).hexdigest()


def claimed_time(moment: datetime) -> str:
    """How an entry writes a time: UTC, whole seconds."""
    if moment.tzinfo is None:
        raise RecordError("a time without a zone cannot be recorded", str(moment), "pass a clock that gives UTC")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read_blob(value: Any) -> Blob:
    if not isinstance(value, dict) or value.keys() != {"sha256", "size", "media_type"}:
        raise RecordError("not an entry", "a blob needs sha256, size and media_type")
    blob = Blob(
        _typed(value["sha256"], str, "sha256"),
        _typed(value["size"], int, "size"),
        _typed(value["media_type"], str, "media_type"),
    )
    if not _HASH.fullmatch(blob.sha256):
        raise RecordError("not an entry", f"expected a SHA-256 in hexadecimal, got {blob.sha256!r}")
    return blob


def _typed(value: Any, kind: type, name: str) -> Any:
    if type(value) is not kind:
        raise RecordError("not an entry", f"{name} is {type(value).__name__}, expected {kind.__name__}")
    return value
