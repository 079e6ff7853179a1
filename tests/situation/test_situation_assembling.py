from __future__ import annotations

from collections.abc import Callable

import pytest
from agreement_samples import AGREEMENT
from situation_samples import TEXT

from trucewatch.errors import SituationError, UsageError
from trucewatch.situation import assemble, check_situation, read_situation

LINE = '{\n  "type": "LineString",\n  "coordinates": [[11.0, 47.0], [11.0, 48.0]]\n}\n'
OUTER = 'include = ["truce.toml"]\n' + TEXT
DRAWN = AGREEMENT.replace(
    """geojson = '{"type": "LineString", "coordinates": [[11.0, 47.0], [11.0, 48.0]]}'""", 'file = "line.geojson"'
)


def _files(**texts: str) -> dict[str, str]:
    return {name.replace("_", "."): text for name, text in texts.items()}


def _read(files: dict[str, str]) -> Callable[[str], str]:
    def read(name: str) -> str:
        if name not in files:
            raise UsageError(f"{name} is not there", "no such file", "check the path")
        return files[name]

    return read


def test_an_included_file_stands_in_one_text_with_the_situation() -> None:
    """The agreement is taken in with its line; the parties of the situation are not taken twice."""
    whole = assemble(OUTER, "outer.toml", _read(_files(truce_toml=DRAWN, line_geojson=LINE)))
    assert check_situation(whole.text) == ()
    read = read_situation(whole.text)
    assert [agreement.id for agreement in read.agreements] == ["quiet-skies", "truce"]
    assert read.parties == read_situation(TEXT).parties
    assert read.areas[0].lines == read_situation(AGREEMENT).areas[0].lines
    assert whole.text == assemble(whole.text, "outer.toml", _read({})).text


def test_a_fault_is_named_by_the_file_that_it_stands_in() -> None:
    """Lines of an included file are those of that file, and so are lines that a message names."""
    wrong = AGREEMENT.replace('id = "1a"', 'id = "1"')
    whole = assemble(OUTER, "outer.toml", _read(_files(truce_toml=wrong)))
    name, fault = whole.relocate(check_situation(whole.text)[0])
    rows = wrong.split("\n")
    assert (name, fault.line) == ("truce.toml", rows.index('title = "No strikes and no shots"'))
    assert int(fault.why.split()[1]) == rows.index('title = "No strikes"') - 1
    own = OUTER.replace('control_group = "lake-media"', 'control_group = "lake-media"\nparty = "belkra"')
    whole = assemble(own, "outer.toml", _read(_files(truce_toml=AGREEMENT)))
    assert whole.relocate(check_situation(whole.text)[0])[0] == "outer.toml"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "cannot be taken in"),
        ({"truce.toml": 'include = ["other.toml"]\n' + AGREEMENT}, "includes files itself"),
        ({"truce.toml": DRAWN}, "line.geojson"),
    ],
)
def test_files_that_cannot_be_taken_in_are_named(files: dict[str, str], words: str) -> None:
    """A missing file, and one that includes others, are clear errors."""
    with pytest.raises(SituationError) as caught:
        assemble(OUTER, "outer.toml", _read(files))
    assert words in str(caught.value)
    assert caught.value.try_


def test_a_text_alone_does_not_lose_what_it_includes() -> None:
    """Whoever reads a situation without its files is told so, instead of getting one without the agreement."""
    (fault,) = check_situation(OUTER)
    assert (fault.line, fault.what) == (1, "the files to include were not taken in")


def test_broken_files_are_left_to_the_reader_to_refuse() -> None:
    """An included file that is no TOML, and a drawing that is no JSON, are faults with a line in their own file."""
    broken = assemble(OUTER, "outer.toml", _read(_files(truce_toml=AGREEMENT + "\n[[party\n")))
    name, fault = broken.relocate(check_situation(broken.text)[0])
    assert (name, fault.line) == ("truce.toml", AGREEMENT.count("\n") + 2)
    drawn = assemble(OUTER, "outer.toml", _read(_files(truce_toml=DRAWN, line_geojson="no 'map'\n\x00")))
    assert check_situation(drawn.text)
