"""Which format a folder holds, and its articles.

Decides by what lies in it: standoff annotations, reports in our gold format, or JSON lines of tokens and labels.
Refuses a folder that holds none of them, or nothing annotated.
"""

from __future__ import annotations

from pathlib import Path

from trucewatch.errors import InputError
from trucewatch.evaluation.goldfiles import is_gold, read_gold
from trucewatch.evaluation.model import Article
from trucewatch.evaluation.rows import is_rows, read_rows
from trucewatch.evaluation.standoff import is_standoff, read_standoff

_TRY = (
    "give a folder of .txt with .ann files (PolNeAR, brat), of .txt with .json files (gold/FORMAT.md), or of JSON lines"
    " with tokens and labels (CofeNet); or one file of the last"
)


def read_corpus(path: Path, language: str = "en") -> list[Article]:
    """Every annotated article in a folder, or in one file of JSON lines."""
    articles = _articles(path, language)
    if not any(article.gold for article in articles):
        raise InputError(f"{path} holds nothing annotated", f"{len(articles)} texts, no attribution", _TRY)
    return articles


def _articles(path: Path, language: str) -> list[Article]:
    if path.is_file():
        if not is_rows(path):
            raise InputError(f"{path} is no annotated corpus", "it does not begin with a JSON line of tokens", _TRY)
        return read_rows(path, language)
    if not path.is_dir():
        raise InputError(f"{path} is not there", "no such folder or file", _TRY)
    if is_standoff(path):
        return read_standoff(path)
    if is_gold(path):
        return read_gold(path)
    found = [one for one in sorted(path.iterdir()) if one.is_file() and is_rows(one)]
    if not found:
        raise InputError(f"{path} is no annotated corpus", "nothing in it is in a format we know", _TRY)
    return [article for one in found for article in read_rows(one, language)]
