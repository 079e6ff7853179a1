"""How far from a line a weapon had to stand, and whether it stood closer.

What is told of the weapon (system, calibre, class) picks the row that is most particular; where a more particular one
may apply too, both bounds are kept. Never takes the place that was struck for the place of the weapon, nor a guess at
the weapon for what a report says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.agreements.terms.asked import Asked
from trucewatch.agreements.terms.geometry import depth_m
from trucewatch.agreements.terms.step import Answer, Step
from trucewatch.agreements.terms.weaponry import HEAVY, calibres_in, classes_of, names
from trucewatch.agreements.terms.zone import Atlas
from trucewatch.incidents import Basis
from trucewatch.situation import ACLED, Terms, Withdrawal

_FROM_AFAR = frozenset({*ACLED["Explosions/Remote violence"], "Armed clash"})
_LOOSE = 1_000  # millimetres: a row without a bound on calibres is less particular than any with one
_METRES_PER_KM = 1000


@dataclass(frozen=True, slots=True)
class Seen:
    """What accounts tell of the weapon, and the words that tell it. ``words`` are as a reader would call it."""

    words: str
    texts: tuple[str, ...]
    calibres: frozenset[int]
    classes: frozenset[str]
    basis: tuple[Basis, ...]


def check_withdrawal(terms: Terms, asked: Asked, atlas: Atlas) -> Step:
    """Whether the weapon stood at least as far from the line as the reading asks; YES is closer."""
    seen = _seen(asked)
    if not (seen.calibres or seen.classes or any(_is_named(row, seen) for row in terms.withdrawals)):
        return Step(Answer.UNKNOWN, "Weapon: which one it was is not told.", change="what weapon it was")
    certain, possible = _rows(terms.withdrawals, seen)
    if not possible:
        reason = f"Weapon: {seen.words} is none of those that have to stand back."
        return Step(Answer.NO, reason, change="evidence that it was one of them", basis=seen.basis)
    if asked.incident.act in _FROM_AFAR:
        reason = f"Distance: where {seen.words} struck is told, not where it stood."
        return Step(Answer.UNKNOWN, reason, change="where the weapon stood", basis=seen.basis)
    return _measure(terms, asked, atlas, seen, (certain, possible))


def _measure(
    terms: Terms, asked: Asked, atlas: Atlas, seen: Seen, rows: tuple[Sequence[Withdrawal], Sequence[Withdrawal]]
) -> Step:
    where, line = asked.incident.where, atlas.area(terms.line)
    basis = tuple(dict.fromkeys((*seen.basis, *asked.basis(lambda account: account.where))))
    if line is None or where is None or where.lat_e6 is None or where.lon_e6 is None:
        return Step(
            Answer.UNKNOWN, f"Distance: where {seen.words} stood is not known.", change="where it stood", basis=basis
        )
    apart = max(0, -depth_m(line, where.lat_e6, where.lon_e6) - line.reach_m)
    doubt = (where.radius_m or 0) + line.margin_m
    least, most = max(0, apart - doubt), apart + doubt
    low = max((row.distance_m for row in rows[0]), default=0)
    high = max(low, *(row.distance_m for row in rows[1]))
    off = f"{seen.words} has to stand {_range(low, high)} off"
    told = f"{where.name} lies {_range(least, most)} from the {line.name}; {off}"
    if most < low:
        change = "evidence that it stood elsewhere, or was another weapon"
        return Step(Answer.YES, f"Distance: {told}, so it stood too close.", change=change, basis=basis)
    if least >= high:
        change = "evidence that it stood closer to the line, or was another weapon"
        return Step(Answer.NO, f"Distance: {told}, so it stood far enough.", change=change, basis=basis)
    return Step(
        Answer.UNKNOWN, f"Distance: {told}.", change="where exactly it stood, and which weapon it was", basis=basis
    )


def _range(low: int, high: int) -> str:
    least, most = low // _METRES_PER_KM, -(-high // _METRES_PER_KM)
    return f"{most} km" if least == most else f"{least} to {most} km"


def _seen(asked: Asked) -> Seen:
    texts: list[str] = []
    basis: list[Basis] = []
    for account in asked.telling:
        passages = list(asked.words_of(account))
        texts += [account.weapon, *(words for _, words in passages)]
        basis += [place for place, _ in passages[:1]] or list(account.basis[:1])
    weapons = list(dict.fromkeys(account.weapon for account in asked.telling if account.weapon))
    calibres = frozenset(calibre for words in texts for calibre in calibres_in(words))
    untold = [f"{each} mm" for each in sorted(calibres) if not any(each in calibres_in(words) for words in weapons)]
    told = " or ".join([*weapons[:2], *untold]) or "the weapon"
    classes = frozenset(each for weapon in weapons for each in classes_of(weapon))
    return Seen(
        f"“{told}”" if weapons or calibres else told, tuple(texts), calibres, classes, tuple(dict.fromkeys(basis))
    )


def _rows(rows: Sequence[Withdrawal], seen: Seen) -> tuple[list[Withdrawal], list[Withdrawal]]:
    """The rows of the most particular kind that surely apply, and all that may apply beside them."""
    named = [row for row in rows if row.systems and _is_named(row, seen)]
    if named:
        return named, named
    sure = [row for row in rows if _is_sure(row, seen)]
    best = max((_rank(row) for row in sure), default=None)
    certain = [row for row in sure if _rank(row) == best]
    possible = [row for row in rows if _is_open(row, seen) and (best is None or _rank(row) > best)]
    return certain, [*certain, *possible]


def _is_named(row: Withdrawal, seen: Seen) -> bool:
    return any(names(system, words) for system in row.systems for words in seen.texts)


def _rank(row: Withdrawal) -> tuple[bool, int, bool]:
    """How particular a row is: by system, by how narrow its calibres are, by class."""
    low, high = row.calibre_from_mm, row.calibre_to_mm
    width = high - (low or 0) if high is not None else _LOOSE if low is not None else 2 * _LOOSE
    return bool(row.systems), -width, bool(row.weapon)


def _is_sure(row: Withdrawal, seen: Seen) -> bool:
    """Whether what is told puts the weapon under the row: every calibre and every class that may be meant."""
    if row.systems or (row.weapon and not (seen.classes and seen.classes <= {row.weapon})):
        return False
    if row.calibre_from_mm is None and row.calibre_to_mm is None:
        return True
    return bool(seen.calibres) and all(_is_within(row, calibre) for calibre in seen.calibres)


def _is_open(row: Withdrawal, seen: Seen) -> bool:
    """Whether nothing that is told keeps the weapon from being under the row."""
    if seen.classes and not seen.classes & ({row.weapon} if row.weapon else HEAVY):
        return False
    return not seen.calibres or any(_is_within(row, calibre) for calibre in seen.calibres)


def _is_within(row: Withdrawal, calibre: int) -> bool:
    low, high = row.calibre_from_mm, row.calibre_to_mm
    if low is None and high is None:
        return not row.systems or bool(row.weapon)  # a system that gives no calibre is known by its name alone
    return (low is None or low <= calibre) and (high is None or calibre <= high)
