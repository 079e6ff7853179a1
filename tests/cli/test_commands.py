"""The command line as a new user meets it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pyarrow.parquet
import pytest

from trucewatch import publish
from trucewatch.cli import publishing
from trucewatch.cli.commands import COMMANDS, run
from trucewatch.cli.output import plain, printable
from trucewatch.spark import SparkRunner

SITUATION = """
id = "sorn"
title = "The truce at Sorn"
start = 2025-03-01
end = 2025-03-31
[[party]]
id = "arvenia"
name = "Arvenia"
[[party]]
id = "belkora"
name = "Belkora"
[[place]]
id = "sorn"
name = "Sorn"
lat = 43.1
lon = 28.2
radius_km = 6
[[source]]
id = "coastal-wire"
name = "Coastal Wire"
reliability = "B"
[[agreement]]
id = "truce"
name = "Truce of 4 March"
kind = "ceasefire"
stage = "in force"
parties = ["arvenia", "belkora"]
[[agreement.clause]]
id = "T1"
title = "No fire"
deontic = "prohibits"
[[agreement.clause.reading]]
party = "text"
acts = ["Shelling/artillery/missile attack"]
bound = ["arvenia", "belkora"]
start = 2025-03-04
"""
REPORT = """Arvenia accuses Belkora of shelling port
Arvenia accused Belkora on Tuesday of shelling the port of Sorn, killing at least four people.
“Our guns have been silent since midnight and they will stay silent,” Belkoran Governor Ilan Maro said.
Belkora’s Defence Ministry denied shelling Sorn.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "sorn.toml").write_text(SITUATION, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    path = tmp_path / "sorn.case"
    assert run(["init", str(path), "--situation", str(tmp_path / "sorn.toml")]) == 0
    given = ["--source", "coastal-wire", "--published", "2025-03-04"]
    assert run(["add", str(path), str(tmp_path / "report.txt"), *given]) == 0
    return path


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run([*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    return found


def test_bare_help_does_not_load_click() -> None:
    """`trucewatch --help` prints without importing Click or anything of the house."""
    code = (
        "import sys; sys.argv = ['trucewatch', '--help']\n"
        "from trucewatch.cli import main; main()\n"
        "assert not {'click', 'trucewatch.case', 'rich'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Usage: trucewatch")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command explains itself and exits 0."""
    assert run([command, "--help"]) == 0
    assert "Usage: trucewatch" in capsys.readouterr().out


def test_unknown_command_suggests_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A typing error is met with the command that was meant."""
    assert run(["incident"]) == 2
    assert "Did you mean incidents" in capsys.readouterr().err


@pytest.mark.parametrize(
    "noun", ["documents", "stories", "statements", "mentions", "incidents", "agreements", "findings"]
)
def test_each_listing_gives_rows_and_ids_that_show_accepts(
    noun: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every id that a listing prints is shown, with exact words where it rests on words."""
    listed = rows(capsys, noun, str(case))
    assert listed
    for row in listed:
        assert run(["show", str(case), str(row["id"]), "--json"]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert shown["id"] == row["id"]
        for words in shown.get("words", []):
            assert words["words"]


def test_in_a_pipe_each_row_is_one_json_line(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal, a listing is one JSON object a line and nothing else."""
    capsys.readouterr()
    assert run(["statements", str(case)]) == 0
    out, err = capsys.readouterr()
    assert all(json.loads(line)["id"].startswith("sta-") for line in out.splitlines())
    assert err == ""


@pytest.mark.parametrize("where", [["--workers", "2"], ["--workers", "2", "--runner", "spark"]], ids=lambda w: w[-1])
def test_workers_change_nothing_but_the_time(
    where: list[str],
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """Added, verified and derived again by other processes or a Spark, a case has the rows it has without them."""
    if "spark" in where:
        session = request.getfixturevalue("spark")._session  # one is started for all tests
        monkeypatch.setattr(SparkRunner, "local", lambda workers: SparkRunner(session, workers))
    other = tmp_path / "other.case"
    assert run(["init", str(other), "--situation", str(tmp_path / "sorn.toml")]) == 0
    given = ["--source", "coastal-wire", "--published", "2025-03-04"]
    assert run(["add", str(other), str(tmp_path / "report.txt"), *given, *where]) == 0
    assert run(["verify", str(other), *where]) == 0
    assert run(["rebuild", str(other), *where]) == 0
    assert rows(capsys, "statements", str(other)) == rows(capsys, "statements", str(case))
    assert rows(capsys, "incidents", str(other)) == rows(capsys, "incidents", str(case))


def test_csv_opens_in_excel_and_runs_nothing(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV starts with a byte order mark, and no cell starts like a formula."""
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("=HYPERLINK(1)\n“=cmd|calc is what I say,” the mayor said on Monday.\n", encoding="utf-8")
    assert run(["add", str(case), str(hostile)]) == 0
    for noun in ("documents", "statements"):
        capsys.readouterr()
        assert run([noun, str(case), "--csv"]) == 0
        out = capsys.readouterr().out
        assert out.startswith("\ufeff")
        cells = [cell for row in csv.reader(io.StringIO(out[1:])) for cell in row]
        assert any("cmd|calc" in cell or "HYPERLINK" in cell for cell in cells)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_filters_narrow_a_listing(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Party, date, place, type, source and text each keep what fits and drop what does not."""
    everything = rows(capsys, "statements", str(case))
    denials = rows(capsys, "statements", str(case), "--type", "deny")
    assert 0 < len(denials) < len(everything)
    assert rows(capsys, "statements", str(case), "--text", "silent")
    assert rows(capsys, "statements", str(case), "--from", "2026-01-01") == []
    assert rows(capsys, "incidents", str(case), "--place", "sorn")
    assert rows(capsys, "incidents", str(case), "--place", "nowhere") == []
    assert rows(capsys, "documents", str(case), "--source", "coastal-wire")
    assert rows(capsys, "statements", str(case), "--party", "belkora")
    document = str(everything[0]["document"])
    assert rows(capsys, "mentions", str(case), "--document", document)
    assert rows(capsys, "mentions", str(case), "--document", "doc-0000000000") == []


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b"A" * 200_000_000 + b"</w>")
    return buffer.getvalue()


def test_bad_reports_are_refused_one_by_one_and_nothing_else_is_lost(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of broken files and one good report: the good one is in, each bad one has a reason and a way out."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    bad = {
        "empty.txt": b"",
        "spaces.txt": b"  \n\n ",
        "binary.txt": bytes(range(256)) * 40,
        "truncated.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        "bomb.docx": bomb(),
        "broken.xml": b"<rss><channel><item><title>One</title>",
        "numbers.txt": b"1 2 3 4 5\n6 7 8\n",
    }
    for name, raw in bad.items():
        (folder / name).write_bytes(raw)
    (folder / "good.txt").write_text("The mayor of Sorn said on Monday that the ferry runs again.", encoding="utf-8")
    capsys.readouterr()
    assert run(["add", str(case), str(folder), "--json"]) == 3
    results = {Path(row["name"]).name: row for row in json.loads(capsys.readouterr().out)}
    assert results["good.txt"]["outcome"] == "added"
    for name in bad:
        assert results[name]["outcome"] == "refused", name
        assert results[name]["why"], name
        assert results[name]["try"], name


def test_missing_file_is_named(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is not there is refused by name; the exit code says that a report could not be read."""
    capsys.readouterr()
    assert run(["add", str(case), str(tmp_path / "none.txt"), "--json"]) == 3
    assert "none.txt" in capsys.readouterr().out


def test_links_out_of_a_folder_are_not_followed(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A symbolic link in an added folder is not read."""
    secret = tmp_path / "secret.txt"
    secret.write_text("This text is outside of the folder that was given.", encoding="utf-8")
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    capsys.readouterr()
    assert run(["add", str(case), str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["incidents", "nowhere.case"], 5),
        (["show", "{case}", "inc-0000000000"], 5),
        (["show", "{case}", "9" * 25], 5),
        (["bulletin", "{case}", "--from", "yesterday"], 2),
        (["bulletin", "{case}", "--from", "2025-05-01", "--to", "2025-04-01"], 2),
        (["compare", "{case}.none", "{case}.none"], 3),
        (["init", "{case}", "--situation", "{case}.none"], 2),
        (["review", "{case}", "--by", "me", "--correct", "x", "--set", "nothing"], 2),
    ],
)
def test_errors_are_one_line_with_what_to_try(
    arguments: list[str], code: int, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of mistake has its exit code, one line of what and why, and one of what to try."""
    capsys.readouterr()
    assert run([argument.format(case=case) for argument in arguments]) == code
    err = capsys.readouterr().err
    assert err.startswith("Error: ")
    assert "Try: " in err
    assert "Traceback" not in err


def test_situation_check_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault in a situation file is named with its file and line, and exits 4."""
    path = tmp_path / "bad.toml"
    path.write_text(SITUATION.replace('name = "Belkora"', 'nmae = "Belkora"'), encoding="utf-8")
    assert run(["situation", "check", str(path)]) == 4
    err = capsys.readouterr().err
    line = SITUATION.replace('name = "Belkora"', 'nmae = "Belkora"').splitlines().index('nmae = "Belkora"') + 1
    assert f"{path}:{line}:" in err


def test_situation_check_warns_of_a_name_that_two_bear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that two people bear is no fault, but reports that use it stay unclear: it is said, the file is right."""
    path = tmp_path / "shared.toml"
    people = "".join(f'[[person]]\nid = "{n}"\nname = "{n} Hale"\naliases = ["Hale"]\n' for n in ("Ana", "Petr"))
    path.write_text(SITUATION + people.replace('id = "A', 'id = "a').replace('id = "P', 'id = "p'), encoding="utf-8")
    assert run(["situation", "check", str(path)]) == 0
    err = capsys.readouterr().err
    assert f'{path}: warning: the name "Hale" can mean "ana" or "petr"' in err
    assert "Try: " in err


def test_review_from_the_command_line_and_back(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rejecting marks a statement, undoing restores it; both are entries, nothing is edited."""
    statement = str(rows(capsys, "statements", str(case))[0]["id"])
    assert run(["review", str(case), "--by", "ab", "--reject", statement, "--note", "not said"]) == 0
    judgement = capsys.readouterr().out.split("(")[1].split(")")[0]
    assert [r["id"] for r in rows(capsys, "statements", str(case), "--status", "rejected")] == [statement]
    assert run(["review", str(case), "--by", "ab", "--undo", judgement]) == 0
    assert rows(capsys, "statements", str(case), "--status", "rejected") == []
    assert run(["verify", str(case)]) == 0


@pytest.mark.parametrize("suffix", ["html", "md", "json", "docx"])
def test_bulletin_in_each_form(suffix: str, case: Path, tmp_path: Path) -> None:
    """The file's name decides the form of the bulletin."""
    out = tmp_path / f"bulletin.{suffix}"
    assert run(["bulletin", str(case), "--from", "2025-03-01", "--to", "2025-03-31", "-o", str(out)]) == 0
    assert out.stat().st_size > 500


def test_every_form_can_be_asked_for() -> None:
    """The forms that the command line offers are those that publish makes."""
    assert set(publishing.FORMS) == set(publish.FORMS)
    assert set(publishing.EXPORTS) == {*publish.EXPORTS, "parquet"}


@pytest.mark.parametrize("form", ["geojson", "acled", "followthemoney"])
def test_export_in_each_form(form: str, case: Path, tmp_path: Path) -> None:
    """Each export writes a file that names the incident's place."""
    out = tmp_path / "out"
    assert run(["export", str(case), "--form", form, "-o", str(out)]) == 0
    assert "Sorn" in out.read_text(encoding="utf-8")


def test_parquet_is_a_file_a_table(case: Path, tmp_path: Path) -> None:
    """Parquet goes into a folder, one file for each listing."""
    assert run(["export", str(case), "--form", "parquet", "-o", str(tmp_path / "tables")]) == 0
    assert {p.stem for p in (tmp_path / "tables").glob("*.parquet")} >= {"documents", "statements", "incidents"}


def test_nothing_from_a_report_steers_the_terminal() -> None:
    """Control characters and bidirectional overrides are written out."""
    assert printable("a\x1b[31mb\u202ec") == "a⟨U+001B⟩[31mb⟨U+202E⟩c"


def test_lists_and_flags_read_as_people_write_them() -> None:
    """A list is joined, a flag is yes or no, nothing is nothing."""
    assert [plain(v) for v in (["a", "b"], True, False, None, 3)] == ["a; b", "yes", "no", "", "3"]


def test_a_pipe_hears_of_each_report_as_soon_as_it_is_in(case: Path, tmp_path: Path) -> None:
    """The line of the first report arrives while the second is still awaited."""
    code = "from trucewatch.cli import main; main()"
    pipe = tmp_path / "second.txt"
    os.mkfifo(pipe)
    first = tmp_path / "first.txt"
    first.write_text("The mayor said on Monday that the ferry runs again.", encoding="utf-8")
    command = [sys.executable, "-c", code, "add", str(case), str(first), str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603 -- ourselves
        assert running.stdout is not None
        assert json.loads(running.stdout.readline())["outcome"] == "added"
        pipe.write_text("The mayor said on Tuesday that the ferry stopped again.", encoding="utf-8")
        assert json.loads(running.stdout.readline())["outcome"] == "added"
        assert running.wait() == 0


CORPUS = [
    {"id": f"d{at}", "text": " ".join(f"word{at * 1000 + n}" for n in range(80)), "date": "2025-03-04"}
    for at in range(5)
]


def corpus_file(folder: Path, *extra: str) -> Path:
    copy = {**CORPUS[2], "id": "copy", "text": f"{CORPUS[2]['text']} =more", "date": "2025-03-05"}
    path = folder / "corpus.jsonl"
    path.write_text("\n".join([*extra, *(json.dumps(row) for row in (*CORPUS, copy))]), encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", ["csv", "ndjson", "parquet"])
def test_lineage_writes_edges(tmp_path: Path, ending: str) -> None:
    """A corpus in gives its edges in the form that the file's ending asks for."""
    out = tmp_path / f"edges.{ending}"
    assert run(["lineage", str(corpus_file(tmp_path)), "-o", str(out)]) == 0
    if ending == "csv":
        rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    elif ending == "ndjson":
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    else:
        rows = pyarrow.parquet.read_table(out).to_pylist()
    (row,) = rows
    assert (row["parent"], row["child"], row["kind"], row["direction"]) == ("d2", "copy", "edited", "parent first")
    assert int(row["confidence"]) > 900
    assert int(row["grams_child"]) > 900


def test_lineage_names_bad_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bad lines are told with number and reason, edges of the others go to standard output, and the exit code is 3."""
    path = corpus_file(tmp_path, "nonsense", '{"id": "d0", "text": "the id is taken by this one"}')
    assert run(["lineage", str(path)]) == 3
    told = capsys.readouterr()
    assert [json.loads(line)["child"] for line in told.out.splitlines()] == ["copy"]
    assert f"{path}, line 1: it is not JSON" in told.err
    assert "d0: its id is taken" in told.err
    assert "6 documents held" in told.err


def test_lineage_goes_on_from_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a folder, a second run relates what is new to what the first one read."""
    folder = str(tmp_path / "kept")
    assert run(["lineage", str(corpus_file(tmp_path)), "--into", folder]) == 0
    later = tmp_path / "later.jsonl"
    later.write_text(json.dumps({"id": "new", "text": CORPUS[4]["text"]}), encoding="utf-8")
    capsys.readouterr()
    assert run(["lineage", str(later), "--into", folder]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert (json.loads(line)["parent"], json.loads(line)["kind"]) == ("d4", "exact")


def test_lineage_refuses_a_form_it_does_not_know(tmp_path: Path) -> None:
    """An ending that says no form is wrong use, before anything is read."""
    assert run(["lineage", str(corpus_file(tmp_path)), "-o", str(tmp_path / "edges.xml")]) == 2
    assert run(["lineage", str(tmp_path / "none.jsonl")]) == 2
