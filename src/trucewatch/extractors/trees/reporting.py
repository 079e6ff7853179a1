"""Which sayings one tree tells of.

Decides by relations alone: the subject of a verb that reports is the source, its clausal complement or the clause that
it is set into is what was said, and so are a quotation beside it and, for verbs that take one, its object. "According
to" and its like are read by their preposition. What is denied to have been said is no saying and is left to the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.extractors.model import Candidate, Piece
from trucewatch.extractors.trees.model import Tree
from trucewatch.language import Quotation, QuotationUse
from trucewatch.statements import Act
from trucewatch.values import Span

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECT = ("nsubj", "csubj", "sb")  # the last is of German pipelines
_PASSIVE = frozenset({"nsubjpass", "nsubj:pass", "csubjpass", "csubj:pass", "sbp"})
_AGENT = ("agent", "obl:agent")
_CLAUSE = ("ccomp", "oc", "clausal_complement")
_INFINITIVE = ("xcomp",)
_OBJECT = ("dobj", "obj", "oa")
_ASIDE = ("parataxis", "discourse")
_RELATIVE = ("relcl", "acl:relcl", "rc")
_CARRIED = ("conj", "xcomp", "advcl", "cj")  # "and added that", "adding that": whose subject is the verb's before it
_PREPOSITIONAL = ("prep", "obl", "pp", "mo", "op")
_AS = frozenset({"as", "как", "як", "wie", "comme", "como", "come", "jak"})
_NOT = frozenset({"not", "n't", "n’t", "never", "не", "ні", "ни"})
_WORDS_OF = frozenset({"словам", "данным", "информации", "сведениям", "мнению", "оценке", "словами", "даними"})
_COMMITTING = frozenset({Act.PLEDGE, Act.THREATEN, Act.REFUSE, Act.OFFER, Act.DEMAND, Act.REQUEST})
#: Acts whose object is what was said: "denied the attack", "announced a pause".
_OF_THINGS = _COMMITTING | {Act.DENY, Act.CONFIRM, Act.ACKNOWLEDGE, Act.ANNOUNCE} - {Act.REQUEST}
_FOR_EACH = 6  # steps up a tree to a subject that a verb shares

#: What saying some words does; None where they report nothing.
Report = Callable[[Span], Act | None]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a tree tells of one saying, by words."""

    cue: list[int]
    source: list[int]
    content: list[int]
    accused: list[int]
    is_quoted: bool = False


def candidates_of(tree: Tree, text: str, quotations: Sequence[Quotation], report: Report | None) -> Iterator[Candidate]:
    """The sayings of one sentence, in the order of their cues.

    ``quotations`` are those that share a word with the sentence. Without ``report`` there is no list of verbs for the
    language: then only quotations count as said.
    """
    speech = [each for each in quotations if each.use is QuotationUse.SPEECH and each.depth == 1]
    for at, node in enumerate(tree.nodes):
        act: Act | None = Act.ASSERT
        said = _according(tree, at) if report is not None else None
        if said is None and node.tag in _VERBS and not _is_denied(tree, at):
            act = report(node.span) if report is not None else act
            said = _told(tree, at, act, speech) if act is not None else None
        if said is not None and said.content and (report or said.is_quoted):
            yield _candidate(tree, text, said, act if report else None)


def _told(tree: Tree, verb: int, act: Act | None, speech: Sequence[Quotation]) -> _Said | None:
    """What a verb that reports tells."""
    subject = _subject(tree, verb)
    source = _trimmed(tree, _noun(tree, subject, verb)) if subject >= 0 else []
    accused: list[int] = []
    content = _clause(tree, verb, act)
    if act is Act.ALLEGE and not content:
        content, accused = _charge(tree, verb)
    quoted = not content or not any(_lies_in(tree, word, speech) for word in content)
    beside = _beside(tree, verb, speech) if quoted else []
    if beside and (not content or not _has_quotation(tree, content, speech)):
        content = content or beside
    if not content and act in _OF_THINGS:
        content = [word for child in tree.children(verb, *_OBJECT) for word in tree.under(child)]
    if _is_passive(tree, verb) and not accused and act is Act.ALLEGE:
        accused = [
            word
            for child in tree.children(verb)
            if tree.nodes[child].relation in _PASSIVE
            for word in tree.under(child)
        ]
    kept = [word for word in content if word not in {verb, *source}]
    is_quoted = bool(kept) and all(_lies_in(tree, word, speech) or tree.nodes[word].tag == "PUNCT" for word in kept)
    return _Said([verb], source, kept, accused, is_quoted)


