"""The grounder: what a text bears out of claims, and what it does not."""

from __future__ import annotations

import time

import pytest
from extractor_texts import candidate, grounded
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.extractors import Grounded, Piece, Reason
from trucewatch.statements import Act, Form, Statement

REPORT = (
    "“The bridge at Tolm is gone,” Anna Berg said on Monday. “We did not fire.”\n"
    "Dosland’s army said that the bridge at Tolm is gone. He said nobody was hurt, and Hale said nobody cared."
)


def only(result: Grounded) -> Statement:
    assert len(result.statements) == 1, result
    return result.statements[0]


def said(text: str, statement: Statement) -> list[str]:
    return [span.of(text) for span in statement.content]


def reasons(result: Grounded) -> list[tuple[str, Reason]]:
    return [(rejection.part, rejection.reason) for rejection in result.rejections]


def test_words_where_they_are_claimed() -> None:
    """A piece that stands where it is said to is taken there, though the words stand elsewhere too."""
    at = REPORT.index("the bridge at Tolm is gone.")
    found = only(grounded(REPORT, candidate(Piece("the bridge at Tolm is gone", at), cue="said", source="army")))
    assert found.content[0].start == at


def test_wrong_offset_is_only_a_hint() -> None:
    """A piece with a wrong offset is found by its words; what the record says is where they are."""
    found = only(grounded(REPORT, candidate(Piece("nobody was hurt", 7), cue="said", source="He")))
    assert said(REPORT, found) == ["nobody was hurt"]


def test_invented_words_are_dropped_and_counted() -> None:
    """Content that is not in the text drops the candidate, with the words that were claimed."""
    result = grounded(REPORT, candidate("The bridge at Tolm is destroyed", cue="said", source="Anna Berg"))
    assert result.statements == ()
    assert reasons(result) == [("content", Reason.ABSENT)]
    assert result.rejections[0].words == "The bridge at Tolm is destroyed"
    assert result.rejections[0].is_whole


@pytest.mark.parametrize(
    "near_miss",
    ["the bridge at Tolm was gone", "The Bridge at Tolm is gone", "bridge at Tolm gone", "the bridge at Tolm is gon"],
)
def test_words_that_are_alike_are_not_the_words(near_miss: str) -> None:
    """A changed tense, a capital, a word left out, a letter less: none of them is in the text."""
    assert grounded(REPORT, candidate(near_miss, cue="said", source="army")).statements == ()


def test_invented_speaker_leaves_the_quotation_without_one() -> None:
    """A quotation with a speaker who is not in the text stays, without a speaker; that is counted."""
    result = grounded(REPORT, candidate("We did not fire.", source="Colonel Marsh"))
    assert only(result).speakers == ()
    assert reasons(result) == [("source", Reason.ABSENT)]


def test_indirect_speech_needs_words_that_report_it() -> None:
    """Words that no cue or speaker in the text reports were not shown to be said."""
    result = grounded(REPORT, candidate("nobody was hurt", cue="claimed", source="Colonel Marsh"))
    assert result.statements == ()
    assert (Reason.UNTOLD in {reason for _, reason in reasons(result)}) is True


@pytest.mark.parametrize(
    ("text", "claim", "there"),
    [
        ("“It’s gone – all of it,” Berg said.", "It's gone - all of it,", "It’s gone – all of it,"),
        ("Berg said that\u00a0the\u00adre was no\n fire.", "there was no fire", "the\u00adre was no\n fire"),
        ("Берг заявила, что за́мок разрушен.", "замок разрушен", "за́мок разрушен"),
        ("Berg said the o\ufb03ce was shut…", "the office was shut...", "the o\ufb03ce was shut…"),
        ("Berg said the cafe\u0301 was shut.", "the café was shut", "the cafe\u0301 was shut"),
        ("Berg said it fell -- all of it.", "it fell — all of it", "it fell -- all of it"),
    ],
)
def test_print_is_no_difference(text: str, claim: str, there: str) -> None:
    """Marks, dashes, spaces, soft hyphens, stress, ligatures and accents of print do not hide words; the record has
    the text's own.
    """
    language = "ru" if "Берг" in text else "en"
    cue = "заявила" if language == "ru" else "said"
    assert said(text, only(grounded(text, candidate(claim, cue=cue), language=language))) == [there]


def test_letters_are_a_difference() -> None:
    """An accent of its own letter is no matter of print: résumé is not resume."""
    text = "Berg said they would resume\u0301 talks."
    assert grounded(text, candidate("they would resume talks", cue="said")).statements == ()


def test_half_a_ligature_is_not_found() -> None:
    """Words that begin inside a character of the text do not stand in it."""
    text = "Berg said that \ufb02y was hurt."
    assert grounded(text, candidate("y was hurt", cue="said")).statements == ()


