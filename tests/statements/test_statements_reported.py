"""Reported speech: act, speaker, content, and what surrounds it."""

from __future__ import annotations

import pytest
from statements_reading import only, said_in, speaker, words

from trucewatch.statements import Act, Form, Statement

REPORTED = [
    ("Anna Berg said that the truce was holding.", Act.ASSERT, "the truce was holding"),
    ("Anna Berg said the truce was holding.", Act.ASSERT, "the truce was holding"),
    ("The truce was holding, Anna Berg said.", Act.ASSERT, "The truce was holding"),
    ("The truce was holding, according to Anna Berg.", Act.ASSERT, "The truce was holding"),
    ("According to Anna Berg, the truce was holding.", Act.ASSERT, "the truce was holding"),
    ("Anna Berg denied that her troops had shelled Tolm.", Act.DENY, "her troops had shelled Tolm"),
    ("Anna Berg denied shelling Tolm.", Act.DENY, "shelling Tolm"),
    ("Anna Berg rejected the claim that shells fell.", Act.DENY, "the claim that shells fell"),
    ("Anna Berg rejected the offer.", Act.REFUSE, "the offer"),
    ("Anna Berg dismissed the report as a lie.", Act.DENY, "the report as a lie"),
    ("Anna Berg confirmed that two soldiers had died.", Act.CONFIRM, "two soldiers had died"),
    ("Anna Berg acknowledged that a depot was hit.", Act.ACKNOWLEDGE, "a depot was hit"),
    ("Anna Berg admitted that a depot was hit.", Act.ACKNOWLEDGE, "a depot was hit"),
    ("Anna Berg promised to send 2,000 peacekeepers.", Act.PLEDGE, "to send 2,000 peacekeepers"),
    ("Anna Berg vowed to hold the line.", Act.PLEDGE, "to hold the line"),
    ("Anna Berg offered to free ten prisoners.", Act.OFFER, "to free ten prisoners"),
    ("Anna Berg demanded that the army leave the valley.", Act.DEMAND, "the army leave the valley"),
    ("Anna Berg refused to sign the protocol.", Act.REFUSE, "to sign the protocol"),
    ("Anna Berg ruled out further talks.", Act.REFUSE, "further talks"),
    ("Anna Berg threatened to close the port.", Act.THREATEN, "to close the port"),
    ("Anna Berg warned that more strikes would follow.", Act.WARN, "more strikes would follow"),
    ("Anna Berg apologised for the deaths.", Act.APOLOGISE, "the deaths"),
    ("Anna Berg withdrew her claim that shells had fallen.", Act.RETRACT, "her claim that shells had fallen"),
    ("Anna Berg announced that talks would resume.", Act.ANNOUNCE, "talks would resume"),
]


ENDS = [
    ("Anna Berg told voters in Tolm on Sunday that the truce was holding.", "the truce was holding"),
    ("Anna Berg said the truce was a “critical part of our plan.”", "the truce was a “critical part of our plan.”"),
    ("Anna Berg said that the truce was “over,” adding that the army had left.", "the truce was “over,”"),
    ("Anna Berg called the deal “rotten” and left the hall.", "the deal “rotten”"),
    ("Anna Berg rejected the offer when the talks began.", "the offer"),
    ("Anna Berg rejected the offer on Tuesday.", "the offer"),
    ("Anna Berg said the truce was holding in an interview with the Valley News.", "the truce was holding"),
]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_a_content_ends_where_its_words_do(text: str, content: str) -> None:
    """Marks that close words of it belong to it; when, where and how it was said do not."""
    assert words(text, said_in(text)[0]) == [content]


@pytest.mark.parametrize(("text", "act", "content"), REPORTED)
def test_acts(text: str, act: Act, content: str) -> None:
    """Each cue gives its act, its speaker and exactly the words that were said."""
    statement = only(text)
    assert (statement.act, speaker(statement), words(text, statement)) == (act, "Anna Berg", [content])
    assert statement.form is Form.INDIRECT


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg declined to comment.",
        "Anna Berg refused to comment.",
        "Anna Berg did not respond to a request for comment.",
        "Anna Berg had no immediate comment.",
        "Anna Berg could not immediately be reached.",
        "Anna Berg was not available for comment.",
    ],
)
def test_silences(text: str) -> None:
    """A silence is kept as one, with nobody's words in it."""
    statement = only(text)
    assert (statement.act, speaker(statement), statement.content) == (Act.DECLINE, "Anna Berg", ())


