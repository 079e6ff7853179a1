"""Does filing one mention under its incident cost what lies near it, up to a million mentions?

Files seeded synthetic mentions, steady as the news is: some sixty events a day at a few hundred places, each told by a
few reports within days of it; some name no day, some no place, some deny, some are headlines that stand alone. They go
into the tables of a case on disk, through the case's own grouping and with its indexes; reading texts is left out.
Prints for each size processor time per mention, its ratio to the size before, what was looked up and compared for each
mention (counted, so that a busy machine changes nothing), the peak memory of the process and the size of the file.
Asserts nothing.

    python bench/grouping_growth.py [--upto 1000000]
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from trucewatch.case import grouping
from trucewatch.case.alignments import Alignments
from trucewatch.case.facts import write
from trucewatch.case.grouping import Grouping
from trucewatch.case.readings import Readings
from trucewatch.case.schema import create_tables, iso
from trucewatch.documents import Received, read
from trucewatch.events import EventMention, Factuality, Harm, Stance
from trucewatch.incidents import Member
from trucewatch.record import Log
from trucewatch.values import Amount, Kind, Span, When, Where, Who, make_id

_SIZES = (10_000, 100_000, 1_000_000)
_A_DAY, _TELLINGS, _WITHIN = 60, (1, 2, 2, 3, 4, 9), 3  # events, reports of one, days within which they come
_PLACES = 400
_ACTS = (
    "Air/drone strike",
    "Shelling/artillery/missile attack",
    "Armed clash",
    "Attack",
    "Looting/property destruction",
    "Disrupted weapons use",
)
_TARGETS = ("energy", "residential", "military", "civilians", "transport", "hospital", "")
_SIDES = (Who("Arvenia", Kind.STATE, party="arvenia"), Who("Belkora", Kind.STATE, party="belkora"))
_FIRST = date(2021, 1, 1)
_BATCH = 1_000  # mentions to a transaction: reports come in feeds


@dataclass(frozen=True, slots=True)
class _Event:
    """One thing that happened, as its tellings know it."""

    day: date
    act: str
    target: str
    where: Where
    actor: Who
    accuser: Who
    dead: int


def main(arguments: Sequence[str] | None = None) -> None:
    """Fill one case's tables and print a row at each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upto", type=int, default=_SIZES[-1], help="the most mentions")
    upto = parser.parse_args(arguments).upto
    counted = count_work()
    print(f"{'mentions':>9} {'us each':>8} {'ratio':>6} {'looked':>7} {'compared':>9} {'peak MiB':>9} {'file MiB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.sqlite"
        with closing(sqlite3.connect(path)) as tables:
            fill(tables, path, [size for size in _SIZES if size <= upto], counted)


def fill(tables: sqlite3.Connection, path: Path, sizes: Sequence[int], counted: Counter[str]) -> None:
    """File the stream, with a row printed at each size for what was filed since the last."""
    tables.execute("PRAGMA journal_mode = WAL")
    tables.execute("PRAGMA synchronous = NORMAL")
    create_tables(tables)
    filing = Grouping(tables, Alignments(Readings(tables, Log(tables))))  # no report here derives from another
    document = read(Received(raw=b"A report. It has sentences.", name="r.txt", language="en"))
    at, before, start = 0, 0.0, time.process_time()
    for seq, member in enumerate(members(sizes[-1])):
        keep(tables, seq, member)
        held = replace(document, id=member.mention.document, published=member.published, text=member.text)
        filing.add(seq, held, ((0, member.mention),))
        if seq % _BATCH == _BATCH - 1:
            tables.commit()
        if seq + 1 in sizes:
            spent, done = time.process_time() - start, seq + 1 - at
            show(seq + 1, spent / done, before, {name: count / done for name, count in counted.items()}, path)
            at, before, start = seq + 1, spent / done, time.process_time()
            counted.clear()


def show(size: int, each: float, before: float, work: dict[str, float], path: Path) -> None:
    """One row."""
    ratio = f"{each / before:.2f}" if before else ""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:>9} {each * 1e6:>8.0f} {ratio:>6} {work.get('looked', 0):>7.1f} {work.get('compared', 0):>9.1f}"
        f" {peak:>9.0f} {path.stat().st_size / 2**20:>9.0f}",
        flush=True,
    )


