from __future__ import annotations

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.situation.lines import Path, find_lines

TRICKY = '''\
# [[party]] in a comment
title = """
[[party]]
lat = 1 \\"""" # the end
note = \'\'\'it's
[body]\'\'\'
list = [
    "a # b", # ]
    "[",
    { x = 1, y = [2] },
]
"quoted key" = "a\\"b"
a.b . "c d" = 1

[[party]]
id = 'one'

[[party.child]]
id = "two" # [party]

[[party.child]]
id = "three"

[[party]]
id = "four"
[party.detail]
x = 1
'''


def test_lines_of_tricky_text() -> None:
    """Strings over lines, comments, brackets in strings and dotted or quoted keys do not lead astray."""
    lines = find_lines(TRICKY)
    expected: dict[Path, int] = {
        ("title",): 2,
        ("note",): 5,
        ("list",): 7,
        ("quoted key",): 12,
        ("a", "b", "c d"): 13,
        ("party", 0): 15,
        ("party", 0, "id"): 16,
        ("party", 0, "child", 0, "id"): 19,
        ("party", 0, "child", 1): 21,
        ("party", 0, "child", 1, "id"): 22,
        ("party", 1, "id"): 25,
        ("party", 1, "detail", "x"): 27,
    }
    assert tomllib.loads(TRICKY)["party"][1]["detail"] == {"x": 1}
    assert {path: lines.line_of(path) for path in expected} == expected


def test_what_is_not_written_takes_the_line_of_what_holds_it() -> None:
    """A missing key is at its table's header, and anything unknown at the top."""
    lines = find_lines(TRICKY)
    assert lines.line_of(("party", 1, "name")) == 24
    assert lines.line_of(("nothing", 3)) == 1


_VALUES = st.sampled_from(
    ["1", '"x"', "'#'", '["a", "]"]', '"""\n[[t]]\n"""', "[\n1,\n2]", "{ x = '}' }", "2031-01-01"]
)


@given(st.lists(st.tuples(st.sampled_from(["t", "u"]), st.lists(_VALUES, max_size=4)), max_size=6))
@settings(deadline=None, max_examples=100)
def test_every_key_is_found_where_it_was_written(tables: list[tuple[str, list[str]]]) -> None:
    """Whatever the values hold, each key of each table is found at the line that it was written on."""
    rows: list[str] = []
    expected: dict[Path, int] = {}
    counts = {"t": 0, "u": 0}
    for name, values in tables:
        rows.append(f"[[{name}]]")
        for number, value in enumerate(values):
            expected[name, counts[name], f"k{number}"] = len(rows) + 1
            rows.extend(f"k{number} = {value}".split("\n"))
        counts[name] += 1
    text = "\n".join(rows)
    tomllib.loads(text)
    lines = find_lines(text)
    assert {path: lines.line_of(path) for path in expected} == expected