@pytest.mark.parametrize(
    "text",
    [
        "The army withdrew its troops from Tolm.",
        "Soldiers fired on the village.",
        "Anna Berg visited Tolm on Monday.",
        "The commander called a meeting.",
    ],
)
def test_deeds_are_not_sayings(text: str) -> None:
    """What somebody did is nobody's statement."""
    assert said_in(text) == ()


def test_participles_share_the_subject() -> None:
    """Further sayings of one sentence have its speaker, each with its act."""
    text = "Anna Berg asserted that the truce held, rejecting claims of violations and adding that monitors may come."
    found = said_in(text)
    assert [s.act for s in found] == [Act.ASSERT, Act.DENY, Act.ASSERT]
    assert {speaker(s) for s in found} == {"Anna Berg"}
    assert [words(text, s) for s in found] == [["the truce held"], ["claims of violations"], ["monitors may come"]]


def test_joint_statement_has_two_speakers() -> None:
    """Two names before one cue make one statement of two."""
    assert speaker(only("Anna Berg and Petr Hale said talks would resume.")) == "Anna Berg + Petr Hale"


def test_apposition_does_not_hide_the_speaker() -> None:
    """An office between commas leaves the name the speaker."""
    assert speaker(only("Petr Hale, head of the war crimes department, said the file was open.")) == "Petr Hale"


def test_spokesman_is_not_the_army() -> None:
    """Somebody without a name keeps the words, not the name inside them."""
    assert speaker(only("A spokesman for the army said the reports were false.")).endswith("spokesman for the army")


def test_planned_saying_is_hedged() -> None:
    """What somebody is expected to say is kept, marked as doubtful."""
    text = "Anna Berg is expected to emphasise the need for pressure."
    assert [h.of(text) for h in only(text).hedges] == ["is expected to emphasise"]


def test_belief_is_hedged() -> None:
    """A belief that a report ascribes is kept as a hedged assertion."""
    text = "Anna Berg believes that the deal would hold."
    assert [h.of(text) for h in only(text).hedges] == ["believes"]


def test_conditions_and_hedges() -> None:
    """Conditions come back as spans; so do marks of doubt."""
    text = "Anna Berg promised to send troops unless the fighting stopped."
    assert [c.of(text) for c in only(text).conditions] == ["unless the fighting stopped"]
    text = "Petr Hale said the blast may have been an accident."
    assert [h.of(text) for h in only(text).hedges] == ["may"]


def test_addressee_and_occasion() -> None:
    """Who was told and where are not part of what was said."""
    text = "Anna Berg told reporters at a news conference that Karvia would withdraw."
    statement = only(text)
    assert words(text, statement) == ["Karvia would withdraw"]
    assert [who.name for who in statement.addressees] == ["reporters"]
    assert statement.occasion is not None
    assert statement.occasion.of(text) == "at a news conference"


def test_time_of_the_saying() -> None:
    """The time beside the cue is when it was said; a time inside the content is not."""
    statement = only("Anna Berg said on Friday that the bridge fell on Monday.")
    assert statement.when is not None
    assert statement.when.words == "Friday"


def test_chain_of_report() -> None:
    """An agency that cites an army on what a governor said carries the governor's words."""
    text = "Valley News, citing the Doslandian army, said Petr Hale had said the bridge was destroyed."
    statement = only(text)
    assert speaker(statement) == "Petr Hale"
    assert words(text, statement) == ["the bridge was destroyed"]
    assert len(statement.via) == 2


def _accusations(text: str) -> set[tuple[str, str]]:
    found: tuple[Statement, ...] = said_in(text)
    assert {s.act for s in found} == {Act.ALLEGE}
    return {(s.speakers[0].name, s.accused[0].name) for s in found}


