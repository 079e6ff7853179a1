"""Direct speech and parentheses: what was said stands before its cue, and perhaps goes on behind the speaker.

Decides which words around an inverted cue were said. Never decides who speaks.
"""

from __future__ import annotations

from trucewatch.language.slavic import words
from trucewatch.statements.slavic.contents import Contents
from trucewatch.statements.slavic.lines import Unit
from trucewatch.statements.slavic.model import Range, Saying
from trucewatch.statements.slavic.verbs import Verb


class Direct(Contents):
    """A line with what may stand before a cue."""

    def inverted(self, at: int, verb: Verb, start: int) -> Saying | None:
        """What was said, a comma or dash, the cue, who speaks; perhaps more of what was said."""
        mark = -1 if verb.form.kind == "gerund" else self.mark_before(start, at)
        if mark < 0:
            return None
        subject, end = self.subject(at, verb, start)
        end = max(end, at)
        is_speech = self.is_dash_opened(start, at) or self.is_spoken_before(mark)
        if not is_speech and (subject is None or subject.first < at):
            return None
        left, after = self.left_of(mark), self.right_of(end)
        if left is None or self.opens_clause(end):
            return None
        content = [left] if after is None else [left, after]
        return Saying(self.line, verb.act, (at, at), subject, content, region=(start, end))

    def is_dash_opened(self, start: int, at: int) -> bool:
        """Whether a dash stands before the cue's clause, after a comma, a quotation or a mark that ends speech."""
        if not (start <= at and self.line.is_dash(start - 1) and start >= 2):
            return False
        before = self.units[start - 2]
        return before.quotation is not None or before.text in {",", "!", "?", "…", ".", "”", "»"}

    def is_spoken_before(self, mark: int) -> bool:
        """Whether a quotation ends right before the mark."""
        return mark > 0 and self.units[mark - 1].quotation is not None

    def mark_before(self, start: int, at: int) -> int:
        """The comma or dash that parts the cue's clause from what was said, or -1."""
        mark = start - 1
        if mark < 1:
            return -1
        is_speech = self.is_dash_opened(start, at) or self.is_spoken_before(mark)
        if not is_speech and any(not self.may_stand(i) for i in range(start, at)):
            return -1
        if self.units[mark].is_dash and self.units[mark - 1].text == ",":
            return mark - 1
        if self.units[mark].quotation is not None:
            return mark + 1
        return mark if self.units[mark].text == "," or self.units[mark].is_dash else -1

    def may_stand(self, at: int) -> bool:
        """Whether the unit may stand between the mark and an inverted cue."""
        unit = self.units[at]
        is_about = unit.lower in {"об", "о", "про", "этом", "чем", "це", "що"}
        return is_about or unit.is_time or unit.lower in words.ADVERBS

    def left_of(self, mark: int) -> Range | None:
        """What was said before the mark: the whole of the line so far, or the quotation that stands there."""
        last = mark - 1
        while last >= 0 and self.units[last].text in {",", "—", "–", "-"}:
            last -= 1
        if last < 0:
            return None
        first = self.left_start(last)
        while first < last and (self.units[first].is_dash or self.units[first].text == ","):
            first += 1
        return (first, last)

    def left_start(self, last: int) -> int:
        """Where it began: with the quotation that stands there, else with the line."""
        if self.units[last].quotation is not None and not (last and self.units[last - 1].is_word):
            return last
        return 0

    def right_of(self, end: int) -> Range | None:
        """What was said after the speaker: behind a dash, a comma in a parenthesis, or as another quotation."""
        at = opened = end + 1
        while at < len(self.units) and (self.units[at].text in {",", ".", ":", "!", "?"} or self.units[at].is_dash):
            at += 1
        if at > self.last or at == opened:
            return None
        has_dash = any(self.units[i].is_dash for i in range(opened, at))
        has_colon = any(self.units[i].text == ":" for i in range(opened, at))
        if self.units[at].quotation is not None:
            return (at, at) if has_dash or has_colon or self.units[opened].text in {",", "."} else None
        if has_dash:
            return (at, self.last) if self.line.is_spoken else None
        is_inside = not self.line.is_spoken and self.units[opened].text == ","
        goes_on = is_inside and not (self.units[at].is_closed_class or is_gerund(self.units[at]))
        return (at, self.last) if goes_on else None


def is_gerund(unit: Unit) -> bool:
    """Whether the word looks like a gerund."""
    return unit.lower.endswith(("вшись", "ясь", "ась", "ючи", "вши")) or (
        unit.verb is not None and unit.verb.form.kind == "gerund"
    )
