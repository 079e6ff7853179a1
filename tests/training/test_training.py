"""What the recipe teaches is what was annotated, and what it exports is what it trained. Needs torch, else skipped."""

from __future__ import annotations

import json
import random
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from trucewatch.evaluation import Article
from trucewatch.extractors.neural import Neural
from trucewatch.extractors.neural.labels import LABELS, may_follow
from trucewatch.extractors.neural.wordpieces import Vocabulary

torch: Any = pytest.importorskip("torch", reason="torch is for training only")
for _library in ("onnx", "onnxruntime", "safetensors"):
    pytest.importorskip(_library, reason="training/requirements.txt is not installed")

import chain  # noqa: E402
import lessons  # noqa: E402
import train  # noqa: E402
from encoder import Tagger, load_encoder  # noqa: E402
from export import Provenance, export  # noqa: E402

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "berg", "said", "that", "it", "held", ".", "“", "”"]
VOCABULARY = Vocabulary.of(PIECES)
TEXT = "Berg said that it held.\n\n“It held,” Berg said."
GOLD = (
    {"source": [(0, 4)], "cue": [(5, 9)], "content": [(10, 22)]},
    {"source": [(36, 40)], "cue": [(41, 45)], "content": [(25, 35)]},
)
ARTICLE = Article("one", TEXT, GOLD)


def spelt(lesson: lessons.Lesson) -> list[list[str]]:
    return [[LABELS[number] for number in numbers] for _, numbers in lesson.stretches]


def test_each_word_is_taught_its_role() -> None:
    """Paragraph by paragraph, the first word of a span begins it and the others go on."""
    reported, quoted = spelt(lessons.lesson_of(ARTICLE, VOCABULARY, 64))
    assert reported == ["B-source", "B-cue", "B-content", "I-content", "I-content", "O"]
    assert quoted == ["B-content", *["I-content"] * 4, "B-source", "B-cue", "O"]


def test_no_lesson_teaches_what_no_path_may_be() -> None:
    """Where one span cuts another in two, or a window a span, what goes on begins anew."""
    (words, _), *_ = lessons.lesson_of(ARTICLE, VOCABULARY, 64).stretches
    cut = lessons.label_words(words, {"content": [(0, 22)], "cue": [(5, 9)]})
    assert [LABELS[number] for number in cut] == ["B-content", "B-cue", "B-content", "I-content", "I-content", "O"]
    for labels in spelt(lessons.lesson_of(ARTICLE, VOCABULARY, 6)):
        assert all(may_follow(before, label) for before, label in zip([None, *labels], labels, strict=False))


def test_windows_hold_every_word_once() -> None:
    """However windows are cut, each word is learnt from once, with its own label."""
    lesson = lessons.lesson_of(Article("one", "\n".join([TEXT] * 9), GOLD), VOCABULARY, 20)
    for seed in range(5):
        found = [one for window in lessons.windows([lesson], 20, random.Random(seed)) for one in window]  # noqa: S311
        assert sorted(found, key=lambda one: one[0][0].span) == list(lesson.stretches)


def test_loss_is_minus_the_log_of_the_share_of_the_told_path() -> None:
    """The sum over all paths that may be, worked out one by one, is the chain's; padding changes nothing."""
    torch.manual_seed(1)
    made = chain.Chain()
    torch.nn.init.normal_(made.steps)
    scores = torch.randn(1, 3, len(LABELS))
    told = (1, 2, 0)

    def worth(path: tuple[int, ...]) -> Any:
        steps = sum(made.steps[a, b] for a, b in pairwise(path))
        return sum(scores[0, at, label] for at, label in enumerate(path)) + steps

    def may_be(path: tuple[int, ...]) -> bool:
        labels = [LABELS[number] for number in path]
        return all(may_follow(before, label) for before, label in zip([None, *labels], labels, strict=False))

    paths = [path for path in product(range(len(LABELS)), repeat=3) if may_be(path)]
    by_hand = torch.logsumexp(torch.stack([worth(path) for path in paths]), 0) - worth(told)
    padded = torch.cat([scores, torch.randn(1, 2, len(LABELS))], dim=1)
    labels, real = torch.tensor([[*told, 3, 3]]), torch.tensor([[1.0, 1.0, 1.0, 0.0, 0.0]])
    assert made.loss(scores, torch.tensor([told]), torch.ones(1, 3)).item() == pytest.approx(by_hand.item(), rel=1e-4)
    assert made.loss(padded, labels, real).item() == pytest.approx(by_hand.item(), rel=1e-4)


def test_parts_never_depend_on_the_order() -> None:
    """The same articles are taught, held back and kept apart however they come; the folds make up the whole."""
    articles = [Article(str(number), "", ()) for number in range(200)]
    parts = [[one.name for one in part] for part in train.divided(articles, "2/5")]
    again = [sorted(one.name for one in part) for part in train.divided(articles[::-1], "2/5")]
    assert [sorted(part) for part in parts] == again
    assert sum(map(len, parts)) == 200
    apart = [one.name for number in range(1, 6) for one in train.divided(articles, f"{number}/5")[2]]
    assert sorted(apart) == sorted(one.name for one in articles)


def test_what_is_exported_scores_as_what_was_trained(tmp_path: Path) -> None:
    """The file gives the tagger's own scores, and says of itself what it was made from."""
    torch.manual_seed(2)
    tagger, made = Tagger(len(PIECES)).eval(), chain.Chain()
    about = Provenance("tiny", ["en"], 64, "nothing at all", 0)
    export(tagger, made, PIECES, about, tmp_path / "tiny.onnx")
    neural = Neural(tmp_path / "tiny.onnx")
    (window,) = lessons.windows([lessons.lesson_of(ARTICLE, VOCABULARY, 64)], 64)
    batch = lessons.batch_of([window], VOCABULARY)
    with torch.no_grad():
        wanted = tagger(batch.ids, batch.case, batch.quote, batch.mask).flatten(0, 1)[batch.places]
    (found,) = neural._model.scores([[words for words, _ in window]])
    for at, rows in enumerate(found):
        assert torch.allclose(torch.tensor(rows), wanted[at, : len(rows)], atol=1e-4)
    assert neural.name == "neural:tiny"
    import onnx  # noqa: PLC0415 -- an extra

    said = {one.key: one.value for one in onnx.load(str(tmp_path / "tiny.onnx")).metadata_props}
    assert json.loads(said["trucewatch"])["trained_on"] == "nothing at all"


def test_encoder_of_another_shape_is_refused(tmp_path: Path) -> None:
    """Weights that lack a layer are no encoder of ours."""
    from safetensors.torch import save_file  # noqa: PLC0415 -- an extra

    save_file({"embeddings.word_embeddings.weight": torch.zeros(2, 384)}, tmp_path / "model.safetensors")
    with pytest.raises(ValueError, match="it lacks embeddings"):
        load_encoder(Tagger(2), tmp_path / "model.safetensors")
