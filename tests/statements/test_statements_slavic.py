"""Each frame of Russian and Ukrainian attribution, on invented sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slavic_reading import VALLEY, said, told
from statements_reading import document_of

from trucewatch.documents import Block, BlockKind
from trucewatch.language import analyse
from trucewatch.situation.model import Party, Situation
from trucewatch.statements import Act, Statement, find_statements
from trucewatch.statements.slavic.verbs import verbs_of

Told = list[tuple[str, str, str, list[str]]]

RUSSIAN: list[tuple[str, Told]] = [
    (
        "«Мы не уйдём из долины», — заявила министр обороны Анна Берг.",
        [("Anna Berg", "assert", "direct", ["Мы не уйдём из долины"])],
    ),
    (
        "«Мы не уйдём! Мы останемся», — сказал журналистам в среду Пётр Хейл. «Это наш дом».",
        [("Petr Hale", "assert", "direct", ["Мы не уйдём! Мы останемся", "Это наш дом"])],
    ),
    (
        "«Мы уйдём, — сказал Хейл, — если уйдут они».",
        [("Petr Hale", "assert", "direct", ["Мы уйдём", "если уйдут они"])],
    ),
    (
        "— Мы уйдём завтра, — сказал полковник Иван Громов. — Или никогда.",
        [("Иван Громов", "assert", "direct", ["Мы уйдём завтра", "Или никогда"])],
    ),
    (
        "Министр обороны Карвии Анна Берг заявила в четверг, что перемирие соблюдается.",
        [("Anna Berg", "assert", "indirect", ["перемирие соблюдается"])],
    ),
    (
        "В четверг пресс-секретарь правительства Олег Дымов сообщил, что обстрел прекращён, добавив, что раненых нет.",
        [
            ("Олег Дымов", "assert", "indirect", ["обстрел прекращён"]),
            ("Олег Дымов", "assert", "indirect", ["раненых нет"]),
        ],
    ),
    ("Карвия обвинила Доландию в обстреле села Тольм.", [("Karvia", "allege", "indirect", ["обстреле села Тольм"])]),
    (
        "Берг обвинила доландских военных в том, что они нарушили перемирие.",
        [("Anna Berg", "allege", "indirect", ["они нарушили перемирие"])],
    ),
    (
        "Карвия и Доландия обвинили друг друга в нарушении перемирия.",
        [
            ("Dosland", "allege", "indirect", ["нарушении перемирия"]),
            ("Karvia", "allege", "indirect", ["нарушении перемирия"]),
        ],
    ),
    (
        "Стороны обвинили друг друга в нарушении перемирия.",
        [("стороны", "allege", "indirect", ["нарушении перемирия"])],
    ),
    (
        "По словам Анны Берг, погибли четверо военных.",
        [("Anna Berg", "assert", "indirect", ["погибли четверо военных"])],
    ),
    (
        "Погибли, по данным Генштаба Карвии, более 20 человек.",
        [("Karvian General Staff", "assert", "indirect", ["Погибли", "более 20 человек"])],
    ),
    (
        "По данным полиции, ранены трое. По её словам, это не конец.",
        [("полиция", "assert", "indirect", ["ранены трое"]), ("полиция", "assert", "indirect", ["это не конец"])],
    ),
    (
        "В Генштабе Карвии сообщили, что обстрел продолжается.",
        [("Karvian General Staff", "assert", "indirect", ["обстрел продолжается"])],
    ),
    (
        "Обстрел продолжается, сообщили в Генштабе Карвии.",
        [("Karvian General Staff", "assert", "indirect", ["Обстрел продолжается"])],
    ),
    ("Как сообщил губернатор Роман Лисов, ранены двое.", [("Роман Лисов", "assert", "indirect", ["ранены двое"])]),
    ("Ранены двое, как сообщает агентство «Долина».", [("агентство «Долина»", "assert", "indirect", ["Ранены двое"])]),
    ("Хейл опроверг эти обвинения.", [("Petr Hale", "deny", "indirect", ["эти обвинения"])]),
    (
        "Карвия обвинила Доландию в обстреле Тольма. Хейл отверг обвинения.",
        [("Karvia", "allege", "indirect", ["обстреле Тольма"]), ("Petr Hale", "deny", "indirect", ["обвинения"])],
    ),
    ("Доландия отвергла предложение Карвии.", [("Dosland", "refuse", "indirect", ["предложение Карвии"])]),
    ("Берг подтвердила гибель трёх солдат.", [("Anna Berg", "confirm", "indirect", ["гибель трёх солдат"])]),
    (
        "Хейл пообещал вывести войска, если Карвия прекратит огонь.",
        [("Petr Hale", "pledge", "indirect", ["вывести войска, если Карвия прекратит огонь"])],
    ),
    ("Берг потребовала вывести войска из долины.", [("Anna Berg", "demand", "indirect", ["вывести войска из долины"])]),
    ("Посол Карвии призвал стороны прекратить огонь.", [("Посол Карвии", "request", "indirect", ["прекратить огонь"])]),
    ("Берг призвала Доландию к прекращению огня.", [("Anna Berg", "request", "indirect", ["прекращению огня"])]),
    (
        "Правительство Карвии предупредило о новых ударах.",
        [("Правительство Карвии", "warn", "indirect", ["новых ударах"])],
    ),
    (
        "Министерство обороны отказалось комментировать сообщения.",
        [("Министерство обороны", "decline to comment", "indirect", [])],
    ),
    ("Доландия отказалась вывести войска.", [("Dosland", "refuse", "indirect", ["вывести войска"])]),
    ("Полиция не подтвердила эти сведения.", [("полиция", "decline to comment", "indirect", [])]),
    (
        "Берг не исключила, что переговоры возобновятся.",
        [("Anna Berg", "assert", "indirect", ["переговоры возобновятся"])],
    ),
    ("Об обстреле сообщил Роман Лисов.", [("Роман Лисов", "assert", "indirect", ["обстреле"])]),
    (
        "Село обстреляно. Об этом сообщил губернатор Роман Лисов.",
        [("Роман Лисов", "assert", "indirect", ["Село обстреляно"])],
    ),
    (
        "Мэр города Роман Лисов также отметил, что свет есть. Он добавил: «Мы готовы».",
        [("Роман Лисов", "assert", "indirect", ["свет есть"]), ("Роман Лисов", "assert", "direct", ["Мы готовы"])],
    ),
    ("Хейл заявил, что Карвия обвинила Доландию в обмане.", [("Karvia", "allege", "indirect", ["обмане"])]),
    (
        "Агентство «Долина» сообщает, что Берг потребовала отставки.",
        [("Anna Berg", "demand", "indirect", ["отставки"])],
    ),
    (
        "Перемирие, говорят эксперты, долго не продержится.",
        [("эксперты", "assert", "indirect", ["Перемирие", "долго не продержится"])],
    ),
    ("В заявлении мэрии говорится, что убежище открыто.", [("мэрия", "assert", "indirect", ["убежище открыто"])]),
    (
        "Начальник штаба, полковник Иван Громов, заявил, что войска отходят.",
        [("Иван Громов", "assert", "indirect", ["войска отходят"])],
    ),
    ("Военные, якобы, ушли, утверждает Хейл.", [("Petr Hale", "assert", "indirect", ["Военные, якобы, ушли"])]),
    ("Хейл назвал удар «преступлением».", [("Petr Hale", "assert", "mixed", ["удар «преступлением»"])]),
    ("Он приехал в Ленск и заявил, что войска уйдут.", [("Он", "assert", "indirect", ["войска уйдут"])]),
    ("Кремль пригрозил ответить на удары.", [("Russia", "threaten", "indirect", ["ответить на удары"])]),
    ("Генерал предложил обменяться пленными.", [("генерал", "offer", "indirect", ["обменяться пленными"])]),
    ("«Какая-то цитата без автора из десяти слов, которую никто не приписал».", []),
    ("Ленск опровергает причастность к удару.", [("Karvia", "deny", "indirect", ["причастность к удару"])]),
    (
        "Роман Лисов написал в своём канале: «Слышны взрывы, оставайтесь дома».",
        [("Роман Лисов", "assert", "direct", ["Слышны взрывы, оставайтесь дома"])],
    ),
    (
        "Анна Берг, выступая в парламенте, подчеркнула: войска останутся.",
        [("Anna Berg", "assert", "indirect", ["войска останутся"])],
    ),
    ("Пётр Хейл извинился за ошибку.", [("Petr Hale", "apologise", "indirect", ["ошибку"])]),
    (
        "Стороны договорились, сообщил министр иностранных дел Доландии Пётр Хейл, прекратить огонь.",
        [("Petr Hale", "assert", "indirect", ["Стороны договорились", "прекратить огонь"])],
    ),
    ("Он говорил о мире.", [("Он", "assert", "indirect", ["мире"])]),
    ("Жители говорят, что слышали взрывы ночью.", [("жители", "assert", "indirect", ["слышали взрывы ночью"])]),
    ("Ранее сообщалось, что село обстреляно.", []),
    (
        "Как отметили в министерстве, удар нанесён по складу.",
        [("министерство", "assert", "indirect", ["удар нанесён по складу"])],
    ),
    (
        "Министр обороны Карвии Анна Берг в пятницу, 14 марта, провела встречу и сообщила, что готова к переговорам.",
        [("Anna Berg", "assert", "indirect", ["готова к переговорам"])],
    ),
    ("Хейл, в свою очередь, заявил, что атак не было.", [("Petr Hale", "deny", "indirect", ["атак не было"])]),
    (
        "По словам источника, знакомого с ходом переговоров, текст согласован.",
        [("источника", "assert", "indirect", ["текст согласован"])],
    ),
    ("Ленск возложил ответственность за обстрел на Доландию.", [("Karvia", "allege", "indirect", ["обстрел"])]),
    ("Жительница Тольма Мария рассказала, что дом сгорел.", [("Мария", "assert", "indirect", ["дом сгорел"])]),
    ("Ни одна из сторон не подтвердила эту информацию.", []),
    (
        "Войска обстреляли Тольм, заявил Хейл, при этом он не привёл доказательств.",
        [("Petr Hale", "assert", "indirect", ["Войска обстреляли Тольм"])],
    ),
    (
        "В Минобороны Доландии утверждают, что сбили 40 дронов.",
        [("Минобороны Доландии", "assert", "indirect", ["сбили 40 дронов"])],
    ),
    (
        "«Мы готовы, — отметил он. — Но нужны гарантии».",
        [("он", "assert", "direct", ["Мы готовы", "Но нужны гарантии"])],
    ),
    (
        "Командующий заявил, что «войска останутся на позициях».",
        [("командующий", "assert", "direct", ["войска останутся на позициях"])],
    ),
    (
        "Посол заявил, что «переговоры зашли в тупик», и обвинил Карвию в затягивании.",
        [("посол", "assert", "direct", ["переговоры зашли в тупик"]), ("посол", "allege", "indirect", ["затягивании"])],
    ),
    (
        "Карвия заявила о готовности к переговорам и предложила прекратить огонь на 30 дней.",
        [
            ("Karvia", "assert", "indirect", ["готовности к переговорам"]),
            ("Karvia", "offer", "indirect", ["прекратить огонь на 30 дней"]),
        ],
    ),
    ("Иван Громов уехал. По словам Громова, мост цел.", [("Иван Громов", "assert", "indirect", ["мост цел"])]),
    (
        "«Ситуация сложная», — рассказала Reuters жительница села.",
        [("жительница села", "assert", "direct", ["Ситуация сложная"])],
    ),
    ("Доландия требует от Карвии вывести войска.", [("Dosland", "demand", "indirect", ["вывести войска"])]),
]

UKRAINIAN: list[tuple[str, Told]] = [
    (
        "«Ми не підемо з долини», — заявила міністерка оборони Ганна Берг.",
        [("Anna Berg", "assert", "direct", ["Ми не підемо з долини"])],
    ),
    ("„Ми не підемо“, – сказав Петро Хейл.", [("Petr Hale", "assert", "direct", ["Ми не підемо"])]),
    (
        '"Ми підемо, – сказав Хейл, – якщо підуть вони".',
        [("Petr Hale", "assert", "direct", ["Ми підемо", "якщо підуть вони"])],
    ),
    (
        "— Ми підемо завтра, — сказав полковник Іван Громов. — Або ніколи.",
        [("Іван Громов", "assert", "direct", ["Ми підемо завтра", "Або ніколи"])],
    ),
    (
        "Речник Генштабу Карвії Олег Димов повідомив у четвер, що перемир'я дотримано.",
        [("Олег Димов", "assert", "indirect", ["перемир'я дотримано"])],
    ),
    ("Карвія звинуватила Доландію в обстрілі села Тольм.", [("Karvia", "allege", "indirect", ["обстрілі села Тольм"])]),
    (
        "Берг звинуватила доландських військових у тому, що вони порушили перемир'я.",
        [("Anna Berg", "allege", "indirect", ["вони порушили перемир'я"])],
    ),
    (
        "Карвія та Доландія звинуватили одна одну в порушенні перемир'я.",
        [
            ("Karvia", "allege", "indirect", ["порушенні перемир'я"]),
            ("Dosland", "allege", "indirect", ["порушенні перемир'я"]),
        ],
    ),
    (
        "За словами Ганни Берг, загинули четверо військових.",
        [("Anna Berg", "assert", "indirect", ["загинули четверо військових"])],
    ),
    (
        "За даними Генштабу Карвії, поранено понад 20 людей.",
        [("Karvian General Staff", "assert", "indirect", ["поранено понад 20 людей"])],
    ),
    ("За його словами, це не кінець.", [("його", "assert", "indirect", ["це не кінець"])]),
    ("У ДСНС повідомили, що пожежу ліквідовано.", [("ДСНС", "assert", "indirect", ["пожежу ліквідовано"])]),
    ("Пожежу ліквідовано, повідомили в ДСНС.", [("ДСНС", "assert", "indirect", ["Пожежу ліквідовано"])]),
    (
        "Як повідомив голова громади Роман Лисов, поранено двох.",
        [("Роман Лисов", "assert", "indirect", ["поранено двох"])],
    ),
    ("Хейл заперечив ці звинувачення.", [("Petr Hale", "deny", "indirect", ["ці звинувачення"])]),
    ("Хейл спростував причетність до удару.", [("Petr Hale", "deny", "indirect", ["причетність до удару"])]),
    ("Берг підтвердила загибель трьох солдатів.", [("Anna Berg", "confirm", "indirect", ["загибель трьох солдатів"])]),
    (
        "Хейл пообіцяв вивести війська, якщо Карвія припинить вогонь.",
        [("Petr Hale", "pledge", "indirect", ["вивести війська, якщо Карвія припинить вогонь"])],
    ),
    ("Берг вимагає вивести війська з долини.", [("Anna Berg", "demand", "indirect", ["вивести війська з долини"])]),
    (
        "Посол Карвії закликав сторони припинити вогонь.",
        [("Посол Карвії", "request", "indirect", ["припинити вогонь"])],
    ),
    ("Уряд Карвії попередив про нові удари.", [("Уряд Карвії", "warn", "indirect", ["нові удари"])]),
    (
        "Міністерство оборони відмовилося коментувати повідомлення.",
        [("Міністерство оборони", "decline to comment", "indirect", [])],
    ),
    ("Доландія відмовилася вивести війська.", [("Dosland", "refuse", "indirect", ["вивести війська"])]),
    ("Поліція не підтвердила ці відомості.", [("поліція", "decline to comment", "indirect", [])]),
    (
        "Село обстріляно. Про це повідомив голова громади Роман Лисов.",
        [("Роман Лисов", "assert", "indirect", ["Село обстріляно"])],
    ),
    (
        "Міський голова Роман Лисов також зазначив, що світло є. Він додав: «Ми готові».",
        [("Роман Лисов", "assert", "indirect", ["світло є"]), ("Роман Лисов", "assert", "direct", ["Ми готові"])],
    ),
    (
        "Начальниця штабу, полковниця Олена Грім, наголосила, що війська відходять.",
        [("Олена Грім", "assert", "indirect", ["війська відходять"])],
    ),
    (
        "На думку експертів, перемир'я не втримається.",
        [("експертів", "assert", "indirect", ["перемир'я не втримається"])],
    ),
    ("Жителі кажуть, що чули вибухи вночі.", [("жителі", "assert", "indirect", ["чули вибухи вночі"])]),
    ("Війська відходять, наголошує Берг.", [("Anna Berg", "assert", "indirect", ["Війська відходять"])]),
    ("Нібито війська відійшли, стверджує Хейл.", [("Petr Hale", "assert", "indirect", ["Нібито війська відійшли"])]),
    ("У заяві мерії йдеться, що укриття відкрито.", [("мерія", "assert", "indirect", ["укриття відкрито"])]),
    (
        "Як зазначили в міністерстві, удар завдано по складу.",
        [("міністерство", "assert", "indirect", ["удар завдано по складу"])],
    ),
    ("Ленськ поклав відповідальність за обстріл на Доландію.", [("Karvia", "allege", "indirect", ["обстріл"])]),
    ("Раніше в ОВА повідомляли про влучання.", [("ОВА", "assert", "indirect", ["влучання"])]),
    (
        "Про загибель двох людей повідомила прокуратура.",
        [("прокуратура", "assert", "indirect", ["загибель двох людей"])],
    ),
    (
        "«Це провокація», – підкреслив у коментарі виданню «Долина» Петро Хейл.",
        [("Petr Hale", "assert", "direct", ["Це провокація"])],
    ),
    ("У Генштабі спростували інформацію про прорив.", [("генштаб", "deny", "indirect", ["інформацію про прорив"])]),
    (
        "МЗС Доландії категорично відкинуло звинувачення у порушенні угоди.",
        [("МЗС Доландії", "deny", "indirect", ["звинувачення у порушенні угоди"])],
    ),
    (
        "Президентка Карвії Ганна Берг зустрілася з послом і повідомила, що готова до переговорів.",
        [("Anna Berg", "assert", "indirect", ["готова до переговорів"])],
    ),
    ("Його слова підтвердив речник поліції.", [("речник поліції", "confirm", "indirect", ["Його слова"])]),
    ("Суд визнав його винним.", []),
    (
        "Полковник Іван Громов у коментарі «Долині» розповів, що міст тримається.",
        [("Іван Громов", "assert", "indirect", ["міст тримається"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian_frames(text: str, expected: Told) -> None:
    """Each Russian construction gives its speaker, act, form and exact words, and nothing else."""
    assert sorted(told(text, "ru")) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN)
def test_ukrainian_frames(text: str, expected: Told) -> None:
    """Each Ukrainian construction gives its speaker, act, form and exact words, and nothing else."""
    assert sorted(told(text, "uk")) == sorted(expected)


@pytest.mark.parametrize(
    ("tongue", "text", "accused"),
    [
        ("ru", "Карвия обвинила Доландию в обстреле села.", ["Dosland"]),
        ("ru", "Берг обвинила доландских военных в том, что они стреляли.", ["доландских военных"]),
        ("ru", "Карвия и Доландия обвинили друг друга в обмане.", ["Dosland", "Karvia"]),
        ("ru", "Стороны обвинили друг друга в обмане.", []),
        ("uk", "Доландія звинувачує Карвію у порушенні угоди.", ["Karvia"]),
        ("uk", "Хейл звинуватив Берг у тому, що вона збрехала.", ["Anna Berg"]),
    ],
)
def test_accused_are_named(tongue: str, text: str, accused: list[str]) -> None:
    """Whoever is accused is told with their party; a mutual accusation is one per side, if the sides are named."""
    found = said(text, tongue)
    assert {s.act for s in found} == {Act.ALLEGE}
    assert sorted(who.name for s in found for who in s.accused) == accused


@pytest.mark.parametrize(
    ("tongue", "text", "denied"),
    [
        ("ru", "Карвия обвинила Доландию в обстреле Тольма. Хейл отверг обвинения.", "обстреле Тольма"),
        ("ru", "Берг сообщила, что доландские войска сожгли мост. Хейл опроверг эти сообщения.",
         "доландские войска сожгли мост"),
        ("uk", "Берг заявила, що доландські війська спалили міст. Хейл заперечив ці звинувачення.",
         "доландські війська спалили міст"),
        ("uk", "Берг заявила, що врожай добрий. Хейл заперечив ці звинувачення.", ""),
    ],
)  # fmt: skip
def test_denials_point_at_what_they_deny(tongue: str, text: str, denied: str) -> None:
    """A denial that only points finds the saying about its own side; without one it points at nothing."""
    denial = said(text, tongue)[-1]
    assert denial.act is Act.DENY
    assert denial.is_negated
    assert " ".join(span.of(text) for span in denial.denies) == denied


@pytest.mark.parametrize(
    ("tongue", "text", "name"),
    [
        ("ru", "Иван Громов уехал. По словам Ивана Громова, мост цел.", "Иван Громов"),
        ("ru", "По словам Ивана Громова, мост цел.", "Ивана Громова"),
        ("uk", "Олег Димов поїхав. За словами Олега Димова, міст цілий.", "Олег Димов"),
        ("uk", "За даними поліції, міст цілий.", "поліція"),
        ("ru", "По данным карвийской полиции, мост цел.", "карвийской полиции"),
    ],
)
def test_names_stand_in_the_nominative_where_the_text_gives_it(tongue: str, text: str, name: str) -> None:
    """A name is brought to the nominative that the text itself holds; otherwise it stays as written."""
    assert [who.name for s in said(text, tongue) for who in s.speakers] == [name]


@pytest.mark.parametrize(
    ("tongue", "text", "names"),
    [
        ("ru", "Берг сказала, что мост цел. По её словам, раненых нет.", ["Anna Berg", "Anna Berg"]),
        ("ru", "Берг сказала, что мост цел. Иван Громов молчал. По её словам, раненых нет.", ["Anna Berg", "её"]),
        ("uk", "Хейл сказав, що міст цілий. Він додав, що поранених немає.", ["Petr Hale", "Petr Hale"]),
        ("ru", "«Мы уйдём», — говорится в сообщении ведомства.", ["ведомство"]),
        ("ru", "Минобороны Карвии сообщило, что мост цел. «Он цел», — говорится в сообщении ведомства.",
         ["Минобороны Карвии", "Минобороны Карвии"]),
    ],
)  # fmt: skip
def test_pronouns_are_resolved_only_where_certain(tongue: str, text: str, names: list[str]) -> None:
    """A pronoun takes the last speaker unless somebody else was named since; then its word is kept."""
    assert [who.name for s in said(text, tongue) for who in s.speakers] == names


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        ("ru", "Войска передали пленных."),
        ("ru", "Мост построен, дом цел."),
        ("ru", "Ранее сообщалось, что мост цел."),
        ("ru", "Берг не сказала, что мост цел."),
        ("ru", "Он вышел за словами из словаря."),
        ("uk", "Вони передали полонених."),
        ("uk", "Раніше повідомлялося, що міст цілий."),
        ("uk", "Берг не казала, що міст цілий."),
        ("uk", "Мовознавець шукав «слово» у словнику."),
    ],
)
def test_nothing_is_guessed(tongue: str, text: str) -> None:
    """What names no speaker, or says nothing, gives no statement."""
    assert told(text, tongue) == []


@pytest.mark.parametrize(
    ("tongue", "forms"),
    [
        (
            "ru",
            """заявил заявила заявило заявили заявляет заявляют заявив заявляя подчёркивает скажет опроверг опровергла
            опровергают призвал призывает потребует отказался отказалась отказались обещают""",
        ),
        (
            "uk",
            """заявив заявила заявило заявили заявляє заявляють заявивши заявляючи каже скаже розповів розповіла
            застеріг застерегла вимагає закликають відмовився відмовилася відмовились пообіцяють""",
        ),
    ],
)
def test_verbs_are_conjugated(tongue: str, forms: str) -> None:
    """The forms that news uses are made from the infinitive, irregular stems included."""
    known = verbs_of(tongue)
    assert [form for form in forms.replace("ё", "е").split() if form not in known] == []


def test_what_surrounds_a_saying_is_kept() -> None:
    """When it was said, on which condition and with which reserve are spans of the text."""
    text = "Хейл заявил в четверг, что войска, возможно, уйдут, если уйдёт Карвия."
    (one,) = said(text, "ru")
    assert one.when is not None
    assert one.when.words == "четверг"
    assert [span.of(text) for span in one.conditions] == ["если уйдёт Карвия"]
    assert [span.of(text) for span in one.hedges] == ["возможно"]
    assert one.extractor == "rules-ru/1"


def test_a_chain_keeps_who_carried_it() -> None:
    """A saying inside a saying names the outer speaker as the one it came through."""
    (one,) = said("Агентство «Долина» сообщает, что Берг потребовала отставки.", "ru")
    assert [who.name for who in one.via] == ["Агентство «Долина»"]


_PIECES = st.sampled_from(
    [
        "Карвия", "Доландія", "Анна Берг", "он", "вона", "министр", "речник Генштабу Карвії", "сказал", "заявила",
        "повідомив", "обвинила", "друг друга", "в", "том", "что", "що", "по словам", "за даними", "«", "»",
        "как сообщил",
        "„", "“", '"', ",", ".", ":", "—", "-", "?", "\n", "\n— ", "не", "отказался", "комментировать", "опроверг",
        "эти сообщения", "обстрел Тольма", "если", "якобы", "13 марта", "у четвер", "и", "добавив", "об этом", "(", ")",
        "🕊", "говорится в сообщении", "ё", "й", "́", "ʼ",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=40).map(" ".join)


@settings(max_examples=150)
@given(_TEXTS, st.sampled_from(["ru", "uk"]))
def test_spans_are_exact_and_ordered(text: str, tongue: str) -> None:
    """Every span lies in the text, contents are in order and apart, statements in order, ids unique."""
    found = said(text, tongue)
    for one in found:
        spans = [*one.content, *one.conditions, *one.hedges, *one.denies, one.sentence]
        assert all(span.end <= len(text) and span.of(text) for span in spans)
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        assert all(who.span is None or who.words == who.span.of(text) for who in (*one.speakers, *one.accused))
    assert len({one.id for one in found}) == len(found)
    starts = [_start(one) for one in found]
    assert starts == sorted(starts)


def _start(one: Statement) -> int:
    return min(span.start for span in [*one.content, *([one.cue] if one.cue else [])])


@settings(max_examples=60)
@given(st.text(st.characters(min_codepoint=0x400, max_codepoint=0x4FF) | st.sampled_from(" ,.:«»—-\n"), max_size=300))
def test_any_cyrillic_is_survived(text: str) -> None:
    """No text makes the rules fail."""
    said(text, "uk")
    said(text, "ru")


@pytest.mark.parametrize(
    "piece", ["Берг сказала, что ", "и обвинила Карвию в ", ", сообщает ", "«a» — ", ", — , ", "по словам ", "если "]
)
def test_long_sentences_are_bounded(piece: str) -> None:
    """A sentence of tens of thousands of words is read in time that grows with its length alone."""
    assert said("Берг сказала, что " + piece * 6_000 + "ушли.", "ru") is not None


@pytest.mark.parametrize("tongue", ["ru", "uk"])
def test_parties_are_symmetric(tongue: str) -> None:
    """Two names of one declension exchanged in the text exchange the parties in the result and nothing else."""
    rows = RUSSIAN if tongue == "ru" else UKRAINIAN
    text = "\n".join(row for row, _ in rows)
    swapped = text
    for one, other in (("Карви", "Долви"), ("Карві", "Долві")):
        swapped = swapped.replace(one, other)
    other_side = {"k": "d", "d": "k", "": ""}
    ours = [_parties(one) for one in said(text.replace("Доланди", "Долви").replace("Доланді", "Долві"), tongue, _PAIR)]
    swapped = swapped.replace("Доланди", "Карви").replace("Доланді", "Карві")
    theirs = [_parties(one) for one in said(swapped, tongue, _PAIR)]
    assert len(ours) > 20
    assert sorted(ours) == sorted((act, tuple(other_side[p] for p in parties)) for act, parties in theirs)


def _parties(one: Statement) -> tuple[str, tuple[str, ...]]:
    return one.act.value, tuple(who.party for who in (*one.speakers, *one.accused))


_PAIR = Situation(
    id="valley",
    title="The valley",
    parties=(Party("k", "Karvia", ("Карвия", "Карвія")), Party("d", "Dolvia", ("Долвия", "Долвія"))),
)


@pytest.mark.parametrize(
    ("tongue", "text", "expected"),
    [
        ("ru", "Генштаб Карвии: мост цел", [("Karvian General Staff", "assert", "indirect", ["мост цел"])]),
        ("uk", "Поліція: міст цілий", [("поліція", "assert", "indirect", ["міст цілий"])]),
        ("uk", "Весна: міст цілий", []),
        ("uk", "Міст цілий, – Генштаб Карвії", [("Karvian General Staff", "assert", "indirect", ["Міст цілий"])]),
        ("ru", "Берг: «Мы не уйдём»", [("Anna Berg", "assert", "direct", ["Мы не уйдём"])]),
    ],
)
def test_headlines_name_their_speaker(tongue: str, text: str, expected: Told) -> None:
    """A headline gives who speaks before its colon, where that is somebody; a topic is nobody."""
    document = document_of(text, tongue)
    headline = replace(document, blocks=(Block(document.blocks[0].span, BlockKind.HEADLINE),))
    found = find_statements(analyse(headline, VALLEY))
    assert [(s.speakers[0].name, s.act, s.form, [span.of(text) for span in s.content]) for s in found] == expected


def test_a_dateline_is_nothing_said() -> None:
    """Place, date and agency before the dash are no part of what was said."""
    text = "ЛЕНСК, 27 марта 2025 года («Листок») — Мост цел, заявила полиция."
    assert told(text, "ru") == [("полиция", "assert", "indirect", ["Мост цел"])]
