"""The statements room: who said what, in whose words, and what the saying did.

Decides where quotations and reported speech begin and end, who speaks, and which act it is: an assertion, a denial, a
pledge. English, Russian and Ukrainian, by rules over an ``Analysis``; nothing for other languages. Never decides
whether what was said is true, nor what happened.
"""

from __future__ import annotations

from trucewatch.statements.building import EXTRACTOR
from trucewatch.statements.finding import find_statements
from trucewatch.statements.meanings import Meanings, spoken_paragraphs
from trucewatch.statements.model import WITHOUT_CONTENT, Act, Form, Statement

__all__ = [
    "EXTRACTOR",
    "WITHOUT_CONTENT",
    "Act",
    "Form",
    "Meanings",
    "Statement",
    "find_statements",
    "spoken_paragraphs",
]
