"""Who is mentioned, and as the same one."""

from __future__ import annotations

import pytest
from language_samples import named, read

from trucewatch.values import Kind


@pytest.mark.parametrize(
    ("text", "words", "name", "office", "state"),
    [
        ("British Defence Secretary Jane Roe spoke.", "British Defence Secretary Jane Roe", "Jane Roe",
         "British Defence Secretary", "GB"),
        ("Gen. Ivan Petrov spoke.", "Gen. Ivan Petrov", "Ivan Petrov", "Gen.", ""),
        ("Adm. Sir Tom Hale spoke.", "Adm. Sir Tom Hale", "Tom Hale", "Adm.", ""),
        ("U.S. Secretary of State Jane Roe spoke.", "U.S. Secretary of State Jane Roe", "Jane Roe",
         "U.S. Secretary of State", "US"),
        ("Ana Lund, head of Greece’s war crimes department, spoke.", "Ana Lund", "Ana Lund",
         "head of Greece’s war crimes department", "GR"),
        ("The head of the mission, Ana Lund, spoke.", "Ana Lund", "Ana Lund", "head of the mission", ""),
        ("White House spokesman Bo Lee spoke.", "White House spokesman Bo Lee", "Bo Lee",
         "White House spokesman", "US"),
        ("The prime minister [Bo Lee] spoke.", "Bo Lee", "Bo Lee", "prime minister", ""),
    ],
)  # fmt: skip
def test_titles_and_offices_are_read_by_structure(text: str, words: str, name: str, office: str, state: str) -> None:
    """The office before or after a name goes with the name, and so does the state it mentions."""
    who = named(text, words)
    assert (who.kind, who.name, who.office, who.state) == (Kind.PERSON, name, office, state)


@pytest.mark.parametrize(
    ("text", "words", "kind", "state"),
    [
        ("The Greek Foreign Ministry denied it.", "The Greek Foreign Ministry", Kind.BODY, "GR"),
        ("The UK Ministry of Defence denied it.", "The UK Ministry of Defence", Kind.BODY, "GB"),
        ("Greek forces withdrew.", "Greek forces", Kind.GROUP, "GR"),
        ("Greece’s air force denied it.", "Greece’s air force", Kind.BODY, "GR"),
        ("The two sides met.", "The two sides", Kind.GROUP, ""),
        ("Officials from both countries met.", "Officials from both countries", Kind.GROUP, ""),
        ("Ministers from around 30 countries met.", "Ministers from around 30 countries", Kind.GROUP, ""),
        ("Each side blamed the other.", "Each side", Kind.GROUP, ""),
        ("A military spokesman denied it.", "A military spokesman", Kind.PERSON, ""),
        ("Local authorities denied it.", "Local authorities", Kind.GROUP, ""),
        ("Greece denied it.", "Greece", Kind.STATE, "GR"),
        ("Downing Street denied it.", "Downing Street", Kind.STATE, "GB"),
        ("The Zenda Times said so.", "The Zenda Times", Kind.BODY, ""),
    ],
)
def test_bodies_groups_and_states_are_told_apart(text: str, words: str, kind: Kind, state: str) -> None:
    """The head noun says what kind of thing is named, its modifiers which state."""
    who = named(text, words)
    assert (who.kind, who.state) == (kind, state)


def test_a_surname_is_the_person_named_in_full() -> None:
    """Later and earlier surnames share name, office and state with the full mention."""
    text = "Roe to visit Zenda, aides say.\nBritish minister Jane Roe spoke on Monday. Roe left."
    people = [who for who in read(text).names if who.words.endswith("Roe")]
    assert {(who.name, who.office, who.state) for who in people} == {("Jane Roe", "British minister", "GB")}


def test_namesakes_stay_open() -> None:
    """A surname that two people share keeps both as candidates."""
    text = "Jane Roe met Bob Roe.\nRoe said nothing."
    last = read(text).names[-1]
    assert last.candidates == ("Jane Roe", "Bob Roe")
    assert last.name == "Roe"


def test_an_office_alone_is_its_holder() -> None:
    """An office without a name is its holder as last introduced."""
    assert named("Greek minister Ana Lund spoke. The minister left.", "The minister").name == "Ana Lund"