def test_accusation_names_accuser_and_accused() -> None:
    """Active and passive say the same."""
    active = "Dosland accused Karvia of shelling the village of Tolm."
    passive = "Karvia was accused by Dosland of shelling the village of Tolm."
    assert _accusations(active) == _accusations(passive) == {("Dosland", "Karvia")}
    assert words(active, only(active)) == words(passive, only(passive)) == ["shelling the village of Tolm"]


def test_blame_runs_both_ways() -> None:
    """Blaming somebody for a thing and blaming the thing on somebody accuse the same one of the same."""
    for text in ("Dosland blamed Karvia for the blast.", "Dosland blamed the blast on Karvia."):
        assert _accusations(text) == {("Dosland", "Karvia")}
        assert words(text, only(text)) == ["the blast"]


def test_nobody_confirms_nothing() -> None:
    """What neither side confirmed is a silence, not a confirmation."""
    assert only("Neither side confirmed the report.").act is Act.DECLINE


@pytest.mark.parametrize(
    "text",
    [
        "Karvia and Dosland accused each other of breaking the truce.",
        "Karvia and Dosland blamed each other for the strike.",
        "Karvia and Dosland traded accusations over the strike.",
    ],
)
def test_mutual_accusation_is_two(text: str) -> None:
    """One statement per side, each accusing the other."""
    assert _accusations(text) == {("Karvia", "Dosland"), ("Dosland", "Karvia")}


def test_each_side_is_resolved_from_the_words_before() -> None:
    """Each country and the other are the two that the sentence before names."""
    text = (
        "The deal binds Karvia and Dosland. The truce was violated shortly after, with each country accusing the "
        "other of breaching it by burning a depot."
    )
    found = said_in(text)
    assert {(s.speakers[0].name, s.accused[0].name) for s in found} == {("Karvia", "Dosland"), ("Dosland", "Karvia")}
    assert {tuple(words(text, s)) for s in found} == {("breaching it by burning a depot",)}


def test_unresolved_sides_are_not_guessed() -> None:
    """Without two names before it, a mutual accusation stays one, with nobody named."""
    found = said_in("Each side accused the other of breaking the truce.")
    assert len(found) == 1
    assert found[0].speakers[0].party == ""
    assert found[0].accused == ()


def test_denial_points_at_the_allegation() -> None:
    """A denial by the accused points at the words of the accusation."""
    text = (
        "Dosland accused Karvia of executing four prisoners near Tolm.\n"
        "Anna Berg asserted that the rules were kept, rejecting claims of killing prisoners."
    )
    denial = next(s for s in said_in(text) if s.act is Act.DENY)
    assert [span.of(text) for span in denial.denies] == ["executing four prisoners near Tolm"]
    assert denial.is_negated


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("A cell that prosecutors say robbed the bank was caught.", "prosecutors", ["A cell", "robbed the bank"]),
        ("Sorn has a tunnel which Karvia says would lead to war.", "Karvia", ["a tunnel", "would lead to war"]),
    ],
)
def test_a_clause_without_its_subject_takes_the_noun_it_hangs_on(text: str, who: str, content: list[str]) -> None:
    """What a relative clause says somebody said holds the noun before it, so that the speaker is not the doer."""
    statement = only(text)
    assert speaker(statement) == who
    assert words(text, statement) == content


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Pell, the minister of ports but also a former head of the guard, said she had left.", "Mara Pell"),
        ("Mara Pell, the head of the Green party, once led by Ona Reed, said she had left.", "Mara Pell"),
        ("It drew blame, with the Valley Council and its allies, including Tolm, lamenting the cost.", None),
        ("He will meet leaders of Dosland who are late, saying it failed.", None),
        ("The Valley Times, citing a security source, reported that ten people died.", "a security source"),
    ],
)
def test_the_speaker_is_the_nearest_who_can_be(text: str, who: str | None) -> None:
    """Appositions, ", with X lamenting" and cited sources lead to who speaks, not to a name on the way."""
    found = said_in(text)
    if who is not None:
        assert speaker(found[0]) == who
    assert all(one.name != "Tolm" for statement in found for one in statement.speakers)


