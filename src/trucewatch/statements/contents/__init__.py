"""What was said: the words after the cue, before it, or on both sides.

Decides where a content begins and ends within one frame, what stands between it and the cue (addressee, occasion,
time), and who the object of an accusation is. Never looks beyond the frame.
"""

from trucewatch.statements.contents.finding import find_content
from trucewatch.statements.contents.model import Content, Range

__all__ = ["Content", "Range", "find_content"]
