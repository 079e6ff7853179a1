"""What is read off a parse: by hand-made trees, whatever parser would make them."""

from __future__ import annotations

import pytest
from extractor_texts import VALLEY, document_of
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.extractors import Candidate, Proposal, ground
from trucewatch.extractors.trees import Node, Tree
from trucewatch.extractors.trees.reading import read_trees
from trucewatch.language import analyse
from trucewatch.statements import Act, Statement
from trucewatch.values import Span


def tree_of(text: str, rows: str) -> Tree:
    """A tree over a text: word, tag, relation, head from 1; words in their order in the text."""
    nodes, at = [], 0
    for row in rows.strip().splitlines():
        word, tag, relation, head = row.split()
        start = text.index(word, at)
        at = start + len(word)
        nodes.append(Node(Span(start, at), word.lower(), tag, relation, int(head) - 1))
    return Tree(nodes)


def told(text: str, rows: str, language: str) -> list[tuple[str, str, list[str]]]:
    """(source, cue, content) of every candidate."""
    return [
        (_words(one.source), _words(one.cue), [piece.words for piece in one.content])
        for one in read_trees(document_of(text, language), [tree_of(text, rows)])
    ]


def _words(piece: object) -> str:
    return getattr(piece, "words", "")


RUSSIAN = {
    "a clause": (
        "Министр обороны Анна Берг заявила, что мост разрушен.",
        """Министр NOUN nsubj 5
        обороны NOUN nmod 1
        Анна PROPN appos 1
        Берг PROPN flat:name 3
        заявила VERB root 0
        , PUNCT punct 9
        что SCONJ mark 9
        мост NOUN nsubj:pass 9
        разрушен VERB ccomp 5
        . PUNCT punct 5""",
        [("Министр обороны Анна Берг", "заявила", ["мост разрушен"])],
    ),
    "the verb set into its clause": (
        "Мост, заявил министр, разрушен.",
        """Мост NOUN nsubj:pass 6
        , PUNCT punct 3
        заявил VERB parataxis 6
        министр NOUN nsubj 3
        , PUNCT punct 3
        разрушен VERB root 0
        . PUNCT punct 6""",
        [("министр", "заявил", ["Мост", "разрушен"])],
    ),
    "after a colon": (
        "Он добавил: мы уйдем, и скоро.",
        """Он PRON nsubj 2
        добавил VERB root 0
        : PUNCT punct 5
        мы PRON nsubj 5
        уйдем VERB parataxis 2
        , PUNCT punct 8
        и CCONJ cc 8
        скоро ADV conj 5
        . PUNCT punct 2""",
        [("Он", "добавил", ["мы уйдем, и скоро"])],
    ),
    "clauses in a row": (
        "Он сообщил, что прошел дождь, река вышла.",
        """Он PRON nsubj 2
        сообщил VERB root 0
        , PUNCT punct 5
        что SCONJ mark 5
        прошел VERB ccomp 2
        дождь NOUN nsubj 5
        , PUNCT punct 9
        река NOUN nsubj 9
        вышла VERB ccomp 2
        . PUNCT punct 2""",
        [("Он", "сообщил", ["прошел дождь, река вышла"])],
    ),
    "by somebody's words": (
        "По словам мэра, мост взорвали.",
        """По ADP case 2
        словам NOUN parataxis 6
        мэра NOUN nmod 2
        , PUNCT punct 2
        мост NOUN obj 6
        взорвали VERB root 0
        . PUNCT punct 6""",
        [("мэра", "По словам", ["мост взорвали"])],
    ),
    "a charge": (
        "Берг обвинила соседей в обстреле моста.",
        """Берг PROPN nsubj 2
        обвинила VERB root 0
        соседей NOUN obj 2
        в ADP case 5
        обстреле NOUN obl 2
        моста NOUN nmod 5
        . PUNCT punct 2""",
        [("Берг", "обвинила", ["обстреле моста"])],
    ),
    "two roots": (
        "Он заявил, что мост цел, передает агентство.",
        """Он PRON nsubj 2
        заявил VERB root 0
        , PUNCT punct 6
        что SCONJ mark 6
        мост NOUN nsubj 6
        цел ADJ ccomp 2
        , PUNCT punct 8
        передает VERB root 0
        агентство NOUN nsubj 8
        . PUNCT punct 2""",
        [("Он", "заявил", ["мост цел"])],
    ),
}


@pytest.mark.parametrize("name", RUSSIAN)
def test_universal_dependencies_are_read(name: str) -> None:
    """Each way of reporting gives its source, its cue and what was said."""
    text, rows, expected = RUSSIAN[name]
    assert told(text, rows, "ru") == expected


def test_according_to_is_read_with_either_labels() -> None:
    """In Universal Dependencies the noun is the head of "according to", and hangs on what was said."""
    rows = """According VERB case 4
    to ADP fixed 1
    the DET det 4
    mayor NOUN obl 8
    , PUNCT punct 4
    the DET det 7
    road NOUN nsubj 8
    reopened VERB root 0
    . PUNCT punct 8"""
    text = "According to the mayor, the road reopened."
    assert told(text, rows, "en") == [("the mayor", "According to", ["the road reopened"])]


QUOTED = (
    "“El puente cayó anoche y nadie murió”, dijo Berg.",
    """El DET det 2
    puente NOUN nsubj 3
    cayó VERB ccomp 9
    anoche ADV advmod 3
    y CCONJ cc 7
    nadie PRON nsubj 7
    murió VERB conj 3
    , PUNCT punct 9
    dijo VERB root 0
    Berg PROPN nsubj 9
    . PUNCT punct 9""",
)