def _subject(tree: Tree, verb: int) -> int:
    """Who does what the verb says; -1 where the tree does not tell. The agent where the verb is passive."""
    for _ in range(_FOR_EACH):
        agents = [child for each in tree.children(verb, *_AGENT) for child in (tree.children(each, "pobj") or [each])]
        if agents:
            return agents[0]
        subjects = [c for c in tree.children(verb, *_SUBJECT) if tree.nodes[c].relation not in _PASSIVE]
        if subjects:
            return tree.head(verb) if _is_relative(tree, verb, subjects[0]) else subjects[0]
        if _is_passive(tree, verb) or not tree.is_a(verb, *_CARRIED) or tree.head(verb) < 0:
            return -1
        verb = tree.head(verb)
    return -1


def _is_relative(tree: Tree, verb: int, subject: int) -> bool:
    """As in "Berg, who said": the subject stands for the noun that the clause hangs on."""
    return tree.is_a(verb, *_RELATIVE) and tree.nodes[subject].tag in {"PRON", "DET"} and tree.head(verb) >= 0


def _is_passive(tree: Tree, verb: int) -> bool:
    return any(tree.nodes[child].relation in _PASSIVE for child in tree.children(verb))


def _is_denied(tree: Tree, verb: int) -> bool:
    return any(tree.nodes[child].lower in _NOT for child in tree.children(verb))


def _noun(tree: Tree, at: int, verb: int) -> list[int]:
    """A noun with all that belongs to it, without clauses about it and without its preposition."""
    off = {verb, *tree.children(at, *_RELATIVE), *tree.children(at, "case", *_ASIDE)}
    return tree.under(at, off)


def _clause(tree: Tree, verb: int, act: Act | None) -> list[int]:
    """The clause that was said: what the verb governs, or what the verb is set into."""
    if after := _after_colon(tree, verb):
        return after
    kinds = (*_CLAUSE, *_INFINITIVE) if act in _COMMITTING else _CLAUSE
    governed = tree.children(verb, *kinds)
    if governed:  # several on one side are clauses in a row: "that it rained, the river rose"
        row = [clause for clause in governed if (clause > verb) == (governed[-1] > verb)]
        return sorted({*_without_mark(tree, row[0]), *(word for clause in row[1:] for word in tree.under(clause))})
    if tree.is_a(verb, *_ASIDE) or (tree.is_a(verb, "advcl") and _opens_with_as(tree, verb)):
        head = tree.head(verb)
        if head >= 0 and tree.nodes[head].tag not in {"PUNCT", "SYM"}:
            return tree.under(head, {verb})
    return []


def _after_colon(tree: Tree, verb: int) -> list[int]:
    """All that follows a colon after the verb, where no other verb that could govern it stands between."""
    for at in range(verb + 1, len(tree)):
        if tree.nodes[at].lower == ":":
            return list(range(at + 1, len(tree)))
        if tree.nodes[at].tag in _VERBS:
            return []
    return []


def _opens_with_as(tree: Tree, verb: int) -> bool:
    return any(tree.nodes[child].lower in _AS for child in tree.children(verb, "mark", "advmod"))


def _without_mark(tree: Tree, clause: int) -> list[int]:
    """A clause without the word that introduces it ("that"), whether or not the parser has it there."""
    marks = [child for child in tree.children(clause, "mark", "cp", "complm") if child < clause]
    first = marks[:1] if marks and not tree.children(marks[0]) else []
    return tree.under(clause, first)


def _charge(tree: Tree, verb: int) -> tuple[list[int], list[int]]:
    """As in "accused Y of Z": the charge, and who is accused."""
    objects = tree.children(verb, *_OBJECT)
    accused = tree.under(objects[0]) if objects else []
    for child in tree.children(verb, *_PREPOSITIONAL):
        inner = tree.children(child, "pcomp", "pobj") or [child]
        off = set(tree.children(inner[0], "case"))
        return tree.under(inner[0], off), accused
    return [], accused