def test_an_accusation_ends_where_the_accuser_goes_on() -> None:
    """A finite verb after "and" cannot go on with "of being behind": it is what the accuser did next."""
    text = "Karvia accused Dosland of being behind the raid, and later carried out an operation."
    assert words(text, only(text)) == ["being behind the raid"]


def test_an_apposition_after_an_inverted_speaker_is_not_said() -> None:
    """The relative clause inside an apposition belongs to the speaker's description."""
    text = "Ten people died, said Mara Pell, a doctor who leads the ward."
    assert words(text, only(text)) == ["Ten people died"]


@pytest.mark.parametrize(
    "text",
    [
        "The war has claimed 2,600 lives.",
        "If Karvia agrees to stop, Dosland will stop.",
        "Dosland is not expected to respond.",
        "The prince added urgency to the calls.",
        "The chief dismissed Mara Pell.",
        "The mayor would consider recommending a return.",
    ],
)
def test_what_only_looks_like_a_saying_is_none(text: str) -> None:
    """Lives claimed, sayings supposed or not expected, plain objects and people sent away are nobody's statement."""
    assert said_in(text) == ()


def test_no_comment_from_somebody_is_their_silence() -> None:
    """Who did not comment stands after "from"."""
    statement = only("There was no immediate comment from Karvia.")
    assert (speaker(statement), statement.act, statement.content) == ("Karvia", Act.DECLINE, ())


def test_a_day_inside_a_call_is_not_who_is_called_on() -> None:
    """A call "on Sunday for" something addresses nobody."""
    text = "Mara Pell called on Sunday for talks."
    statement = only(text)
    assert (words(text, statement), statement.addressees) == (["talks"], ())


@pytest.mark.parametrize(
    ("text", "act", "accused"),
    [
        ("Karvia says Dosland attacked the convoy.", Act.ALLEGE, "Dosland"),
        ("Dosland says Karvia attacked the convoy.", Act.ALLEGE, "Karvia"),
        ("Karvia said the convoy was hit by Dosland.", Act.ALLEGE, "Dosland"),
        ("Karvia said Dosland's troops had shelled the ward.", Act.ALLEGE, "Dosland's troops"),
        ("Karvia said Karvia's troops had shelled the ward.", Act.ASSERT, ""),
        ("Karvia said its troops had shelled the ward.", Act.ASSERT, ""),
        ("Karvia said Dosland had not shelled the ward.", Act.ASSERT, ""),
        ("Karvia said Dosland would shell the ward.", Act.ASSERT, ""),
        ("Karvia said Dosland had left the ward.", Act.ASSERT, ""),
    ],
)
def test_saying_that_another_side_did_harm_accuses_it(text: str, act: Act, accused: str) -> None:
    """Asserting another's harm is an allegation, whichever side speaks; of one's own, or of no harm, it is not."""
    statement = only(text)
    assert statement.act is act
    assert " + ".join(who.name for who in statement.accused) == accused


def test_two_stand_for_the_two_named_before() -> None:
    """Both, the two and the former are the persons whom the passage names, where these are two."""
    found = said_in("Lars Holt met Mara Pell. The two agreed to stop. Both said it was late. The latter denied a raid.")
    assert [speaker(statement) for statement in found] == ["Lars Holt + Mara Pell"] * 2 + ["Mara Pell"]


