"""The quality page says what the floors say, and would be caught if it did not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_parts import LINEAGE_PARTS, Part
from quality_page import LINEAGE_PAGE, PAGES, Page, QualityPageError, page_text, section, section_of, stale
from quality_words import LINEAGE

_FLOOR: dict[str, int | str] = {"corpus": "ab" * 32, **dict.fromkeys(LINEAGE, 900)}


def written(part: Part, figure: int) -> str:
    """A page of one part on which every figure is ``figure``."""
    errors = {name: [("of one class", 2)] for name in LINEAGE}
    return page_text(LINEAGE_PAGE, [section(part, dict.fromkeys(LINEAGE, figure), _FLOOR, errors)])


@pytest.mark.parametrize(
    ("page", "part"), [(page, part) for page in PAGES for part in page.parts], ids=lambda one: getattr(one, "name", "")
)
def test_pages_agree_with_the_floors(page: Page, part: Part) -> None:
    """Every floor stands on its page as it is, and no other does."""
    found = list(stale(page.text, part, part.floor))
    assert found == [], f"run: python tests/quality/quality_page.py {part.name}"


def test_what_is_written_agrees() -> None:
    """A page just written is not stale."""
    assert list(stale(written(LINEAGE_PARTS[0], 917), LINEAGE_PARTS[0], _FLOOR)) == []


@pytest.mark.parametrize(
    "floor",
    [
        {**_FLOOR, "source in top 16": 901},
        {**_FLOOR, "a new figure": 500},
        {**_FLOOR, "corpus": "0" * 64},
        {name: value for name, value in _FLOOR.items() if name != "source in top 16"},
    ],
    ids=["lifted", "added", "of another corpus", "dropped"],
)
def test_changed_floors_make_the_page_stale(floor: dict[str, int | str]) -> None:
    """A floor lifted, added, dropped or measured elsewhere is noticed."""
    assert list(stale(written(LINEAGE_PARTS[0], 917), LINEAGE_PARTS[0], floor))


def test_figure_under_its_floor_is_named() -> None:
    """A page does not pass over what lies under its floor, and does not speak of floors where nothing does."""
    assert "- source in top 16: 899, floor 900" in written(LINEAGE_PARTS[0], 899).partition("## Under their floors")[2]
    assert "## Under their floors" not in written(LINEAGE_PARTS[0], 900)


def test_undescribed_figure_is_refused() -> None:
    """A figure without words for it is not written down as a bare name."""
    with pytest.raises(QualityPageError, match="a new figure"):
        section(LINEAGE_PARTS[0], {"a new figure": 1}, _FLOOR, {})


def test_page_names_every_aim_not_reached() -> None:
    """An aim above its figure is named at the end of the page, and no other is."""
    part = LINEAGE_PARTS[0]
    missed = written(part, 955).partition("## Aims not reached")[2].partition("\n## ")[0]
    named = {line.removeprefix("- ").partition(":")[0] for line in missed.splitlines() if line}
    assert named == {name for name, about in LINEAGE.items() if about.aim and about.aim > 955}


def test_one_part_is_read_back_alone() -> None:
    """A part that is not measured anew is copied as it stands."""
    first, second = LINEAGE_PARTS[0], replace(LINEAGE_PARTS[0], name="other")
    sections = [section(part, {"source in top 16": 910}, _FLOOR, {}) for part in (first, second)]
    page = page_text(LINEAGE_PAGE, sections)
    assert [section_of(page, part) for part in (first, second)] == sections
