"""The weights table as a file: what it says comes back, and every fault is named with its line and key."""

from __future__ import annotations

import pytest

from trucewatch.corroboration import PARAMETERS, read_parameters, write_parameters
from trucewatch.errors import UsageError

WRITTEN = write_parameters(PARAMETERS)


def test_what_is_written_is_read() -> None:
    """The program's own table survives being written and read."""
    assert read_parameters(WRITTEN) == PARAMETERS


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("prior = -1386", "prior = -13.86", "mine.toml:2: prior: expected a whole number from -6906 to 0, got -13.86"),
        ("prior = -1386\n", "", "mine.toml: prior: it is missing"),
        ("cap = 2197", "cap = true", "mine.toml:3: cap: expected a whole number"),
        ("cap = 2197", "cap = 2800", "mine.toml:5: confirmed: prior and cap together reach it"),
        ("B = 1386", "B = 2200", "mine.toml:12: B: expected a whole number from 0 to 2197, got 2200"),
        ("C = 619", "C = 1400", "mine.toml:13: C: it weighs more than B"),
        ("F = 405", "G = 405", "mine.toml:16: G: no such letter"),
        ("F = 405\n", "", "mine.toml: F: it is missing"),
        ("enough = 10", "plenty = 10", "mine.toml:7: plenty: no such key"),
        ('version = "2026-11"', 'version = ""', "mine.toml:1: version: expected a name"),
        ("[weights]", "[heaviness]", "mine.toml:10: heaviness: no such key"),
        ("interest = 4", "interest = 0", "mine.toml:4: interest: expected a whole number from 1"),
        ("interest = 4", "interest = ", "mine.toml is no TOML"),
    ],
)
def test_every_fault_is_named(old: str, new: str, named: str) -> None:
    """A table that makes no sense is refused, with the line, the key, what was expected and what to start from."""
    assert old in WRITTEN
    with pytest.raises(UsageError) as caught:
        read_parameters(WRITTEN.replace(old, new), "mine.toml")
    assert str(caught.value).startswith(named)
    assert "parameters show" in caught.value.try_
