"""The canonical form: one value, one spelling, and nothing else is accepted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.errors import RecordError
from trucewatch.record import canonical, parse
from trucewatch.record.canonical import MAX_DEPTH, MAX_INTEGER

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_LEAVES = st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | _TEXT
_VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4))


@given(_VALUES)
@settings(deadline=None, max_examples=100)
def test_a_value_survives_its_spelling(value: Any) -> None:
    """Parsing the canonical bytes gives the value back, and spelling it again gives the same bytes."""
    raw = canonical(value)
    assert parse(raw) == value
    assert canonical(parse(raw)) == raw


@given(st.dictionaries(_TEXT, st.integers(0, 9), max_size=6))
@settings(deadline=None, max_examples=60)
def test_the_order_in_which_keys_came_does_not_show(value: dict[str, int]) -> None:
    """Two dictionaries that are equal have one spelling."""
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_keys_are_sorted_by_utf16_units() -> None:
    """RFC 8785 sorts by UTF-16 code units: an astral character comes before U+FB33, against code point order."""
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    found = list(json.loads(canonical(dict.fromkeys(keys, 0))))
    assert found == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_strings_are_escaped_as_the_rfc_asks() -> None:
    """Only control characters, quotation mark and backslash are escaped, the short way where there is one."""
    assert canonical("\u20ac$\x0f\nA'B\"\\/\x7f") == '"€$\\u000f\\nA\'B\\"\\\\/\x7f"'.encode()


@pytest.mark.parametrize("value", [1.0, float("nan"), b"x", {1: 2}, {"a": {3}}, "\ud800", {"\udfff": 1}, 2**53])
def test_what_has_no_single_spelling_is_refused(value: object) -> None:
    """Floats, bytes, sets, keys that are not strings, half characters and huge integers cannot be recorded."""
    with pytest.raises(RecordError):
        canonical(value)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"NaN",
        b'"\\u0041"',
        b"\xff",
        b"",
        b"[1",
        b"1" * 5000,
        b"[" * 5000,
    ],
)
def test_any_other_spelling_is_refused(raw: bytes) -> None:
    """Repeated keys, other orders, spaces, floats, needless escapes and broken bytes do not parse."""
    with pytest.raises(RecordError):
        parse(raw)


def test_nesting_is_bounded() -> None:
    """A value nested deeper than the bound is refused, not followed until the stack ends."""
    value: list[Any] = []
    for _ in range(MAX_DEPTH + 5):
        value = [value]
    with pytest.raises(RecordError, match="canonical form"):
        canonical(value)
