"""Accusations, denials and promises in a war inside one state, in wordings that no rule was written from.

The sentences were written, with what each does, before any rule was tried on them.
"""

from __future__ import annotations

import pytest

from trucewatch.documents import Received, read
from trucewatch.pipeline import Extracted, extract
from trucewatch.situation.model import Agreement, Party, Person, Situation, Stage
from trucewatch.statements import Act

UPLANDS = Situation(
    id="uplands",
    title="The upland truce",
    parties=(
        Party(
            "government",
            "Government of Vardan",
            ("Vardan", "Vardani", "the government", "Вардан", "правительство Вардана"),
        ),
        Party(
            "upf",
            "Upland People's Front",
            ("the Front", "UPF", "Народный фронт", "Народний фронт", "Фронт"),
        ),
    ),
    people=(
        Person(
            "deru", "Milan Deru", ("Deru", "Милан Деру", "Мілан Деру", "Деру"), "defence minister", party="government"
        ),
        Person("sokol", "Ana Sokol", ("Sokol", "Анна Сокол", "Анна Сокіл"), "spokeswoman", party="upf"),
    ),
    agreements=(Agreement("truce", "The upland truce", "ceasefire", Stage.IN_FORCE, ("government", "upf")),),
)
LEADS = {
    "en": "ORLEC, Vardan, June 8 - The Upland People's Front accused the army of shelling Orlec on Monday.",
    "ru": "ОРЛЕЦ, 8 июня — Народный фронт обвинил армию в обстреле села Орлец.",
    "uk": "ОРЛЕЦЬ, 8 червня — Народний фронт звинуватив армію в обстрілі села Орлець.",
}
ACCUSED = [
    ("en", "The Front says the army has been moving guns at night.", "government"),
    ("en", "Ana Sokol said soldiers had burned three houses in Orlec.", "government"),
    ("en", "The rebels fired first, Deru said.", "upf"),
    ("en", "The army is to blame, Sokol said.", "government"),
    ("en", "Deru said the Front was behind the blast.", "upf"),
    ("en", "Responsibility lies with the Front, the ministry said.", "upf"),
    ("en", "Sokol held the government responsible for the deaths.", "government"),
    ("en", "According to the Front, army drones dropped grenades on a clinic.", "government"),
    ("en", "The Front is accused by the government of recruiting children.", "upf"),
    ("en", "Vardan has repeatedly charged the Front with smuggling weapons.", "upf"),
    ("en", "Police suspect the Front of planting the bomb.", "upf"),
    ("en", "The attack was carried out by rebels, the interior ministry said.", "upf"),
    ("en", "Human rights groups say government forces executed nine prisoners.", "government"),
    ("en", "The Front complained that convoys were still being turned back at army checkpoints.", "government"),
    ("en", "The Front claims that government planes bombed Orlec.", "government"),
    ("en", "The government says the Front has failed to hand over its mines.", "upf"),
    ("en", '"The Front has never kept its word," Deru said.', "upf"),
    ("en", "The mission attributed the mortar fire to the Front.", "upf"),
    ("en", "Sokol denounced the government for cutting off water to the town.", "government"),
    ("en", "Vardan blames UPF for night raid", "upf"),
    ("en", "Front says army shelled clinic", "government"),
    ("en", "UPF: Soldiers killed two at checkpoint", "government"),
    ("en", "Villagers say soldiers beat them.", "government"),
    ("en", "The army reported that four of its men were wounded by Front snipers.", "upf"),
    ("en", "He accused Front commanders of hiding behind civilians, Deru's aide said.", "upf"),
    ("ru", "Народный фронт обвинил армию в обстреле села Орлец.", "government"),
    ("ru", "Армия обстреляла клинику, заявили в Народном фронте.", "government"),
    ("ru", "По словам Анны Сокол, солдаты сожгли три дома.", "government"),
    ("ru", "Вардан обвиняет Фронт в нарушении перемирия.", "upf"),
    ("ru", "Милан Деру заявил, что первыми огонь открыли повстанцы.", "upf"),
    ("ru", "Власти винят во взрыве боевиков.", "upf"),
    ("ru", "Фронт возложил ответственность за гибель людей на правительство.", "government"),
    ("uk", "Народний фронт звинуватив армію в обстрілі села Орлець.", "government"),
    ("uk", "Армія обстріляла клініку, заявили в Народному фронті.", "government"),
    ("uk", "За словами Анни Сокіл, солдати спалили три будинки.", "government"),
    ("uk", "Вардан звинувачує Фронт у порушенні перемир'я.", "upf"),
    ("uk", "Мілан Деру заявив, що першими вогонь відкрили повстанці.", "upf"),
    ("uk", "Влада звинувачує у вибуху бойовиків.", "upf"),
    ("uk", "Фронт поклав відповідальність за загибель людей на уряд.", "government"),
]
DENIALS = [
    ("en", "Defence Minister Milan Deru said no shell had been fired from army lines that day."),
    ("en", "The army said there had been no shelling."),
    ("en", '"None of our guns were used," Deru told reporters.'),
    ("en", "Deru said the Front's story was made up."),
    ("en", '"We have never targeted villages," the minister said.'),
    ("en", "Deru laughed off the accusation as theatre."),
    ("en", "The government vehemently rejected the charge, saying it had honoured the truce."),
    ("en", "The army insisted that its soldiers had not left their barracks."),
    ("en", '"That is a lie," Deru said.'),
    ("en", "The army has denied any involvement in the shelling."),
    ("en", "Deru disputed that account, saying the village had been empty."),
    ("en", "A spokesman for the army, who asked not to be named, said it was not the army that had fired."),
    ("en", "The army was not responsible for the explosion, a spokesman said."),
    ("en", "Vardan says its troops did not take part."),
    ("en", "Asked about the deaths, Deru said nobody had been killed."),
    ("en", "The ministry refuted the report."),
    ("en", "Deru said it was untrue that tanks had crossed the line."),
    ("en", "The army's press office described the video as staged."),
    ("en", "The ministry said the reports were false."),
    ("en", 'The defence ministry said that it "does not strike civilians".'),
    ("en", '"We had nothing to do with this," the colonel told the radio.'),
    ("en", "Government officials denied knowledge of the raid."),
    ("en", "Deru, for his part, denied it."),
    ("en", "The ministry said in a statement that claims of a massacre were propaganda."),
    ("en", '"No one was arrested," the police chief said.'),
    ("en", "Neither of these accusations is true, the minister said."),
    ("ru", "Правительство обвинения отвергло."),
    ("ru", "Милан Деру назвал эти сообщения фейком."),
    ("ru", "«Мы не стреляли», — сказал представитель армии."),
    ("ru", "Минобороны опровергло информацию об обстреле."),
    ("ru", "В армии отрицают причастность к удару."),
    ("ru", "Деру заявил, что военные не причастны к обстрелу."),
    ("ru", "Генштаб заявил, что никаких ударов не наносил."),
    ("ru", "Армия своей вины не признаёт."),
    ("ru", "«Это ложь», — ответил Милан Деру."),
    ("ru", "Деру подчеркнул, что никто из военных в село не входил."),
    ("uk", "Уряд звинувачення відкинув."),
    ("uk", "Мілан Деру назвав ці повідомлення фейком."),
    ("uk", "«Ми не стріляли», — сказав представник армії."),
    ("uk", "Міноборони спростувало інформацію про обстріл."),
    ("uk", "В армії заперечують причетність до удару."),
    ("uk", "Деру заявив, що військові не причетні до обстрілу."),
    ("uk", "Генштаб заявив, що жодних ударів не завдавав."),
    ("uk", "Армія своєї провини не визнає."),
    ("uk", "«Це брехня», — відповів Мілан Деру."),
    ("uk", "Деру наголосив, що ніхто з військових у село не заходив."),
]
GIVEN = [
    ("ru", "Вардан пообещал передать Красному Кресту тела погибших.", "other"),
    ("ru", "Фронт обязался отвести миномёты от реки.", "weapons"),
    ("ru", "Правительство согласилось освободить двенадцать заключённых.", "prisoners"),
    ("ru", "Фронт готов пропустить конвой с лекарствами.", "humanitarian aid"),
    ("ru", "Армия отпустила пятерых рыбаков.", "prisoners"),
    ("ru", "Соглашение предусматривает вывод войск из долины.", "troops"),
    ("ru", "Миссия пришлёт ещё десять наблюдателей, если стороны дадут гарантии безопасности.", "observers"),
    ("ru", "Деру потребовал вернуть захваченный броневик.", "weapons"),
    ("ru", "Вардан выделит 3 млн евро на восстановление моста.", "money"),
    ("ru", "Фронт отказался сдать оружие.", "weapons"),
    ("ru", "Стороны договорились продлить перемирие на месяц.", "ceasefire"),
    ("ru", "Стороны обменялись пленными: Вардан передал десять человек, Фронт — восемь.", "prisoners"),
    ("ru", "Анна Сокол призвала открыть гуманитарный коридор.", "humanitarian aid"),
    ("ru", "Войска выйдут из Орлеца до пятницы.", "troops"),
    ("ru", "Деру заявил, что правительство предоставит Фронту гарантии безопасности.", "security guarantees"),
    ("ru", "Вардан не отпустит пленных, пока не вернут тела.", "prisoners"),
    ("uk", "Вардан пообіцяв передати Червоному Хресту тіла загиблих.", "other"),
    ("uk", "Фронт зобов'язався відвести міномети від річки.", "weapons"),
    ("uk", "Уряд погодився звільнити дванадцятьох в'язнів.", "prisoners"),
    ("uk", "Фронт готовий пропустити конвой із ліками.", "humanitarian aid"),
    ("uk", "Армія відпустила п'ятьох рибалок.", "prisoners"),
    ("uk", "Угода передбачає виведення військ із долини.", "troops"),
    ("uk", "Місія надішле ще десять спостерігачів, якщо сторони дадуть гарантії безпеки.", "observers"),
    ("uk", "Деру зажадав повернути захоплений броньовик.", "weapons"),
    ("uk", "Вардан виділить 3 млн євро на відбудову мосту.", "money"),
    ("uk", "Фронт відмовився здати зброю.", "weapons"),
    ("uk", "Сторони домовилися подовжити перемир'я на місяць.", "ceasefire"),
    ("uk", "Сторони обмінялися полоненими: Вардан передав десятьох людей, Фронт — вісьмох.", "prisoners"),
    ("uk", "Анна Сокіл закликала відкрити гуманітарний коридор.", "humanitarian aid"),
    ("uk", "Війська вийдуть з Орлеця до п'ятниці.", "troops"),
    ("uk", "Деру заявив, що уряд надасть Фронту гарантії безпеки.", "security guarantees"),
    ("uk", "Вардан не відпустить полонених, поки не повернуть тіла.", "prisoners"),
]


