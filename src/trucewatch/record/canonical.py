"""One value, one spelling: the bytes that are hashed.

Decides the canonical form of an entry: RFC 8785 (JSON Canonicalization Scheme) without floats. Holds ``None``,
``bool``, integers within ±(2⁵³-1), strings that are well-formed Unicode, lists, tuples (written as arrays) and objects
with string keys, sorted by UTF-16 code units as the RFC asks. Never guesses: what has no single spelling is refused.

>>> canonical({"b": 1, "a": ["é", None, True]}).decode()
'{"a":["é",null,true],"b":1}'
"""

from __future__ import annotations

import json
from typing import Any

from trucewatch.errors import RecordError

MAX_INTEGER = 2**53 - 1  # RFC 8785 §3.2.2.3: integers every JSON reader can hold exactly
MAX_DEPTH = 64  # far deeper than any entry; a bound so that hostile bytes cannot exhaust the stack


def canonical(value: object) -> bytes:
    """The one byte string that stands for ``value``. Raises RecordError for what has none."""
    return json.dumps(_ordered(value, 0), ensure_ascii=False, separators=(",", ":")).encode()


def parse(raw: bytes) -> Any:
    """The value that ``raw`` spells. Raises RecordError unless ``raw`` is its canonical spelling, byte for byte."""
    try:
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=_unique, parse_float=_no_float)
    except (ValueError, RecursionError) as error:
        raise RecordError("not a canonical value", f"it is not JSON in UTF-8 ({error})") from error
    if (expected := canonical(value)) != raw:
        raise RecordError("not a canonical value", f"expected {_short(expected)}, got {_short(raw)}")
    return value


def _ordered(value: object, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise RecordError("value has no canonical form", f"it is nested deeper than {MAX_DEPTH}")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _checked_integer(value)
    if isinstance(value, str):
        return _checked_string(value)
    if isinstance(value, list | tuple):
        return [_ordered(item, depth + 1) for item in value]
    if isinstance(value, dict):
        keys = sorted((_checked_key(key) for key in value), key=lambda key: key.encode("utf-16-be"))
        return {key: _ordered(value[key], depth + 1) for key in keys}
    raise RecordError("value has no canonical form", f"{type(value).__name__} is not kept in the record")


def _checked_integer(value: int) -> int:
    if not -MAX_INTEGER <= value <= MAX_INTEGER:
        raise RecordError("value has no canonical form", f"{value} is beyond ±{MAX_INTEGER}")
    return int(value)


def _checked_string(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RecordError("value has no canonical form", f"a string holds half a character ({error.reason})") from error
    return str(value)


def _checked_key(key: object) -> str:
    if not isinstance(key, str):
        raise RecordError("value has no canonical form", f"a key is {type(key).__name__}, not a string")
    return _checked_string(key)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise RecordError("not a canonical value", "an object has the same key twice")
    return result


def _no_float(words: str) -> Any:
    raise RecordError("not a canonical value", f"{words} is not an integer")


def _short(raw: bytes) -> str:
    return repr(raw[:80]) + ("…" if len(raw) > 80 else "")
