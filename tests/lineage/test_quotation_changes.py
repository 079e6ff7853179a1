"""What became of a quotation: what counts as its words, what answers it, and who speaks it."""

from __future__ import annotations

import pytest
from lineage_texts import invented, make

from trucewatch.lineage import QuotationPair, compare
from trucewatch.lineage.quotations import MOST_FOLLOWED

Told = list[tuple[str, str | None, str | None]]


def follow(a: str, b: str) -> Told:
    """Each change, with the words on either side."""
    return [
        (pair.change.value, pair.a.of(a) if pair.a else None, pair.b.of(b) if pair.b else None)
        for pair in compare(make(a, "doc-a"), make(b, "doc-b")).quotations
    ]


def kinds(a: str, b: str) -> list[str]:
    """Each change alone."""
    return [change for change, _, _ in follow(a, b)]


def only(a: str, b: str) -> QuotationPair:
    """The one quotation of two versions."""
    (pair,) = compare(make(a, "doc-a"), make(b, "doc-b")).quotations
    return pair


SAID = "We will not leave thirty guns within range of the bridges, and the centre will honour 5 percent of it"


@pytest.mark.parametrize(
    "words",
    [
        SAID.replace("thirty", "30"),
        SAID.replace(" percent", "%"),
        SAID.replace("percent", "per cent"),
        SAID.replace("within range of", "within-range of"),
        SAID.replace(" ", "\u00a0"),
        f"[W]{SAID[1:]}",
        SAID.replace("We", "[The delegates]"),
        SAID.replace("leave", "leave (at Ostrel)"),
        SAID.replace("leave", "leav[ing]"),
        SAID.replace("within range of the bridges, and ", "... "),
        SAID.replace("thirty guns ", "[…] "),
    ],
)
def test_typography_numerals_and_open_edits_alter_nothing(words: str) -> None:
    """Numbers in words or digits, signs, hyphens, spaces, brackets and ellipses leave a quotation verbatim."""
    assert kinds(f"“{SAID},” Maarten said.", f"“{words},” Maarten said.") == ["verbatim"]


@pytest.mark.parametrize(
    "words",
    [
        SAID.replace("thirty", "40"),
        SAID.replace("will not", "won't"),
        SAID.replace("range of the ", "range of "),
        SAID.replace("within range of the bridges", "close to [all] bridges"),
        SAID.replace("guns within range", "guns ... within sight"),
    ],
)
def test_other_words_between_the_marks_are_an_alteration(words: str) -> None:
    """A number, a contraction, a word left out silently; an ellipsis elsewhere in the sentence excuses none of them."""
    assert kinds(f"“{SAID},” Maarten said.", f"“{words},” Maarten said.") == ["altered"]


def test_a_quotation_broken_by_its_speaker_is_followed_in_parts() -> None:
    """Each part answers the stretch of the whole that it is, in either direction."""
    whole = "“The guns are silent at Ostrel, and the maps will follow on Friday,” Maarten said."
    broken = "“The guns are silent at Ostrel,” Maarten said, “and the maps will follow on Friday.”"
    assert follow(whole, broken) == [
        ("verbatim", "The guns are silent at Ostrel", "The guns are silent at Ostrel,"),
        ("verbatim", "and the maps will follow on Friday,", "and the maps will follow on Friday."),
    ]
    assert kinds(broken, whole) == ["verbatim", "verbatim"]


def test_only_the_changed_part_of_a_broken_quotation_is_altered() -> None:
    """Where one of two parts has other words, the other stays verbatim."""
    whole = "“The guns are silent at Ostrel, and the maps will follow on Friday,” Maarten said."
    broken = "“The guns are silent at Ostrel,” Maarten said. “And the charts will follow on Sunday.”"
    assert kinds(whole, broken) == ["verbatim", "altered"]


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    """The second paragraph opens its own marks; in one paragraph the same words are verbatim."""
    two = "Maarten said: “The guns are silent at Ostrel.\n“The maps of the minefields will follow.”"
    one = "Maarten said: “The guns are silent at Ostrel. The maps of the minefields will follow.”"
    assert kinds(two, one) == ["verbatim", "verbatim"]


def test_paragraphs_run_together_keep_their_quotations() -> None:
    """Where a page lost its line breaks, two spaces before a mark that opens still part the paragraphs."""
    lost = "Maarten said: “The guns are silent at Ostrel.  “The maps of the minefields will follow.”"
    told = "Maarten said: “The guns are silent at Ostrel. The maps of the minefields will follow.”"
    assert kinds(lost, told) == ["verbatim", "verbatim"]


def test_the_shorter_is_found_within_the_longer() -> None:
    """What is cut from both ends is trimmed, even where its small words stand elsewhere in the speech too."""
    speech = "You do not hear of the guns, you do not hear of the maps, and you feel that nobody counts the mines"
    assert kinds(f"“{speech},” Maarten said.", "“you feel that nobody counts the mines,” Maarten said.") == ["trimmed"]


def test_two_quotations_of_one_speaker_are_not_one_altered() -> None:
    """A speaker's other words in the same place are dropped and new: place and speaker alone make no pair."""
    a = "Talks go on.\n“The batteries have been silent since Sunday,” Maarten said.\nObservers arrived."
    b = "Talks go on.\n“Nobody has signed any paper about prisoners,” Maarten said.\nObservers arrived."
    assert kinds(a, b) == ["dropped", "new"]


def test_a_quotation_said_again_is_verbatim() -> None:
    """Repeated in one version, it is neither new nor dropped: its words stand in the other."""
    a = "The “river group” met on Tuesday.\nTalks go on."
    b = "The “river group” met on Tuesday.\nTalks go on.\nNobody else joined the “river group” afterwards."
    assert kinds(a, b) == ["verbatim", "verbatim"]
    assert kinds(b, a) == ["verbatim", "verbatim"]


