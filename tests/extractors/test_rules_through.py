"""The default rules behind the protocol: the grounder takes nothing away that the rules found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from extractor_texts import VALLEY, candidate, grounded

from trucewatch.documents import Document, Received, read
from trucewatch.extractors import Piece, Proposal, Rules, ground, propose
from trucewatch.language import analyse
from trucewatch.statements import Form, Statement, find_statements

GOLD = Path(__file__).parents[2] / "gold"
#: Per mille of statements that come through with every part the same. What does not: Russian quotations that hold their
#: own reporting words (the form), and sayings whose content is wholly elliptical (rejected as nothing said).
LEAST = 980


def reports(language: str) -> list[Document]:
    return [
        read(Received(raw=path.read_bytes(), name=path.name, language=language))
        for path in sorted((GOLD / language).glob("*.txt"))
    ]


def parts(statement: Statement) -> tuple[object, ...]:
    return (statement.content, statement.cue, statement.source, statement.act, statement.form)


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_what_the_rules_find_comes_through(language: str) -> None:
    """Over the gold corpus, statements proposed by the rules are grounded with the content, cue, source, act and form
    that the rules gave them; no bounds are moved.
    """
    every = same = 0
    for document in reports(language):
        analysis = analyse(document, VALLEY)
        result = ground(propose(Rules(VALLEY), document), analysis)
        own = {parts(statement) for statement in find_statements(analysis)}
        every += len(own)
        same += len(own & {parts(statement) for statement in result.statements})
        assert result.moved == ()
    assert every > 100
    assert 1000 * same // every >= LEAST


def without_places(proposal: Proposal) -> Proposal:
    """The same claims as words alone, as a language model makes them."""

    def bare(piece: Piece | None) -> Piece | None:
        return None if piece is None else Piece(piece.words)

    candidates = (
        replace(
            each,
            content=tuple(Piece(piece.words) for piece in each.content),
            cue=bare(each.cue),
            source=bare(each.source),
            accused=bare(each.accused),
            addressee=bare(each.addressee),
        )
        for each in proposal.candidates
    )
    return replace(proposal, candidates=tuple(candidates))


def test_words_alone_are_found_where_they_were_meant() -> None:
    """Over the English gold corpus, claims without a single offset are grounded at the places that were meant."""
    every = same = 0
    for document in reports("en"):
        analysis = analyse(document, VALLEY)
        proposal = propose(Rules(VALLEY), document)
        meant = {parts(statement) for statement in ground(proposal, analysis).statements}
        found = {parts(statement) for statement in ground(without_places(proposal), analysis).statements}
        every, same = every + len(meant), same + len(meant & found)
    assert every > 1000
    assert 1000 * same // every >= 990


def test_a_line_of_dialogue_is_direct_speech() -> None:
    """In Russian and Ukrainian print a dash opens direct speech without marks; elsewhere it opens a list."""
    text = "— Мы не стреляли, — сказал представитель армии."
    claim = candidate("Мы не стреляли", cue="сказал", source="представитель армии")
    (spoken,) = grounded(text, claim, language="ru").statements
    assert spoken.form is Form.DIRECT
    listed = "— The army said nobody was hurt."
    (told,) = grounded(listed, candidate("nobody was hurt", cue="said", source="The army")).statements
    assert told.form is Form.INDIRECT


def test_a_name_in_marks_is_nobody_s_speech() -> None:
    """A ship's name in quotation marks does not make reported speech partly direct."""
    text = "Berg said the trawler “Morning Star” had left."
    (told,) = grounded(text, candidate("the trawler “Morning Star” had left", cue="said", source="Berg")).statements
    assert told.form is Form.INDIRECT
