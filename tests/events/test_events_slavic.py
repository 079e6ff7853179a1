"""Each construction by which Russian and Ukrainian reports tell of an incident, on invented sentences."""

from __future__ import annotations

import pytest
from slavic_events import events_in, harms, only, side

from trucewatch.events import Factuality, Stance
from trucewatch.values import Nearness

Bounds = tuple[int | None, int | None]
AIR, SHELLING, ATTACK = "Air/drone strike", "Shelling/artillery/missile attack", "Attack"
EXPLOSIVE, CLASH, LOOTING = "Remote explosive/landmine/IED", "Armed clash", "Looting/property destruction"

TOLD: list[tuple[str, str, str, str, str, str | None]] = [
    # language, sentence, act, actor, target class, place
    ("ru", "Карвийские войска обстреляли село Тольм из миномётов.", SHELLING, "k", "residential", "tolm"),
    ("ru", "Село Тольм обстреляли карвийские войска.", SHELLING, "k", "residential", "tolm"),
    ("ru", "Село Тольм обстреляно карвийскими войсками.", SHELLING, "k", "residential", "tolm"),
    ("ru", "Доландские беспилотники атаковали подстанцию в Верее.", AIR, "d", "energy", "vereya"),
    ("ru", "Доландия нанесла ракетный удар по порту в Верее.", SHELLING, "d", "port", "vereya"),
    ("ru", "По жилому дому в Верее ударил доландский дрон.", AIR, "d", "residential", "vereya"),
    ("ru", "Карвийская армия, наступавшая с запада, захватила село Тольм.", "Government regains territory", "k",
     "residential", "tolm"),
    ("ru", "Войска Доландии обстреляли село Тольм.", SHELLING, "d", "residential", "tolm"),
    ("ru", "Вооружённые силы Карвии атаковали порт в Верее.", ATTACK, "k", "port", "vereya"),
    ("uk", "Армія Карвії завдала удару по лікарні у Тольмі.", AIR, "k", "hospital", "tolm"),
    ("ru", "Неизвестные похитили журналиста в Тольме.", "Abduction/forced disappearance", "Неизвестные", "civilians",
     "tolm"),
    ("ru", "Под Тольмом солдат подорвался на мине.", EXPLOSIVE, "", "military", "tolm"),
    ("ru", "Силы ПВО сбили 40 дронов над Вереей.", "Disrupted weapons use", "", "", "vereya"),
    ("ru", "Между военными произошла перестрелка у Тольма.", CLASH, "", "", "tolm"),
    ("ru", "Карвия нарушила перемирие, обстреляв позиции доландских военных у Тольма.", SHELLING, "k", "military",
     "tolm"),
    ("ru", "Беспилотник, который атаковал школу в Верее, был доландским.", AIR, "", "other infrastructure", "vereya"),
    ("ru", "В Верее задержаны 12 человек.", "Arrests", "", "civilians", "vereya"),
    ("ru", "Подожжён склад в Верее.", LOOTING, "", "other infrastructure", "vereya"),
    ("uk", "Доландські безпілотники атакували підстанцію у Вереї.", AIR, "d", "energy", "vereya"),
    ("uk", "Обстріляно село Тольм.", SHELLING, "", "residential", "tolm"),
    ("uk", "Карвійські військові розстріляли двох полонених біля Тольма.", ATTACK, "k", "prisoners of war", "tolm"),
    ("uk", "Доландська ракета влучила в лікарню у Тольмі.", SHELLING, "d", "hospital", "tolm"),
    ("uk", "Карвія завдала удару по залізничному мосту у Вереї.", AIR, "k", "transport", "vereya"),
    ("uk", "Уночі над Вереєю збили 12 дронів.", "Disrupted weapons use", "", "", "vereya"),
    ("uk", "Бойовики викрали трьох волонтерів у Вереї.", "Abduction/forced disappearance", "Бойовики", "humanitarian",
     "vereya"),
    ("uk", "Поблизу Тольма сталося 14 боїв.", CLASH, "", "", "tolm"),
    ("uk", "У Вереї пролунав вибух.", EXPLOSIVE, "", "", "vereya"),
]  # fmt: skip


@pytest.mark.parametrize(("tongue", "text", "act", "actor", "target", "place"), TOLD)
def test_an_incident_has_its_act_actor_target_and_place(
    tongue: str, text: str, act: str, actor: str, target: str, place: str | None
) -> None:
    """Voice, case and word order tell who did what to what, and where, in the report's own voice."""
    mention = only(text, tongue)
    assert (mention.act, side(mention.actor), mention.target_class) == (act, actor, target)
    assert mention.where is not None
    assert mention.where.place == place
    assert mention.stance is Stance.REPORTS