def test_marks_put_on_words_that_stood_far_off_are_told() -> None:
    """A sentence that another version puts in marks is found wherever it stood."""
    fill = invented(3, 8)
    a = f"Reyk told them that commanders of every battery had signed the paper about prisoners.\n{fill}"
    b = f"{fill}\n“Commanders of every battery have signed the paper about prisoners,” he added."
    assert kinds(a, b) == ["turned from indirect speech into a quotation"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ilse Maarten said", "Maarten said"),
        ("Ilse Maarten said", "she said"),
        ("Ilse Maarten said", "the minister said"),
        ("Foreign Minister Ilse Maarten said", "said Maarten"),
        ("Ilse Maarten said", "Ilse Martens said"),
        ("Ilse Maarten said", "the Ministry of Trade said"),
        ("Ilse Maarten told Tomas Reyk", "Maarten said"),
        ("Ilse Maarten, a friend of Tomas Reyk, said", "Maarten told them"),
        ("said Ilse Maarten, who met Tomas Reyk", "Maarten said"),
    ],
)
def test_another_name_for_the_speaker_is_no_other_speaker(a: str, b: str) -> None:
    """A pronoun, an office, a title, a spelling, a body or whoever was told: nobody else is said to speak."""
    assert kinds(f"“{SAID},” {a}.", f"“{SAID},” {b}.") == ["verbatim"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“{},” Ilse Maarten said.", "“{},” Tomas Reyk said."),
        ("“{},” said Ilse Maarten, an envoy.", "“{},” said Tomas Reyk, an envoy."),
        ("Ilse Maarten said: “{}.”", "“{},” Reyk told her."),
        ("“{},” President Maarten said.", "“{},” President Reyk said."),
    ],
)
def test_another_speaker_is_named(a: str, b: str) -> None:
    """Where both versions name who speaks, and the names are two persons', each is shown where it stands."""
    a, b = a.format(SAID), b.format(SAID)
    pair = only(a, b)
    assert pair.change.value == "attributed to someone else"
    assert pair.speaker_a
    assert pair.speaker_b
    assert pair.speaker_a.of(a).endswith("Maarten")
    assert pair.speaker_b.of(b).endswith("Reyk")


def test_a_speaker_introduced_by_an_office_is_one_with_it() -> None:
    """Whose spokesman a person is, is no other speaker."""
    a = f"Ardenne spokesman Tomas Reyk came late.\n“{SAID},” Reyk said."
    b = f"Ardenne spokesman Tomas Reyk came late.\n“{SAID},” Ardenne said."
    assert kinds(a, b) == ["verbatim"]


def test_words_that_changed_are_told_in_runs() -> None:
    """Small words that chance to be equal do not break up a change; those that hold the sentence are not marked."""
    a = "“Our commitment is to put the river in the strongest position to keep the peace of the banks,” Maarten said."
    b = "“Our goal is to help the river to guard the peace of the banks,” Maarten said."
    words = [(w.a and w.a.of(a), w.b and w.b.of(b)) for w in only(a, b).words]
    assert words == [
        ("commitment", "goal"),
        ("put", "help"),
        ("in the strongest position", None),
        ("keep", "guard"),
    ]


def test_too_many_quotations_are_said_to_be_too_many() -> None:
    """What is not followed is counted in the reasons, on either side."""
    many = "\n".join(f"“Shell {number} fell,” she said." for number in range(MOST_FOLLOWED + 3))
    sheet = compare(make(many, "doc-a"), make(many + "\nTalks go on here.", "doc-b"))
    left = [reason for reason in sheet.reasons if reason.startswith("Only the first")]
    assert left == [
        "Only the first 2,000 quotations of A were followed: 3 more were not.",
        "Only the first 2,000 quotations of B were followed: 3 more were not.",
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“עזבנו את הגשר ואת הכפר,” אמר דובר.", "«עזבנו את הגשר ואת הכפר», אמר דובר."),
        ("“𐍈𐍉𐍊𐍋 𐍈𐍉𐍊 guns 𐍈𐍉 silent,” she said.", '"𐍈𐍉𐍊𐍋 𐍈𐍉𐍊 guns 𐍈𐍉 silent", she said.'),
        ("«Ми не залишимо жодної гармати біля мостів», — сказав Рейк.", "„Ми не залишимо жодної гармати біля мостів“."),
    ],
    ids=["right to left", "beyond the plane", "Ukrainian"],
)
def test_any_script_is_followed(a: str, b: str) -> None:
    """Direction of writing and width of a character are no matter."""
    assert kinds(a, b) == ["verbatim"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    """A mark that nothing closes takes no other paragraph with it."""
    a = "Maarten said: “The guns are silent at Ostrel.\nObservers arrived at noon."
    assert follow(a, "Maarten said: “The guns are silent at Ostrel.”\nObservers arrived at noon.") == [
        ("verbatim", "The guns are silent at Ostrel.", "The guns are silent at Ostrel.")
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "\n".join(
            f"“Shell {number} fell on the bridge at Ostrel and nobody fired,” she said." for number in range(2_500)
        ),
        "“a” " * 20_000,
        "“" + "guns and maps " * 30_000 + "”",
        "\n".join("“Stop,” Maarten said. “Go,” Reyk said." for _ in range(2_000)),
    ],
    ids=["alike", "short", "one", "two speakers"],
)
def test_hostile_quotations_are_followed_in_bounded_time(text: str) -> None:
    """Thousands alike, tens of thousands in one line, one as long as a book: the test's own time is the bound."""
    assert compare(make(text, "doc-a"), make(text + "\n“End,” Reyk said.", "doc-b")).quotations