def test_two_among_three_are_nobody() -> None:
    """Where three are named, "the two" is not guessed."""
    found = said_in("Lars Holt and Ona Reed met Mara Pell. The two agreed to stop.")
    assert [speaker(statement) for statement in found] == ["The two"]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Pell was quoted as saying by Valley News that the bridge was gone.",
        "“The bridge was gone,” Mara Pell was quoted as saying by Valley News.",
        "Valley News quoted Mara Pell, the mayor, as saying that the bridge was gone.",
    ],
)
def test_whoever_is_quoted_speaks_through_who_quotes(text: str) -> None:
    """The one quoted is the speaker, the outlet the carrier."""
    statement = only(text)
    assert speaker(statement) == "Mara Pell"
    assert [who.name for who in statement.via] == ["Valley News"]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        ("SORN, Karvia (Valley News) - Ten died, officials said.", "officials", "Ten died"),
        ("Lars Holt left. Dara Moll, 19, his aide, says the house is gone.", "Dara Moll", "the house is gone"),
        (
            "When a noise woke the guards, officials briefed on the raid said.",
            "officials",
            "When a noise woke the guards",
        ),
        ("The council issued a report in April saying people starve.", "council", "people starve"),
        ("A report on Karvia's army said it was weak.", "A report on Karvia's army", "it was weak"),
        ("Karvia has itself been accused by aid groups of abuses.", "aid groups", "abuses"),
        ("Many raids fail, reports the Valley Times.", "the Valley Times", "Many raids fail"),
        ("Lars Holt said no, adding that, “there was not zero risk.”", "Lars Holt", "there was not zero risk."),
    ],
)
def test_who_said_it_and_what_they_said_stand_apart(text: str, who: str, content: str) -> None:
    """Datelines, ages, participles and issued papers neither speak nor belong to what was said."""
    statement = said_in(text)[-1]
    assert speaker(statement).removeprefix("the ") == who.removeprefix("the ")
    assert words(text, statement) == [content]


def test_the_reader_says_nothing() -> None:
    """What a page tells its reader that they agree to is no statement."""
    assert said_in("By signing up, you agree to our terms.") == ()


def test_speech_after_a_quoted_title_goes_on() -> None:
    """A programme's name in marks at the end of a sentence does not part a speaker from what they say next."""
    text = "“It is clear,” Pell said on Kana's “State of the Union.” “The mayor may have done it himself.”"
    assert words(text, only(text)) == ["It is clear,", "The mayor may have done it himself."]


def test_what_somebody_called_it_is_in_their_words() -> None:
    """Marks after "what he called" quote, and stay whole with their stop inside."""
    text = "Lars Holt condemned what he called “a heinous attack.”"
    assert (said_in(text)[0].form, words(text, said_in(text)[0])) == (
        Form.MIXED,
        ["what he called “a heinous attack.”"],
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A report commissioned by the ministry says the bridge is weak.", "A report commissioned by the ministry"),
        ("The report by the ministry says the bridge is weak.", "ministry"),
        ("The bridge is weak, Lars Holt said in remarks prepared for a hearing.", "Lars Holt"),
    ],
)
def test_a_paper_speaks_for_whoever_wrote_it(text: str, who: str) -> None:
    """Who writes a report speaks in it; who ordered it does not, and what it was prepared for is not said."""
    statement = only(text)
    assert speaker(statement) == who
    assert [part.removeprefix("T").removeprefix("t") for part in words(text, statement)] == ["he bridge is weak"]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        # a noun after "urged" is what was urged, not who speaks or is spoken to
        ("Anna Berg, who is due to meet both sides on Thursday, urged restraint.", "Anna Berg", "restraint"),
        # how somebody spoke is no part of what they said
        ("A senior aide told Reuters on condition of anonymity that the army had left.", "senior aide", "the army had"),
        # a verb inside marks that carries no clause reports nothing
        ("Anna Berg said it had “responded in self-defence” after rebels fired.", "Anna Berg", "it had “responded in"),
    ],
)
def test_what_stands_beside_a_saying_is_not_said(text: str, who: str, content: str) -> None:
    """Asides, conditions of speaking and quoted verbs neither speak nor are spoken; there is one saying."""
    statement = only(text)
    assert speaker(statement) == who
    assert words(text, statement)[0].startswith(content)


def test_mediators_named_beside_each_side_are_not_the_sides() -> None:
    """Where a report has named exactly two parties, "each side" is them, whoever brokered the truce."""
    text = (
        "Karvia fired on Monday, Dosland said. The truce, brokered by Sweden and Chile, is a week "
        "old. Each side has accused the other of breaking it."
    )
    mutual = [s for s in said_in(text) if s.accused and s.cue is not None and "accused" in s.cue.of(text)]
    assert {(s.speakers[0].party, s.accused[0].party) for s in mutual} == {("k", "d"), ("d", "k")}


def test_blame_traded_on_a_day_is_over_what_follows() -> None:
    """The day of an exchange of accusations is no part of what the two accuse each other of."""
    text = "Karvia and Dosland traded accusations on Sunday over shelling that killed two."
    assert {tuple(words(text, s)) for s in said_in(text)} == {("shelling that killed two",)}


