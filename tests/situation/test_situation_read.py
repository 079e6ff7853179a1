from __future__ import annotations

from datetime import date

from situation_samples import TEXT

from trucewatch.situation import Deontic, SourceKind, Stage, find_ambiguities, read_situation


def test_reads_every_kind_of_table() -> None:
    """Each table of the file becomes one value of the situation, in the order of the file."""
    situation = read_situation(TEXT)
    assert [party.id for party in situation.parties] == ["arvenia", "belkora"]
    assert situation.bodies[0].party == "arvenia"
    assert situation.people[0].body == "arvenian-command"
    assert situation.sources[0].kind is SourceKind.AGENCY
    assert situation.sources[0].control_group == "lake-media"
    assert (situation.start, situation.end) == (date(2031, 2, 1), date(2031, 6, 30))


def test_degrees_become_exact_millionths() -> None:
    """Decimal degrees are scaled without passing through a float."""
    ostrel = read_situation(TEXT).places[1]
    assert (ostrel.lat_e6, ostrel.lon_e6, ostrel.radius_m) == (47_512_345, 11_200_000, 2_500)


def test_agreements_keep_rival_readings() -> None:
    """One clause keeps each party's reading and the agreed TEXT side by side."""
    agreement = read_situation(TEXT).agreements[0]
    clause = agreement.clauses[0]
    assert (agreement.stage, clause.deontic) == (Stage.IN_FORCE, Deontic.PROHIBITS)
    assert [reading.party for reading in clause.readings] == ["text", "belkora"]
    assert clause.readings[1].terms.start == date(2031, 3, 10)
    assert clause.readings[1].terms.zone == ("lake-district",)


def test_control_of_territory_is_data_by_date() -> None:
    """Who held a place is read with its days, open where none is given."""
    control = read_situation(TEXT).places[0].control[0]
    assert (control.party, control.start, control.end) == ("belkora", date(2031, 1, 10), None)


def test_two_places_may_share_a_name() -> None:
    """A name of two places is no error: it is listed as ambiguous."""
    ambiguities = find_ambiguities(read_situation(TEXT))
    assert [ambiguity.ids for ambiguity in ambiguities] == [("ostrel", "ostrel-north")]
    assert "stay ambiguous" in str(ambiguities[0])


def test_a_windows_file_reads_alike() -> None:
    """A byte order mark and CRLF line ends change nothing."""
    assert read_situation("\ufeff" + TEXT.replace("\n", "\r\n")) == read_situation(TEXT)


def test_a_quoted_date_reads_as_a_date() -> None:
    """A date in quotation marks is taken as the date it says."""
    assert read_situation(TEXT.replace("2031-02-01", '"2031-02-01"')) == read_situation(TEXT)
