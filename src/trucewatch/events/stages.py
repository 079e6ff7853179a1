"""Words that tell how far a commitment or an agreement has come.

Own compilation after PLOVER's rule that a promise is not a deed: what somebody says they will give is offered, what was
given is delivered. Decides nothing about any sentence; see ``commitments`` and ``accords``.
"""

from __future__ import annotations

from trucewatch.events.lexicon import word_set
from trucewatch.situation.model import Stage


def _table(entries: dict[Stage, str]) -> dict[str, Stage]:
    return {word: stage for stage, words in entries.items() for word in words.split()}


#: Cue words of commitments. A sentence's stage is the first of ``COMMITMENT_ORDER`` that it has a cue of.
COMMITMENT: dict[str, Stage] = _table(
    {
        Stage.REFUSED: """refuse refuses refused refusing reject rejects rejected rejecting decline declined unwilling
            hesitant reluctant resisted ruled-out reluctance unwillingness balked rebuffed denied""",
        Stage.WITHDRAWN: """suspend suspends suspended suspending froze frozen cancel cancelled canceled cancelling
            withdrew
            withdrawn withheld paused scrapped cut revoked halted""",
        Stage.SOUGHT: """seek seeks sought seeking want wants wanted wanting ask asks asked asking request requests
            requested requesting demand demands demanded demanding need needs needed needing hope hopes
            hoped hoping hopeful urge urged urges urging appeal appealed require requires required pleaded
            pressed pushing""",
        Stage.AGREED: """agree agrees agreed agreeing approve approves approved authorise authorised authorize
            authorized signed consented""",
        Stage.OFFERED: """offer offers offered offering pledge pledges pledged pledging promise promises promised
            promising vow vowed vows commit commits committed committing announce announces announced
            announcing ready willing prepared unveiled proposed will guarantee guaranteed""",
        Stage.PLANNED: """plan plans planned planning outline outlines outlined outlining discuss discusses discussed
            discussing consider considers considering considered prepare prepares preparing draft drafting
            would could possible potential propose proposes proposing intends intend envisages envisaged
            contemplating weighing mulling deployment planning planners describe describes envisage""",
        Stage.DELIVERED: """deliver delivers delivered delivering send sends sent sending hand handed handing transfer
            transferred transferring provide provides provided providing supply supplied supplies supplying
            donate donated donating give gave given gives giving deployed arrived received receives
            contributed released returned freed handed-over shipped""",
    }
)
COMMITMENT_ORDER = (
    Stage.REFUSED,
    Stage.WITHDRAWN,
    Stage.SOUGHT,
    Stage.AGREED,
    Stage.OFFERED,
    Stage.PLANNED,
    Stage.DELIVERED,
)
#: Words that give something, in whatever form: without one of these or a cue above, nothing is committed.
GIVING = word_set(
    """send deploy provide deliver supply give contribute dispatch donate transfer grant lend station release return
    cede train arm commit offer pledge promise"""
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
