"""Sentences of our own, each with one fact changed or none, and what the change bears on.

The world is invented. ``HARMLESS`` pairs say the same in other words: nothing may be named for them.
"""

from __future__ import annotations

Pair = tuple[str, str]

NUMBER: tuple[Pair, ...] = (
    ("The army fired 30 shells at Ostrel.", "The army fired 40 shells at Ostrel."),
    ("Thirty people died at the mill.", "Forty people died at the mill."),
    ("Dozens of shells fell on the town.", "24 shells fell on the town."),
    ("They hold 30,000 troops in reserve.", "They hold 3,000 troops in reserve."),
    ("The convoy brought 3.5 tonnes of flour.", "The convoy brought 35 tonnes of flour."),
    ("Two million people fled the delta.", "Three million people fled the delta."),
    ("Half of the wounded were children.", "A third of the wounded were children."),
    ("Hundreds gathered at the gate.", "Thousands gathered at the gate."),
    ("Nine soldiers were killed and four hurt.", "Four soldiers were killed and nine hurt."),
    ("It was the third breach of the truce.", "It was the fifth breach of the truce."),
    ("The toll rose to 41, medics said.", "The toll rose to 43, medics said."),
    ("About 60 percent of the bridge is gone.", "About 80 percent of the bridge is gone."),
    ("A dozen houses burned.", "A score of houses burned."),
    ("Twenty-one prisoners were exchanged.", "Twenty-seven prisoners were exchanged."),
    ("The raid killed one guard.", "The raid killed six guards."),
)

DATE: tuple[Pair, ...] = (
    ("The guns fell silent on 9 May.", "The guns fell silent on 8 May."),
    ("The guns fell silent on Monday.", "The guns fell silent on Sunday."),
    ("Talks resume in March.", "Talks resume in April."),
    ("The pact of 2014 still holds.", "The pact of 2015 still holds."),
    ("Shelling resumed yesterday at Lusk.", "Shelling resumed today at Lusk."),
    ("They met on March 3, 2024, at Lusk.", "They met on March 4, 2024, at Lusk."),
    ("The truce ends on Sept. 3.", "The truce ends on Oct. 3."),
    ("The convoy left on Tuesday morning.", "The convoy left on Tuesday evening."),
    ("The envoys arrive tomorrow.", "The envoys arrive on Friday."),
    ("The bridge fell last week.", "The bridge fell last month."),
    ("Observers left on the 5th of June.", "Observers left on the 6th of June."),
    ("The raid began at 3 a.m. on Friday.", "The raid began at 3 a.m. on Saturday."),
)

NAME: tuple[Pair, ...] = (
    ("The army fired on the bridge at Ostrel.", "The army fired on the bridge at Lusk."),
    ("They say Maarten accused Reyk.", "They say Reyk accused Maarten."),
    ("Gunmen from Vellmark crossed the river.", "Gunmen from Ardenne crossed the river."),
    ("The envoy met President Maarten at noon.", "The envoy met Maarten at noon."),
    ("The envoy met Maarten at noon.", "The envoy met Ilse Maarten at noon."),
    ("The order came from General Tomas Reyk himself.", "The order came from Colonel Tomas Reyk himself."),
    ("A convoy of the Red Lantern reached the town.", "A convoy of the Blue Lantern reached the town."),
    ("Vellmark shelled the town, they said.", "Ardenne shelled the town, they said."),
    ("The letter was signed by Ilse Maarten.", "The letter was signed by the minister."),
    ("Talks were held in Port Callis.", "Talks were held in Port Havel."),
    ("It was the UN that counted the dead.", "It was the OSCE that counted the dead."),
    ("The Norlandian army withdrew.", "The Sudlandian army withdrew."),
)

NEGATION: tuple[Pair, ...] = (
    ("The army fired on the bridge.", "The army had not fired on the bridge."),
    ("The army will leave the valley.", "The army will not leave the valley."),
    ("The truce is still in force.", "The truce is no longer in force."),
    ("The ministry said that its guns fired.", "The ministry denied that its guns fired."),
    ("They have signed the pact.", "They have never signed the pact."),
    ("The mill was hit.", "The mill wasn't hit."),
    ("All sides kept to the terms.", "None of the sides kept to the terms."),
    ("The envoy agreed to sign.", "The envoy refused to sign."),
    ("They left with guarantees.", "They left without guarantees."),
    ("There is proof of an attack.", "There is no proof of an attack."),
    ("Both kept the line open.", "Neither kept the line open."),
    ("The army can hold the ridge.", "The army cannot hold the ridge."),
    ("The raid hit the depot.", "The raid failed to hit the depot."),
    ("The envoy accepted the terms.", "The envoy rejected the terms."),
    ("Everybody was hurt in the raid.", "Nobody was hurt in the raid."),
    ("The army did fire on the mill.", "The army didn't fire on the mill."),
    ("Shelling hardly ever stops at Lusk.", "Shelling stops at Lusk."),
)

