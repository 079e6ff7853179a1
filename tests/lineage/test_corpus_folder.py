"""An engine's folder: what was saved is taken up again, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.errors import InputError, UsageError
from trucewatch.lineage.corpus import Article, Engine


def story(at: int) -> str:
    return " ".join(f"word{(at * 7919 + n * n * 31) % 5003}" for n in range(120))


def articles(start: int, end: int) -> list[Article]:
    """Invented documents, every third of which is a rewrite of the one before."""
    texts = [story(n - 1).replace("word1", "Vox") + " and more" if n % 3 == 2 else story(n) for n in range(start, end)]
    return [Article(id=f"d{n}", text=text, published="2025-03-04") for n, text in enumerate(texts, start)]


def test_reopened_is_as_if_never_closed(tmp_path: Path) -> None:
    """Edges, candidates and refused ids are the same whether the engine was saved and reopened between batches."""
    whole = Engine()
    expected = [edge for at in range(0, 90, 30) for edge in whole.add(articles(at, at + 30))]
    made = []
    for at in range(0, 90, 30):
        with Engine(tmp_path / "news") as engine:
            made += engine.add(articles(at, at + 30))
            engine.save()
    assert made == expected
    with Engine(tmp_path / "news") as engine:
        assert len(engine) == 90
        assert engine.candidates(articles(100, 120)) == whole.candidates(articles(100, 120))
        with pytest.raises(InputError, match="taken"):
            engine.add(articles(5, 6))


def test_what_was_not_saved_is_gone(tmp_path: Path) -> None:
    """A run that ends without saving leaves the folder as it was."""
    with Engine(tmp_path) as engine:
        engine.add(articles(0, 30))
        engine.save()
    with Engine(tmp_path) as engine:
        lost = engine.add(articles(30, 60))
    with Engine(tmp_path) as engine:
        assert len(engine) == 30
        assert engine.add(articles(30, 60)) == lost


def test_one_process_at_a_time(tmp_path: Path) -> None:
    """A folder that an engine works with is refused to another until the first lets go."""
    first = Engine(tmp_path)
    with pytest.raises(InputError, match="another process works with it"):
        Engine(tmp_path)
    first.close()
    Engine(tmp_path).close()


@pytest.mark.parametrize("damage", ["{", '{"format": 99}', '{"format": 1, "cap": 400, "turn": 5}'])
def test_a_damaged_folder_says_so(tmp_path: Path, damage: str) -> None:
    """A folder that cannot be read is an error with what to try, never half an engine."""
    (tmp_path / "corpus.json").write_text(damage, encoding="utf-8")
    with pytest.raises(InputError, match="cannot open"):
        Engine(tmp_path)


def test_a_lost_file_says_so(tmp_path: Path) -> None:
    """A folder from which a file was taken is refused."""
    with Engine(tmp_path) as engine:
        engine.add(articles(0, 30))
        engine.save()
    next(tmp_path.glob("*-run-0.npy")).unlink()
    with pytest.raises(InputError, match="damaged"):
        Engine(tmp_path)


def test_without_a_folder_there_is_nothing_to_save_to() -> None:
    """Saving an engine that has no folder is an error."""
    with pytest.raises(UsageError, match="no folder"):
        Engine().save()