def told(text: str, tongue: str) -> Extracted:
    """What a report of the uplands says, published on 8 June 2033."""
    raw = text.encode()
    return extract(read(Received(raw=raw, name="report.txt", published="2033-06-08", language=tongue)), UPLANDS)


@pytest.mark.parametrize(("tongue", "text", "party"), ACCUSED)
def test_who_is_accused_is_known_by_what_they_bear(tongue: str, text: str, party: str) -> None:
    """A side is accused by its name, by its bare army or rebels, and by what it did not do, in each language."""
    accused = [who.party for one in told(text, tongue).statements if one.act is Act.ALLEGE for who in one.accused]
    assert accused == [party]


@pytest.mark.parametrize(("tongue", "text"), DENIALS)
def test_a_side_that_says_it_did_not_denies_the_charge(tongue: str, text: str) -> None:
    """Whatever words say so, a no of the accused side denies, and points at something told."""
    lead = LEADS[tongue]
    said = [one for one in told(f"{lead}\n\n{text}", tongue).statements if one.sentence.start > len(lead)]
    assert any(one.act is Act.DENY and one.denies for one in said)


@pytest.mark.parametrize(("tongue", "text", "what"), GIVEN)
def test_what_is_given_is_told_by_verb_and_goods(tongue: str, text: str, what: str) -> None:
    """Russian and Ukrainian promises, demands, refusals and terms give what their goods are."""
    assert what in [one.what for one in told(text, tongue).events.commitments]
