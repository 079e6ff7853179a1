"""Having another extractor read the reports of a case, one by one.

Decides which reports it is asked about: those in its languages that this version of it has not read. A report that it
fails on stops none of the others and is asked about again the next time; whatever was read is kept at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from trucewatch.case.writing import Writer
from trucewatch.documents import Document
from trucewatch.errors import InputError
from trucewatch.extractors import Extractor, Grounded, Proposal, propose, reads


class Reach(StrEnum):
    """What became of one report before another extractor."""

    READ = "read"
    ALREADY_READ = "already read"
    OTHER_LANGUAGE = "other language"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report before another extractor. ``rejected`` counts candidates that the text did not bear out; ``error``
    says why it could not be read.
    """

    id: str
    title: str
    outcome: Reach
    proposed: int = 0
    statements: int = 0
    rejected: int = 0
    entry: int | None = None
    error: InputError | None = None


def have_read(writer: Writer, extractor: Extractor, documents: Iterable[Document], by: str) -> Iterator[Reading]:
    """Each report in turn. What ends all of it (an extractor that is not there) is raised."""
    for document in documents:
        outcome, proposal, error = Reach.READ, None, None
        if not reads(extractor, document):
            outcome = Reach.OTHER_LANGUAGE
        elif writer.is_read(document.id, extractor.name, extractor.version):
            outcome = Reach.ALREADY_READ
        else:
            try:
                proposal = propose(extractor, document)
            except InputError as failed:
                outcome, error = Reach.FAILED, failed
        yield _kept(writer, document, proposal, by) if proposal else _untouched(document, outcome, error)


def _untouched(document: Document, outcome: Reach, error: InputError | None) -> Reading:
    return Reading(id=document.id, title=document.title, outcome=outcome, error=error)


def _kept(writer: Writer, document: Document, proposal: Proposal, by: str) -> Reading:
    """Log the proposal; another process may have done so since."""
    done = writer.propose(document.id, proposal, by)
    if done is None:
        return _untouched(document, Reach.ALREADY_READ, None)
    entry, grounded = done
    return Reading(
        id=document.id,
        title=document.title,
        outcome=Reach.READ,
        proposed=len(proposal.candidates),
        statements=len(grounded.statements),
        rejected=_dropped(grounded),
        entry=entry.seq,
    )


def _dropped(grounded: Grounded) -> int:
    return sum(rejection.is_whole for rejection in grounded.rejections)