ATTRIBUTION: tuple[Pair, ...] = (
    ("The army said the bridge stood.", "The army claimed the bridge stood."),
    ("The bridge was hit, officials said.", "The bridge was hit."),
    ("The bridge was hit.", "The bridge was hit, according to the mayor."),
    ("Shells fell on the mill, the army said.", "Shells fell on the mill, the mayor said."),
    ("Witnesses said that the mill burned.", "Police said that the mill burned."),
    ("The envoy told reporters the talks went on.", "The talks went on."),
    ("The army accused gunmen of the raid.", "Gunmen were behind the raid."),
    ("It was a breach, the observers reported.", "It was a breach."),
    ("The army has confirmed that the line was cut.", "The line was cut."),
    ("The line was cut.", "The line was cut, a spokesman added."),
    ("According to medics, the mill burned.", "The mill burned."),
    ("The mayor insists the road is open.", "The road is open."),
)

HEDGE: tuple[Pair, ...] = (
    ("The army fired on the bridge.", "The army allegedly fired on the bridge."),
    ("The army fired 30 shells at Ostrel.", "The army fired about 30 shells at Ostrel."),
    ("The raid killed at least nine people.", "The raid killed nine people."),
    ("A force of up to 5,000 troops.", "A force of 5,000 troops."),
    ("The raid reportedly hit the depot.", "The raid hit the depot."),
    ("The talks will fail.", "The talks may fail."),
    ("The talks will fail.", "The talks could fail."),
    ("More than 60 houses burned.", "60 houses burned."),
    ("The shells came from the ridge.", "The shells apparently came from the ridge."),
    ("The raid was the work of gunmen.", "The raid was probably the work of gunmen."),
    ("The gunmen crossed the river.", "The suspected gunmen crossed the river."),
    ("Some 400 families fled.", "400 families fled."),
    ("The dam is likely to hold.", "The dam is going to hold."),
    ("As many as 12 guards fled.", "12 guards fled."),
    ("Fewer than 50 shells fell.", "50 shells fell."),
    ("It seems that the dam holds.", "It is clear that the dam holds."),
)

HARMLESS: tuple[Pair, ...] = (
    ("Thirty shells fell on the town.", "30 shells fell on the town."),
    ("They hold 30,000 troops.", "They hold 30.000 troops."),
    ("They hold 30,000 troops.", "They hold 30 000 troops."),
    ("They hold 30,000 troops.", "They hold 30 thousand troops."),
    ("A dozen houses burned.", "Twelve houses burned."),
    ("Two million people fled.", "2 million people fled."),
    ("Two million people fled.", "2,000,000 people fled."),
    ("It was the third breach.", "It was the 3rd breach."),
    ("Sixty percent of the bridge is gone.", "60% of the bridge is gone."),
    ("They did not fire on the mill.", "They didn't fire on the mill."),
    ("The army cannot hold the ridge.", "The army can't hold the ridge."),
    ("The army can not hold the ridge.", "The army cannot hold the ridge."),
    ("It left nobody hurt.", "It left no one hurt."),
    ("They met on 9 May at Lusk.", "They met on May 9 at Lusk."),
    ("They met on 9 May at Lusk.", "They met on May 9th at Lusk."),
    ("They met on Sept. 9 at Lusk.", "They met on September 9 at Lusk."),
    ("The talks, held on Monday, went on.", "The talks on Monday went on."),
    ("On Monday the guns fell silent.", "The guns fell silent on Monday."),
    ("The army fired on the bridge.", "The army shelled the bridge."),
    ("They met to discuss a force.", "They met to talk about a force."),
    ("The army of Norlandia withdrew.", "The Norlandian army withdrew."),
    ("The defence of the harbour went on.", "The defense of the harbor went on."),
    ("Shelling of the big mill began at dawn.", "Shelling of the large mill started at dawn."),
    ("The convoy, which carried flour, was late.", "The convoy carrying flour was late."),
    ("“We hold the ridge,” Reyk said.", "Reyk said, “We hold the ridge.”"),
    ("The mill burned, and houses fell.", "The mill burned while houses fell."),
    ("In Lusk the mill burned.", "The mill burned in Lusk."),
    ("However, the road stayed open.", "But the road stayed open."),
    ("The U.S. sent an envoy.", "The US sent an envoy."),
    ("The envoy of Maarten’s party left.", "The envoy of Maarten's party left."),
    ("Nine people died in the raid.", "The raid killed nine people."),
    ("The gunmen seized one of the bridges.", "The gunmen took one of the bridges."),
    ("The road over the pass is shut.", "The road across the pass is closed."),
    ("The talks about the dam failed.", "Talks on the dam failed."),
    ("They made almost no effort.", "They made next to no effort."),
    ("The army kept firing until dawn.", "The army went on firing until dawn."),
    ("He has thought of leaving the town.", "He has considered leaving the town."),
    ("The report of the raid came late.", "News of the raid came late."),
    ("The ninth brigade left.", "The 9th brigade left."),
    ("They stayed for one and a half years.", "They stayed for a year and a half."),
)

CHANGED: dict[str, tuple[Pair, ...]] = {
    "number": NUMBER,
    "date": DATE,
    "name": NAME,
    "negation": NEGATION,
    "attribution": ATTRIBUTION,
    "hedge": HEDGE,
    "": HARMLESS,
}
