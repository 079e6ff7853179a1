# ruff: noqa: E501 -- a sentence and what it tells on one line read best as a table
"""What sides undertake, ask for, refuse and do: each construction in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trucewatch.events import Commitment, Events

Reader = Callable[..., tuple[str, Events]]


def told(commitment: Commitment) -> str:
    """Class, stage and givers on one line, as an analyst would note them."""
    givers = "+".join(w.party or w.state or w.name for w in commitment.givers)
    return f"{commitment.what} {commitment.stage} {givers}".strip()


def tell(events: Events) -> list[str]:
    return [told(commitment) for commitment in events.commitments]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        # infinitives behind a verb of agreeing, promising or offering
        ("Arania agreed to release 12 prisoners by 1 June.", ["prisoners agreed aran"]),
        ("Arania has agreed to pull its heavy guns back 15 kilometres.", ["weapons agreed aran"]),
        ("Beldia promised to let fuel trucks through to Velin.", ["humanitarian aid offered beld"]),
        ("Beldia pledged to reopen the Velin crossing.", ["other offered beld"]),
        ("Norway offered to send 40 observers to the Oresk line.", ["observers offered NO"]),
        ("Sweden undertook to clear the mines around the bridge.", ["other agreed SE"]),
        ("Beldia said it was ready to free two captured pilots.", ["prisoners offered beld"]),
        ("Beldia is willing to hand over the bodies of nine soldiers.", ["other offered beld"]),
        ("Norway has committed itself to pay the salaries of the monitors.", ["money offered NO"]),
        ("Beldia plans to withdraw two battalions from the ridge.", ["troops planned beld"]),
        # finite clauses behind "said", "agreed that", "promised that"
        ("Arania said it would free 20 detainees on Friday.", ["prisoners offered aran"]),
        ("Arania promised that it would return the three villages.", ["territory offered aran"]),
        ("The two sides agreed that Beldia would withdraw from the ridge.", ["troops agreed beld"]),
        ("“We will send 500 tonnes of flour to Velin,” said Mira Talen.", ["humanitarian aid offered aran"]),
        ("Sweden will contribute 200 soldiers to the force.", ["troops offered SE"]),
        ("Arania's president, Mira Talen, announced that Arania would lift the blockade of Tarno.", ["other offered aran"]),
        # nominal
        ("Norway made a pledge of 60 million euros for the rebuilding of Velin.", ["money offered NO"]),
        ("Sweden renewed its offer of 30 ambulances to Beldia.", ["humanitarian aid offered SE"]),
        ("Beldia repeated its demand for the release of all prisoners.", ["prisoners sought"]),
        ("The mission appealed for 300 more observers.", ["observers sought"]),
        # sought
        ("Beldia demanded that Arania withdraw its tanks from Velin.", ["weapons sought aran"]),
        ("Beldia called on Arania to release the hostages.", ["prisoners sought aran"]),
        ("The mission urged both governments to open a corridor for the wounded.", ["humanitarian aid sought aran+beld"]),
        ("Beldia has asked Norway for 50 air-defence missiles.", ["weapons sought NO"]),
        ("Beldia wants Arania to pay compensation for the burnt harvest.", ["money sought aran"]),
        ("Arania must hand over all its captives, Ivo Karas said.", ["prisoners sought aran"]),
        # refused, withheld, taken back
        ("Norway refused to send troops to Oresk.", ["troops refused NO"]),
        ("Arania said it would not release the two officers.", ["prisoners refused aran"]),
        ("Arania ruled out returning the three villages.", ["territory refused aran"]),
        ("Beldia rejected a demand to pull its guns back from the river.", ["weapons refused beld"]),
        ("“We will never give up the ridge,” Ivo Karas said.", ["territory refused beld"]),
        ("Norway suspended the delivery of fuel to Beldia.", ["humanitarian aid withdrawn NO"]),
        ("Sweden withdrew its offer of 200 peacekeepers.", ["troops withdrawn SE"]),
        # done
        ("Arania released 14 prisoners of war on Monday.", ["prisoners delivered aran"]),
        ("Nine Beldian soldiers were freed by Arania at the Velin bridge.", ["prisoners delivered aran"]),
        ("The first 12 trucks of flour crossed into Velin on Sunday.", ["humanitarian aid delivered"]),
        ("Beldia handed over the bodies of 40 soldiers.", ["other delivered beld"]),
        ("Arania has let 30 lorries with medicines through to Velin.", ["humanitarian aid delivered aran"]),
        ("Norway paid 3 million euros to the families of the dead.", ["money delivered NO"]),
        ("Under the truce, Arania pulled its tanks back from the bridge on Friday.", ["weapons delivered aran"]),
        ("Beldia returned 300 head of cattle to the herders of Oresk.", ["other delivered beld"]),
        # what is to be done
        ("Under the accord, all prisoners are to be released by 1 June.", ["prisoners agreed"]),
        ("Under the accord, corridors will open for the villages around Velin.", ["humanitarian aid agreed"]),
        ("Under the deal, fuel is to be let through to Velin.", ["humanitarian aid agreed"]),
        ("Arania is to withdraw its infantry from the ridge under the terms of the truce.", ["troops agreed aran"]),
        ("The agreement obliges Beldia to hand in its mortars.", ["weapons agreed beld"]),
        ("The accord provides for the release of all hostages.", ["prisoners agreed"]),
        ("The protocol calls for a joint commission to watch over the line.", ["observers agreed joint commission"]),
        ("According to the text, each side will withdraw its artillery ten kilometres.", ["weapons agreed aran+beld"]),
        # passives
        ("The ambulances were promised by Sweden.", ["humanitarian aid offered SE"]),
        ("Beldia was promised 30 tanks by Norway.", ["weapons offered NO"]),
        ("Forty observers will be sent by Sweden.", ["observers offered SE"]),
    ],
)  # fmt: skip
def test_each_construction_is_read(read_events: Reader, copy: str, expected: list[str]) -> None:
    """What is given, how far it has come and who gives it follow from grammar, whatever the goods are called."""
    _, events = read_events(copy)
    assert tell(events) == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (
            (
                "Arania and Beldia agreed to exchange all prisoners by 1 June, to pull back their tanks and to let relief "
                "convoys through."
            ),
            ["prisoners agreed aran+beld", "weapons agreed aran+beld", "humanitarian aid agreed aran+beld"],
        ),
        (
            (
                "Under the agreement, Arania will withdraw its troops from Velin, Beldia will free 40 captives and the "
                "mission will station 60 monitors on the line."
            ),
            ["troops agreed aran", "prisoners agreed beld", "observers agreed Truce Mission"],
        ),
        (
            (
                "The two sides signed an accord in Tarno on Monday. Prisoners are to be handed over within ten days. "
                "Both armies will leave the ridge. A joint commission of observers is to be set up."
            ),
            ["prisoners signed", "troops signed aran+beld", "observers signed"],
        ),
        (
            (
                "The two sides agreed on the following points:\n\n- the release of all civilian detainees;\n\n"
                "- the withdrawal of armoured vehicles from Velin;\n\n- the reopening of the Oresk road."
            ),
            ["prisoners agreed", "weapons agreed", "other agreed"],
        ),
        (
            "Arania promised to rebuild the bridge and to pay 2,000 crowns to each family.",
            ["other offered aran", "money offered aran"],
        ),
    ],
)
def test_the_terms_of_an_agreement_are_read_one_by_one(read_events: Reader, copy: str, expected: list[str]) -> None:
    """Joined infinitives, joined clauses, sentences that follow a signing and bullet lines are a term each."""
    _, events = read_events(copy)
    assert tell(events) == expected


@pytest.mark.parametrize(
    ("copy", "condition", "stage"),
    [
        ("Arania said it would free the officers once Beldia opened the crossing.", "once Beldia opened the crossing", "conditional"),
        ("Beldia will hand over the ridge only if the mines are cleared.", "only if the mines are cleared", "conditional"),
        ("Norway promised 20 trucks provided that the truce holds.", "provided that the truce holds", "conditional"),
        ("Arania offered to let grain ships sail in return for the release of its pilots.", "in return for the release of its pilots", "conditional"),
        ("Beldia would not withdraw its guns until the prisoners were home.", "until the prisoners were home", "refused"),
        ("If the road is opened, Norway will send 300 tonnes of flour.", "If the road is opened", "conditional"),
        ("Sweden will send 40 monitors so long as both sides agree.", "so long as both sides agree", "conditional"),
    ],
)  # fmt: skip
def test_a_condition_is_kept_and_is_no_commitment_itself(
    read_events: Reader, copy: str, condition: str, stage: str
) -> None:
    """What is promised on a condition is conditional; what the other side would have to do is not promised."""
    text, events = read_events(copy)
    (commitment,) = events.commitments
    assert [c.of(text) for c in commitment.conditions] == [condition]
    assert commitment.stage == stage


@pytest.mark.parametrize(
    ("copy", "low", "high", "unit"),
    [
        ("Norway pledged up to 30,000 troops for the Oresk line.", None, 30_000, "troops"),
        ("Sweden promised some €2bn for the rebuilding of Velin.", 2_000_000_000, 2_000_000_000, "EUR"),
        ("Arania agreed to free at least 40 prisoners.", 40, None, "prisoners"),
        ("Norway will send between 200 and 300 observers to Velin.", 200, 300, "observers"),
        ("Norway promised 500 tonnes of flour to Beldia.", 500, 500, "tonnes"),
    ],
)
def test_amounts_keep_unit_and_bounds(
    read_events: Reader, copy: str, low: int | None, high: int | None, unit: str
) -> None:
    """How much is promised is a range with what it counts."""
    _, events = read_events(copy)
    (commitment,) = events.commitments
    assert commitment.amount is not None
    assert (commitment.amount.low, commitment.amount.high, commitment.amount.unit) == (low, high, unit)


def test_seeker_giver_and_receiver_are_kept_apart(read_events: Reader) -> None:
    """Who asks, who should give and who should get it are three questions."""
    _, events = read_events("The mission urged Arania to hand over 30 tents to Beldia.")
    (commitment,) = events.commitments
    assert [w.entity for w in commitment.seekers] == ["mission"]
    assert [w.party for w in commitment.givers] == ["aran"]
    assert [w.party for w in commitment.receivers] == ["beld"]


@pytest.mark.parametrize(
    "copy",
    [
        "Arania released footage of the strike on Monday.",
        "The four captives gave up their rifles and were shot.",
        "The surrendered soldiers had laid down their arms.",
        "The ministry released the names of the dead.",
        "Arania released a statement on the shelling of Velin.",
        "Beldia promised a harsh response to the shelling.",
        "Beldia vowed to strike back.",
        "Arania threatened to end the truce.",
        "Norway offered to host the talks in Tarno.",
        "Sweden offered Tarno as a place for the talks.",
        "Arania offered its condolences to the families.",
        "The two sides agreed to meet again in Tarno.",
        "The two sides agreed to stop firing at midnight.",
        "Both sides agreed to continue the talks.",
        "Arania sent drones to attack the port of Tarno.",
        "Aranian troops opened fire on the bridge.",
        "Beldian troops withdrew under fire after the attack.",
        "Residents returned to Velin on Sunday.",
        "Arania opened an inquiry into the deaths.",
        "The soldiers paid with their lives.",
        "If Arania withdraws its tanks, the villagers will return to their homes.",
        "Arania denied that it would send troops to Velin.",
        "Shops in Tarno will open on Sunday.",
        "The president gave a speech in Tarno on Monday.",
        "Beldia accused Arania of refusing to allow that the truce was broken.",
        "A shell hit a truck that was delivering bread to Velin.",
        "Sixteen soldiers were killed as they handed out bread.",
        "Ivo Karas will return to Tarno on Monday.",
        "The bank will raise 20 million euros in new loans.",
        "Norway will host 200 wounded children from Velin.",
        "Arania's army will not fire first, Mira Talen promised.",
        "Arania has not yet released the last nine prisoners.",
        "Beldia made its withdrawal from the ridge conditional on an apology.",
        "A Beldian officer crossed the bridge with a white flag.",
        "The army sent more police to the market.",
        "Aid workers returned to Velin.",
        "The court released him on bail.",
        "The ministry returned the call.",
        "The president handed power to his deputy.",
        "He handed the phone to an aide.",
        "Arania will hand out leaflets in Velin.",
        "Police opened the road after the march.",
        "Shelling cut the road to Velin.",
        "Beldia raised the number of its dead to nine.",
        "Arania will not give in, Mira Talen said.",
        "The mayor will give details on Monday.",
        "He left the army in May.",
        "Arania gave no reason.",
        "Villagers asked the army for help.",
        "Norway wants peace.",
        "The army was to have left the town by Friday.",
        "Arania is sending tanks to the border.",
    ],
)
def test_what_gives_nobody_anything_is_no_commitment(read_events: Reader, copy: str) -> None:
    """Publishing, threatening, meeting, attacking, fleeing and conditions commit nobody to give anything."""
    _, events = read_events(copy)
    assert tell(events) == []


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Arania released the salaries of the teachers of Velin.", ["money delivered aran"]),
        ("Arania gave its word that it would let the wounded leave Velin.", ["humanitarian aid offered aran"]),
        ("Beldia is open to handing back the two hills.", ["territory offered beld"]),
        ("Arania would be prepared to move its guns out of range of the town.", ["weapons offered aran"]),
        ("The Aranian army will stand down its reserve brigade under the truce.", ["troops agreed aran"]),
        ("The mission's mandate was extended by six months.", ["observers agreed"]),
        ("Beldia has accepted 20 unarmed monitors in Velin.", ["observers agreed beld"]),
        ("Arania invited the mission to monitor the withdrawal.", ["observers sought Truce Mission"]),
        ("The mission will be enlarged to 60 observers.", ["observers planned"]),
        ("Under the truce, three observation posts are to be set up on the ridge.", ["observers agreed"]),
        ("The two sides agreed on joint patrols along the river.", ["troops agreed aran+beld"]),
        ("Beldia agreed to let farmers harvest in the buffer zone.", ["other agreed beld"]),
        ("The two sides agreed to exchange lists of the missing.", ["other agreed aran+beld"]),
        ("Beldia promised an amnesty for fighters who lay down their arms.", ["other offered beld"]),
        ("Arania agreed to drop the charges against the fishermen.", ["other agreed aran"]),
        ("It was agreed that Beldia would lift the curfew in Velin.", ["other agreed beld"]),
        ("Arania will allow the Red Cross to visit the prisoners.", ["other offered aran"]),
        ("Beldia shall return the bodies of the fallen within ten days.", ["other agreed beld"]),
        ("Arania to withdraw its tanks from the bridge by Friday.", ["weapons planned aran"]),
        ("Norway pledged a further 12 million euros to clear mines.", ["money offered NO"]),
        ("Sweden has offered a field hospital to Beldia.", ["humanitarian aid offered SE"]),
        ("Norway is sending two planes with medical supplies to Tarno.", ["humanitarian aid delivered NO"]),
        ("Arania still refuses to hand over the body of the pilot.", ["other refused aran"]),
        ("Beldia says it will not allow fuel into Velin.", ["humanitarian aid refused beld"]),
        ("The prisoners will be freed on Friday, Mira Talen said.", ["prisoners planned"]),
        ("An exchange of 40 prisoners is planned for Friday.", ["prisoners planned"]),
        ("The exchange of prisoners took place at the Velin bridge on Sunday.", ["prisoners delivered"]),
        ("The withdrawal of heavy weapons from Oresk has begun.", ["weapons delivered"]),
        ("A hotline between the two armies will be set up under the accord.", ["other agreed"]),
        ("The accord lets grain ships leave the port of Tarno.", ["humanitarian aid agreed"]),
        ("Beldia has pulled out of four villages, as the truce requires.", ["troops delivered beld"]),
        ("Beldia wants the return of the three villages.", ["territory sought"]),
        ("Ivo Karas called for the immediate release of the fishermen.", ["prisoners sought"]),
        ("Arania insists that the guns be withdrawn first.", ["weapons sought"]),
        ("The mission proposed that both sides pull back by two kilometres.", ["troops proposed aran+beld"]),
        ("The mission proposed a withdrawal of tanks from the bridge.", ["weapons proposed Truce Mission"]),
        ("Arania offered a truce of ten days.", ["ceasefire offered aran"]),
        ("Beldia agreed to compensate the villagers for the burnt mill.", ["money agreed beld"]),
        ("Compensation of 40,000 crowns is to be paid to the two families under the accord.", ["money agreed"]),
        ("Arania's government will cover the cost of the new bridge.", ["money offered aran"]),
        ("The rebels are to be taken into the army under the agreement.", ["troops agreed"]),
        ("Beldia promised to withdraw, but its troops are still on the ridge.", ["troops offered beld"]),
        ("The wounded would be evacuated once the road was safe, the mission said.", ["humanitarian aid conditional"]),
        ("Sweden would send 30 observers if asked.", ["observers conditional SE"]),
        ("Beldia took back its promise to free the pilots.", ["prisoners withdrawn beld"]),
        ("Norway cancelled a shipment of shells to Arania.", ["weapons withdrawn NO"]),
        ("The governor promised the herders two new wells.", ["other offered governor"]),
        ("Arania holds nine pilots and Beldia wants their release.", ["prisoners sought"]),
        ("Beldia demanded the pilots' release.", ["prisoners sought"]),
        ("Mira Talen said: “We have the rifles and we will hand them over on Friday.”", ["weapons offered aran"]),
        ("Beldia has nine bodies. It would return them once the shelling stopped, Ivo Karas said.", ["other conditional beld"]),
        ("Arania promised aid to the three villages.", ["humanitarian aid offered aran"]),
        ("Norway flew 12 tonnes of insulin to Velin.", ["humanitarian aid delivered NO"]),
        ("The company said it would rebuild the pipeline.", ["other offered The company"]),
        ("The rebels freed four kidnapped priests.", ["prisoners delivered rebels"]),
    ],
)  # fmt: skip
def test_what_is_given_is_told_by_the_verb_and_its_object(read_events: Reader, copy: str, expected: list[str]) -> None:
    """Thawed money, a mandate prolonged, maps, access, forces merged: the verb with its object tells the class."""
    _, events = read_events(copy)
    assert tell(events) == expected
