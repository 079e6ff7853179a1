"""How many independent origins stand behind an incident, what they weigh, and why.

Weights are integer thousandths of a nat. The table and the rules are in ``docs/explanation/corroboration.md``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of knowledge for one proposition.

    ``counted`` False needs a ``reason``: "copy of …", "same command as …".
    """

    key: str
    name: str
    supports: bool
    weight: int
    documents: tuple[str, ...]
    counted: bool
    reason: str = ""
    without: str = ""  # what the grade would be without this origin


@dataclass(frozen=True, slots=True)
class Grade:
    """What the record supports. ``certain`` and ``possible`` count independent supporting origins; ``low`` and ``high``
    bound the log-odds in milli-nats; ``digit`` is the STANAG 2511 information digit 1–6; ``words`` an ICD 203 range.
    """

    certain: int
    possible: int
    low: int
    high: int
    digit: int
    words: str
    is_contested: bool
    origins: tuple[Origin, ...]
    sentence: str  # "Counts as 2: X, Y. Not counted: Z (copy of X)."
