"""Everything that can go wrong, by whose fault it is.

TrucewatchError                 what happened, why, and what to try
├── UsageError       exit 2     the command or call does not make sense
├── InputError       exit 3     a report cannot be read as it is
├── SituationError   exit 4     the situation file is wrong, with its line
├── CaseError        exit 5     the case is missing, locked or of another version
│   └── NotFoundError           no such id in the case
├── RecordError      exit 6     the log or what is derived from it does not verify
└── ExtractorError   exit 7     another extractor is not there, or does not answer

Every message answers three questions: what, why, what to try. Nothing else may reach a user.
"""

from __future__ import annotations


class TrucewatchError(Exception):
    """Root of all errors. ``what`` happened, ``why``, and what to ``try_`` next; one line each."""

    exit_code = 1

    def __init__(self, what: str, why: str = "", try_: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.try_ = try_

    def __str__(self) -> str:
        return f"{self.what}: {self.why}" if self.why else self.what


class UsageError(TrucewatchError):
    """The command or call does not make sense."""

    exit_code = 2


class InputError(TrucewatchError):
    """A report cannot be read as it is: empty, broken, encrypted, too large, unreachable."""

    exit_code = 3


class SituationError(TrucewatchError):
    """The situation file is wrong. ``line`` is 1-based, or 0 where no line can be named."""

    exit_code = 4

    def __init__(self, what: str, why: str = "", try_: str = "", *, line: int = 0) -> None:
        super().__init__(what, why, try_)
        self.line = line


class CaseError(TrucewatchError):
    """The case is missing, locked, damaged or of another version."""

    exit_code = 5


class NotFoundError(CaseError):
    """No such id in the case."""


class RecordError(TrucewatchError):
    """The log, or what is derived from it, does not verify."""

    exit_code = 6


class ExtractorError(TrucewatchError):
    """Another extractor is not there or does not answer, whatever report it is asked about."""

    exit_code = 7
