"""Words that a full stop may follow without ending the sentence. Own compilation; English, Russian, Ukrainian.

All without the last full stop, and in lower case but where it says otherwise. Holds words only; ``sentences`` decides
what they mean.
"""

from __future__ import annotations


def words(lines: str) -> frozenset[str]:
    """The words of a white-space separated list."""
    return frozenset(lines.split())


ALWAYS_GO_ON = words("""
    mr mrs ms mx dr prof rev fr hon ste messrs mme mlle sr.
    adm gen lt col maj capt cmdr cdr brig sgt cpl pvt pfc ssgt msgt vice-adm maj.-gen lt.-gen brig.-gen lt.-col
    gov sen rep reps sens amb pres supt insp det atty sec-gen
    e.g i.e viz cf vs v ca incl resp
    т.е т.к т.н т.о и.о в.о зам им ул пл пер просп пр-т бул наб обл р-н пос с.г дер стр корп кв
    напр см ср акад проф доц д-р г-н г-жа гр св преп митр архиеп тов
    полк подполк ген-м ген-л ген адм лейт кап серж ряд гв
    ім вул пров смт дол прим див порівн доктор-ін акад чл.-кор п пп о
    ген.-м ген.-л полков підполк лейтен серж
""")
"""Titles, ranks, and short forms that always stand before something."""

GO_ON_BEFORE_NUMBER = words("""
    no nos art arts p pp para paras fig figs vol vols ch chap sect sec res op
    № ст стт гл разд прил абз табл рис ч н д
    jan feb mar apr jun jul aug sep sept oct nov dec
    янв февр фев мар апр авг сент сен окт нояб ноя дек
    січ лют бер квіт трав черв лип серп верес жовт листоп груд
""")
"""Short forms that go on when a number follows and end the sentence otherwise."""

MAY_END = words("""
    st al dept univ assn bros mt ft approx esp
    a.m p.m am pm etc inc ltd co corp plc llc jr sr ph.d m.d b.c a.d bn mn tn km kg cm mm
    u.s u.k u.n e.u d.c n.y u.s.a u.s.s.r
    г гг в вв др пр проч т.д т.п н.э до.н.э млн млрд трлн тыс руб коп долл км кв.м чел час мин сек
    р рр ст ін м с тощо та.ін т.ін н.е млн млрд трлн тис грн дол год хв сек ос
""")
"""Short forms that may stand last in a sentence: the next word decides."""

NAMES_MAY_END = words("""
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask
""")
"""Short forms of provinces and states, with their capital since some are words without it: "Mass", "ill", "miss"."""

STARTERS = words("""
    the a an this that these those it its he his she her they their we our i you your there here
    in on at by for from with after before during since until while when as if although though because despite
    but and or so yet however meanwhile moreover nevertheless also still then now earlier later last
    what who why how where which some many most all both each no not several one two three
    according asked speaking under over between among against about officials residents
    он она оно они его её их это эта этот эти мы я вы в во на по но и а как однако также при с со у за для из от до
    после перед между тем кроме так что если когда где ранее позже сейчас там здесь все по-прежнему под об о к
    він вона воно вони його її їх їхній це ця цей ці ми ви у але та й однак також із зі з під про після перед між тим
    крім якщо коли де раніше пізніше зараз там тут усі всі водночас проте до від за
""")
"""Common first words: after a short form that may end a sentence, one of these with a capital begins the next."""

SPEECH_VERBS = (
    "said", "says", "asked", "asks", "told", "added", "wrote", "replied", "answered", "warned", "shouted", "demanded",
    "insisted", "declared", "stated", "tweeted", "posted", "called", "cried", "wondered", "exclaimed",
)  # fmt: skip
"""After a closing quotation mark: the sentence is still the speaker's."""
