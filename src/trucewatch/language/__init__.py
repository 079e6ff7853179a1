"""What every extractor needs to know of a text: tokens, quotations, names, times, places and amounts.

Decides how a text divides and what its words name, for English, Russian and Ukrainian by rules, for other
languages only as far as the situation file names things. Never decides who said what, or what happened.
"""

from __future__ import annotations

from trucewatch.language.analysis import analyse, read_quotations
from trucewatch.language.model import Analysis, Quotation, QuotationUse, Tag, Token

__all__ = ["Analysis", "Quotation", "QuotationUse", "Tag", "Token", "analyse", "read_quotations"]
