"""The grade in one sentence, and the names of the digits. Decides words only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trucewatch.corroboration.model import Origin
from trucewatch.incidents import called_by_name

#: STANAG 2511 information digits.
DIGITS: Mapping[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}

#: In place of an ICD 203 word where nothing counts: the prior alone is no estimate.
NOT_JUDGED = "not judged"


def sentence_of(certain: int, possible: int, origins: Sequence[Origin]) -> str:
    """``Counts as 2: X, Y. Denied by W. Not counted: Z (copy of X).``"""
    support = [_counted(origin) for origin in origins if origin.counted and origin.supports]
    denial = [_counted(origin) for origin in origins if origin.counted and not origin.supports]
    others = [f"{_named(origin)} ({origin.reason})" for origin in origins if not origin.counted]
    count = str(certain) if certain == possible else f"{certain} to {possible}, since some may share a source"
    parts = [
        f"Counts as {count}: {', '.join(support)}." if support else "Counts as 0.",
        f"Denied by {', '.join(denial)}." if denial else "",
        f"Not counted: {', '.join(others)}." if others else "",
    ]
    return " ".join(part for part in parts if part)


def _counted(origin: Origin) -> str:
    return f"{_named(origin)} ({origin.note})" if origin.note else _named(origin)


def _named(origin: Origin) -> str:
    """The origin within a sentence: a voice known by a common noun alone takes its article."""
    return called_by_name(origin.name) if origin.name[:1].islower() else origin.name
