"""Whatever is done in whatever order, the tables are what a fresh fold of the log gives."""

from __future__ import annotations

import tempfile
from pathlib import Path

from case_samples import SITUATION, clock, reports
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from trucewatch.case import Case

_REPORTS = reports()


class Histories(RuleBasedStateMachine):
    """Adds, judges, takes back, derives again and reopens, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.case"
        self.case = Case.create(self.path, SITUATION, clock=clock)
        self.judged: list[str] = []
        self.apart: dict[str, tuple[str, list[str]]] = {}
        self.size = self.case.log.head.size

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.case.close()
        self.folder.cleanup()

    @rule(number=st.integers(0, len(_REPORTS) - 1))
    def add(self, number: int) -> None:
        """A report comes, perhaps again."""
        assert len(list(self.case.add([_REPORTS[number]]))) == 1

    @precondition(lambda self: self.case.review_queue())
    @rule(at=st.integers(0, 1000), decision=st.sampled_from(["accept", "reject"]))
    def judge(self, at: int, decision: str) -> None:
        """Somebody judges something."""
        queue = self.case.review_queue()
        self.judged.append(self.case.review(queue[at % len(queue)], decision, by="ana"))

    @precondition(lambda self: len(self.case.incidents(status="any")) > 1)
    @rule(at=st.integers(0, 1000), other=st.integers(0, 1000))
    def merge(self, at: int, other: int) -> None:
        """Two incidents are said to be one."""
        names = sorted(row.id for row in self.case.incidents(status="any"))
        one, two = names[at % len(names)], names[other % len(names)]
        if one != two:
            self.judged.append(self.case.merge(one, two, by="ana"))

    @rule(at=st.integers(0, 1000))
    def split(self, at: int) -> None:
        """The last telling of an incident told more than once is said to be of another."""
        told: dict[str, list[str]] = {}
        for row in self.case.mentions(status="any"):
            told.setdefault(row.incident, []).append(row.id)
        often = sorted(name for name, mentions in told.items() if name and len(mentions) > 1)
        if often:
            name = often[at % len(often)]
            judgement = self.case.split(name, told[name][-1:], by="bo")
            self.judged.append(judgement)
            self.apart[judgement] = (told[name][-1], told[name][:-1])

    @invariant()
    def what_was_split_stays_apart(self) -> None:
        """No pair under a standing split is in one incident."""
        homes = {row.id: row.incident for row in self.case.mentions(status="any")}
        for off, kept in self.apart.values():
            assert homes.get(off, "") not in {homes.get(each) for each in kept}

    @precondition(lambda self: self.judged)
    @rule(at=st.integers(0, 1000))
    def undo(self, at: int) -> None:
        """Somebody takes a judgement back."""
        judgement = self.judged.pop(at % len(self.judged))
        self.apart.pop(judgement, None)
        self.case.undo(judgement, by="bo")

    @rule()
    def derive_again(self) -> None:
        """Deriving again changes nothing."""
        before = self.case.digest()
        self.case.rebuild()
        assert self.case.digest() == before

    @rule()
    def reopen(self) -> None:
        """Closing and opening changes nothing."""
        before = self.case.digest()
        self.case.close()
        self.case = Case.open(self.path, clock=clock)
        assert self.case.digest() == before

    @invariant()
    def the_log_only_grows(self) -> None:
        """Nothing that was written is ever taken out."""
        assert self.case.log.head.size >= self.size
        self.size = self.case.log.head.size

    @rule()
    def verify(self) -> None:
        """The tables are those of a fresh fold, found in another database."""
        assert list(self.case.verify())[-1].endswith(self.case.digest())


TestHistories = Histories.TestCase
TestHistories.settings = settings(deadline=None, max_examples=15, stateful_step_count=12)