def test_two_holders_of_an_office_stay_open() -> None:
    """Where two presidents are spoken of, "the president" is neither."""
    text = "Greek President Ana Lund met Italian President Bo Rossi. The president left."
    assert set(named(text, "The president").candidates) == {"Ana Lund", "Bo Rossi"}


def test_a_body_alone_is_the_last_of_its_kind() -> None:
    """A body without a name is the last one of its kind."""
    assert named("The Greek Defence Ministry spoke. The ministry denied it.", "The ministry").state == "GR"


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ana Lund arrived. She left again.", "She", "Ana Lund"),
        ("Minister Bo Lee spoke on Monday. He denied it.", "He", "Bo Lee"),
        ("Greek troops withdrew. They had fired first.", "They", "Greek troops"),
        ("Bo Lee said he would go.", "he", "Bo Lee"),
        ("The Greek army said that it had fired.", "it", "Greek army"),
    ],
)
def test_pronouns_look_back_to_the_subject(text: str, pronoun: str, name: str) -> None:
    """A pronoun is the subject of its own or the nearest earlier sentence."""
    assert named(text, pronoun).name == name


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Aides pressed their minister, Anna Berg said. She adds that it was late.", "She", "Anna Berg"),
        ("Anna Berg said no. “One. Two. Three. Four. Five.” “Six,” she continued.", "she", "Anna Berg"),
        ("Norland said it would stop.", "it", "Norland"),
        ("The mission in Athens said ten died. It said most were soldiers.", "It", "mission"),
    ],
)
def test_pronouns_that_speak_look_back_to_a_speaker(text: str, pronoun: str, name: str) -> None:
    """Who speaks on is who spoke before: not a place in their name, nor whoever the quotation between mentions."""
    assert named(text, pronoun).name == name


def test_a_name_may_have_its_article_in_lower_case() -> None:
    """An article before a hyphen opens the name, and the surname alone is the same person."""
    assert named("Prime Minister Haid al-Abaro left.", "Prime Minister Haid al-Abaro").name == "Haid al-Abaro"
    assert named("Haid al-Abaro left. Abaro said no.", "Abaro").name == "Haid al-Abaro"


def test_a_capital_that_owns_gives_its_state() -> None:
    """The ministry of one capital is not that of another country named after it."""
    text = "Athens's Foreign Ministry left. The Norwegian Foreign Ministry stayed."
    assert named(text, "The Norwegian Foreign Ministry").name == "Norwegian Foreign Ministry"


def test_troops_of_a_party_belong_to_it() -> None:
    """A party without a state lends itself to its troops as a state does."""
    assert {who.party for who in read("Norland's troops left. Greek troops stayed.").names} == {"nor", "gre"}


def test_a_month_may_open_a_name() -> None:
    """Jan is a first name where a surname follows it and no preposition comes before."""
    assert named("The mayor, Jan Holt, left.", "Jan Holt").name == "Jan Holt"


def test_a_first_name_alone_is_the_person_introduced_in_full() -> None:
    """Broadcasters call their own by first name; nobody else of that name is there to be meant."""
    assert named("Anna Berg left. Anna said it was late.", "Anna").name == "Anna Berg"


def test_a_rank_after_an_office_is_no_part_of_the_name() -> None:
    """A chief of staff with a rank keeps the name without it."""
    assert named("Chief of Staff Gen. Ivan Petrov left.", "Chief of Staff Gen. Ivan Petrov").name == "Ivan Petrov"


def test_rival_antecedents_stay_open() -> None:
    """Two subjects in one sentence leave the pronoun with both."""
    text = "Bo Lee claimed that Jim Poe lied and he left."
    assert set(named(text, "he").candidates) == {"Bo Lee", "Jim Poe"}


