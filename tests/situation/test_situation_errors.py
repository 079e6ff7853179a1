from __future__ import annotations

import pytest
from situation_samples import TEXT, change

from trucewatch.errors import SituationError
from trucewatch.situation import check_situation, read_situation

MISTAKES = [
    ("radius_km = 2.5", "radius_kn = 2.5", "unknown key", 'did you mean "radius_km"?'),
    ("lat = 47.512345", 'lat = "47.5"', "is '47.5'", "lat = 47.25"),
    ('party = "arvenia"', 'party = "arvena"', 'refers to "arvena"', 'did you mean "arvenia"?'),
    ('body = "arvenian-command"', 'body = "nobody"', 'refers to "nobody"', "arvenian-command"),
    ('within = "lake-district"', 'within = "lake"', 'refers to "lake"', "lake-district"),
    ('acts = ["Air/drone strike", "', 'acts = ["Airstrike", "', 'holds "Airstrike"', '"Air/drone strike"'),
    ('targets = ["energy"]', 'targets = ["energi"]', 'holds "energi"', 'did you mean "energy"'),
    ('bound = ["arvenia", "belkora"]', 'bound = ["arvenia", "belkorra"]', "belkorra", 'did you mean "belkora"'),
    ('stage = "in force"', 'stage = "inforce"', "inforce", 'did you mean "in force"'),
    ("end = 2031-06-30", "end = 2031-01-30", "lies before", "swap"),
    ("expires = 2031-04-02", "expires = 2031-03-02", "lies before", "swap"),
    ("start = 2031-03-10", "start = 2031-05-10", "starts on 2031-05-10", "expires"),
    ("start = 2031-03-10", "end = 2031-02-10", "ends on 2031-02-10", "effective"),
    ("lat = 47.5\n", "lat = 147.5\n", "is 147.5", "look swapped"),
    ("lon = 11.25", "lon = 1e400", "is 1E+400", "a number from -180 to 180"),
    ("radius_km = 40", "radius_km = 0", "is 0", "never a bare point"),
    ('aliases = ["Belk City"]', 'aliases = ["Port Arven"]', 'share the name "Port Arven"', "remove it"),
    ('id = "ostrel-north"', 'id = "ostrel"', 'repeats "ostrel"', "rename"),
    ('id = "belkora"', 'id = "text"', 'has the id "text"', "another id"),
    ('reliability = "B"', 'reliability = "G"', 'holds "G"', '"A", "B"'),
    ('deontic = "prohibits"', "deontic = true", "is True", 'deontic = "prohibits"'),
    ('kind = "region"', 'within = "ostrel"', "lies within itself", "correct one"),
    ('title = "Truce on the Lake Line"', 'title = "Truce', "not valid TOML", "look at: title"),
    ('id = "lake-line"', 'id = "lake line"', "is 'lake line'", "short-name"),
]


@pytest.mark.parametrize(("old", "new", "what", "try_"), MISTAKES)
def test_each_mistake_names_its_line(old: str, new: str, what: str, try_: str) -> None:
    """Each kind of mistake gives one message that says what, where and what to try."""
    wrong, line = change(old, new)
    errors = [error for error in check_situation(wrong) if error.line == line]
    assert any(what in error.what and try_ in error.try_ for error in errors), check_situation(wrong)
    assert all(error.why for error in errors)


def test_a_missing_key_names_the_header() -> None:
    """A key that is not there is reported at the line of its table's header."""
    wrong, line = change('name = "Dana Sorel"\n', "")
    errors = check_situation(wrong)
    assert [(error.line, error.what) for error in errors] == [(line - 2, '[[person]] 1 has no "name"')]


def test_all_errors_are_found_at_once() -> None:
    """One mistake does not hide the next; they come in the order of the file."""
    wrong = TEXT.replace("radius_km = 40", "radius = 40").replace('"belkora"]', '"belkor"]').replace("2031-06-30", "1")
    lines = [error.line for error in check_situation(wrong)]
    assert lines == sorted(lines)
    assert len(lines) == 5


def test_reading_raises_the_first_and_counts_the_rest() -> None:
    """The error that is raised names file and line and says how many more there are."""
    with pytest.raises(SituationError, match=r"lake.toml, line 5: .*") as caught:
        read_situation(TEXT.replace('languages = ["en"]', "languages = 3\nwatch = 1"), "lake.toml")
    assert "(1 more found)" in caught.value.why
    assert caught.value.line == 5


def test_a_far_place_is_no_slip() -> None:
    """A conference city far from the lake is accepted, though swapped it would lie near."""
    far = TEXT + '\n[[place]]\nid = "far"\nname = "Far"\nlat = 11.3\nlon = 47.9\nradius_km = 9\nstate = "XX"\n'
    assert check_situation(far) == ()


def test_places_that_look_turned_round_are_refused() -> None:
    """Coordinates that fit only once swapped are taken for a slip, though each is in range."""
    wrong = (
        TEXT
        + '\n[[place]]\nid = "far"\nname = "Far"\nwithin = "lake-district"\nlat = 11.3\nlon = 47.9\nradius_km = 1\n'
    )
    errors = check_situation(wrong)
    assert ["look swapped" in error.why for error in errors] == [True]
    assert wrong.split("\n")[errors[0].line - 1] == "lat = 11.3"


@pytest.mark.parametrize("wrong", ["", "a" * 9_000_000, "x = " + "[" * 5_000 + "]" * 5_000, "x = " + "9" * 5_000, "\0"])
def test_hostile_files_get_a_message(wrong: str) -> None:
    """Empty, huge, deep, overlong or binary files end in one clear error, never in a crash."""
    errors = check_situation(wrong)
    assert errors
    assert all(error.what and error.why and error.try_ for error in errors)


def test_the_order_of_the_parties_is_immaterial() -> None:
    """Parties in another order give the same errors but for the lines."""
    a, b = TEXT.index("[[party]]"), TEXT.index("[[body]]")
    first, second = TEXT[a:b].split("[[party]]")[1:]
    swapped = TEXT[:a] + "[[party]]" + second + "[[party]]" + first + TEXT[b:]
    broken = [version.replace('party = "arvenia"', 'party = "nobody"') for version in (TEXT, swapped)]
    one, two = ([error.what for error in check_situation(version)] for version in broken)
    assert one == two
