"""What a case says of reports in languages that it has few rules for, or none."""

from __future__ import annotations

import pytest

from trucewatch.case import Case
from trucewatch.documents import Received

UKRAINIAN = "Речник повідомив, що перемир’я триває. Поліція спростувала чутки про обстріл."
GERMAN = "Der Sprecher sagte, die Waffenruhe halte. Die Polizei wies die Gerüchte zurück."


@pytest.mark.parametrize(
    ("text", "language", "understood", "statements", "reason"),
    [(UKRAINIAN, "uk", True, 2, "statements only"), (GERMAN, "de", False, 0, "not understood")],
)
def test_a_report_says_what_it_was_read_for(
    case: Case, text: str, language: str, understood: bool, statements: int, reason: str
) -> None:
    """Tables tell reports read for statements only from those not understood; the bulletin counts neither's events."""
    list(case.add([Received(raw=text.encode(), name="new.txt", language=language, published="2025-03-12")]))
    row = next(row for row in case.documents(language=language) if row.name == "new.txt")
    assert (row.understood, row.events_read, row.statements, row.mentions) == (understood, False, statements, 0)
    reasons = {each.reason for each in case.bulletin().not_counted if each.document == row.id}
    assert reasons == {reason}
    assert all(row.events_read for row in case.documents(language="en"))
