"""What a case says of reports in languages that it has few rules for, or none."""

from __future__ import annotations

import pytest

from trucewatch.case import Case
from trucewatch.documents import Received
from trucewatch.events import extraction

UKRAINIAN = "Речник повідомив, що перемир’я триває. Поліція спростувала чутки про обстріл."
GERMAN = "Der Sprecher sagte, die Waffenruhe halte. Die Polizei wies die Gerüchte zurück."


@pytest.mark.parametrize(
    ("text", "language", "understood", "statements", "reasons"),
    [(UKRAINIAN, "uk", True, 2, set()), (GERMAN, "de", False, 0, {"not understood"})],
)
def test_a_report_says_what_it_was_read_for(
    case: Case, text: str, language: str, understood: bool, statements: int, reasons: set[str]
) -> None:
    """A report in a language with rules is read for all; the bulletin says of any other that it was not understood."""
    list(case.add([Received(raw=text.encode(), name="new.txt", language=language, published="2025-03-12")]))
    row = next(row for row in case.documents(language=language) if row.name == "new.txt")
    assert (row.understood, row.events_read, row.statements) == (understood, understood, statements)
    assert {each.reason for each in case.bulletin().not_counted if each.document == row.id} == reasons
    assert all(row.events_read for row in case.documents(language="en"))


def test_a_language_may_have_rules_for_statements_alone(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the events room knows a language less well than the statements room, tables and bulletin say so."""
    monkeypatch.delitem(extraction._FINDERS, "uk")
    list(case.add([Received(raw=UKRAINIAN.encode(), name="new.txt", language="uk", published="2025-03-12")]))
    row = next(row for row in case.documents(language="uk") if row.name == "new.txt")
    assert (row.understood, row.events_read, row.statements, row.mentions) == (True, False, 2, 0)
    assert {each.reason for each in case.bulletin().not_counted if each.document == row.id} == {"statements only"}
