"""Words that tell how far a commitment or an agreement has come.

Own compilation after PLOVER's rule that a promise is not a deed: what somebody says they will give is offered, what was
given is delivered. Decides nothing about any sentence; see ``commitments.finding`` and ``gatherings.accords``.
"""

from __future__ import annotations

from trucewatch.language.lexicon import word_set
from trucewatch.situation.model import Stage


def _table(entries: dict[Stage, str]) -> dict[str, Stage]:
    return {word: stage for stage, words in entries.items() for word in words.split()}


#: Verbs and adjectives before "to" whose subject would do it: "agreed to release", "is ready to send".
UNDERTAKING: dict[str, Stage] = _table(
    {
        Stage.AGREED: "agree consent undertake",
        Stage.OFFERED: "pledge promise vow offer volunteer guarantee commit ready willing prepared",
        Stage.PLANNED: "plan intend prepare decide aim due set scheduled expected want hope resolve",
        Stage.PROPOSED: "propose consider",
        Stage.REFUSED: "refuse decline unwilling reluctant hesitant hesitate",
        Stage.DELIVERED: "begin start continue manage help",
    }
)
#: Verbs whose object would do it: "asked A to release", "the accord obliges A to withdraw".
URGING: dict[str, Stage] = _table(
    {
        Stage.SOUGHT: """ask urge demand want call appeal press request invite need implore exhort push like beg
            encourage pressure beseech""",
        Stage.AGREED: "oblige bind commit require",
        Stage.PLANNED: "order tell instruct authorise authorize",
    }
)
#: Verbs before "that" or a clause: "agreed that A would withdraw", "demanded A release".
CLAUSAL: dict[str, Stage] = _table(
    {
        Stage.AGREED: "agree undertake stipulate agreement",
        Stage.OFFERED: "pledge promise vow guarantee assure offer",
        Stage.SOUGHT: "demand insist ask request urge want require demanding",
        Stage.PROPOSED: "propose suggest recommend",
    }
)
#: Verbs and nouns with goods or a deed as their object: "pledged 50 tanks", "demanded the release of".
CUES: dict[str, Stage] = _table(
    {
        Stage.REFUSED: "refuse reject deny withhold rebuff oppose refusal rejection",
        Stage.WITHDRAWN: "suspend cancel freeze halt stop cut halve scrap suspension cancellation",
        Stage.SOUGHT: "seek request demand want need require requirement demand request appeal call",
        Stage.AGREED: "approve authorise authorize agree accept",
        Stage.OFFERED: "offer pledge promise vow commit earmark allocate announce guarantee commitment",
        Stage.PLANNED: "plan outline discuss envisage draft order describe prepare",
        Stage.PROPOSED: "propose suggest proposal",
        Stage.DELIVERED: "receive complete confirm begin secure contribution donation start finish",
    }
)
#: Verbs that an agreement is the subject of, with what it lays down as their object.
LAYING_DOWN: frozenset[str] = word_set(
    """provide call include envisage foresee contain stipulate cover require set establish create demand specify
    prescribe oblige foresaw allow"""
)
#: What may be done with somebody else's demand or one's own offer: "rejected a demand to", "withdrew its offer of".
ANSWERS: dict[str, Stage] = _table(
    {
        Stage.REFUSED: "reject refuse rebuff dismiss decline ignore resist turn",
        Stage.WITHDRAWN: "withdraw retract revoke rescind suspend cancel break take drop abandon",
        Stage.AGREED: "accept approve",
    }
)

#: Cue words of agreements, before or after the noun.
AGREEMENT: dict[str, Stage] = _table(
    {
        Stage.SOUGHT: """broker brokering mediate mediating seek seeking seeks sought pursue pursuing push pushing
            pushed
            urge urged urging demand demanded demanding calls called calling wants want hopes hoping""",
        Stage.PROPOSED: """propose proposed proposes proposing proposal draft drafted offer offered future possible
            potential suggested eventual""",
        Stage.NEGOTIATED: """negotiate negotiates negotiated negotiating discuss discusses discussed discussing finalise
            finalize finalising finalizing negotiations talks establish hammer thrash terms details consider
            considering progress framework reach secure""",
        Stage.AGREED: """agreed agree agrees reached accepted accept accepts clinched announced struck approved declared
            brokered mediated secured established endorsed concluded backed""",
        Stage.SIGNED: "signed sign signs signing inked ratified initialled",
        Stage.IN_FORCE: """effect force holding held hold holds observed observe observing respected respect respecting
            comply complied complying violated violating violate violates breached breaching breach
            violation violations breaches monitoring began begun extended implement implemented broke broken
            uphold upholding maintain maintains maintained maintaining""",
        Stage.EXPIRED: "expired expire expires ended lapsed",
        Stage.REPUDIATED: """collapsed collapse collapses abandoned repudiated renounced scrapped tore torn unravelled
            unraveled quit""",
        Stage.REFUSED: "rejected reject rejects refused rejecting refusing",
    }
)
RANK = (
    Stage.PROPOSED,
    Stage.SOUGHT,
    Stage.REFUSED,
    Stage.NEGOTIATED,
    Stage.CONDITIONAL,
    Stage.AGREED,
    Stage.SIGNED,
    Stage.IN_FORCE,
    Stage.EXPIRED,
    Stage.REPUDIATED,
)
#: Words that keep a stage from being reached: "struggled to establish", "yet to sign", "would accept".
UNREACHED = word_set(
    """struggle struggled struggling fail failed failing yet not n't never could would may might if unless hesitant
    reluctant reluctance refused unwilling until before to will should must"""
)