def test_no_word_is_cut() -> None:
    """Words inside longer words are not those words."""
    assert grounded("Berg said the ship said aid came.", candidate("hip said aid", cue="said")).statements == ()


def test_scripts_without_spaces_have_words_too() -> None:
    """Where a script puts no spaces, words stand anywhere."""
    text = "发言人说桥没了。"
    assert said(text, only(grounded(text, candidate("桥没了", cue="说", source="发言人"), language="zh"))) == ["桥没了"]


def test_repeats_keep_company_with_their_cue() -> None:
    """Of words that stand twice, those whose cue and speaker stand in the same paragraph are meant."""
    text = "The truce holds\nBerg said the truce holds.\nThe truce holds, Dosland says."
    found = only(grounded(text, candidate("The truce holds", cue="says", source="Dosland")))
    assert found.content[0].start == text.rindex("The truce holds")


def test_repeats_come_in_turn() -> None:
    """Words proposed twice in text order are the first and the second; a third time they are in doubt, and dropped."""
    text = "“No,” Berg said. Hale left. “No,” Berg said."
    twice = [candidate("No,", cue="said", source="Berg")] * 2
    found = grounded(text, *twice).statements
    assert [statement.content[0].start for statement in found] == [1, text.rindex("No,")]
    assert reasons(grounded(text, *twice, *twice[:1])) == [("content", Reason.REPEATED)]


def test_closest_cue_is_meant() -> None:
    """Of two cues in one sentence, the one beside what was said reports it."""
    found = only(grounded(REPORT, candidate("nobody cared", cue="said", source="Hale")))
    assert found.cue is not None
    assert found.cue.start == REPORT.rindex("said")


def test_marks_decide_the_bounds() -> None:
    """Part of a quotation, or a quotation with its marks and the stop after it, is the quotation; that is counted."""
    for claim in ("bridge at Tolm is gone", "“The bridge at Tolm is gone,”", "The bridge at Tolm is gone"):
        result = grounded(REPORT, candidate(claim, cue="said", source="Anna Berg"))
        assert said(REPORT, only(result)) == ["The bridge at Tolm is gone,"]
        assert only(result).form is Form.DIRECT
        assert len(result.moved) == 1


def test_crossing_a_mark_is_not_believed() -> None:
    """Words from inside and outside of a quotation are no one's words."""
    text = "“The bridge is gone and nobody” Berg then left the room."
    result = grounded(text, candidate("gone and nobody” Berg then left", source="Berg"))
    assert reasons(result) == [("content", Reason.ACROSS)]


def test_words_around_a_whole_quotation_are_mixed() -> None:
    """What holds a quotation and words beside it is partly somebody's own words."""
    text = "Berg said that the truce was “a piece of paper” now."
    found = only(grounded(text, candidate("the truce was “a piece of paper", cue="said", source="Berg")))
    assert said(text, found) == ["the truce was “a piece of paper”"]
    assert found.form is Form.MIXED


def test_saying_inside_a_quotation_keeps_its_bounds() -> None:
    """What is said inside direct speech about somebody else's words is not stretched to the marks around both."""
    text = "“Our officers say the bridge is gone, so we wait,” Berg said."
    found = only(grounded(text, candidate("the bridge is gone", cue="say", source="Our officers")))
    assert said(text, found) == ["the bridge is gone"]


def test_a_quotation_of_several_paragraphs_is_one_saying() -> None:
    """A claim over two paragraphs of one quotation becomes both, each without its marks."""
    text = "Berg said: “The bridge is gone.\n“The road is gone too.”"
    found = only(grounded(text, candidate("The bridge is gone.\n“The road is gone too.", cue="said", source="Berg")))
    assert said(text, found) == ["The bridge is gone.", "The road is gone too."]


def test_pieces_around_the_cue() -> None:
    """What is interrupted is two spans, in text order, whatever order they were claimed in."""
    text = "The bridge, Berg said, is gone."
    for pieces in (("The bridge", "is gone"), ("is gone", "The bridge")):
        assert said(text, only(grounded(text, candidate(*pieces, cue="said", source="Berg")))) == list(pieces)[::1] or [
            "The bridge",
            "is gone",
        ]


def test_content_does_not_hold_its_own_cue() -> None:
    """A whole sentence handed in as what was said is dropped."""
    text = "Berg said that the bridge is gone."
    result = grounded(text, candidate(text.rstrip("."), cue="said", source="Berg"))
    assert reasons(result) == [("content", Reason.INSIDE)]


def test_speaker_by_the_name_the_document_gives() -> None:
    """The speaker of a grounded statement is the somebody that the core knows, with office and party."""
    text = "Karvian defence minister Anna Berg said the bridge is gone."
    (who,) = only(grounded(text, candidate("the bridge is gone", cue="said", source="Anna Berg"))).speakers
    assert (who.name, who.entity, who.party) == ("Anna Berg", "berg", "k")


