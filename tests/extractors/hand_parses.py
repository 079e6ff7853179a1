"""Parses written by hand, and a spaCy pipeline that gives them: what a parser would say, without a model.

One sentence a block, one word a line: the word, its tag, its relation, and the word that it hangs on, counted from 1
(0 for the root). Labels are those of the English pipelines, which are older than Universal Dependencies.
"""

from __future__ import annotations

from functools import cache
from typing import Any

_ENGLISH = """
“ PUNCT punct 7
The DET det 3
bridge NOUN nsubj 6
at ADP prep 3
Tolm PROPN pobj 4
is AUX ccomp 15
gone VERB acomp 6
, PUNCT punct 15
” PUNCT punct 15
Karvian ADJ amod 12
defence NOUN compound 12
minister NOUN compound 14
Anna PROPN compound 14
Berg PROPN nsubj 15
said VERB ROOT 0
on ADP prep 15
Monday PROPN pobj 16
. PUNCT punct 15

Dosland PROPN nsubj 2
denied VERB ROOT 0
that SCONJ mark 7
its PRON poss 5
guns NOUN nsubj 7
had AUX aux 7
fired VERB ccomp 2
. PUNCT punct 2

Berg PROPN nsubj 2
accused VERB ROOT 0
Dosland PROPN dobj 2
of ADP prep 2
breaking VERB pcomp 4
the DET det 7
truce NOUN dobj 5
. PUNCT punct 2

A DET det 2
spokesman NOUN nsubj 6
for ADP prep 2
the DET det 5
army NOUN pobj 3
said VERB ROOT 0
that SCONJ mark 10
four NUM nummod 9
people NOUN nsubjpass 10
were AUX auxpass 11
hurt VERB ccomp 6
. PUNCT punct 6

According VERB prep 8
to ADP prep 1
the DET det 4
mayor NOUN pobj 2
, PUNCT punct 8
the DET det 7
road NOUN nsubj 8
reopened VERB ROOT 0
. PUNCT punct 8

Hale PROPN nsubj 2
promised VERB ROOT 0
to PART aux 4
leave VERB xcomp 2
, PUNCT punct 2
adding VERB advcl 2
that SCONJ mark 9
guards NOUN nsubj 9
stay VERB ccomp 6
. PUNCT punct 2

The DET det 2
road NOUN nsubj 8
, PUNCT punct 8
Hale PROPN nsubj 5
said VERB parataxis 8
, PUNCT punct 8
is AUX aux 8
closed VERB ROOT 0
. PUNCT punct 8

Hale PROPN nsubj 4
did AUX aux 4
not PART neg 4
say VERB ROOT 0
that SCONJ mark 7
guns NOUN nsubj 7
fired VERB ccomp 4
. PUNCT punct 4

Dosland PROPN nsubjpass 3
was AUX auxpass 3
accused VERB ROOT 0
by ADP agent 3
Berg PROPN pobj 4
of ADP prep 3
theft NOUN pobj 6
. PUNCT punct 3

Hale PROPN ROOT 0
, PUNCT punct 1
who PRON nsubj 4
said VERB relcl 1
that SCONJ mark 7
guns NOUN nsubj 7
fired VERB ccomp 4
, PUNCT punct 1
left VERB ROOT 0
. PUNCT punct 9
"""


@cache
def parses() -> dict[tuple[str, ...], list[tuple[str, str, int]]]:
    """By the words of a sentence: tag, relation and head of each."""
    found = {}
    for block in _ENGLISH.strip().split("\n\n"):
        rows = [line.split() for line in block.splitlines()]
        found[tuple(row[0] for row in rows)] = [(row[1], row[2], int(row[3]) - 1) for row in rows]
    return found


def pipeline(language: str = "en", name: str = "parser") -> Any:
    """A blank pipeline whose parser knows the sentences above; every other sentence hangs on its first word."""
    import spacy  # noqa: PLC0415 - an extra
    from spacy.language import Language  # noqa: PLC0415

    if not Language.has_factory("hand_parses"):
        Language.component("hand_parses", func=annotate)
    nlp = spacy.blank(language)
    nlp.add_pipe("hand_parses", name=name)
    return nlp


def annotate(doc: Any) -> Any:
    """The same words with the tree of each sentence. A sentence ends after a full stop."""
    from spacy.tokens import Doc  # noqa: PLC0415 - an extra

    tags, relations, heads = ["X"] * len(doc), ["dep"] * len(doc), [0] * len(doc)
    start = 0
    for end in [token.i + 1 for token in doc if token.text == "." or token.i + 1 == len(doc)]:
        words = [token.i for token in doc[start:end] if not token.is_space] or [start]
        rows = parses().get(tuple(doc[at].text for at in words))
        for token in doc[start:end]:
            heads[token.i] = words[0]
        for at, number in enumerate(words):
            tags[number], relations[number], head = (
                rows[at] if rows else ("X", "dep" if at else "ROOT", 0 if at else -1)
            )
            heads[number] = words[head] if head >= 0 else number
        start = end
    spaces = [bool(token.whitespace_) for token in doc]
    words = [token.text for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, pos=tags, deps=relations, heads=heads)
