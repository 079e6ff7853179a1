"""Renders a bulletin as canonical JSON: the records as given, keys sorted, no white space, one way to write it.

Decides the form alone. Same bulletin, same bytes.
"""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date
from enum import Enum
from typing import Any

from trucewatch.publish.model import Bulletin

FORMAT = "trucewatch-bulletin/1"
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain_value(value: object) -> Any:
    """A record as JSON's own types. Refuses floats: no record holds one."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain_value(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(name): plain_value(each) for name, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain_value(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (str, int)):
        return value
    raise TypeError(f"no record holds a {type(value).__name__}")


def canonical_text(value: object) -> str:
    """One line of JSON with sorted keys; lone surrogates are escaped, so that it can always be written as UTF-8."""
    text = json.dumps(plain_value(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def render_json(bulletin: Bulletin) -> str:
    """The bulletin as one line of canonical JSON."""
    body = canonical_text(bulletin)
    return f'{{"bulletin":{body},"format":"{FORMAT}"}}\n'
