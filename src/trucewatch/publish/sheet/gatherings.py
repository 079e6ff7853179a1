"""Words gatherings: one line for each, however many reports tell of it.

Decides phrasing. Where reports differ on hosts, on who came or how many, every version stands with those that give it.
Never decides which gatherings are one: ``incidents`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date

from trucewatch.events.model import Commitment, Factuality, Gathering
from trucewatch.incidents import group_gatherings
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.model import GatheringLine
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import amount_words, count_words, list_words, people_words, when_words, where_words
from trucewatch.values import Who


def gathering_lines(desk: Desk) -> tuple[GatheringLine, ...]:
    """Every gathering once, by day, the undated last."""
    lines = (_gathering(desk, group) for group in group_gatherings(desk.bulletin.gatherings))
    return tuple(sorted(lines, key=_day_and_title))


def _day_and_title(line: GatheringLine) -> tuple[date, str]:
    return (line.time.earliest if line.time and line.time.earliest else date.max, line.title)


def _gathering(desk: Desk, group: tuple[Gathering, ...]) -> GatheringLine:
    fullest = max(group, key=_fullness)
    place = f", {one_line(fullest.where.name, 80)}" if fullest.where else ""
    purpose = next((each for each in (fullest, *group) if each.purpose), None)
    basis = tuple(desk.cite(each.document, each.sentence) for each in group)
    return GatheringLine(
        id=group[0].id,
        title=f"{fullest.kind.capitalize()}{place}",
        when=when_words(fullest.when),
        where=where_words(fullest.where, desk.places),
        hosts=_versions(desk, group, lambda each: people_words(each.hosts), lambda each: _names(each.hosts)),
        participants=_versions(desk, group, _participants, _count),
        absentees=_versions(
            desk, group, lambda each: people_words(each.absentees), lambda each: _names(each.absentees)
        ),
        factuality=_versions(desk, group, _standing, _standing),
        purpose=desk.cite(purpose.document, purpose.purpose) if purpose and purpose.purpose else None,
        basis=basis,
        more=tuple(desk.cite(each.document, span) for each in group for span in each.spans if span != each.sentence),
        review="; ".join(dict.fromkeys(review for each in group if (review := desk.review(each.id)))),
        time=fullest.when,
        others=tuple(each.id for each in group[1:]),
        told=told_words(group),
    )


def told_words(group: Sequence[Gathering | Commitment]) -> str:
    """``told in 3 reports``; "" for one."""
    reports = len({each.document for each in group})
    return f"told in {count_words(reports, 'report')}" if reports > 1 else ""


def _fullness(gathering: Gathering) -> tuple[int, ...]:
    """How much it says: a day before none, a located place before a name, then everything else."""
    when, where = gathering.when, gathering.where
    told = (gathering.hosts, gathering.participants, gathering.participants_count, gathering.purpose)
    return (bool(when and when.is_resolved), bool(where), bool(where and where.is_located), sum(map(bool, told)))


def _versions(
    desk: Desk,
    group: tuple[Gathering, ...],
    words: Callable[[Gathering], str],
    meaning: Callable[[Gathering], Hashable],
) -> str:
    """What all reports say; where they differ in meaning, each version with the sources that give it.

    Of reports that mean the same the one that says most is worded.
    """
    given: dict[Hashable, list[Gathering]] = {}
    for each in group:
        if words(each):
            given.setdefault(meaning(each), []).append(each)
    told = [(max((words(each) for each in same), key=len), same) for same in given.values()]
    if len(told) < 2:
        return "".join(version for version, _ in told)
    return "; ".join(f"{version} ({_sources(desk, same)})" for version, same in told)


def _sources(desk: Desk, gatherings: Iterable[Gathering]) -> str:
    return list_words(dict.fromkeys(desk.source_name(desk.documents[each.document]) for each in gatherings))


def _names(people: Iterable[Who]) -> tuple[str, ...]:
    return tuple(sorted({who.name if who.office else who.entity or who.state or who.name for who in people}))


def _count(gathering: Gathering) -> Hashable:
    """How many came; who came, where no report counts them."""
    count = gathering.participants_count
    return (count.low, count.high) if count else _names(gathering.participants)


def _standing(gathering: Gathering) -> str:
    return "" if gathering.factuality is Factuality.REPORTED else gathering.factuality.value


def _participants(gathering: Gathering) -> str:
    named = people_words(gathering.participants)
    counted = amount_words(gathering.participants_count) if gathering.participants_count else ""
    return f"{counted}, among them {named}" if named and counted else named or counted
