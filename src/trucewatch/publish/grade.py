"""A grade in words that add up: what each origin weighs, from where to where the sum goes, and by which table.

Decides wording and layout only. Weights stay whole thousandths of a nat, so that a reader can add them up.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from trucewatch.corroboration.model import Grade, Origin
from trucewatch.corroboration.tolls import Toll
from trucewatch.corroboration.wording import DIGITS
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import harm_words

_WIDTH = 78  # columns of a plain terminal, less two
_INDENT = " " * 8


def weight_words(origin: Origin) -> str:
    """``+1386``, or ``−101`` for who denies; 0 for who does not count."""
    return signed(origin.weight if origin.supports else -origin.weight) if origin.counted else "0"


def signed(milli: int) -> str:
    """A whole number with its sign."""
    return f"+{milli}" if milli > 0 else f"−{-milli}" if milli else "0"


def sum_words(grade: Grade) -> str:
    """From what it started to what it comes to, and by which table."""
    total = signed(grade.low) if grade.low == grade.high else f"between {signed(grade.low)} and {signed(grade.high)}"
    entry = "" if grade.entry is None else f", log entry {grade.entry}"
    return (
        f"From {signed(grade.prior)} before anybody speaks to {total}: {one_line(grade.words, 80)}. "
        f"Weights {one_line(grade.parameters, 60)}{entry}, in thousandths of a nat."
    )


def toll_words(toll: Toll) -> str:
    """``18 people killed: 1 origin (X), 3 (possibly true); against it Y``."""
    grade, counted = toll.grade, [origin for origin in toll.grade.origins if origin.counted]
    support = ", ".join(one_line(origin.name, 120) for origin in counted if origin.supports)
    against = ", ".join(one_line(origin.name, 120) for origin in counted if not origin.supports)
    many = str(grade.certain) if grade.certain == grade.possible else f"{grade.certain} to {grade.possible}"
    origins = f"{many} {'origin' if grade.possible == 1 else 'origins'}" + (f" ({support})" if support else "")
    other = f"; another figure from {against}" if against else ""
    return f"{harm_words(toll.harm)}: {origins}, {grade.digit} ({DIGITS[grade.digit]}){other}"


def grade_text(grade: Grade, tolls: Sequence[Toll] = ()) -> str:
    """The grade as lines for a terminal: the digit, the sentence, the sum, each origin with what it is worth, and the
    figures over which accounts differ.
    """
    contested = ", contested" if grade.is_contested else ""
    head = f"{grade.digit} ({DIGITS[grade.digit]}), {grade.words}{contested}"
    lines = [f"  {head}", *_wrapped(grade.sentence), *_wrapped(sum_words(grade))]
    lines += [line for origin in grade.origins if origin.counted for line in _lines(origin)]
    return "\n".join([*lines, *(line for toll in tolls for line in _wrapped(toll_words(toll)))])


def _lines(origin: Origin) -> Iterator[str]:
    stance = "" if origin.supports else " denies"
    told = [f"{one_line(origin.name, 120)}{stance}", one_line(origin.learned, 200)]
    without = f"without it: {one_line(origin.without, 120)}"
    text = "; ".join([part for part in told if part] + [without])
    lines = textwrap.wrap(text, _WIDTH - len(_INDENT))
    yield f"{weight_words(origin):>7} {lines[0]}"
    yield from (f"{_INDENT}{line}" for line in lines[1:])


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
