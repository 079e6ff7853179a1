"""How many incidents are graded in a second of processor time, at twelve documents each and other sizes.

Three things are timed, in turns within one process, on the same seeded cases: ``grade`` (claims in; figures, sentence
and "without it" for every origin out), ``grade_incident`` (an incident's accounts in, with attribution followed, copies
and leanings found, then the same out), and a ledger written down plainly (figures, and again for every origin left
out). The plain one is also a check: its figures must be those of ``grade``. Prints a table; asserts only that.

    python bench/grading.py [--cases 2000]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from own_process import spent

from trucewatch.corroboration import PARAMETERS, Claim, Voices, grade, grade_incident
from trucewatch.corroboration.claims import Held
from trucewatch.events.model import Stance
from trucewatch.incidents import Account, Basis, Incident
from trucewatch.situation import Party, Situation, Source
from trucewatch.values import Kind, Span, Who

_SIZES = (5, 12, 30, 60)
_ROUNDS = 5
_WEIGHTS = (0, 101, 405, 619, 1386, 2197)
_STANCES = (Stance.REPORTS, Stance.REPORTS, Stance.ALLEGES, Stance.DENIES, Stance.CONFIRMS)
Pairs = list[tuple[str, str]]
Figures = tuple[int, int, int, int]


@dataclass(frozen=True)
class Ledger:
    """One case: claims, copies, suspicions; and an incident of as many documents."""

    claims: list[Claim]
    derived: Pairs
    suspected: Pairs
    incident: Incident
    held: dict[str, Held]


def ledger(chance: random.Random, size: int) -> Ledger:
    """As in the figures that this is held against: two of five claims are copies, one of five denies."""
    claims, derived = [], []
    for n in range(size):
        origin = f"source:{chance.randrange(size)}"
        weight, supports = chance.choice(_WEIGHTS), chance.random() < 0.8
        claims.append(
            Claim(id=f"c{n}", document=f"d{n}", origin=origin, name=origin.title(), supports=supports, weight=weight)
        )
        if n and chance.random() < 0.4:
            derived.append((f"c{n}", f"c{chance.randrange(n)}"))
    links = chance.choice((0, 0, 1, 2))
    suspected = [(f"source:{chance.randrange(size)}", f"source:{chance.randrange(size)}") for _ in range(links)]
    held: dict[str, Held] = {}
    for n in range(size):
        root = chance.choice([f"d{n}", f"d{n}", *(held[f"d{n - 1}"][2:] if n else ())])
        held[f"d{n}"] = (f"source-{chance.randrange(size)}", f"story-{root}", root)
    return Ledger(claims, derived, suspected, _incident(chance, size), held)


def _incident(chance: random.Random, size: int) -> Incident:
    """Four accounts or fewer over all documents, as different voices tell them."""
    voices = [None, None, *(Who(name, Kind.STATE, party=name) for name in ("arvenia", "belkora"))]
    shares: list[list[str]] = [[] for _ in voices]
    for n in range(size):
        chance.choice(shares).append(f"d{n}")
    accounts = tuple(_account(chance, voice, share) for voice, share in zip(voices, shares, strict=True) if share)
    return Incident(
        id="i", act="Attack", title="", when=None, where=None, target_class="", accounts=accounts, mentions=("m",)
    )


def _account(chance: random.Random, voice: Who | None, documents: Sequence[str]) -> Account:
    doer = chance.choice(["arvenia", "belkora"])
    return Account(
        claimant=voice,
        stance=chance.choice(_STANCES),
        actor=Who(doer, Kind.STATE, party=doer),
        target=None,
        target_class="",
        weapon="",
        when=None,
        where=None,
        harm=(),
        evidence=(),
        basis=tuple(Basis(name, f"m-{name}", Span(0, 9)) for name in documents),
    )


def plainly(case: Ledger) -> list[Figures]:
    """The rules as they are written down, with nothing made fast: the figures, then those without each origin."""
    stance = {claim.id: claim.supports for claim in case.claims}
    copies = {child for child, parent in case.derived if stance[child] == stance[parent]}
    weights: dict[tuple[str, bool], int] = {}
    for claim in case.claims:
        if claim.id not in copies and claim.weight:
            voice = claim.origin, claim.supports
            weights[voice] = max(weights.get(voice, 0), min(claim.weight, PARAMETERS.cap))
    linked = {pair for a, b in case.suspected for pair in ((a, b), (b, a)) if a != b}
    left = ({other: weight for other, weight in weights.items() if other != voice} for voice in sorted(weights))
    return [_figures(weights, linked), *(_figures(rest, linked) for rest in left)]


def _figures(weights: dict[tuple[str, bool], int], linked: set[tuple[str, str]]) -> Figures:
    support = {key: weight for (key, supports), weight in weights.items() if supports}
    denial = {key: weight for (key, supports), weight in weights.items() if not supports}
    low = PARAMETERS.prior + _heaviest(support, linked) - sum(denial.values())
    high = PARAMETERS.prior + sum(support.values()) - _heaviest(denial, linked)
    return _heaviest(dict.fromkeys(support, 1), linked), len(support), low, high


def _heaviest(weights: dict[str, int], linked: set[tuple[str, str]]) -> int:
    keys = sorted(weights)
    pair = next(((a, b) for a in keys for b in keys if (a, b) in linked), None)
    if pair is None:
        return sum(weights.values())
    return max(_heaviest({key: weights[key] for key in keys if key != gone}, linked) for gone in pair)


def main(arguments: Sequence[str] | None = None) -> None:
    """Time, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2_000)
    count = parser.parse_args(arguments).cases
    print("| documents | `grade` a second | `grade_incident` a second | plainly a second | `grade` beside plainly |")
    print("|---:|---:|---:|---:|---:|")
    for size in _SIZES:
        cases = [ledger(random.Random(seed), size) for seed in range(count * 12 // (12 + size))]
        graded, incidents, plain = rates(cases)
        print(f"| {size} | {graded:,.0f} | {incidents:,.0f} | {plain:,.0f} | {graded / plain:.1f} × |", flush=True)


def rates(cases: Sequence[Ledger]) -> tuple[float, float, float]:
    """Cases a second of processor time: the best of some rounds, taken in turns."""
    voices = Voices(_situation(len(cases[0].claims)))
    ways: tuple[Callable[[Ledger], object], ...] = (
        lambda case: grade(case.claims, case.derived, case.suspected),
        lambda case: grade_incident(case.incident, case.held, voices),
        plainly,
    )
    for case in cases:
        figures = grade(case.claims, case.derived, case.suspected)
        assert (figures.certain, figures.possible, figures.low, figures.high) == plainly(case)[0]  # noqa: S101
    best = [0.0, 0.0, 0.0]
    for _ in range(_ROUNDS):
        best = [max(rate, _rate(way, cases)) for rate, way in zip(best, ways, strict=True)]
    return best[0], best[1], best[2]


def _rate(way: Callable[[Ledger], object], cases: Iterable[Ledger]) -> float:
    start, count = spent(), 0
    for case in cases:
        way(case)
        count += 1
    return count / (spent() - start)


def _situation(size: int) -> Situation:
    sources = tuple(Source(f"source-{n}", f"Source {n}", reliability="ABCDEF"[n % 6]) for n in range(size))
    return Situation(
        id="s", title="", parties=(Party("arvenia", "Arvenia"), Party("belkora", "Belkora")), sources=sources
    )


if __name__ == "__main__":
    main()
