"""How many independent origins stand behind an incident, what they weigh, and why.

Weights are integer thousandths of a nat. The table and the rules are in ``docs/explanation/corroboration.md``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One voice in one document, for or against one proposition.

    ``origin`` is who the information first came from, after attribution is followed and joint control collapsed;
    ``name`` is that voice as a reader knows it. ``id`` is unique among the claims graded together. ``is_outside`` says
    that the origin does not belong to whoever accuses. One that speaks against may hold a ``rival`` instead: another
    side, another figure, of which only one can be true.
    """

    id: str
    document: str
    origin: str
    name: str
    supports: bool
    weight: int
    is_outside: bool = True
    excluded: str = ""  # why it may not count, whatever its origin: "withdrawn"
    note: str = ""  # where it stands, where that is why it counts: "in a sentence added to …"
    rival: str = ""
    learned: str = ""  # where the weight comes from, where not from the table: "learned from 14 resolved incidents; …"


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
    note: str = ""  # why it counts though its reports derive from others: "in a sentence added to …"
    learned: str = ""  # where its weight comes from, where not from the table


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
    prior: int = 0  # the log-odds before anybody speaks
    parameters: str = ""  # version of the weights table
    entry: int | None = None  # the log entry that set it, None where it is the program's own
