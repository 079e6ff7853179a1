"""What holds of every Russian or Ukrainian text, however broken: no crash, spans in the text, the same again."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from slavic_events import events_in

from trucewatch.events import Events
from trucewatch.language.lexicon import word_set
from trucewatch.values import Span

PIECES = word_set(
    """
    Карвия Доландия Тольм Верея Берг обстреляла обстрелял обстреляно удар по ударили атаковали подстанцию
    село больницу погибли двое от двух до пяти 30–40 не менее ранены погибших нет никто не заявил что
    сообщила обвинила друг друга в который , . ; : — « » ( ) и та під час 12 мая в ночь на 13 травня торік
    если якщо не был було с кто не удалось установить пообещала передать танков переговоры между Карвией
    встретилась с мораторий на удары перемирие нарушила П’ятихатки обʼєкт стрі́ляли й̆ ВСУ ООН 5,5 тыс. до
    бої за огонь открыла гранату бросили
    """
)


def spans_of(events: Events) -> Iterator[Span]:
    """Every span that the events hold."""
    for mention in events.mentions:
        yield from (mention.trigger, mention.sentence, *mention.spans, *mention.evidence)
        found = (mention.actor, mention.target, mention.when, mention.where, *mention.harm, *mention.claimants)
        yield from (value.span for value in found if value is not None and value.span is not None)
        yield from (span for span in (mention.target_words,) if span is not None)
    for commitment in events.commitments:
        yield from (commitment.span, commitment.sentence, *commitment.conditions)
    for gathering in events.gatherings:
        yield from (gathering.trigger, *gathering.spans)
    for agreement in events.agreements:
        yield from (agreement.trigger, *agreement.spans)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=60), st.sampled_from(["ru", "uk"]))
def test_any_words_are_read_without_a_crash(pieces: list[str], tongue: str) -> None:
    """Words of reports in any order give events whose spans lie in the text, and the same events again."""
    text = " ".join(["Утром", *pieces])
    events = events_in(text, tongue)
    assert all(0 <= span.start < span.end <= len(text) + 1 for span in spans_of(events))
    assert events_in(text, tongue) == events


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 200), st.text("аяіїєґё«»—„“’\u0301.,:;!?()-5 \n", max_size=5), st.sampled_from(["ru", "uk"]))
def test_a_report_with_a_slip_in_it_is_read(at: int, slip: str, tongue: str) -> None:
    """Anything may be put into a report anywhere."""
    text = (
        "Карвия обвинила Доландию в обстреле больницы в Тольме 14 мая. Погибли от двух до пяти мирных жителей.\n"
        "Доландія заперечила причетність. За даними поліції, поранено щонайменше троє."
    )
    events = events_in(text[:at] + slip + text[at:], tongue)
    assert all(span.start < span.end for span in spans_of(events))
