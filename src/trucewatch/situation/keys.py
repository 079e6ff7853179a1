"""What may stand behind a key of a situation file, and the keys that many tables share. Holds no table of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What may stand behind a key. The values are how an error names them."""

    ID = "an id (letters, digits, '.', '_' and '-')"
    TEXT = "a text in quotation marks"
    TEXTS = "a list of texts"
    DAY = "a date such as 2025-03-25"
    MOMENT = "a date such as 2025-03-25, or a time with its offset such as 2020-07-27T00:01:00+03:00"
    INTEGER = "a whole number"
    DECIMAL = "a number"
    TABLES = "an array of tables"
    GEOMETRY = "a GeoJSON geometry, feature or collection as text"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one table. ``choices`` close a text or each text of a list; ``low`` and ``high`` bound a number."""

    sort: Sort
    about: str
    required: bool = False
    choices: tuple[str, ...] = ()
    shape: Mapping[str, Key] | None = None
    low: int | None = None
    high: int | None = None
    is_above: bool = False  # ``low`` itself is refused


def text(about: str, *choices: str, required: bool = False) -> Key:
    """A text; where ``choices`` are given, one of them."""
    return Key(Sort.TEXT, about, required, choices)


def texts(about: str, *choices: str, required: bool = False) -> Key:
    """A list of texts."""
    return Key(Sort.TEXTS, about, required, choices)


def tables(about: str, shape: Mapping[str, Key]) -> Key:
    """An array of tables of one shape."""
    return Key(Sort.TABLES, about, shape=shape)


def day(about: str) -> Key:
    """A day."""
    return Key(Sort.DAY, about)


ID = Key(Sort.ID, "what other tables call it; unique, never reused", required=True)
NAME = text("the name as reports write it", required=True)
ALIASES = texts("other names, in any language")
OF_PARTY = text("id of the party it belongs to")
STATE = text("ISO 3166-1 alpha-2 code of the state")


def moment(about: str, *, required: bool = False) -> Key:
    """A day, or a time of day with its clock."""
    return Key(Sort.MOMENT, about, required)


def whole(about: str) -> Key:
    """A whole number that is not below 0."""
    return Key(Sort.INTEGER, about, low=0)


def kilometres(about: str, *, required: bool = False, is_above: bool = False) -> Key:
    """A distance that makes sense on this planet."""
    return Key(Sort.DECIMAL, about, required, low=0, high=5000, is_above=is_above)