SUFFERED: list[tuple[str, str, list[tuple[str, int | None, int | None]]]] = [
    ("ru", "При обстреле Тольма погибли не менее четырёх человек.", [("killed", 4, None)]),
    ("ru", "При обстреле Тольма погибли десятки человек, ранены от двух до пяти.",
     [("killed", 24, None), ("wounded", 2, 5)]),
    ("ru", "При обстреле Тольма четверо погибли, шестеро ранены.", [("killed", 4, 4), ("wounded", 6, 6)]),
    ("ru", "При обстреле Тольма погибли 4 и ранены 6 человек.", [("killed", 4, 4), ("wounded", 6, 6)]),
    ("ru", "При обстреле Тольма погибла женщина, 30–40 жителей ранены.", [("killed", 1, 1), ("wounded", 30, 40)]),
    ("ru", "Тольм обстреляли, повреждены до 12 жилых домов.", [("damaged", None, 12)]),
    ("ru", "Тольм обстреляли, погибших нет.", [("killed", 0, 0)]),
    ("ru", "Тольм обстреляли, никто не пострадал.", [("wounded", 0, 0)]),
    ("ru", "Тольм обстреляли. Пострадавших нет.", [("wounded", 0, 0)]),
    ("ru", "Тольм обстреляли. Позже число погибших выросло до семи.", [("killed", 7, 7)]),
    ("ru", "Тольм обстреляли, ещё трое получили ранения.", [("wounded", 3, 3)]),
    ("ru", "Тольм обстреляли, данных о погибших нет.", []),
    ("uk", "Унаслідок обстрілу Тольма загинули щонайменше двоє людей, троє поранених.",
     [("killed", 2, None), ("wounded", 3, 3)]),
    ("uk", "Тольм обстріляли, загинув один військовий, ще понад двадцять дістали поранення.",
     [("killed", 1, 1), ("wounded", 20, None)]),
    ("uk", "Тольм обстріляли, постраждалих немає.", [("wounded", 0, 0)]),
    ("uk", "Тольм обстріляли, пошкоджено близько 30 будинків.", [("damaged", 30, 30)]),
    ("uk", "Тольм обстріляли, інформації про постраждалих немає.", []),
]  # fmt: skip