@pytest.mark.parametrize(
    ("text", "accused", "content"),
    [
        ("Anna Berg put the blame for the fire on Dosland.", "Dosland", ["the fire"]),
        ("Anna Berg laid the blame on Dosland for the fire.", "Dosland", ["the fire"]),
        ("Anna Berg blamed what she called “Dosland-backed gangs”.", "Dosland-backed gangs", []),
    ],
)
def test_blame_laid_on_somebody_accuses_them(text: str, accused: str, content: list[str]) -> None:
    """Whoever the blame is put on is accused of what it is put on them for."""
    statement = next(s for s in said_in(text) if s.act is Act.ALLEGE)
    assert [who.name for who in statement.accused] == [accused]
    assert words(text, statement) == content


def test_what_somebody_calls_a_thing_ends_with_the_marks() -> None:
    """The report goes on in its own voice after the words that somebody calls a thing by."""
    text = "Karvia struck what it called “gun pits” in answer to a raid that killed ten."
    called = next(s for s in said_in(text) if s.cue is not None and s.cue.of(text) == "called")
    assert words(text, called) == ["gun pits"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The general said the truce was over.", "general"),
        ("The wounded said they had been hit twice.", "The wounded"),
        ("The bloc, an alliance, will meet on Wednesday, its secretary general said.", "secretary general"),
    ],
)
def test_an_adjective_that_speaks_is_somebody(text: str, who: str) -> None:
    """A word that else describes a noun speaks where a verb of speech follows it."""
    assert speaker(only(text)) == who


def test_an_object_ends_where_the_speaker_goes_on() -> None:
    """What is acknowledged ends before "but" and what else the speaker did."""
    text = "Anna Berg acknowledged “losses” but gave no number."
    assert words(text, only(text)) == ["losses"]


def test_a_call_on_others_goes_past_what_is_told_of_them() -> None:
    """A clause about those called on stands between them and what they are called on to do."""
    text = "Anna Berg called on Sweden and Chile, which sponsor the deal, to “compel Dosland to withdraw”."
    statement = only(text)
    assert (statement.act, [who.name for who in statement.addressees]) == (Act.DEMAND, ["Sweden", "Chile"])
    assert words(text, statement) == ["to “compel Dosland to withdraw”"]


def test_whoever_spoke_before_the_comma_adds() -> None:
    """A participle goes on from the words of speech right before it, not from the clause that was said."""
    text = "At least five miners, among them two boys, were hurt, the doctors’ union said, adding that more are lost."
    said = said_in(text)
    assert [speaker(s) for s in said] == [speaker(said[0])] * 2
    assert "union" in speaker(said[0])


@pytest.mark.parametrize(
    "text",
    [
        "At the gate an armed man denied the patrol passage.",
        "The mission heard 40 bursts, compared with the previous reporting period.",
    ],
)
def test_what_is_withheld_or_only_names_a_report_is_no_saying(text: str) -> None:
    """Passage denied is not denied to be so, and a reporting period reports nothing."""
    assert said_in(text) == ()


def test_a_communique_states() -> None:
    """A word of speech that is a noun as well reports where a subject stands before it and a clause follows."""
    text = "The Ministry of Defence states that the report is false."
    assert words(text, only(text)) == ["the report is false"]
    assert said_in("The states that border on Karvia are many.") == ()


def test_what_is_left_unsaid_is_not_said() -> None:
    """What comes after "without offering" belongs to nobody's words, and "no comment" in marks is a silence."""
    text = "Anna Berg said the guns were Doslandian, without offering evidence."
    assert words(text, only(text)) == ["the guns were Doslandian"]
    text = "Asked about it, Anna Berg replied: “No comment.”"
    assert only(text).act is Act.DECLINE


def test_the_day_of_an_accusation_is_not_what_it_is_of() -> None:
    """A day between the accused and the charge is when they were accused."""
    text = "Karvia accused Dosland on Tuesday of shelling the port of Sorn."
    assert words(text, only(text)) == ["shelling the port of Sorn"]
