"""What is found in a text, as attributions: by the rules as they work, by the engine as it reports, by an extractor.

Decides only how what each of them holds becomes ranges with the ends that annotated corpora ask for: quotation marks
and "that" belong to the content, the accused and the urged too, and by the rules a colon to the cue before it. PolNeAR
counts attitudes ("hopes", "supports") as attributions; the engine sees them and reports none, so ``by_rules`` gives the
sayings that it works with, and ``by_engine`` the statements that it keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trucewatch.evaluation.model import Article, Marked, Range, document_of, joined
from trucewatch.evaluation.widening import widened
from trucewatch.extractors import Extractor, ground, propose
from trucewatch.language import analyse
from trucewatch.language.model import tongue_of
from trucewatch.situation import Situation
from trucewatch.statements import Statement, find_statements
from trucewatch.statements.frames import Reading
from trucewatch.statements.sayings import Saying, find_sayings
from trucewatch.values import Span

#: Whatever finds attributions in an article.
Finder = Callable[[Article], list[Marked]]
NOWHERE = Situation(id="nowhere", title="Nowhere", parties=())


def by_rules(article: Article) -> list[Marked]:
    """The sayings and attitudes that the English rules work with; for other languages what the engine keeps."""
    document = document_of(article.text, article.language)
    if tongue_of(document) != "en":
        return by_engine(article)
    return [_of_saying(saying) for saying in find_sayings(Reading(analyse(document, NOWHERE)))]


def by_engine(article: Article) -> list[Marked]:
    """The statements that the engine keeps, without any situation to help."""
    document = document_of(article.text, article.language)
    return of_statements(article.text, find_statements(analyse(document, NOWHERE)))


def by_extractor(extractor: Extractor) -> Finder:
    """What is kept, once grounded, of what another extractor proposes."""

    def find(article: Article) -> list[Marked]:
        document = document_of(article.text, article.language)
        grounded = ground(propose(extractor, document), analyse(document, NOWHERE))
        return of_statements(article.text, grounded.statements)

    return find


def of_statements(text: str, statements: Iterable[Statement]) -> list[Marked]:
    """Statements as attributions. Who speaks is the first speaker where no words beside the cue name one."""
    return [_of_statement(text, statement) for statement in statements]


def _of_statement(text: str, statement: Statement) -> Marked:
    speakers = [who.span for who in statement.speakers if who.span is not None]
    return {
        "content": joined(text, (widened(text, one) for one in _ranges(statement.content))),
        "source": _ranges([statement.source] if statement.source else []),
        "cue": _ranges([statement.cue] if statement.cue else []),
        "speaker": _ranges([statement.source] if statement.source else speakers),
    }


def _of_saying(saying: Saying) -> Marked:
    """The saying with the ends that the guidelines ask for."""
    frame, cue = saying.frame, saying.cue
    content = [frame.span(*part) for part in saying.content.whole] + saying.further
    if not content:
        return {}
    return {
        "content": _ranges(content),
        "source": _source(saying),
        "cue": _ranges([] if cue is None else [frame.span(cue.first, cue.last + (frame.at(cue.last + 1) == ":"))]),
        "speaker": _speaker(saying),
    }


def _source(saying: Saying) -> list[Range]:
    phrase = saying.subject.phrase
    return [] if phrase is None else _ranges([saying.frame.span(phrase.first, phrase.last)])


def _speaker(saying: Saying) -> list[Range]:
    """The source, or that of the saying which this one goes on from."""
    while not (found := _source(saying)) and saying.follows is not None:
        saying = saying.follows
    return found


def _ranges(spans: Iterable[Span]) -> list[Range]:
    return [(span.start, span.end) for span in spans]
