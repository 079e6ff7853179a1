"""What one report tells that observers recorded themselves: counts with all that stands beside them.

Decides the order of reading: sentences of observers, their figures, what each counts, then its circumstances, the
figure of the period before, and which counts are parts of which. Never decides whether a count is right, nor by whom
anything was fired. Most reports hold no observer, and are left after one look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from trucewatch.documents.model import BlockKind
from trucewatch.events.model import Observation
from trucewatch.events.observations import circumstances as beside
from trucewatch.events.observations import gaps, kinds
from trucewatch.events.observations.areas import Area, area_of, find_areas
from trucewatch.events.observations.bearings import lies_away
from trucewatch.events.observations.comparisons import opens_comparison, relation_in
from trucewatch.events.observations.counting import Count, find_counts, may_hold
from trucewatch.events.observations.figures import find_figures
from trucewatch.events.observations.flattening import Flat, flatten
from trucewatch.events.observations.observers import Observers, find_observers, may_observe, observer_of, tells
from trucewatch.events.observations.periods import Periods
from trucewatch.events.observations.retold import told_once
from trucewatch.events.version import EXTRACTOR
from trucewatch.events.view import Sentence
from trucewatch.language.model import Analysis
from trucewatch.values import Amount, Span, Where, Who, make_id

_LONGEST = 2_000  # code points read as one sentence: the rules look back and forth, and their time is bounded by it
_GOES_ON = re.compile(r"[a-z0-9]")
_NEXT = 15  # code points from "3 km north of" to the name
_LISTED = re.compile(r"\s*(?:,|and|, and|or)\s*")
_ALL = re.compile(r",? (?:all|both)(?: of them)?(?= (?:at |about |some )?\d)")
_FIRED = frozenset({"burst", "shot"})  # bursts and shots listed together are of one weapon's fire
_UNARMED = frozenset({kinds.JAMMING, kinds.RESTRICTION, kinds.MINE})  # a weapon beside these is another's
_POSITION = re.compile(
    r"(?:\b[Pp]ositioned|\b[Ww]hile(?: positioned)?|\bposition|\bcameras?|\bpatrols?|\bbase|\bpost)\s+(?:in"
    r"|near|at|on|by)"
    r"\s+(?:the\s+)?(?P<name>[A-Z])"
)


@dataclass
class _Reading:
    """What is carried from one sentence to the next."""

    analysis: Analysis
    observers: Observers
    periods: Periods
    found: list[Observation] = field(default_factory=list)
    kind: str = ""
    was_told: bool = False
    is_broken: bool = False
    ended_open: bool = False  # the sentence before ended in a colon or semicolon
    observer: Who | None = None
    last: list[Observation] = field(default_factory=list)  # those of the sentence before


def find_observations(analysis: Analysis, sentences: Sequence[Sentence]) -> tuple[Observation, ...]:
    """The counts of a report, each once, in text order."""
    if not may_observe(analysis, sentences):
        return ()
    text = analysis.document.text
    is_broken = "\ufffd" in text  # signs in the place of hyphens: no word can be looked up
    read = [each for each in sentences if each.kind is not BlockKind.CAPTION]
    likely = [_flat(text, each) for each in read if is_broken or not kinds.TRIGGERS.isdisjoint(each.words)]
    observers = find_observers(analysis, likely)
    if not observers.is_report and not any(observers.first_in(flat) for flat in likely):
        return ()
    reading = _Reading(analysis, observers, Periods(analysis), is_broken=is_broken)
    for sentence in read:
        _read(reading, sentence)
    return told_once(reading.found)


def _flat(text: str, sentence: Sentence) -> Flat:
    span = sentence.tokens[0].span.to(sentence.tokens[-1].span)
    return flatten(text, Span(span.start, min(span.end, span.start + _LONGEST)))


def _read(reading: _Reading, sentence: Sentence) -> None:
    goes_on = reading.was_told and (reading.ended_open or bool(_GOES_ON.match(sentence.tokens[0].text)))
    was_told, reading.ended_open = reading.was_told, sentence.words[-1] in {":", ";"}
    has_gap = not gaps.TRIGGERS.isdisjoint(sentence.words)
    if not (goes_on or has_gap or reading.is_broken or not kinds.TRIGGERS.isdisjoint(sentence.words)):
        reading.was_told, reading.last = False, []
        return
    flat = _flat(reading.analysis.document.text, sentence)
    text = flat.text
    times = tuple(when.span for when in reading.periods.times_in(flat) if when.span is not None)
    counts = find_counts(text, tuple(find_figures(flat, times)), reading.kind if goes_on else "", goes_on=goes_on)
    own = any(count.kind in kinds.OWN for count in counts) or has_gap or kinds.predicate_of(text, len(text)) != ""
    reading.was_told = tells(flat, reading.observers, sentence.statements, is_about_them=own, was_told=was_told)
    if not reading.was_told:
        reading.last = []
        return
    reading.periods.learn(flat)
    reading.kind = counts[-1].kind if counts else kinds.last_named(text, len(text)) or (reading.kind if goes_on else "")
    reading.observer = observer_of(flat, reading.observers, reading.analysis) or reading.observer
    if opens_comparison(text):
        _compare_with_last(reading, flat, counts)
        return
    areas = find_areas(flat, sentence.places, reading.analysis.situation)
    _tell(reading, flat, counts, areas, goes_on=goes_on)


def _tell(reading: _Reading, flat: Flat, counts: Sequence[Count], areas: Sequence[Area], *, goes_on: bool) -> None:
    current = [count for count in counts if not count.is_earlier]
    parents: list[Observation] = list(reading.last) if goes_on else []
    told: list[Observation] = []
    for number, count in enumerate(current):
        made = _observation(reading, flat, current, number, areas)
        total = _total(reading, flat, count)
        if total is not None:
            made = replace(made, when=total.when, part_of=total.id)
        elif count.is_part and (whole := _whole(parents, count)):
            made = replace(made, part_of=whole.id, weapon=made.weapon or whole.weapon)
        else:
            parents.append(made)
        told.append(made)
    told = list(_compared(flat, counts, told))
    if (gap := gaps.find_gap(flat.text)) and not told:
        told.append(_gap(reading, flat, gap, areas))
    reading.found += told
    reading.last = parents if goes_on and parents else told


def _total(reading: _Reading, flat: Flat, count: Count) -> Observation | None:
    """The running total that the sentence before gave, where this one says what it is made of, and no time."""
    if count.kind not in kinds.HARM or reading.periods.tells_time(flat):
        return None
    totals = [each for each in reading.last if each.when and each.when.words.lower().startswith("since")]
    return _whole(totals, count)


def _whole(parents: Sequence[Observation], count: Count) -> Observation | None:
    return next((each for each in reversed(parents) if not each.part_of and may_hold(each.kind, count.kind)), None)


def _reach(text: str, current: Sequence[Count], number: int) -> int:
    """How far the words that stand beside a count reach: to the next one, or over those it is listed with."""
    for at in range(number, len(current) - 1):
        if not _LISTED.fullmatch(text, current[at].end, current[at + 1].start):
            return current[at + 1].start
    return len(text)


def _observation(
    reading: _Reading, flat: Flat, current: Sequence[Count], number: int, areas: Sequence[Area]
) -> Observation:
    text, count = flat.text, current[number]
    since = current[number - 1].end if number else 0
    until = current[number + 1].start if number + 1 < len(current) else len(text)
    first, reach = count.figure.end, _reach(text, current, number)
    weapon = None
    if count.kind not in _UNARMED:
        weapon = beside.weapon_in(text, first, reach if count.kind in _FIRED else until)
    if weapon is None and count.kind == kinds.FIRE_AT:
        weapon = beside.weapon_in(text, 0, len(text))
    direction = beside.direction_in(text, first, until)
    course = beside.course_in(text, first, reach)
    sensor = beside.sensor_in(text, 0, count.end)
    assessed = beside.assessed_in(text, first, until)
    position = _position(flat, areas, count.start)
    all_of = _ALL.search(text, current[-1].end)
    if count.kind in kinds.SENSED:
        away = beside.away_in(text, first, reach) or (beside.away_in(text, all_of.end(), len(text)) if all_of else None)
    else:
        away = None
    others = [area for area in areas if position is None or area.where.span != position.span]
    area = area_of(others, text, (count.start, count.end), until, since, is_frequency=count.is_frequency)
    where = area.where if area else None
    if away is not None:
        named = next((each.where for each in areas if away.end <= each.start <= away.end + _NEXT), None)
        base = named if away.of_named else position
        where = _away(flat, away, base) or where
    when = reading.periods.of(flat, count.start)
    span = flat.span(count.start, count.end)
    sentence = flat.span(0, len(text))
    words = [each for each in (weapon, direction, course, sensor, assessed) if each is not None]
    spans = {sentence, span, *(flat.span(each.start, each.end) for each in words)}
    return Observation(
        id=make_id("obs", reading.analysis.document.id, str(span.start), str(span.end), count.kind),
        document=reading.analysis.document.id,
        kind=count.kind,
        span=span,
        sentence=sentence,
        count=count.figure.amount(flat, count.kind),
        observer=reading.observer,
        where=where,
        when=when,
        weapon=weapon.value if weapon else "",
        calibre_mm=beside.calibre_in(text, first, until),
        direction=direction.value if direction else "",
        course=course.value if course else "",
        sensor=sensor.value if sensor else "",
        position=position,
        distance=_distance(flat, away),
        bearing=away.bearing if away else "",
        assessed=flat.span(assessed.start, assessed.end) if assessed else None,
        spans=tuple(sorted(spans)),
        extractor=EXTRACTOR,
    )


def _position(flat: Flat, areas: Sequence[Area], until: int) -> Where | None:
    """Where the observer stood: the area whose name such words as "positioned in" lead to."""
    for match in _POSITION.finditer(flat.text):
        for area in areas:
            if area.start == match.start("name"):
                return area.where if match.start() < until or area.start >= until else None
    return None


def _away(flat: Flat, away: beside.Away, base: Where | None) -> Where | None:
    """The area so far off; named after what it was measured from."""
    if base is None:
        return None
    near = f"{away.low}" if away.low == away.high else f"{away.low}–{away.high}"
    name = f"{near} m {away.bearing} of {base.name}".replace("  ", " ")
    span = flat.span(away.start, away.end)
    return replace(lies_away(base, away.low, away.high, away.bearing) or Where(base.name), name=name, span=span)


def _distance(flat: Flat, away: beside.Away | None) -> Amount | None:
    if away is None:
        return None
    words = flat.text[away.start : away.end]
    return Amount(away.low, away.high, "m", False, words, flat.span(away.start, away.end))


def _compared(flat: Flat, counts: Sequence[Count], told: Sequence[Observation]) -> Iterator[Observation]:
    """The counts with the figures of the period before, and what the words say of the change."""
    earlier = [count for count in counts if count.is_earlier]
    given = _previous(earlier, told)
    relation = relation_in(flat.text)
    for each in told:
        amount = given.get(each.id)
        made = each if amount is None else _beside(each, amount.figure.amount(flat, each.kind))
        is_main = each is told[0] and not each.part_of
        if relation is not None and (is_main or amount is not None):
            words = flat.span(relation[1], relation[2])
            made = replace(made, relation=relation[0], spans=tuple(sorted({*made.spans, words})))
        yield made


def _beside(made: Observation, previous: Amount, *sentences: Span) -> Observation:
    """The count with the figure of the period before, and the sentences that tell it where they are others."""
    spans = {*made.spans, *sentences, *((previous.span,) if previous.span else ())}
    return replace(made, previous=previous, spans=tuple(sorted(spans)))


def _previous(earlier: Sequence[Count], told: Sequence[Observation]) -> dict[str, Count]:
    """Which earlier figure stands beside which count: by its own noun, else in order."""
    given: dict[str, Count] = {}
    for number, count in enumerate(earlier):
        same = [each for each in told if each.kind == count.kind and each.id not in given]
        in_order = told[number : number + 1] if len(earlier) > 1 else told[:1]
        chosen = same[:1] if count.is_named else list(in_order) or same[:1]
        for each in chosen:
            given.setdefault(each.id, count)
    return given


def _compare_with_last(reading: _Reading, flat: Flat, counts: Sequence[Count]) -> None:
    """Take the earlier figures of what the sentence before counted: "This compares with 120 …"."""
    sentence = flat.span(0, len(flat.text))
    given = _previous(counts, reading.last)
    for each in reading.last:
        count = given.get(each.id)
        if count is None:
            continue
        at = next(n for n, one in enumerate(reading.found) if one.id == each.id)
        known = replace(reading.found[at], spans=each.spans)
        reading.found[at] = _beside(known, count.figure.amount(flat, each.kind), sentence)


def _gap(reading: _Reading, flat: Flat, gap: tuple[int, int], areas: Sequence[Area]) -> Observation:
    """A place and time that the mission says it could not observe."""
    span, sentence = flat.span(*gap), flat.span(0, len(flat.text))
    inside = [each for each in areas if gap[0] <= each.start < gap[1]]
    area = inside[0] if inside else area_of(areas, flat.text, gap, len(flat.text), 0, is_frequency=True)
    return Observation(
        id=make_id("obs", reading.analysis.document.id, str(span.start), str(span.end), kinds.UNOBSERVED),
        document=reading.analysis.document.id,
        kind=kinds.UNOBSERVED,
        span=span,
        sentence=sentence,
        observer=reading.observer,
        where=area.where if area else None,
        when=reading.periods.of(flat, gap[0]),
        spans=(sentence,),
        extractor=EXTRACTOR,
    )
