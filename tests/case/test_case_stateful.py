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

    @precondition(lambda self: self.judged)
    @rule(at=st.integers(0, 1000))
    def undo(self, at: int) -> None:
        """Somebody takes a judgement back."""
        self.case.undo(self.judged.pop(at % len(self.judged)), by="bo")

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
