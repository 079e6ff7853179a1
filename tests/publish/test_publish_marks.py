from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.publish.marks import cut
from trucewatch.publish.shown import one_line, shown
from trucewatch.values import Span

LENGTH = 60
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
    max_size=12,
)


@settings(deadline=None, max_examples=100)
@given(text=st.text(min_size=LENGTH, max_size=LENGTH), spans=SPANS, start=st.integers(0, 20))
def test_pieces_joined_are_the_text(text: str, spans: list[Span], start: int) -> None:
    """However spans overlap, the pieces put together are exactly the text they were cut from."""
    pieces = cut(start, LENGTH, spans)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text[start:]


@settings(deadline=None, max_examples=100)
@given(spans=SPANS)
def test_every_span_is_covered_by_exactly_its_own_pieces(spans: list[Span]) -> None:
    """A piece says that a span covers it if and only if it lies inside that span."""
    for piece in cut(0, LENGTH, spans):
        whole = Span(piece.start, piece.end)
        assert set(piece.covers) == {span for span in spans if span.overlaps(whole)}
        assert all(span.start <= piece.start and piece.end <= span.end for span in piece.covers)


@settings(deadline=None, max_examples=100)
@given(spans=SPANS)
def test_every_span_begins_exactly_once(spans: list[Span]) -> None:
    """Each distinct span has one piece that carries its anchor, at its first character."""
    begun = [(span, piece.start) for piece in cut(0, LENGTH, spans) for span in piece.starts]
    assert sorted(begun) == sorted((span, span.start) for span in set(spans))


def test_nothing_cited_is_one_piece() -> None:
    """A text without citations stays whole."""
    assert [(piece.start, piece.end, piece.covers) for piece in cut(3, 9, ())] == [(3, 9, ())]


def test_hazards_are_written_out() -> None:
    """Characters that reorder, hide or break text are shown by their number."""
    assert shown("a\u202eb\x00c\ud800d\ufeff") == "a⟨U+202E⟩b⟨U+0000⟩c⟨U+D800⟩d⟨U+FEFF⟩"


def test_honest_joiners_and_directions_stay() -> None:
    """What Persian, Hebrew and emoji text needs is left alone."""
    text = "می\u200cخواهم \u200f(א)\u200e 👩\u200d🚒\t\n"
    assert shown(text) == text


@settings(deadline=None, max_examples=100)
@given(text=st.text(alphabet=st.characters(), max_size=800), limit=st.integers(40, 300))
def test_one_line_is_short_flat_and_safe(text: str, limit: int) -> None:
    """A shortened line never exceeds its limit by more than the ellipsis, holds no line end and can be encoded."""
    line = one_line(text, limit)
    assert len(line) <= limit + 2
    assert "\n" not in line
    line.encode("utf-8")
