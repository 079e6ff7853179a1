"""What was said before the words that report it, and where it goes on after them: "A, X said, B".

Decides where the content before a cue begins, and whether the sentence resumes it.
"""

from __future__ import annotations

from trucewatch.language.model import Tag
from trucewatch.statements.contents.between import skip_adjuncts
from trucewatch.statements.contents.model import Content, Range
from trucewatch.statements.cues import Cue
from trucewatch.statements.frames import COMMAS, DASHES, STOPS, Frame
from trucewatch.statements.limits import (
    CONTRASTS,
    OPENERS,
    has_finite,
    trim,
)
from trucewatch.statements.subjects import Subject


def without_right(frame: Frame, cue: Cue, subject: Subject, end: int, content: Content) -> Content | None:
    """The content of a cue with nothing after it: what stands before its subject, or nothing."""
    if cue.takes("tq") and not cue.is_bare:
        first = subject.phrase.first if subject.phrase is not None and subject.is_own else cue.first
        if _may_look_left(frame, first):
            return around(frame, first, end, content)
    return content if cue.takes("x") or content.target is not None or cue.act is not None else None


def _may_look_left(frame: Frame, first: int) -> bool:
    """Whether a quotation or a comma, perhaps inside a closing mark, stands before the words that report."""
    if frame.tag(first - 1) is Tag.QUOTE:
        return first >= 3 and frame.at(first - 2) in COMMAS | STOPS
    return frame.is_quotation(first - 1) or (frame.at(first - 1) in COMMAS and first >= 2)


def around(frame: Frame, first: int, after: int, content: Content) -> Content | None:
    """As in "A, X said, B": the words before ``first`` and, where the sentence goes on, those after ``after``."""
    left = _left(frame, first)
    if left is None:
        return None
    content.parts.append(left)
    after = skip_adjuncts(frame, after, content)
    if frame.at(after) in COMMAS:
        after += 1
    if after < len(frame):
        content.parts.extend(_resumed(frame, left, after))
    content.whole.extend(content.parts)
    return content


def _left(frame: Frame, first: int) -> Range | None:
    """The content that ends before ``first``."""
    last = first - 1
    if frame.at(last) in COMMAS | DASHES:
        last -= 1
    if last < 0:
        return None
    if frame.is_quotation(last) and (last == 0 or frame.at(last - 1) in COMMAS | STOPS | {":", "and"}):
        return (last, last)
    start = last
    while start > 0 and not (frame.at(start - 1) == ";" or (frame.at(start - 1) == ":" and frame.is_quotation(start))):
        start -= 1
    while start < last and frame.at(start) in {"but", "and", "yet", "however", ","}:
        start += 1
    return (start, last)


def _resumed(frame: Frame, left: Range, after: int) -> list[Range]:
    """The rest of what was said after the reporting words."""
    if frame.is_quotation(after):
        return [(after, after)]
    if frame.is_quotation(left[1]) and left[0] == left[1]:
        return []
    if not has_finite(frame, after, len(frame) - 1):
        return []
    is_other = frame.words[after].form in {"ing", "en"} or frame.at(after) in CONTRASTS | OPENERS | {"who", "which"}
    end = trim(frame, len(frame) - 1)
    is_short = end - after < 2 and not any(frame.is_quotation(at) for at in range(after, end + 1))
    return [] if is_other or is_short or frame.at(after - 1) not in COMMAS else [(after, end)]
