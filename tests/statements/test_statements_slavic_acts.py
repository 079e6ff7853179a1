"""What a Russian or Ukrainian saying does, told by what it says."""

from __future__ import annotations

import pytest
from slavic_reading import said

ACTS: list[tuple[str, str, str, list[str]]] = [
    ("ru", "Берг заявила, что доландские войска обстреляли Тольм.", "allege", ["Dosland"]),
    ("ru", "По словам Берг, Доландия сорвала перемирие.", "allege", ["Dosland"]),
    ("ru", "Хейл заявил, что карвийская артиллерия открыла огонь по мосту.", "allege", ["Karvia"]),
    ("ru", "Берг сообщила, что карвийские войска обстреляли Тольм.", "assert", []),
    ("ru", "Берг заявила, что удары по Доландии прекращены.", "assert", []),
    ("ru", "Берг заявила, что доландские войска не обстреливали Тольм.", "assert", []),
    ("ru", "«Это ложь», — сказал Хейл.", "deny", []),
    ("ru", "Хейл назвал этот рассказ сказкой.", "deny", []),
    ("ru", "Хейл попросил прощения.", "apologise", []),
    ("ru", "Министерство обороны от комментариев воздержалось.", "decline to comment", []),
    ("uk", "Берг заявила, що доландські війська обстріляли Тольм.", "allege", ["Dosland"]),
    ("uk", "Хейл сказав, що Карвія порушила перемир’я.", "allege", ["Karvia"]),
    ("uk", "Берг повідомила, що карвійські війська обстріляли Тольм.", "assert", []),
    ("uk", "«Це неправда», — відповів Хейл.", "deny", []),
    ("uk", "Хейл назвав ці слова брехнею.", "deny", []),
    ("uk", "Хейл попросив вибачення.", "apologise", []),
    ("uk", "Міністерство оборони від коментарів утрималося.", "decline to comment", []),
]


@pytest.mark.parametrize(("tongue", "text", "act", "accused"), ACTS)
def test_the_content_tells_the_act(tongue: str, text: str, act: str, accused: list[str]) -> None:
    """Harm laid to another side accuses it, calling something false denies it; one's own deeds are but told."""
    (statement,) = said(text, tongue)
    assert (statement.act.value, [who.name for who in statement.accused]) == (act, accused)


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        ("ru", "Карвия обвинила Доландию в обстреле Тольма. «Наши войска не стреляли», — сказал Хейл."),
        ("uk", "Карвія звинуватила Доландію в обстрілі Тольма. «Наші війська не стріляли», — сказав Хейл."),
    ],
)
def test_a_no_to_a_charge_denies(tongue: str, text: str) -> None:
    """Whoever says no where their side stands accused denies; so does a no to harm where nobody accuses."""
    charge, answer = said(text, tongue)
    assert (charge.act.value, answer.act.value) == ("allege", "deny")
    (alone,) = said(text.partition(". ")[2], tongue)
    assert alone.act.value == "deny"


def test_an_infinitive_is_nobody() -> None:
    """The verb behind a promise is what is promised, and never who promises."""
    (statement,) = said("До кінця місяця Карвія обіцяє відвести війська.", "uk")
    assert [who.name for who in statement.speakers] == ["Karvia"]


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        ("ru", "Берг заявила, что доландские войска обстреляли Тольм. Хейл это отрицает."),
        ("uk", "Берг заявила, що доландські війська обстріляли Тольм. Хейл ці закиди відкинув."),
    ],
)
def test_a_word_before_the_verb_is_what_is_denied(tongue: str, text: str) -> None:
    """What stands between subject and verb and only points is denied, and points at the charge."""
    charge, denial = said(text, tongue)
    assert (denial.act.value, [who.name for who in denial.speakers]) == ("deny", ["Petr Hale"])
    assert denial.denies == charge.content