def test_without_a_list_of_verbs_only_quotations_are_said() -> None:
    """Where the core lists no verbs of saying, a quotation beside a verb is proposed, a clause is not."""
    text, rows = QUOTED
    assert told(text, rows, "es") == [("Berg", "dijo", ["El puente cayó anoche y nadie murió"])]
    plain = text.replace("“", "").replace("”", "")
    assert told(plain, rows, "es") == []


_TAGS = st.sampled_from(["VERB", "NOUN", "PRON", "PUNCT", "ADP", "PROPN", "SCONJ"])
_RELATIONS = st.sampled_from(
    [
        "nsubj",
        "ccomp",
        "conj",
        "parataxis",
        "obj",
        "obl",
        "mark",
        "case",
        "relcl",
        "prep",
        "agent",
        "advcl",
        "nsubjpass",
    ]
)


@settings(max_examples=200)
@given(st.lists(st.tuples(_TAGS, _RELATIONS, st.integers(-3, 12)), min_size=1, max_size=11))
def test_any_graph_is_survived(rows: list[tuple[str, str, int]]) -> None:
    """Cycles, several roots, heads outside the sentence: whatever a parser gives, reading it ends, and what is
    proposed stands where it says.
    """
    words = ["said", "Berg", "“", "that", ":", "according", "to", "denied", "”", "who", "accused"][: len(rows)]
    text = " ".join(words)
    nodes, at = [], 0
    for word, (tag, relation, head) in zip(words, rows, strict=True):
        nodes.append(Node(Span(at, at + len(word)), word, tag, relation, head))
        at += len(word) + 1
    for one in read_trees(document_of(text), [Tree(nodes)]):
        pieces = [piece for piece in (*one.content, one.cue, one.source, one.accused) if piece is not None]
        assert all(piece.at is not None and text.startswith(piece.words, piece.at) for piece in pieces)


def grounded(text: str, candidates: list[Candidate]) -> tuple[Statement, ...]:
    proposal = Proposal(extractor="trees", version="1", candidates=tuple(candidates))
    return ground(proposal, analyse(document_of(text), VALLEY)).statements


spacy = pytest.importorskip("spacy", reason="the [spacy] extra is not installed: nothing is tested on spaCy")

from hand_parses import pipeline  # noqa: E402 - needs the extra

from trucewatch.errors import UsageError  # noqa: E402
from trucewatch.extractors.choosing import choose  # noqa: E402
from trucewatch.extractors.pipelines import SpacyPipeline, load  # noqa: E402


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the mayor, the road reopened.", [("mayor", Act.ASSERT, ["the road reopened"])]),
        (
            "Hale promised to leave, adding that guards stay.",
            [("Hale", Act.PLEDGE, ["to leave"]), ("Hale", Act.ASSERT, ["guards stay"])],
        ),
        ("The road, Hale said, is closed.", [("Hale", Act.ASSERT, ["The road", "is closed"])]),
        ("Hale did not say that guns fired.", []),
        ("Dosland was accused by Berg of theft.", [("Anna Berg", Act.ALLEGE, ["theft"])]),
        ("Hale, who said that guns fired, left.", [("Hale", Act.ASSERT, ["guns fired"])]),
        (" \n Berg accused Dosland of breaking the truce.", [("Anna Berg", Act.ALLEGE, ["breaking the truce"])]),
    ],
)
def test_older_labels_are_read(text: str, expected: list[tuple[str, Act, list[str]]]) -> None:
    """The labels of English spaCy pipelines give speaker, act and content, each in its place in the document."""
    document = document_of(f"“No,” Anna Berg said.\n{text}")
    found = grounded(document.text, list(SpacyPipeline(pipeline()).extract(document)))
    shown = [([who.name for who in s.speakers], s.act, [c.of(document.text) for c in s.content]) for s in found]
    assert shown == [([name], act, content) for name, act, content in expected]


def test_who_is_accused_is_told() -> None:
    """The object of an accusation is the accused; in the passive its subject."""
    for text in ("Berg accused Dosland of breaking the truce.", "Dosland was accused by Berg of theft."):
        (statement,) = grounded(text, list(SpacyPipeline(pipeline()).extract(document_of(text))))
        assert [who.party for who in statement.accused] == ["d"]


def test_a_pipeline_without_a_parser_is_refused() -> None:
    """What gives no dependency parse cannot be used, and the error says what would do."""
    with pytest.raises(UsageError, match="no dependency parser") as raised:
        SpacyPipeline(spacy.blank("en"))
    assert "en_core_web_sm" in raised.value.try_


@pytest.mark.parametrize("name", ["", "no_such_pipeline", "./no/such/folder"])
def test_a_pipeline_that_is_not_there_is_said(name: str) -> None:
    """A pipeline that is not installed is named, and nothing is fetched."""
    with pytest.raises(UsageError):
        choose(f"spacy:{name}", VALLEY)


def test_a_saved_pipeline_is_loaded_from_its_folder(tmp_path: object) -> None:
    """A pipeline in a folder is one like any other; its version and spaCy's are part of the extractor's."""
    nlp = pipeline()
    nlp.to_disk(tmp_path)
    made = load(str(tmp_path))
    assert made.name == f"spacy:{tmp_path}"
    assert spacy.__version__ in made.version
    assert made.languages == ("en",)


def test_missing_spacy_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the error is the command that brings it."""
    monkeypatch.setattr("trucewatch.extractors.pipelines.find_spec", lambda _name: None)
    with pytest.raises(UsageError, match="not installed") as raised:
        choose("spacy:en_core_web_sm", VALLEY)
    assert raised.value.try_ == "pip install 'trucewatch[spacy]'"
