"""The ground floor: the values every room speaks in.

Decides how words, times, places, amounts and identifiers are held. Never reads a clock, a file or a text:
values are made by the rooms that read. Numbers are integers throughout, since floats may not enter hashed content.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32, lower case: no i, l, o, u
_ID_LETTERS = 10  # 50 bits: a collision is expected past some 30 million ids of one kind


def make_id(kind: str, *parts: str) -> str:
    """An identifier such as ``doc-7k3m9q2xwd``: ``kind``, then 50 bits of SHA-256 over the length-prefixed parts."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(raw)}:".encode())
        digest.update(raw)
    number = int.from_bytes(digest.digest()[:8], "big")
    return f"{kind}-" + "".join(_ALPHABET[(number >> (5 * i)) & 31] for i in range(_ID_LETTERS))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``[start, end)`` of one document's immutable extracted text. Empty spans are refused."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or negative")

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def gap(self, other: Span) -> int:
        """How many code points stand between the two; 0 where they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)

    def to(self, other: Span) -> Self:
        """The smallest span that covers both."""
        return type(self)(min(self.start, other.start), max(self.end, other.end))


class Precision(StrEnum):
    """How finely a time is known. A season or 'recently' is ``UNKNOWN``."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """A time as far as it is known. Bounds are inclusive days; both are None while it is unresolved.

    ``edtf`` is ISO 8601-2 / EDTF level 1: ``2025-03-13``, ``2025-03``, ``2025-03-10/2025-03-16``, and ``XXXX-02-26``
    where the year is not known. It is "" where EDTF cannot say it ("Thursday" without a publication date).
    ``words`` is the expression as written; ``span`` is where it stands, or None where the time came from outside the
    text.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision
    words: str = ""
    span: Span | None = None

    @property
    def is_resolved(self) -> bool:
        """Whether the time has bounds."""
        return self.earliest is not None and self.latest is not None

    @classmethod
    def on(cls, day: date, words: str = "", span: Span | None = None) -> Self:
        """A single known day."""
        return cls(day.isoformat(), day, day, Precision.DAY, words, span)

    @property
    def told(self) -> str:
        """The time in short: EDTF, else the words as written."""
        return self.edtf or self.words


class Nearness(StrEnum):
    """How a place expression relates to the place it names."""

    AT = "at"  # in, at, the place itself
    NEAR = "near"  # near, outside, on the outskirts of
    WITHIN = "within"  # somewhere in a larger area


@dataclass(frozen=True, slots=True)
class Where:
    """A place as far as it is known: an area, never a bare point.

    ``name`` is as written, or the situation's where a language writes it in cases. ``place`` is the situation's place
    id it was matched to (for NEAR: the place it is near).
    ``lat_e6``/``lon_e6`` are millionths of a degree (WGS 84) of the area's centre and ``radius_m`` its radius in
    metres; all None while the place is not located. ``candidates`` holds every place id the words could mean when
    more than one does; nothing is located then.
    """

    name: str
    place: str | None = None
    nearness: Nearness = Nearness.AT
    lat_e6: int | None = None
    lon_e6: int | None = None
    radius_m: int | None = None
    candidates: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def is_located(self) -> bool:
        """Whether an area is known."""
        return self.lat_e6 is not None and self.lon_e6 is not None and self.radius_m is not None


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as a range of integers. ``low`` or ``high`` is None where the words leave it open.

    "up to 30,000 troops" is (None, 30000, "troops"); "at least four" is (4, None); "four" is (4, 4); "dozens" is (24,
    None); "some €2bn" is (2_000_000_000, 2_000_000_000, "EUR", approximate).
    """

    low: int | None
    high: int | None
    unit: str = ""
    is_approximate: bool = False
    words: str = ""
    span: Span | None = None


class Kind(StrEnum):
    """What a name names."""

    __hash__ = str.__hash__  # an Enum's own is some ten times slower

    PERSON = "person"
    BODY = "body"  # ministry, army, court, company, mission, alliance
    STATE = "state"
    GROUP = "group"  # "Russian troops", "the two sides"
    SOURCE = "source"  # an outlet or agency
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as a report names them, resolved as far as the words and the situation allow.

    ``name`` is the fullest name the document gives ("John Healey" even where the mention is "Healey" or "he");
    ``words`` and ``span`` are this mention. ``office`` is the office as written ("British Defence Secretary");
    ``state`` an ISO 3166-1 alpha-2 code; ``entity`` and ``party`` ids of the situation file. A mention that cannot
    be resolved keeps ``candidates`` (names) and the pronoun or noun as its name.
    """

    name: str
    kind: Kind = Kind.UNKNOWN
    words: str = ""
    span: Span | None = None
    office: str = ""
    state: str = ""
    entity: str = ""
    party: str = ""
    candidates: tuple[str, ...] = ()
