"""A trained tagger as an extractor: words labelled source, cue or content by a small encoder, run with ONNX.

Decides how a text becomes numbers, which labels are likeliest, and which source and cue belong to which content.
Everything else (whose words, which act, who is meant, whether the words are there) the core decides, from what is
proposed here. The model is the user's: ``training/`` says how to make one from data that one may use.
"""

from __future__ import annotations

from trucewatch.extractors.neural.extractor import Neural

__all__ = ["Neural"]