def count_work() -> Counter[str]:
    """A counter of the incidents looked at and the members compared with, fed by the case's grouping from now on."""
    counted: Counter[str] = Counter()
    find: Callable[..., Any] = vars(grouping)["find_incident"]

    def counting(member: Member, incidents: Any, told: Any = frozenset()) -> Any:
        counted["looked"] += len(incidents)
        counted["compared"] += sum(map(len, incidents.values()))
        return find(member, incidents, told)

    vars(grouping)["find_incident"] = counting
    return counted


def keep(tables: sqlite3.Connection, seq: int, member: Member) -> None:
    """The rows of a report and its one mention that the grouping reads back."""
    day, mention = iso(member.published.earliest if member.published else None), member.mention
    row = (seq, mention.document, f"story-{seq}", "", "", "", day, day, "en", "", 1)
    tables.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    tables.execute(
        "INSERT INTO facts VALUES (?, 'men', ?, 0, '', NULL, NULL, '', ?)", (mention.id, seq, write(mention))
    )


def members(count: int, seed: int = 1) -> Iterator[Member]:
    """``count`` mentions in order of publication, the same for the same seed."""
    chance = random.Random(seed)
    places = tuple(_place(chance, number) for number in range(_PLACES))
    waiting: dict[date, list[_Event]] = {}
    number, day = 0, _FIRST
    while True:
        for _ in range(_A_DAY):
            event = _event(chance, day, places)
            for _ in range(chance.choice(_TELLINGS)):
                waiting.setdefault(day + timedelta(days=chance.randrange(_WITHIN)), []).append(event)
        for event in waiting.pop(day, ()):
            yield _told(chance, event, number, day)
            number += 1
            if number == count:
                return
        day += timedelta(days=1)


def _place(chance: random.Random, number: int) -> Where:
    lat, lon = chance.randrange(45_000_000, 52_000_000), chance.randrange(22_000_000, 40_000_000)
    return Where(f"Town {number}", place=f"town-{number}", lat_e6=lat, lon_e6=lon, radius_m=3_000)


def _event(chance: random.Random, day: date, places: Sequence[Where]) -> _Event:
    actor, accuser = chance.sample(_SIDES, 2)
    where = places[int(_PLACES ** chance.random()) - 1]  # by Zipf's law: much happens in few places
    return _Event(day, chance.choice(_ACTS), chance.choice(_TARGETS), where, actor, accuser, chance.randint(0, 9))


def _told(chance: random.Random, event: _Event, number: int, published: date) -> Member:
    """One telling: every eighth leaves out the day, another the place, one denies, one is a headline alone."""
    how = chance.randrange(8)
    is_denial, is_flash = how == 2, how == 3
    start = chance.randrange(400)
    mention = EventMention(
        id=make_id("men", str(number)),
        document=make_id("doc", str(number)),
        act=event.act,
        trigger=Span(start + 20, start + 26),
        sentence=Span(start, start + chance.randint(60, 160)),
        factuality=Factuality.DENIED if is_denial else Factuality.CLAIMED,
        stance=Stance.DENIES if is_denial else Stance.ALLEGES,
        actor=event.actor,
        target_class=event.target,
        when=None if how == 0 or is_flash else When.on(event.day),
        where=None if how == 1 or is_flash else event.where,
        harm=(Harm("killed", Amount(event.dead, event.dead)),) if event.dead else (),
        claimants=(event.actor if is_denial else event.accuser,),
    )
    text = "A headline alone" if is_flash else "A report. It has sentences."
    return Member(mention=mention, published=When.on(published), text=text, is_flash=is_flash)


if __name__ == "__main__":
    main()