@pytest.mark.parametrize(
    ("text", "is_state"),
    [
        ("Athens denied the claim.", True),
        ("They accused Athens of stalling.", True),
        ("Talks between Athens and Rome failed.", True),
        ("Ministers met in Athens.", False),
        ("A train from Athens arrived.", False),
        ("Athens was shelled overnight.", False),
    ],
)
def test_a_capital_is_a_state_only_where_it_acts(text: str, is_state: bool) -> None:
    """A capital speaks, is accused or negotiates as its state; otherwise it is a town."""
    found = any(who.words == "Athens" and who.kind is Kind.STATE and who.party == "gre" for who in read(text).names)
    assert found is is_state


def test_the_situation_wins() -> None:
    """Names of the situation file carry its ids, inside titles too."""
    who = named("Norland’s President Karel Vos spoke.", "Norland’s President Karel Vos")
    assert (who.entity, who.party, who.name) == ("vos", "nor", "Karel Vos")
    assert named("The monitoring mission spoke.", "The monitoring mission").entity == "mon"


def test_a_person_takes_the_party_of_the_state() -> None:
    """Somebody the situation does not know belongs to the party whose state the title names."""
    assert named("Greek army spokesman Bo Lee spoke.", "Greek army spokesman Bo Lee").party == "gre"


def test_names_do_not_match_inside_words() -> None:
    """An alias is matched by whole words alone."""
    assert not any(who.entity == "vos" for who in read("The Vostok rocket flew.").names)


def test_parties_are_read_alike() -> None:
    """Swapping two parties in a text swaps them in the reading and changes nothing else."""
    text = "Greece accused Italy of an attack. Greek forces fired first, Italian officials said."
    swapped = "Italy accused Greece of an attack. Italian forces fired first, Greek officials said."
    other = {"gre": "ita", "ita": "gre", "": ""}
    ours = [(who.kind, other[who.party]) for who in read(text).names]
    assert ours == [(who.kind, who.party) for who in read(swapped).names]


@pytest.mark.parametrize(
    ("text", "entity"),
    [("Про це заявив Карел Восенко.", "vos"), ("Це сказав Восенком.", "vos"), ("Війська Норланду відійшли.", "nor")],
)
def test_other_languages_find_what_the_situation_names(text: str, entity: str) -> None:
    """Without rules for a language, aliases are found in the case endings that Cyrillic gives them."""
    analysis = read(text, language="bg")
    assert not analysis.is_understood
    assert [who.entity for who in analysis.names] == [entity]


def test_a_bare_president_gets_the_state_the_report_ties_him_to() -> None:
    """Guarantees from Greece, “something President X was unwilling to give”: X is the president of Greece."""
    text = (
        "The allies seek guarantees from Greece in the event of a war with Italy, "
        "something President Bo Lee has been unwilling to give. Lee left."
    )
    assert named(text, "President Bo Lee").state == "GR"
    assert named(text, "Lee").state == "GR"


def test_a_bare_president_stays_without_a_state_where_nothing_ties_him_to_one() -> None:
    """A state that is only named nearby is not taken for the president's own."""
    text = "The allies seek guarantees from Greece. President Bo Lee met ministers from Italy."
    assert named(text, "President Bo Lee").state == ""


def test_an_office_shows_that_the_name_before_it_is_a_persons() -> None:
    """A surname that is also a common word is a surname where an office stands beside it."""
    text = "Mary Long, head of the mission, said the truce was holding."
    assert named(text, "head of the mission").name == "Mary Long"
    assert (named(text, "Mary Long").kind, named(text, "Mary Long").office) == (Kind.PERSON, "head of the mission")


@pytest.mark.parametrize(
    "name",
    [
        "International Organization for Migration",
        "Office for the Coordination of Humanitarian Affairs",
        "Committee on Torture",
    ],
)
def test_a_title_goes_on_after_for_and_on(name: str) -> None:
    """A body is named by its whole title; a second body after "and" is another."""
    text = f"The {name} and the Defence Ministry said on Monday that the truce held."
    assert named(text, f"The {name}").name == name
    assert named(text, "the Defence Ministry").name == "Defence Ministry"


def test_an_army_of_one_state_is_not_the_one_named_without() -> None:
    """An army spoken of without a state does not take in the army of a state named later."""
    text = "A source told the agency that the army had left. The Greek army said it would stay."
    assert named(text, "The Greek army").state == "GR"
