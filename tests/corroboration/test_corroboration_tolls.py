"""Figures of harm stand side by side, each on its own origins."""

from __future__ import annotations

from corroboration_samples import ARVENIA, SITUATION, account, incident_of

from trucewatch.corroboration import Toll, grade_tolls
from trucewatch.events.model import Harm
from trucewatch.incidents import Account
from trucewatch.values import Amount, Who

HELD = {
    "d1": ("daily", "s1", "d1"),
    "d2": ("wire", "s2", "d2"),
    "d3": ("monitors", "s3", "d3"),
    "copy": ("Hill Echo", "s2", "d2"),
}
Range = tuple[int | None, int | None]


def _account(document: str, *figures: Range, claimant: Who | None = None, kind: str = "killed") -> Account:
    harm = tuple(Harm(kind, Amount(low, high), "civilians") for low, high in figures)
    return account(claimant, document, target_class="civilians", harm=harm)


def _tolls(*accounts: Account) -> dict[Range, Toll]:
    tolls = grade_tolls(incident_of(*accounts), HELD, SITUATION)
    return {(toll.harm.amount.low, toll.harm.amount.high): toll for toll in tolls}


def _names(toll: Toll, *, supports: bool) -> set[str]:
    return {origin.name for origin in toll.grade.origins if origin.counted and origin.supports is supports}


def test_each_figure_stands_on_its_own_origins() -> None:
    """Of two figures that exclude one another each has who gives it, against who gives the other; none is between."""
    tolls = _tolls(_account("d1", (18, 18)), _account("d2", (30, 30)), _account("d3", (18, 18)))
    assert set(tolls) == {(18, 18), (30, 30)}
    assert _names(tolls[18, 18], supports=True) == {"Lake Daily", "Lake Monitors"}
    assert _names(tolls[18, 18], supports=False) == {"Hill Wire"}
    assert tolls[18, 18].grade.certain == 2
    assert tolls[18, 18].grade.low > tolls[30, 30].grade.low


def test_a_figure_within_another_bears_it_out() -> None:
    """Nineteen bears out at least eighteen, and not the other way round; neither speaks against the other."""
    tolls = _tolls(_account("d1", (18, None)), _account("d3", (19, 19)))
    assert _names(tolls[18, None], supports=True) == {"Lake Daily", "Lake Monitors"}
    assert _names(tolls[19, 19], supports=True) == {"Lake Monitors"}
    assert not any(toll.grade.is_contested for toll in tolls.values())


def test_three_rivals_do_not_add_up() -> None:
    """Against one figure stands the heaviest of the others, not all of them together."""
    two = _tolls(_account("d3", (18, 18)), _account("d2", (30, 30)))
    three = _tolls(_account("d3", (18, 18)), _account("d2", (30, 30)), _account("d1", (40, 40)))
    assert three[18, 18].grade.low == two[18, 18].grade.low


def test_copies_add_nothing_to_a_figure() -> None:
    """A copy that repeats the figure is no second origin; one that gives another figure is no copy of it."""
    assert (
        _tolls(_account("d2", (18, 18)), _account("copy", (18, 18)), _account("d1", (30, 30)))[18, 18].grade.possible
        == 1
    )
    changed = _tolls(_account("d2", (18, 18)), _account("copy", (30, 30)))
    assert _names(changed[30, 30], supports=True) == {"Hill Echo"}


def test_one_figure_alone_is_not_listed() -> None:
    """Where all agree, or an account gives several figures itself, there is nothing to set side by side."""
    assert _tolls(_account("d1", (18, 18)), _account("d2", (18, 18))) == {}
    assert _tolls(_account("d1", (18, 18), (30, 30)), _account("d2", (18, 18))) == {}
    assert _tolls(_account("d1", (18, 18)), _account("d2", (30, 30), kind="wounded")) == {}


def test_who_speaks_for_their_own_side_weighs_a_quarter() -> None:
    """A figure given by the accusers is as light as their accusation."""
    tolls = _tolls(_account("d1", (18, 18), claimant=ARVENIA), _account("d2", (30, 30)))
    assert [origin.weight for origin in tolls[18, 18].grade.origins if origin.supports] == [101]
