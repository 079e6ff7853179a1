"""Words what observers counted: one line for each kind, area and period, with the period before.

Decides phrasing alone; ``incidents.compare_counts`` decides what is one count and what may be added up. Not observed is
said as such, and never as none.
"""

from __future__ import annotations

from dataclasses import replace

from trucewatch.incidents import CountLine, compare_counts
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.model import CountedLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import amount_words, period_words
from trucewatch.values import Amount


def counted_lines(desk: Desk) -> tuple[CountedLine, ...]:
    """Every line of the table, in the order of kinds, areas and periods."""
    known = {each.id: each for each in desk.bulletin.observations}
    found = []
    for line in compare_counts(desk.bulletin.observations):
        told = [known[each] for each in line.observations]
        reviews = dict.fromkeys(review for each in told if (review := desk.review(each.id)))
        found.append(
            CountedLine(
                id=told[0].id,
                kind=line.kind,
                area=one_line(line.value, 120),
                when=_when(line),
                count=count_words(line.count, is_unobserved=line.is_unobserved),
                previous=figure_words(line.previous) if line.previous else "",
                held=figure_words(line.held) if line.held else "",
                change=line.change,
                basis=tuple(desk.cite(each.document, each.span) for each in told),
                review="; ".join(reviews),
                others=tuple(each.id for each in told[1:]),
            )
        )
    return tuple(found)


def figure_words(amount: Amount) -> str:
    """A figure without its unit: the line says what is counted."""
    return amount_words(replace(amount, unit=""))


def count_words(amount: Amount | None, *, is_unobserved: bool) -> str:
    """The count, or that there was none for want of observing."""
    if amount is None:
        return "not observed"
    return f"{figure_words(amount)} (partly not observed)" if is_unobserved else figure_words(amount)


def _when(line: CountLine) -> str:
    if line.start and line.end:
        return period_words(line.start, line.end)
    if line.start:
        return f"from {period_words(line.start, line.start)} on"
    return f"“{one_line(line.when, 60)}” (not resolved to a date)" if line.when else "date not stated"