@pytest.mark.parametrize(("tongue", "text", "expected"), SUFFERED)
def test_casualties_keep_their_kind_and_range(
    tongue: str, text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    """A number belongs to the harm it stands with; bounds stay open, none is zero, and what is not known is nothing."""
    assert harms(only(text, tongue)) == expected


STOOD: list[tuple[str, str, Factuality, Stance, list[str]]] = [
    ("ru", "Генштаб Карвии сообщил, что доландские войска обстреляли Тольм.", Factuality.CLAIMED, Stance.ALLEGES,
     ["k"]),
    ("ru", "Берг подтвердила, что карвийские войска обстреляли Тольм.", Factuality.CLAIMED, Stance.CONFIRMS, ["k"]),
    ("ru", "Хейл заявил, что доландские войска не обстреливали Тольм.", Factuality.DENIED, Stance.DENIES, ["d"]),
    ("ru", "Карвийские войска планируют атаковать порт в Верее.", Factuality.PLANNED, Stance.REPORTS, []),
    ("ru", "Жители боятся, что порт в Верее атакуют.", Factuality.FEARED, Stance.REPORTS, []),
    ("ru", "Если Доландия нанесёт удар по Верее, Карвия ответит.", Factuality.HYPOTHETICAL, Stance.REPORTS, []),
    ("ru", "Три года назад карвийские войска обстреляли Верею.", Factuality.BACKGROUND, Stance.REPORTS, []),
    ("ru", "Миссия не смогла установить, кто обстрелял Тольм.", Factuality.REPORTED, Stance.CANNOT_ATTRIBUTE, []),
    ("ru", "Доландские военные якобы обстреляли Тольм.", Factuality.CLAIMED, Stance.ALLEGES, []),
    ("uk", "Генштаб Карвії повідомив, що доландські війська обстріляли Тольм.", Factuality.CLAIMED, Stance.ALLEGES,
     ["k"]),
    ("uk", "Хейл заявив, що доландські війська не обстрілювали Тольм.", Factuality.DENIED, Stance.DENIES, ["d"]),
    ("uk", "Карвійські війська планують атакувати порт у Вереї.", Factuality.PLANNED, Stance.REPORTS, []),
    ("uk", "Торік карвійські війська обстріляли Верею.", Factuality.BACKGROUND, Stance.REPORTS, []),
    ("uk", "Невідомо, хто обстріляв Тольм.", Factuality.REPORTED, Stance.CANNOT_ATTRIBUTE, []),
]  # fmt: skip


@pytest.mark.parametrize(("tongue", "text", "factuality", "stance", "claimants"), STOOD)
def test_a_description_stands_as_its_words_say(
    tongue: str, text: str, factuality: Factuality, stance: Stance, claimants: list[str]
) -> None:
    """Mood, negation, time and the statement around a deed say how it stands to what happened, and who says so."""
    mention = only(text, tongue)
    assert (mention.factuality, mention.stance) == (factuality, stance)
    assert [side(who) for who in mention.claimants] == claimants


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        ("ru", "Карвия и Доландия обвинили друг друга в обстреле моста у Тольма 13 мая."),
        ("ru", "Стороны обвинили друг друга в обстреле моста у Тольма 13 мая."),
        ("uk", "Карвія та Доландія звинуватили одна одну в обстрілі мосту біля Тольма 13 травня."),
        ("uk", "Сторони звинуватили одна одну в обстрілі мосту біля Тольма 13 травня."),
    ],
)
def test_those_who_accuse_each_other_make_two_accounts(tongue: str, text: str) -> None:
    """Each side's accusation is a mention against the other, and the two mirror one another."""
    one, other = events_in(text, tongue).mentions
    assert {(side(m.claimants[0]), side(m.actor)) for m in (one, other)} == {("k", "d"), ("d", "k")}
    assert (one.mirror, other.mirror) == (other.id, one.id)
    assert one.when is not None
    assert one.when.edtf == "2031-05-13"


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        ("ru", "Карвия обвинила Доландию в обстреле больницы в Тольме. Хейл опроверг эти обвинения."),
        ("uk", "Карвія звинуватила Доландію в обстрілі лікарні у Тольмі. Хейл спростував ці звинувачення."),
    ],
)
def test_a_bare_denial_is_told_of_what_it_denies(tongue: str, text: str) -> None:
    """Beside the accusation stands the denial, with the actor, act and place of what it denies."""
    accusation, denial = events_in(text, tongue).mentions
    assert (accusation.stance, denial.stance) == (Stance.ALLEGES, Stance.DENIES)
    assert side(denial.claimants[0]) == "d"
    assert (side(denial.actor), denial.act, denial.where) == ("d", accusation.act, accusation.where)


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        ("ru", "Берг призвала Доландию прекратить обстрелы Вереи."),
        ("ru", "Действует мораторий на удары по энергетике."),
        ("ru", "Хейл выступил против ударов по порту в Верее."),
        ("ru", "Обстрелов Тольма не было."),
        ("ru", "Боевой дух войск не упал, курс рубля упал."),
        ("ru", "Премьер нанёс визит в Верею."),
        ("uk", "Берг закликала припинити обстріли Вереї."),
        ("uk", "Атак на Верею не було."),
        ("uk", "Уряд виступив за захист від ударів по порту."),
    ],
)
def test_what_did_not_happen_is_no_event(tongue: str, text: str) -> None:
    """What is to be stopped, banned or kept away, what is told by nobody as having happened, and figures of speech."""
    assert events_in(text, tongue).mentions == ()


def test_a_toll_belongs_to_the_account_before_it() -> None:
    """What somebody claims and the toll told right behind it are one account."""
    mention = only("Доландские дроны атаковали Верею, заявила Берг. Пострадавших нет.", "ru")
    assert (side(mention.claimants[0]), harms(mention)) == ("k", [("wounded", 0, 0)])


def test_a_breach_of_a_truce_is_marked_on_what_was_done() -> None:
    """Words that call it a breach mark the deed beside them, and a bare accusation stands by itself."""
    assert only("Карвия нарушила перемирие, обстреляв Тольм.", "ru").is_violation
    bare = only("Берг заявила, что Доландия нарушила режим прекращения огня.", "ru")
    assert (bare.act, side(bare.actor), bare.is_violation) == ("Other", "d", True)
    assert only("Берг заявила, що Доландія порушила перемир'я.", "uk").is_violation


def test_a_headline_is_told_by_the_text_below_it() -> None:
    """One event told in headline and text in different cases is one mention."""
    text = "У Красних Полянах обстріляли школу\nВЕРЕЯ, 19 травня — У селі Красні Поляни 18 травня обстріляли школу."
    mention = only(text, "uk")
    assert mention.when is not None
    assert mention.when.edtf == "2031-05-18"


