"""The way of one report through the house: language, statements, events, and the sketch that lineage keeps.

``extract`` decides nothing itself: it puts the rooms in order and fills in whose source a document is, where the
situation knows. It is pure, so that a ``Runner`` may do it here, in other processes or on other machines with the same
result. What needs the rest of the case (lineage, incidents, grades) is not here: the case does it, in log order.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from enum import IntEnum
from multiprocessing import get_context
from typing import Protocol, Self, TypeVar
from urllib.parse import urlsplit

from trucewatch import __version__
from trucewatch.documents import Document
from trucewatch.errors import TrucewatchError
from trucewatch.events import Events, find_events, reads_events
from trucewatch.extractors import Grounded, Proposal, ground
from trucewatch.language import Analysis, analyse
from trucewatch.lineage import Sketch, sketch
from trucewatch.situation import Situation, Source
from trucewatch.statements import Statement, find_statements

#: What derived the facts. A case remembers it: other engines may find other facts in the same words.
ENGINE = f"trucewatch {__version__}"

#: ``extract``, or a stand-in for it in a test.
Extract = Callable[[Document, Situation], "Extracted"]

_AHEAD = 4  # items waiting per worker: enough to keep it busy, few enough to keep memory flat

T = TypeVar("T")
U = TypeVar("U")


class Coverage(IntEnum):
    """What there were rules for in a document's language. A case keeps the number."""

    NOTHING = 0
    ALL = 1
    STATEMENTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """All that one document says, read by itself, as far as ``coverage`` tells."""

    document: Document
    statements: tuple[Statement, ...]
    events: Events
    sketch: Sketch
    coverage: Coverage = Coverage.ALL


def extract(document: Document, situation: Situation) -> Extracted:
    """Take one document through the rooms."""
    document = replace(document, source=name_source(document, situation))
    analysis = analyse(document, situation)
    statements = find_statements(analysis)
    return Extracted(
        document=document,
        statements=statements,
        events=find_events(analysis, statements),
        sketch=sketch(document, named_in(analysis)),
        coverage=_coverage(analysis),
    )


def bear_out(document: Document, proposal: Proposal, situation: Situation) -> Grounded:
    """What the text of one document bears out of what another extractor proposed."""
    return ground(proposal, analyse(document, situation))


def _coverage(analysis: Analysis) -> Coverage:
    if not analysis.is_understood:
        return Coverage.NOTHING
    return Coverage.ALL if reads_events(analysis) else Coverage.STATEMENTS


def named_in(analysis: Analysis) -> tuple[str, ...]:
    """What the text names that the situation or the table of states knows, in order of first mention."""
    named = [(who.span, who.entity or who.party or who.state) for who in analysis.names]
    named += [(where.span, where.place or "") for where in analysis.places]
    placed = sorted((span, name) for span, name in named if span is not None and name)
    return tuple(dict.fromkeys(name for _, name in placed))


def name_source(document: Document, situation: Situation) -> str:
    """The situation's id of the document's source, told by id, name or domain; otherwise the source as given."""
    given = document.source.casefold()
    host = (urlsplit(document.url).hostname or "") if document.url.startswith(("http:", "https:")) else ""
    for source in situation.sources:
        if given and given in _called(source):
            return source.id
        if not given and any(host == domain or host.endswith(f".{domain}") for domain in source.domains):
            return source.id
    return document.source


def _called(source: Source) -> set[str]:
    return {name.casefold() for name in (source.id, source.name, *source.aliases)}


class Runner(Protocol):
    """Who does the work, and where. Results come in the order of the items, one by one, whatever the runner.

    What ``work`` raises on an item is raised where that item's result would have come, and so is what the items
    themselves raise; either ends the map.
    """

    def map(self, work: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """``work`` done on each item. Items are drawn as they are needed, so that memory stays flat."""
        ...


class LocalRunner:
    """Here, one after the other."""

    def map(self, work: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """``work`` done on each item as it is asked for."""
        for item in items:
            yield work(item)


class PoolRunner:
    """Other processes of this machine, each a fresh interpreter. Use it as a context manager, or ``close`` it.

    ``work`` and the items are pickled. As with every use of several processes, a script that makes one needs its
    ``if __name__ == "__main__"``.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        # Ctrl+C reaches the whole group of processes: the one that the user talks to decides what it ends.
        quiet = (signal.SIGINT, signal.SIG_IGN)
        self._pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=signal.signal, initargs=quiet)

    def map(self, work: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """``work`` done on each item, a few items ahead of what is asked for."""
        try:
            yield from in_order(lambda item: self._pool.submit(work, item), items, _AHEAD * self._workers)
        except BrokenProcessPool as broken:
            raise TrucewatchError(
                "a process that read reports ended before its work was done",
                "most often there was too little memory for so many",
                "fewer workers; what was acknowledged so far is kept",
            ) from broken

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def in_order(start: Callable[[T], Future[U]], items: Iterable[T], ahead: int) -> Iterator[U]:
    """The results of work started elsewhere, in the order of the items, which are drawn ``ahead`` of what is asked for.

    Work not yet begun is cancelled when no more is asked for.
    """
    waiting: deque[Future[U]] = deque()
    try:
        for future in _started(start, items):
            waiting.append(future)
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _started(start: Callable[[T], Future[U]], items: Iterable[T]) -> Iterator[Future[U]]:
    """The work on each item; what the items raise takes its turn behind the results of those before."""
    try:
        for item in items:
            yield start(item)
    except Exception as error:  # noqa: BLE001 - raised again when its turn comes
        failed: Future[U] = Future()
        failed.set_exception(error)
        yield failed
