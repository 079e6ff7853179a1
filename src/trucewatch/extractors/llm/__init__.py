"""A language model as an extractor: asked over a local endpoint, believed only where the text bears it out.

Decides what is asked, in which pieces, and what of an answer is a candidate. An answer is not repeatable: the record
keeps what was proposed, and nobody asks again. Never sends a text off this machine unless the user says so in words.
"""

from __future__ import annotations

from trucewatch.extractors.llm.extractor import LanguageModel

__all__ = ["LanguageModel"]
