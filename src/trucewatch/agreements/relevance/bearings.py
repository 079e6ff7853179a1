"""What bears on what: how far a sentence about one subject tells whether a clause about another is kept.

Own judgement, checked against hand-labelled pairs. Decides no score by itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from trucewatch.agreements.relevance.subjects import Subject

#: Where a clause holds. Alone it is what the clause is about; beside something else it says where.
SETTINGS = frozenset({Subject.SETTLEMENTS, Subject.BORDER, Subject.ENERGY})

#: How a clause is to be kept. Named first, what follows is only what it is about.
MEANS = frozenset({Subject.MONITORING, Subject.DISCIPLINE, Subject.COORDINATION, Subject.ACCESS})

#: Per mille, for (the clause's subject, the sentence's), where it is not the whole for one subject and nothing for two.
BEARS: Mapping[tuple[Subject, Subject], int] = {
    (Subject.TRUCE, Subject.FIRE): 1000,
    (Subject.TRUCE, Subject.TRUCE): 500,
    (Subject.TRUCE, Subject.HARM): 800,
    (Subject.TRUCE, Subject.HEAVY_WEAPONS): 300,
    (Subject.FIRE, Subject.HARM): 800,
    (Subject.FIRE, Subject.TRUCE): 450,
    (Subject.FIRE, Subject.HEAVY_WEAPONS): 300,
    (Subject.HEAVY_WEAPONS, Subject.DISENGAGEMENT): 300,
    (Subject.DISENGAGEMENT, Subject.ADVANCE): 400,
    (Subject.ADVANCE, Subject.DISENGAGEMENT): 300,
    (Subject.MONITORING, Subject.ACCESS): 900,
    (Subject.ACCESS, Subject.MONITORING): 500,
    (Subject.FOREIGN_FORCES, Subject.ADVANCE): 300,
    (Subject.SETTLEMENTS, Subject.HARM): 400,
}
