"""What is published: bulletins, comparison sheets, exports.

Decides how records are worded, ordered and drawn. Never decides what happened, never changes a record, and never
reads a clock, a file of the user's or the network: data in, text or bytes out.
"""

from trucewatch.publish.agreement import agreement_text
from trucewatch.publish.comparison import comparison_text, render_comparison
from trucewatch.publish.data import render_json
from trucewatch.publish.exports import export_acled_csv, export_followthemoney, export_geojson, export_parquet
from trucewatch.publish.forms import EXPORTS, FORMS, export, render
from trucewatch.publish.grade import grade_text
from trucewatch.publish.model import Bulletin, GradedIncident, NotCounted, Receipt, Review, ReviewStatus
from trucewatch.publish.page import render_html
from trucewatch.publish.pdf import render_pdf
from trucewatch.publish.plain import render_markdown
from trucewatch.publish.sheet.summary import summary_sentences
from trucewatch.publish.story import story_text
from trucewatch.publish.word import render_docx

__all__ = [
    "EXPORTS",
    "FORMS",
    "Bulletin",
    "GradedIncident",
    "NotCounted",
    "Receipt",
    "Review",
    "ReviewStatus",
    "agreement_text",
    "comparison_text",
    "export",
    "export_acled_csv",
    "export_followthemoney",
    "export_geojson",
    "export_parquet",
    "grade_text",
    "render",
    "render_comparison",
    "render_docx",
    "render_html",
    "render_json",
    "render_markdown",
    "render_pdf",
    "story_text",
    "summary_sentences",
]
