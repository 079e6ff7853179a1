"""Words a bulletin once, for every rendering.

Decides order and phrasing of the whole. Never marks up: see the renderers beside this package.
"""

from __future__ import annotations

from trucewatch.publish.model import Bulletin
from trucewatch.publish.sheet.counts import counted_lines
from trucewatch.publish.sheet.desk import Desk
from trucewatch.publish.sheet.gatherings import gathering_lines
from trucewatch.publish.sheet.incidents import incident_lines
from trucewatch.publish.sheet.lineage import quotation_sheets, story_lines
from trucewatch.publish.sheet.matrix import duty_lines, matrix_lines, sighting_lines
from trucewatch.publish.sheet.meetings import agreement_lines, statement_lines
from trucewatch.publish.sheet.model import Sheet
from trucewatch.publish.sheet.promises import commitment_lines, requirement_lines
from trucewatch.publish.sheet.reports import left_out, report_lines, source_lines
from trucewatch.publish.sheet.summary import summary_sentences
from trucewatch.publish.shown import one_line
from trucewatch.publish.wording import count_words, period_words


def write_sheet(bulletin: Bulletin) -> Sheet:
    """All lines, in reading order: citations are numbered as they come, so the reports are written last."""
    desk = Desk(bulletin)
    incidents = incident_lines(desk)
    matrix, duties, sightings = matrix_lines(desk), duty_lines(desk), sighting_lines(desk)
    commitments = commitment_lines(desk)
    requirements = requirement_lines(desk)
    gatherings = gathering_lines(desk)
    counted = counted_lines(desk)
    agreements = agreement_lines(desk)
    statements = statement_lines(desk)
    quotations = quotation_sheets(desk)
    not_counted = left_out(desk)
    return Sheet(
        title=one_line(bulletin.situation.title, 200),
        period=period_words(bulletin.start, bulletin.end),
        made_from=count_words(bulletin.log_size, "log entry", "log entries"),
        log_head=one_line(bulletin.log_head, 128),
        engine=one_line(bulletin.engine, 80),
        summary=summary_sentences(bulletin),
        incidents=incidents,
        matrix=matrix,
        duties=duties,
        sightings=sightings,
        requirements=requirements,
        commitments=commitments,
        gatherings=gatherings,
        counted=counted,
        agreements=agreements,
        statements=statements,
        stories=story_lines(desk),
        quotations=quotations,
        left_out=not_counted,
        sources=source_lines(desk),
        reports=report_lines(desk),
    )


__all__ = ["Sheet", "write_sheet"]
