from __future__ import annotations

import pytest

from trucewatch.corroboration import PARAMETERS, Claim, grade
from trucewatch.corroboration.independence import Independence, neighbours_of
from trucewatch.corroboration.parameters import words_for


def _claim(name: str, weight: int = 1386, *, origin: str = "", supports: bool = True, excluded: str = "") -> Claim:
    return Claim(
        id=f"{name}-{supports}",
        document=f"doc-{name}",
        origin=origin or f"source:{name}",
        name=name,
        supports=supports,
        weight=weight,
        excluded=excluded,
    )


def test_the_sentence_names_what_counts_and_what_does_not() -> None:
    """The reader sees which origins count, which do not, and why."""
    claims = [
        _claim("X"),
        _claim("Y", origin="party:a"),
        _claim("Z"),
        _claim("W", 405, origin="party:a"),
        _claim("V", 0),
        _claim("U", excluded="withdrawn"),
    ]
    result = grade(claims, [("Z-True", "X-True")])
    assert result.sentence == (
        "Counts as 2: Y, X. Not counted: U (withdrawn), V (its source is not reliable), W (same command as Y), "
        "Z (copy of X)."
    )
    assert result.parameters == PARAMETERS.version


def test_two_good_origins_confirm() -> None:
    """Two independent origins of letter B put the odds past the bar, and the digit is 1."""
    result = grade([_claim("X"), _claim("Y")])
    assert (result.certain, result.low, result.digit, result.words) == (2, 1386, 1, "very likely")
    assert result.origins[0].without == "3 (possibly true), roughly even chance"


def test_a_suspected_link_makes_it_probable_only() -> None:
    """Where independence cannot be guaranteed the digit is 2, and the count a range."""
    result = grade([_claim("X"), _claim("Y")], suspected=[("source:X", "source:Y")])
    assert (result.certain, result.possible, result.digit) == (1, 2, 2)
    assert result.sentence == "Counts as 1 to 2, since some may share a source: X, Y."
    assert result.words == "roughly even chance to very likely"


def test_the_accusers_alone_never_confirm() -> None:
    """Origins that all belong to the accusing side are at most probably true."""
    inside = [Claim(id=n, document=n, origin=n, name=n, supports=True, weight=2197, is_outside=False) for n in "ab"]
    assert grade(inside).digit == 2


def test_only_denials_and_nothing_at_all() -> None:
    """With denials alone it is improbable; with nothing that counts it cannot be judged."""
    assert grade([_claim("X", supports=False)]).digit == 5
    assert grade([_claim("X", supports=False)]).sentence == "Counts as 0. Denied by X."
    assert (grade([]).digit, grade([]).sentence, grade([]).words) == (6, "Counts as 0.", "not judged")


def test_denial_contests() -> None:
    """One denial makes the grade contested and widens nothing in its favour."""
    result = grade([_claim("X"), _claim("Y", supports=False)])
    assert result.is_contested
    assert result.low == result.high == -1386


def test_derivations_in_a_circle_are_refused() -> None:
    """Two claims that each derive from the other are an error of the caller, not a way to silence both."""
    with pytest.raises(ValueError, match="circle"):
        grade([_claim("X"), _claim("Y")], [("X-True", "Y-True"), ("Y-True", "X-True")])


def test_a_chain_of_copies_names_its_root() -> None:
    """A copy of a copy is a copy of the root."""
    result = grade([_claim("X"), _claim("Y"), _claim("Z")], [("Z-True", "Y-True"), ("Y-True", "X-True")])
    assert {origin.reason for origin in result.origins if not origin.counted} == {"copy of X"}


def test_heaviest_is_exact() -> None:
    """In a path a-b-c the ends outweigh the middle unless the middle is heavier than both."""
    near = neighbours_of("abc", [("a", "b"), ("b", "c")])
    assert Independence({"a": 2, "b": 3, "c": 2}, near).heaviest == 4
    assert Independence({"a": 2, "b": 5, "c": 2}, near).heaviest == 5


def test_a_huge_tangle_of_suspicion_ends() -> None:
    """Two hundred origins each linked to each other are one at worst, and the answer comes at once."""
    keys = [f"k{n}" for n in range(200)]
    near = neighbours_of(keys, [(a, b) for a in keys for b in keys])
    assert Independence(dict.fromkeys(keys, 7), near).heaviest == 7


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-5000, -5000, "almost no chance"),
        (-2000, -1000, "very unlikely to unlikely"),
        (0, 500, "roughly even chance to likely"),
        (3000, 3000, "almost certain"),
    ],
)
def test_words_follow_icd_203(low: int, high: int, words: str) -> None:
    """Each bound has its ICD 203 word, and a range names both."""
    assert words_for(low, high) == words