def _beside(tree: Tree, verb: int, speech: Sequence[Quotation]) -> list[int]:
    """The quotation next to the verb, which itself stands outside of it."""
    here = tree.nodes[verb].span
    apart = [each for each in speech if not each.span.overlaps(here)]
    near = sorted(apart, key=lambda each: max(here.start - each.span.end, each.span.start - here.end))
    return [at for at, node in enumerate(tree.nodes) if near and near[0].inner.contains(node.span)]


def _has_quotation(tree: Tree, words: Sequence[int], speech: Sequence[Quotation]) -> bool:
    return any(_lies_in(tree, word, speech) for word in words)


def _lies_in(tree: Tree, word: int, speech: Sequence[Quotation]) -> bool:
    return any(each.span.contains(tree.nodes[word].span) for each in speech)


def _according(tree: Tree, at: int) -> _Said | None:
    """As in "according to X, S" and its like in Russian and Ukrainian."""
    node, head = tree.nodes[at], tree.head(at)
    if node.lower == "according" and at + 1 < len(tree) and tree.nodes[at + 1].lower == "to" and head >= 0:
        cue = [at, at + 1]
        if tree.is_a(at, "case"):  # Universal Dependencies: the noun is the head
            source, whole, off = tree.under(head, {at, at + 1}), tree.head(head), head
        else:
            source, whole, off = [word for word in tree.under(at) if word > at + 1], head, at
        return _set_into(tree, cue, source, whole, off)
    if node.lower in _WORDS_OF and (cases := tree.children(at, "case")) and head >= 0:
        return _set_into(tree, [cases[0], at], [w for c in tree.children(at, "nmod") for w in tree.under(c)], head, at)
    return None


def _set_into(tree: Tree, cue: list[int], source: list[int], whole: int, off: int) -> _Said | None:
    if whole < 0 or not source or cue[-1] - cue[0] != len(cue) - 1:
        return None
    return _Said(cue, _trimmed(tree, source), tree.under(whole, {off}), [])


def _trimmed(tree: Tree, words: list[int]) -> list[int]:
    """Words without punctuation at either end, up to the first gap: a name is one stretch."""
    low, high = 0, len(words)
    while low < high and tree.nodes[words[low]].tag == "PUNCT":
        low += 1
    for at in range(low + 1, high):
        if words[at] != words[at - 1] + 1:
            high = at
            break
    while low < high and tree.nodes[words[high - 1]].tag == "PUNCT":
        high -= 1
    return words[low:high]


def _candidate(tree: Tree, text: str, said: _Said, act: Act | None) -> Candidate:
    """The saying as claims about spans. The act is left to the cue, where the core has a list."""
    return Candidate(
        content=tuple(_piece(tree, text, run) for run in _runs(tree, said.content)),
        cue=_piece(tree, text, said.cue),
        source=_piece(tree, text, said.source) if said.source else None,
        accused=_piece(tree, text, accused) if (accused := _trimmed(tree, said.accused)) else None,
        act=act.value if act is not None else "",
    )


def _runs(tree: Tree, words: Sequence[int]) -> Iterator[list[int]]:
    """Words in stretches, each without punctuation at its ends; a gap that holds only punctuation is none."""
    run: list[int] = []
    for word in words:
        if run and any(tree.nodes[between].tag != "PUNCT" for between in range(run[-1] + 1, word)):
            yield from _whole(tree, run)
            run = []
        run.append(word)
    yield from _whole(tree, run)


def _whole(tree: Tree, run: list[int]) -> Iterator[list[int]]:
    while run and tree.nodes[run[-1]].tag == "PUNCT":
        run = run[:-1]
    while run and tree.nodes[run[0]].tag in {"PUNCT", "CCONJ"}:
        run = run[1:]
    if run:
        yield run


def _piece(tree: Tree, text: str, words: Sequence[int]) -> Piece:
    span = tree.span(words)
    return Piece(span.of(text), span.start)
