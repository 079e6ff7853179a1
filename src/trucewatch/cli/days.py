"""Days as the user writes them."""

from __future__ import annotations

from datetime import date

from trucewatch.errors import UsageError


def day_of(given: str) -> date | None:
    """An ISO day, or None where nothing was given."""
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(
            f"{given!r} is not a day", "days are written year-month-day", "for example 2025-04-10"
        ) from None
