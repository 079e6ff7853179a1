from __future__ import annotations

from publish_sample import BULLETIN

from trucewatch.publish import render_html, render_markdown
from trucewatch.publish.sheet import write_sheet


def test_the_matrix_shows_each_verdict_once() -> None:
    """Each finding that says more than "not about this" stands in one cell; incidents left out are counted."""
    made = BULLETIN
    shown = [cell for line in write_sheet(made).matrix for row in line.rows for cell in row.cells if cell]
    every = {finding.id for graded in made.incidents for finding in graded.findings}
    assert len(shown) == len({cell.id for cell in shown})
    assert {cell.id for cell in shown} <= every
    told = {
        finding.id for graded in made.incidents for finding in graded.findings if finding.verdict != "would not breach"
    }
    assert told <= {cell.id for cell in shown}


def test_columns_are_the_agreed_text_and_then_each_sides_reading() -> None:
    """No party leads: the text first, then readings by name."""
    for line in write_sheet(BULLETIN).matrix:
        parties = [name for name in line.readings if name != "the agreed text"]
        assert parties == sorted(parties)
        assert line.readings[: 1 if len(parties) < len(line.readings) else 0] in {(), ("the agreed text",)}
        assert all(name.endswith("’s reading") for name in parties)


def test_each_row_of_the_matrix_says_to_whom_it_is_laid() -> None:
    """Attribution has a column of its own, in the page and in Markdown; every cell of the page leads to its reasons."""
    made = BULLETIN
    page, plain = render_html(made), render_markdown(made)
    for line in write_sheet(made).matrix:
        assert line.title in page
        for row in line.rows:
            assert row.attributed_to
            for cell in row.cells:
                assert cell is None or f'href="#{cell.id}"' in page
                assert cell is None or f'id="{cell.id}"' in page
    assert "| Incident | Attributed to |" in plain
