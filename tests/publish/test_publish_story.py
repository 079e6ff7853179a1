"""A story in time order: who took what from whom, as a list, as rails beside it, and as plain text."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.documents.model import Block, BlockKind, Document
from trucewatch.lineage.model import Derivation, DerivationKind, Direction, Story
from trucewatch.publish import Bulletin, render_html, story_text
from trucewatch.publish.drawings import Rail, draw_story
from trucewatch.publish.sheet import write_sheet
from trucewatch.publish.sheet.model import StoryRow
from trucewatch.situation import Situation
from trucewatch.values import Span, When

SITUATION = Situation(id="sarne", title="Truce on the Sarne", parties=())
_DAY = date(2031, 3, 4)


def _document(name: str, day: int | None, title: str = "") -> Document:
    text = f"Report {name} of that day."
    return Document(
        id=name,
        sha256="0" * 64,
        media_type="text/plain",
        text=text,
        text_sha256="0" * 64,
        language="en",
        blocks=(Block(Span(0, len(text)), BlockKind.BODY),),
        sentences=(Span(0, len(text)),),
        reader="test",
        title=title or f"Title {name}",
        source=f"Paper {name}",
        published=When.on(_DAY.replace(day=day)) if day else None,
    )


def _edge(
    parent: str,
    child: str,
    kind: DerivationKind = DerivationKind.REWRITTEN,
    *,
    known: bool = True,
    added: tuple[Span, ...] = (),
) -> Derivation:
    return Derivation(
        child=child,
        parent=parent,
        kind=kind,
        direction=Direction.A_TO_B if known else Direction.UNKNOWN,
        confidence=900,
        reasons=("Because.",),
        features=(("sentences_taken", 3), ("quotations_taken", 1)),
        added=added,
    )


def _rows(documents: list[Document], *edges: Derivation, unseen: bool = False) -> tuple[StoryRow, ...]:
    (line,) = write_sheet(_bulletin(documents, *edges, unseen=unseen)).stories
    return line.rows


def _bulletin(documents: list[Document], *edges: Derivation, unseen: bool = False) -> Bulletin:
    return Bulletin(
        situation=SITUATION,
        start=None,
        end=None,
        log_size=1,
        log_head="0" * 64,
        engine="test",
        documents=tuple(documents),
        stories=(_story(documents, edges, unseen=unseen),),
    )


def _story(documents: list[Document], edges: tuple[Derivation, ...], *, unseen: bool = False) -> Story:
    return Story(
        id="story-1",
        documents=tuple(document.id for document in documents),
        derivations=edges,
        roots=(),
        has_unseen_root=unseen,
        origins=1,
    )


def test_rows_stand_in_time_order_and_say_what_was_taken() -> None:
    """Reports follow one another by day, each with kind, amount, number of its parent and what it added."""
    documents = [_document("b", 9), _document("a", 4), _document("c", 6)]
    rows = _rows(documents, _edge("a", "b", added=(Span(0, 6),)), _edge("a", "c", DerivationKind.EXACT))
    assert [(row.number, row.report, row.above) for row in rows] == [(1, "a", -1), (2, "c", 0), (3, "b", 0)]
    assert [row.taken for row in rows] == [
        "no source of it is held",
        "the same text as no. 1",
        "rewritten from no. 1: 3 sentences and 1 quotation taken, 1 sentence added",
    ]


def test_versions_of_a_text_not_held_hang_from_one_unseen_version() -> None:
    """Three siblings, of which two edges tell, have one version behind them, without a number and drawn dashed."""
    documents = [_document(name, 4) for name in "abc"]
    kind = DerivationKind.COMMON_SOURCE
    rows = _rows(documents, _edge("a", "b", kind, known=False), _edge("a", "c", kind, known=False), unseen=True)
    assert [(row.number, row.above) for row in rows] == [(0, -1), (1, 0), (2, 0), (3, 0)]
    assert all(rail.is_dashed and rail.way for rail in draw_story(rows)[1:])


def test_an_order_that_is_not_known_has_no_arrow_head() -> None:
    """A line joins the two, the words say that the order is open, and no head points at either."""
    rows = _rows([_document("a", None), _document("b", None)], _edge("a", "b", known=False))
    assert "which came first is not known" in rows[1].taken
    assert (draw_story(rows)[1].way != "", draw_story(rows)[1].head) == (True, "")


def test_a_report_alone_is_not_drawn() -> None:
    """One report is no story to draw."""
    assert _rows([_document("a", 4)]) == ()


def test_titles_are_escaped_and_keep_their_own_direction() -> None:
    """Markup in a title is shown, not run; a title in a script written from right to left stays so."""
    documents = [_document("a", 4, "<script>alert(1)</script>"), _document("b", 5, "حريق في الميناء")]
    page = render_html(_bulletin(documents, _edge("a", "b")))
    assert "<script" not in page
    assert re.search(r'dir="auto"[^>]*><a href="#b">حريق في الميناء</a>', page)


def test_plain_text_tells_the_same() -> None:
    """A terminal is told every row, in lines of its width."""
    documents = [_document("a", 4), _document("b", 5, "A long title of many words " * 6)]
    text = story_text(_story(documents, (_edge("a", "b"),)), documents, SITUATION)
    assert text.startswith("  1. 4 March 2031, Paper a: Title a\n     no source of it is held\n  2. ")
    assert max(map(len, text.split("\n"))) <= 78


def _chain(above: list[int]) -> tuple[StoryRow, ...]:
    return tuple(
        StoryRow(at + 1, f"d{at}", "", "", "", "en", "", min(each, at - 1) if at else -1, is_ordered=True)
        for at, each in enumerate(above)
    )


@given(st.lists(st.integers(0, 59), min_size=1, max_size=60))
def test_every_row_hangs_from_a_lane_that_is_drawn_down_to_it(above: list[int]) -> None:
    """Whatever the tree, a row's way starts where its parent's lane runs through every row between."""
    rows = _chain(above)
    rails = draw_story(rows)
    for at, row in enumerate(rows):
        if row.above < 0:
            assert not rails[at].way
            continue
        start = int(re.match(r"M(\d+)", rails[at].way).group(1))  # type: ignore[union-attr]
        below = rails[row.above].below
        assert below is not None
        assert below.x == start == rails[row.above].x
        assert all(start in {line.x for line in between.through} for between in rails[row.above + 1 : at])
    assert len({rail.width for rail in rails}) == 1


def test_sixty_reports_fit_beside_a_phones_text() -> None:
    """However many lanes a story needs, the rails leave a phone most of its width."""
    rows = _chain([0] + [max(0, at // 2) for at in range(59)])
    widest: Rail = draw_story(rows)[0]
    assert widest.width <= 170
