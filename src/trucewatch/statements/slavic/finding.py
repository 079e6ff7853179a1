"""The statements of a Russian or Ukrainian document, in text order, with what each denial points at."""

from __future__ import annotations

from trucewatch.language.model import Analysis, tongue_of
from trucewatch.statements.denials import link_denials
from trucewatch.statements.model import Statement
from trucewatch.statements.placing import position
from trucewatch.statements.slavic.acting import told_by_content
from trucewatch.statements.slavic.building import Builder
from trucewatch.statements.slavic.denying import link_anaphors


def find_statements(analysis: Analysis) -> tuple[Statement, ...]:
    """Everything that the document says somebody said."""
    made = Builder(analysis, tongue_of(analysis.document)).made()
    found = sorted({one.statement.id: one.statement for one in made}.values(), key=position)
    acted = told_by_content(analysis, found)
    pointing = link_anaphors(analysis, acted)
    return link_denials(analysis.document, pointing)