def test_pronoun_with_a_name_elsewhere() -> None:
    """A fuller name is taken where it stands in the text, and dropped where it does not."""
    text = "Petr Hale met the press. They heard much. The visitor said the bridge is gone."
    claim = {"cue": "said", "source": "The visitor"}
    (named,) = only(grounded(text, candidate("the bridge is gone", **claim, speaker="Petr Hale"))).speakers
    assert (named.name, named.words) == ("Petr Hale", "The visitor")
    result = grounded(text, candidate("the bridge is gone", **claim, speaker="Ivo Marsh"))
    assert only(result).speakers[0].name == "The visitor"
    assert reasons(result) == [("speaker", Reason.ABSENT)]


@pytest.mark.parametrize(("cue", "act"), [("denied", Act.DENY), ("called for", Act.DEMAND), ("warned", Act.WARN)])
def test_the_cue_tells_the_act(cue: str, act: Act) -> None:
    """Where no act is proposed, the core's list of cues says it."""
    text = f"Berg {cue} an attack on Tolm."
    assert only(grounded(text, candidate("an attack on Tolm", cue=cue, source="Berg"))).act is act


def test_unknown_act_is_dropped() -> None:
    """A word that is no act of ours is not made one."""
    result = grounded(REPORT, candidate("We did not fire.", act="gloat"))
    assert reasons(result) == [("act", Reason.NO_ACT)]


def test_nothing_said_is_a_statement_only_where_the_act_says_so() -> None:
    """Without content only declining, accusing and apologising are statements."""
    text = "Berg declined to comment. Hale spoke."
    declined = grounded(text, candidate(cue="declined to comment", source="Berg", act="decline to comment"))
    assert only(declined).act is Act.DECLINE
    assert reasons(grounded(text, candidate(cue="spoke", source="Hale"))) == [("content", Reason.NOTHING)]


def test_doubles_are_one() -> None:
    """Two halves of one quotation by one speaker are one statement."""
    result = grounded(REPORT, *(candidate(half, cue="said", source="Anna Berg") for half in ("The bridge", "is gone,")))
    assert len(result.statements) == 1
    assert reasons(result) == [("content", Reason.DOUBLE)]


def test_only_what_was_read_is_searched() -> None:
    """Words outside what the extractor had before it are not what it meant."""
    early = (0, REPORT.index("\n"))
    assert grounded(REPORT, candidate("nobody was hurt", cue="said", source="He", within=early)).statements == ()


@pytest.mark.parametrize("within", [(-5, 9**18), (9**18, -5), (40, 40), (10, 5)])
def test_any_stretch_is_survived(within: tuple[int, int]) -> None:
    """A stretch that is none is survived."""
    grounded(REPORT, candidate("nobody was hurt", cue="said", within=within))


_WORDS = st.text(max_size=12) | st.sampled_from(["said", "Berg", "“No,”", "the bridge", "\u0301", "\ud800", "’", "..."])
_CLAIMS = st.builds(Piece, _WORDS, st.none() | st.integers(-5, 200))
_CANDIDATES = st.lists(
    st.builds(
        lambda content, cue, source, within: candidate(*content, cue=cue, source=source, within=within),
        st.lists(_CLAIMS, max_size=3),
        st.none() | _CLAIMS,
        st.none() | _CLAIMS,
        st.none() | st.tuples(st.integers(-9, 99), st.integers(-9, 99)),
    ),
    max_size=6,
)
_TEXTS = st.lists(
    st.sampled_from(["Berg", "said", "“", "”", "No,", "the bridge", "’", "\u0301", "\ud800", "\n", "…", "\u00ad", "."]),
    max_size=30,
).map(" ".join)


@settings(max_examples=200)
@given(_TEXTS, _CANDIDATES)
def test_no_claim_makes_a_span_that_is_not_there(text: str, claims: list[object]) -> None:
    """Whatever is claimed of whatever text, each candidate ends as a record inside the text or as a rejection."""
    result = grounded(text, *claims)  # type: ignore[arg-type]
    for statement in result.statements:
        assert all(span.end <= len(text) for span in (*statement.content, statement.sentence))
        assert all(span is None or span.end <= len(text) for span in (statement.cue, statement.source))
    dropped = {rejection.candidate for rejection in result.rejections if rejection.is_whole}
    assert len(result.statements) + len(dropped) == len(claims)


def test_search_is_bounded() -> None:
    """Ten thousand claims of absent words in a megabyte of text end in seconds, and what was not searched is said."""
    text = "the army and the bridge " * 40_000
    start = time.process_time()
    result = grounded(text, *[candidate("the bridge and the army of the", cue="said")] * 10_000, language="zz")
    assert time.process_time() - start < 20
    assert {reason for _, reason in reasons(result)} == {Reason.ABSENT, Reason.SPENT}
