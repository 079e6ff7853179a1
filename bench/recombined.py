"""More news articles than are at hand: the real ones first, then new ones put together from their paragraphs.

For measuring how the cost of lineage grows, not what it finds: an invented article is nobody's account. What growth
depends on is kept: how long articles are, how often each word is used, how many words of an article are new to the
whole stream, and how many articles derive from another. What it must not have is lost: no run of rare words stands in
two of them.

An invented article takes runs of paragraphs of real ones, a third of its length from each, until it is as long as one
more real one. Words in a hundredth
of all articles or more stay. Every other word becomes, through the whole of this article, another of about its
frequency (half to twice its rank), or one coined for it, as often as late real articles bring a new word. Digits are
drawn anew. One article in twenty is instead a rewrite by seeded edits of one of the last thousand.
"""

from __future__ import annotations

import random
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence

from lineage_input import CORPORA, Text, pool_articles, rewritten
from synthetic import reports

_TOKEN = re.compile(r"[^\W\d_]+|\d")
_COMMON = 0.01  # of all articles: words in as many or more stay as they are
_LATE = 0.1  # of the articles, the last: what they bring that no earlier one had
_DERIVED, _RECENT = 0.05, 1_000
_PIECES, _MOST_PIECES = 3, 12


def articles(count: int, seed: int = 5) -> Iterator[Text]:
    """``count`` texts, the same for the same seed; a longer stream begins with the shorter one."""
    if not CORPORA.exists():
        for received in reports(count, seed):
            yield Text(f"stream-{received.name}", received.raw.decode(), received.source)
        return
    real = sorted(pool_articles(), key=lambda text: text.id)
    yield from real[:count]
    if count > len(real):
        yield from _invented(real, count - len(real), random.Random(seed))


def _invented(real: Sequence[Text], count: int, chance: random.Random) -> Iterator[Text]:
    words, recent = _Words(real), deque[Text](maxlen=_RECENT)
    sources = [text.source for text in real]
    for number in range(count):
        id_, source = f"recombined-{number:06}", chance.choice(sources)
        if recent and chance.random() < _DERIVED:
            yield Text(id_, rewritten(chance.choice(recent).text, seed=number), source)
            continue
        made = Text(id_, words.put_otherwise(_pieces(real, chance), chance), source)
        recent.append(made)
        yield made


def _pieces(real: Sequence[Text], chance: random.Random) -> str:
    """Runs of paragraphs of several articles, together about as long as one."""
    length = len(chance.choice(real).text)
    taken: list[str] = []
    wanted = length
    for _ in range(_MOST_PIECES):
        lines = [line for line in chance.choice(real).text.split("\n") if line.strip()]
        at, until = chance.randrange(len(lines)) if lines else 0, max(0, wanted - length // _PIECES)
        while wanted > until and at < len(lines):
            taken.append(lines[at])
            wanted -= len(lines[at])
            at += 1
    return "\n\n".join(taken)


class _Words:
    """The words of the real articles by frequency, and how often a word is one that none before had."""

    def __init__(self, real: Sequence[Text]) -> None:
        found: Counter[str] = Counter()
        new = rare = 0
        late = int(len(real) * (1 - _LATE))
        for number, text in enumerate(real):
            words = {word.lower() for word in _TOKEN.findall(text.text)}
            if number >= late:
                new += len(words - found.keys())
                rare += sum(found[word] < _COMMON * number for word in words)
            found.update(words)
        self._ranked = [word for word, held in found.most_common() if held < _COMMON * len(real) and not word.isdigit()]
        self._rank = {word: at for at, word in enumerate(self._ranked)}
        self._coined = new / max(1, rare)

    def put_otherwise(self, text: str, chance: random.Random) -> str:
        """The text with its telling words changed, each into the same throughout."""
        chosen: dict[str, str] = {}

        def put(match: re.Match[str]) -> str:
            word = match.group()
            if word.isdigit():
                return chance.choice("0123456789")
            low = word.lower()
            if low not in self._rank:
                return word
            other = chosen.get(low) or chosen.setdefault(low, self._drawn(low, chance))
            return other.capitalize() if word[0].isupper() else other

        return _TOKEN.sub(put, text)

    def _drawn(self, word: str, chance: random.Random) -> str:
        if chance.random() < self._coined:
            return "".join(chance.choice(_SYLLABLES) for _ in range(4)) + word[-2:]
        at = int((self._rank[word] + 1) * 2 ** chance.uniform(-1, 1))
        return self._ranked[min(at, len(self._ranked) - 1)]


_SYLLABLES = tuple(a + b for a in "bcdfghklmnprstvwz" for b in "aeiou")
