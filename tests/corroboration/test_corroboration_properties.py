"""The eleven properties of the origins ledger, over any claims, derivations and suspicions, and those of rivals.

``TRUCEWATCH_EXAMPLES=10000 python -m pytest tests/corroboration`` runs each of them ten thousand times.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.corroboration import PARAMETERS, Claim, Grade, grade, grade_rivals

EXAMPLES = int(os.environ.get("TRUCEWATCH_EXAMPLES", "150"))
checked = settings(deadline=None, max_examples=EXAMPLES)

ORIGINS = ("party:a", "party:b", "source:x", "source:y", "source:z", "name:w")
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Book:
    """One ledger: claims, who derives from whom (children later than parents), who may share a source."""

    claims: tuple[Claim, ...]
    derived: Pairs
    suspected: Pairs

    def grade(self) -> Grade:
        """The grade of this book."""
        return grade(self.claims, self.derived, self.suspected)


RIVALS = ("", "", "one", "two")


def _claim(number: int, origin: str, weight: int, *, supports: bool, rival: str = "") -> Claim:
    return Claim(
        id=f"c{number}",
        document=f"doc-{number}",
        origin=origin,
        name=origin.title(),
        supports=supports,
        weight=weight,
        is_outside=origin != "party:a",
        rival="" if supports else rival,
    )


@st.composite
def books(draw: st.DrawFn, least: int = 0) -> Book:
    """A ledger of up to ten claims."""
    size = draw(st.integers(least, 10))
    weights = st.sampled_from([0, 101, 154, 346, 405, 619, 1386, 2197])
    rivals = st.sampled_from(RIVALS)
    claims = tuple(
        _claim(
            n,
            draw(st.sampled_from(ORIGINS)),
            draw(weights),
            supports=draw(st.integers(0, 3)) > 0,
            rival=draw(rivals),
        )
        for n in range(size)
    )
    pairs = [(f"c{child}", f"c{parent}") for child in range(size) for parent in range(child)]
    derived = draw(st.lists(st.sampled_from(pairs), max_size=4)) if pairs else []
    suspected = draw(st.lists(st.tuples(st.sampled_from(ORIGINS), st.sampled_from(ORIGINS)), max_size=4))
    return Book(claims, tuple(derived), tuple(suspected))


def figures(result: Grade) -> tuple[object, ...]:
    """All of a grade but the list of what was not counted."""
    counted = tuple((o.key, o.supports, o.weight, o.without) for o in result.origins if o.counted)
    return (result.certain, result.possible, result.low, result.high, result.digit, result.words, counted)


@given(books(least=1), st.data())
@checked
def test_p1_a_copy_adds_nothing(book: Book, data: st.DataObject) -> None:
    """Adding an established copy of any claim, by any publisher, leaves every figure as it was."""
    original = data.draw(st.sampled_from(book.claims))
    copy = replace(original, id="copy", document="doc-copy", origin="source:new", name="New", weight=2197)
    after = Book((*book.claims, copy), (*book.derived, ("copy", original.id)), book.suspected)
    assert figures(after.grade()) == figures(book.grade())


@given(books(), st.sampled_from([*ORIGINS, "source:new"]), st.sampled_from([0, 101, 405, 2197]))
@checked
def test_p2_support_never_lowers(book: Book, origin: str, weight: int) -> None:
    """Adding support lowers neither bound nor the count of certain origins."""
    before = book.grade()
    after = replace(book, claims=(*book.claims, _claim(99, origin, weight, supports=True))).grade()
    assert after.low >= before.low
    assert after.high >= before.high
    assert after.certain >= before.certain


@given(
    books(),
    st.sampled_from([*ORIGINS, "source:new"]),
    st.sampled_from([0, 101, 405, 2197]),
    st.sampled_from([*RIVALS, "new"]),
)
@checked
def test_p3_denial_never_raises(book: Book, origin: str, weight: int, rival: str) -> None:
    """Adding a denial, or support for a rival, raises neither bound and adds no origin."""
    before = book.grade()
    after = replace(book, claims=(*book.claims, _claim(99, origin, weight, supports=False, rival=rival))).grade()
    assert after.low <= before.low
    assert after.high <= before.high
    assert after.certain == before.certain


@given(books(least=2), st.data())
@checked
def test_p4_a_derivation_among_supporters_never_raises(book: Book, data: st.DataObject) -> None:
    """Finding that one supporter derives from another raises neither bound nor count."""
    supporters = [claim for claim in book.claims if claim.supports]
    if len(supporters) < 2:
        return
    parent = data.draw(st.integers(0, len(supporters) - 2))
    child = data.draw(st.integers(parent + 1, len(supporters) - 1))
    before = book.grade()
    after = replace(book, derived=(*book.derived, (supporters[child].id, supporters[parent].id))).grade()
    assert after.low <= before.low
    assert after.high <= before.high
    assert after.certain <= before.certain


@given(books(), st.sampled_from(ORIGINS), st.sampled_from(ORIGINS))
@checked
def test_p5_suspicion_only_widens(book: Book, a: str, b: str) -> None:
    """A suspected link never raises the lower bound and never lowers the upper one."""
    before, after = book.grade(), replace(book, suspected=(*book.suspected, (a, b))).grade()
    assert after.low <= before.low
    assert after.high >= before.high
    assert after.certain <= before.certain


@given(books(), st.randoms(use_true_random=False))
@checked
def test_p6_names_and_order_change_nothing(book: Book, chance: object) -> None:
    """Swapping the parties and shuffling the claims gives the same figures, up to the swap."""
    swap = {"party:a": "party:b", "party:b": "party:a"}
    claims = [replace(claim, origin=swap.get(claim.origin, claim.origin)) for claim in book.claims]
    chance.shuffle(claims)  # type: ignore[attr-defined]
    suspected = tuple((swap.get(b, b), swap.get(a, a)) for a, b in book.suspected)
    one, two = book.grade(), grade(claims, tuple(reversed(book.derived)), suspected)
    assert (one.low, one.high, one.certain, one.possible, one.digit) == (
        two.low,
        two.high,
        two.certain,
        two.possible,
        two.digit,
    )
    swapped = {(swap.get(o.key, o.key), o.supports, o.weight, o.without) for o in one.origins if o.counted}
    assert swapped == {(o.key, o.supports, o.weight, o.without) for o in two.origins if o.counted}


@given(books(), st.sampled_from(ORIGINS))
@checked
def test_p7_one_origin_never_confirms(book: Book, origin: str) -> None:
    """However many claims one origin makes, the digit is never 1 or 2."""
    claims = tuple(replace(claim, origin=origin) for claim in book.claims)
    assert replace(book, claims=claims).grade().digit >= 3


@given(books())
@checked
def test_p8_the_bounds_are_in_order(book: Book) -> None:
    """The lower bound never passes the upper, nor the certain count the possible."""
    result = book.grade()
    assert result.low <= result.high
    assert result.certain <= result.possible


@given(books(least=1), st.data())
@checked
def test_p9_the_same_document_twice_changes_nothing(book: Book, data: st.DataObject) -> None:
    """Entering one claim a second time under another id leaves the whole grade as it was."""
    roots = [claim for claim in book.claims if claim.id not in {child for child, _ in book.derived}]
    again = data.draw(st.sampled_from(roots))
    after = replace(book, claims=(*book.claims, replace(again, id="again"))).grade()
    assert after == book.grade()


@given(books(least=1), st.integers(1, 40), st.data())
@checked
def test_p10_flooding_and_bridging_change_nothing(book: Book, size: int, data: st.DataObject) -> None:
    """Up to forty copies, each derived from one to three supporters at once, change no figure."""
    supporters = [claim.id for claim in book.claims if claim.supports]
    if not supporters:
        return
    copies, edges = [], []
    for number in range(size):
        copies.append(_claim(1000 + number, f"source:flood-{number}", 2197, supports=True))
        parents = data.draw(st.lists(st.sampled_from(supporters), min_size=1, max_size=3))
        edges += [(f"c{1000 + number}", parent) for parent in parents]
    after = Book((*book.claims, *copies), (*book.derived, *edges), book.suspected)
    assert figures(after.grade()) == figures(book.grade())


@given(books(least=2), st.data())
@checked
def test_p11_a_derivation_across_stances_is_ignored(book: Book, data: st.DataObject) -> None:
    """A denial that quotes the allegation stays a root of its own."""
    child, parent = data.draw(st.permutations(book.claims))[:2]
    if child.supports != parent.supports:
        after = replace(book, derived=(*book.derived, (child.id, parent.id)))
        assert after.grade() == book.grade()


@given(books())
@checked
def test_without_says_what_is_left(book: Book) -> None:
    """What each origin says of the grade without it is the grade of a ledger in which it says nothing on that side."""
    result = book.grade()
    stance = {claim.id: (claim.supports, claim.rival) for claim in book.claims}
    copies = {child for child, parent in book.derived if stance[child] == stance[parent]}
    for origin in (origin for origin in result.origins if origin.counted):
        silent = tuple(
            replace(claim, weight=0)
            if (claim.origin, claim.supports) == (origin.key, origin.supports) and claim.id not in copies
            else claim
            for claim in book.claims
        )
        left = replace(book, claims=silent).grade()
        assert origin.without.startswith(f"{left.digit} (")
        assert left.digit == 6 or origin.without.endswith(f", {left.words}")


@st.composite
def rivalries(draw: st.DrawFn) -> tuple[dict[str, tuple[Claim, ...]], Pairs]:
    """Up to four values of which one at most is true, and who holds them."""
    held: dict[str, list[Claim]] = {value: [] for value in draw(st.sets(st.sampled_from("pqrs"), min_size=1))}
    weights = st.sampled_from([0, 101, 405, 1386, 2197])
    for n in range(draw(st.integers(0, 10))):
        claim = _claim(n, draw(st.sampled_from(ORIGINS)), draw(weights), supports=draw(st.integers(0, 4)) > 0)
        held[draw(st.sampled_from(sorted(held)))].append(claim)
    links = draw(st.lists(st.tuples(st.sampled_from(ORIGINS), st.sampled_from(ORIGINS)), max_size=3))
    return {value: tuple(claims) for value, claims in sorted(held.items())}, tuple(links)


@given(rivalries())
@checked
def test_of_rivals_one_at_most_is_confirmed(rivalry: tuple[dict[str, tuple[Claim, ...]], Pairs]) -> None:
    """No two values that exclude one another are both confirmed."""
    values, suspected = rivalry
    assert [result.digit for result in grade_rivals(values, (), suspected).values()].count(1) <= 1


@given(rivalries(), st.sampled_from([*ORIGINS, "source:new"]), st.sampled_from([0, 101, 405, 2197]), st.data())
@checked
def test_support_for_one_value_helps_it_and_no_rival(
    rivalry: tuple[dict[str, tuple[Claim, ...]], Pairs], origin: str, weight: int, data: st.DataObject
) -> None:
    """Whoever comes to hold one value lowers no bound of it, and raises none of another."""
    values, suspected = rivalry
    value = data.draw(st.sampled_from(sorted(values)))
    more = {**values, value: (*values[value], _claim(99, origin, weight, supports=True))}
    before, after = grade_rivals(values, (), suspected), grade_rivals(more, (), suspected)
    for name in values:
        sign = 1 if name == value else -1
        assert sign * after[name].low >= sign * before[name].low
        assert sign * after[name].high >= sign * before[name].high


@given(rivalries())
@checked
def test_two_rivals_weigh_as_denials_do(rivalry: tuple[dict[str, tuple[Claim, ...]], Pairs]) -> None:
    """Between two values, holding the one is as heavy against the other as denying it."""
    values, suspected = rivalry
    if len(values) != 2:
        return
    one, other = ([claim for claim in claims if claim.supports] for claims in values.values())
    first = grade_rivals({"one": one, "other": other}, (), suspected)["one"]
    plain = grade([*one, *(replace(claim, supports=False) for claim in other)], (), suspected)
    assert figures(first) == figures(plain)


@given(books())
@checked
def test_contributions_add_up_exactly(book: Book) -> None:
    """The upper bound of an uncontested proposition is the prior plus the weights shown."""
    result = replace(book, claims=tuple(claim for claim in book.claims if claim.supports)).grade()
    assert result.high == PARAMETERS.prior + sum(origin.weight for origin in result.origins if origin.counted)