def test_a_village_is_located_by_what_it_is_near() -> None:
    """A place that nobody declared lies near the known one that the same words name."""
    mention = only("Карвийские войска обстреляли село Красное под Вереей.", "ru")
    assert mention.where is not None
    assert (mention.where.name, mention.where.place, mention.where.nearness) == ("Красное", "vereya", Nearness.NEAR)


@pytest.mark.parametrize(
    ("tongue", "text", "what", "stage", "giver", "receiver", "amount"),
    [
        ("ru", "Карвия пообещала передать Доландии до 20 танков.", "weapons", "offered", "k", "d", (None, 20)),
        ("ru", "Карвия передаст Доландии 20 танков, если та прекратит огонь.", "weapons", "conditional", "k", "d",
         (20, 20)),
        ("ru", "Карвия отказалась вывести войска из Тольма.", "troops", "refused", "k", "", None),
        ("ru", "Карвия готова направить 300 наблюдателей.", "observers", "offered", "k", "", (300, 300)),
        ("uk", "Карвія пообіцяла виділити Доландії 500 млн доларів військової допомоги.", "military assistance",
         "offered", "k", "d", (500_000_000, 500_000_000)),
        ("uk", "Доландія зобов’язалася відвести війська від Тольма.", "troops", "offered", "d", "", None),
        ("uk", "Карвія передала Доландії тіла 40 військових.", "other", "delivered", "k", "d", (40, 40)),
        ("uk", "Доландія вимагає гарантій безпеки від Карвії.", "security guarantees", "sought", "k", "d", None),
    ],
)  # fmt: skip
def test_a_commitment_says_who_would_give_what(
    tongue: str,
    text: str,
    what: str,
    stage: str,
    giver: str,
    receiver: str,
    amount: tuple[int | None, int | None] | None,
) -> None:
    """Goods, stage, amount, and who would give and receive, from the verb and the cases around it."""
    (found,) = events_in(text, tongue).commitments
    people = [side(next(iter(who), None)) for who in (found.givers, found.receivers)]
    assert (found.what, found.stage.value, people) == (what, stage, [giver, receiver])
    assert (None if found.amount is None else (found.amount.low, found.amount.high)) == amount


@pytest.mark.parametrize(
    ("tongue", "text", "kind", "people", "day", "factuality"),
    [
        ("ru", "Анна Берг встретилась с Петром Хейлом в Верее 14 мая.", "meeting", ["Anna Berg", "Petr Hale"],
         "2031-05-14", Factuality.REPORTED),
        ("ru", "Переговоры между Карвией и Доландией пройдут в Верее в пятницу.", "talks", ["Dosland", "Karvia"],
         "2031-05-23", Factuality.PLANNED),
        ("uk", "Ганна Берг зустрілася з Петром Хейлом у Вереї 14 травня.", "meeting", ["Anna Berg", "Petr Hale"],
         "2031-05-14", Factuality.REPORTED),
        ("uk", "Президент Карвії відвідає Верею у п’ятницю.", "visit", ["Президент Карвії"], "2031-05-16",
         Factuality.PLANNED),
    ],
)  # fmt: skip
def test_a_gathering_says_who_met_where_and_when(
    tongue: str, text: str, kind: str, people: list[str], day: str, factuality: Factuality
) -> None:
    """Participants, place and day of a meeting that was or is to be."""
    (found,) = events_in(text, tongue).gatherings
    assert (found.kind, sorted(who.name for who in found.participants), found.factuality) == (kind, people, factuality)
    assert found.where is not None
    assert found.where.place == "vereya"
    assert found.when is not None
    assert found.when.edtf == day


def test_an_agreement_in_force_is_the_situations_own() -> None:
    """The truce that holds is the situation's only one; a peace that nobody has is not spoken of."""
    (found,) = events_in("Режим прекращения огня действует с 18 мая.", "ru").agreements
    assert (found.kind, found.stage.value, found.agreement) == ("ceasefire", "in force", "truce")
    assert events_in("Жодна мирна угода цього не змінить.", "uk").agreements == ()


def test_every_value_stands_in_the_text() -> None:
    """Trigger, target, time and place keep the span of the words they were read from."""
    text = "В ночь на 15 мая доландские беспилотники атаковали подстанцию в Верее."
    mention = only(text, "ru")
    assert mention.trigger.of(text) == "атаковали"
    assert mention.target_words is not None
    assert mention.target_words.of(text) == "подстанцию"
    assert mention.when is not None
    assert mention.when.span is not None
    assert mention.when.span.of(text) == "ночь на 15 мая"
    assert mention.where is not None
    assert mention.where.span is not None
    assert mention.where.span.of(text) == "Верее"
    assert mention.extractor == "rules-ru/1"
