"""A small spaCy pipeline for the benchmarks, of the shape of spaCy's own small English one, since none can be fetched.

Vectors from hashed features (96 wide, 4 layers), parts of speech, dependencies and lemmas on top of them. Trained on a
treebank in CoNLL-U where one is given (UD English EWT is CC BY-SA 4.0), else made with the same shape and weights of
chance, which finds nothing and costs somewhat less, having fewer labels to choose from.

    python bench/spacy_pipeline.py FOLDER --treebank en_ewt-ud-train.conllu [--passes 4]
"""

from __future__ import annotations

import argparse
import importlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_SEED = 20311109
_WORDS = 1_200  # of a batch
_PARTS = {
    "morphologizer": "spacy.Tagger.v2",
    "parser": "spacy.TransitionBasedParser.v2",
    "trainable_lemmatizer": "spacy.Tagger.v2",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the pipeline and keep it in a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--treebank", type=Path, help="a CoNLL-U file")
    parser.add_argument("--passes", type=int, default=4, help="over the treebank")
    options = parser.parse_args(arguments)
    make(options.treebank, options.passes).to_disk(options.folder)


def make(treebank: Path | None, passes: int = 4) -> Any:
    """A pipeline, trained on the treebank where there is one."""
    import spacy  # noqa: PLC0415 -- only where it is installed
    from spacy.training import Example  # noqa: PLC0415 -- the same
    from spacy.util import fix_random_seed  # type: ignore[attr-defined]  # noqa: PLC0415 -- the same

    fix_random_seed(_SEED)
    pipeline = _empty(spacy.blank("en"))
    written = treebank.read_text(encoding="utf-8") if treebank else f"{_SAMPLE}\n\n" * 8
    examples = [Example(_bare(pipeline, doc), doc) for doc in _docs(written)]
    optimizer = pipeline.initialize(lambda: examples)
    for number in range(passes if treebank else 0):
        for batch in _batches(examples, number):
            pipeline.update(batch, sgd=optimizer, drop=0.1)
    return pipeline


def _docs(written: str) -> Iterator[Any]:
    convert: Any = importlib.import_module("spacy.training.converters").conllu_to_docs  # untyped
    yield from convert(written, n_sents=8, no_print=True)


def _empty(pipeline: Any) -> Any:
    """The parts, all on one vector of each token."""
    pipeline.add_pipe("tok2vec")
    width = pipeline.get_pipe_config("tok2vec")["model"].get("width", 96)
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    for name, architecture in _PARTS.items():
        config = pipeline.get_factory_meta(name).default_config["model"]
        pipeline.add_pipe(name, config={"model": {**config, "@architectures": architecture, "tok2vec": listener}})
    return pipeline


def _bare(pipeline: Any, doc: Any) -> Any:
    """The words of a doc as the treebank cuts them, without what it says of them."""
    from spacy.tokens import Doc  # noqa: PLC0415 -- only where spaCy is installed

    return Doc(pipeline.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def _batches(examples: list[Any], number: int) -> Iterator[list[Any]]:
    """The examples in another order each time, as many together as make a batch."""
    order = list(examples)
    random.Random(_SEED + number).shuffle(order)
    batch: list[Any] = []
    for example in order:
        batch.append(example)
        if sum(len(one.x) for one in batch) >= _WORDS:
            yield batch
            batch = []
    if batch:
        yield batch


#: As much of a treebank as weights of chance need to have labels at all.
_SAMPLE = "\n".join(
    f"{at}\t{word}\t{lemma}\t{tag}\t_\t_\t{head}\t{relation}\t_\t_"
    for at, word, lemma, tag, head, relation in (
        (1, "They", "they", "PRON", 2, "nsubj"),
        (2, "said", "say", "VERB", 0, "root"),
        (3, "so", "so", "ADV", 2, "advmod"),
        (4, ".", ".", "PUNCT", 2, "punct"),
    )
)

if __name__ == "__main__":
    main()
