"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def body_length(function: ast.FunctionDef) -> int:
    first = function.body[0]
    has_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    start = (first.end_lineno or function.lineno) if has_docstring else function.lineno
    return (function.end_lineno or start) - start


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_files_and_functions_stay_small(path: Path) -> None:
    """No module passes 500 lines and no function passes 60."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 500, f"{path.name} is crowded: move a wall"
    long = [f.name for f in functions(ast.parse(text)) if body_length(f) > 60]
    assert not long, f"{path.name}: {long} are too long"


def test_most_functions_are_short() -> None:
    """Nine functions in ten have at most 25 lines."""
    lengths = sorted(body_length(f) for path in SOURCES for f in functions(ast.parse(path.read_text(encoding="utf-8"))))
    assert lengths[int(len(lengths) * 0.9)] <= 25


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_every_module_says_what_it_decides(path: Path) -> None:
    """Each module opens with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


@pytest.mark.parametrize("path", TESTS, ids=lambda p: str(p.relative_to(ROOT / "tests")))
def test_every_test_states_its_claim(path: Path) -> None:
    """Each test has a docstring: the claim that it proves."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [f.name for f in functions(tree) if f.name.startswith("test_") and not ast.get_docstring(f)]
    assert not silent, f"{path.name}: {silent} claim nothing"


def test_code_names_nobody_of_the_conflicts_shown() -> None:
    """No party, person or place of the demonstration stands in code: they come from the situation file."""
    names = re.compile(
        r"\b(Ukrain\w*|Russia\w*|Kyiv|Moscow|Zelensk\w*|Putin|Peskov|Trump|Healey|Lecornu|Israel\w*|Hezbollah|Leban\w*"
        r"|Zaporizhzhia|Piatykhatky|Sudzha|Donbas|Crimea|Netanyahu|Litani)\b"
    )
    found = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        found += [
            f"{path.name}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and names.search(node.value)
        ]
    assert not found


def test_no_file_names_a_registry() -> None:
    """No requirement, lock or set-up file carries an address."""
    files = [*ROOT.glob("requirements/*.txt"), ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / "tools" / "setup"]
    assert [str(f) for f in files if "://" in f.read_text(encoding="utf-8")] == []


def test_no_room_is_a_drawer() -> None:
    """No module is called by a word that says nothing."""
    drawers = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert [p.name for p in SOURCES if p.stem in drawers] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_what_a_module_keeps_to_itself_it_uses(path: Path) -> None:
    """A private name of a module is read in it: one that only another module's namesake uses is dead."""
    text = path.read_text(encoding="utf-8")
    names = {
        *(node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)),
        *(node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.ClassDef)),
    }
    private = {name for name in names if re.match(r"_[^_]", name)}
    assert [
        name for name in sorted(private) if len(re.findall(rf"\b{name}\b", text)) == 1 and name != "_repr_html_"
    ] == []
