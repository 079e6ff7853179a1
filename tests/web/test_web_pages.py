"""Every address: as it is, with empty filters, with filters there are not."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from trucewatch.api import FILTERS, NOUNS
from trucewatch.case import Case
from trucewatch.web import application, pages

LISTINGS = [f"{start}/{noun}" for start in ("", "/api") for noun in NOUNS]
OTHERS = ["/", "/bulletin", "/style.css", "/api/"]
EMPTY = "?" + "&".join(f"{name}=" for name in FILTERS)


@pytest.mark.parametrize("address", [*LISTINGS, *OTHERS])
def test_every_address_answers(client: TestClient, address: str) -> None:
    """Each answers 200."""
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", LISTINGS)
def test_empty_filters_filter_nothing(client: TestClient, address: str) -> None:
    """A form sent empty shows what the bare address shows."""
    assert client.get(address + EMPTY).text == client.get(address).text


def test_a_bulletin_for_no_period_is_of_the_whole_record(client: TestClient) -> None:
    """The front page's form sent empty gives everything."""
    assert client.get("/bulletin?from=&to=").text == client.get("/bulletin").text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?colour=red", "colour"),
        ("?from=yesterday", "yesterday"),
        ("?to=2025-02-30", "2025-02-30"),
        ("?from=2025-03-09&to=2025-03-01", "ends before it starts"),
        ("?status=perhaps", "perhaps"),
        ("?party=arvenia&party=belkora", "given twice"),
    ],
)
@pytest.mark.parametrize("address", ["/incidents", "/api/incidents", "/documents", "/api/findings"])
def test_a_filter_that_makes_no_sense_is_named(client: TestClient, address: str, query: str, said: str) -> None:
    """The answer is 400, and says which filter and what to write."""
    answer = client.get(address + query)
    assert answer.status_code == 400
    assert said in answer.text
    assert "try" in answer.text.lower()


@pytest.mark.parametrize("address", ["/", "/bulletin", "/show/truce"])
def test_a_page_without_that_filter_does_not_pretend_to_use_it(client: TestClient, address: str) -> None:
    """A filter that a page has no use for is an error, not ignored."""
    assert client.get(f"{address}?party=arvenia").status_code == 400


@pytest.mark.parametrize(
    "address", ["/nope", "/show/sta-nope", "/documents/doc-nope", "/a/b/c", "/api/nope", "/api/a/b"]
)
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    """Unknown nouns, ids and addresses answer 404 with where to go."""
    answer = client.get(address)
    assert answer.status_code == 404
    assert "try" in answer.text.lower()


def test_errors_under_the_api_are_problem_details(client: TestClient) -> None:
    """RFC 9457: type, title, status and detail, as application/problem+json."""
    for address, status in (
        ("/api/nope", 404),
        ("/api/incidents?x=1", 400),
        ("/api/show/inc-nope", 404),
        ("/api/a/b", 404),
    ):
        answer = client.get(address)
        assert answer.headers["content-type"] == "application/problem+json"
        problem = answer.json()
        assert (problem["type"], problem["status"]) == ("about:blank", status)
        assert problem["title"]
        assert problem["detail"]


def test_a_report_is_not_shown_under_another_kind_of_address(client: TestClient, sample_path: Path) -> None:
    """One thing has one address: others lead there, and what is no report is not found among reports."""
    with Case.open(sample_path) as case:
        report, incident = case.documents().rows[0].id, case.incidents().rows[0].id
    assert client.get(f"/show/{report}").url.path == f"/documents/{report}"
    assert client.get(f"/documents/{report[:-2]}").url.path == f"/documents/{report}"
    assert client.get(f"/documents/{incident}").status_code == 404


def test_an_incident_shows_its_accounts_its_origins_and_its_findings(client: TestClient, sample_path: Path) -> None:
    """Rival accounts, the sentence that adds up the origins, and each verdict in plain words."""
    with Case.open(sample_path) as case:
        row = next(row for row in case.incidents().rows if row.contested)
        page = client.get(f"/show/{row.id}").text
        assert page.count('class="account"') == row.accounts
        assert row.sentence in page.replace("&#39;", "'")
        for finding in case.findings().rows:
            if finding.incident == row.id:
                assert f"/show/{finding.id}" in page
                assert finding.verdict in page
    assert "lat_e6" not in page
    assert "{&#39;" not in page


def test_a_report_leads_to_its_siblings(client: TestClient, sample_path: Path) -> None:
    """Every other report of the story is linked from each."""
    with Case.open(sample_path) as case:
        story = max(case.stories().rows, key=lambda row: len(row.documents))
    assert len(story.documents) > 1
    for name in story.documents:
        page = client.get(f"/documents/{name}").text
        assert f"/show/{story.id}" in page
        assert all(f"/documents/{other}" in page for other in story.documents if other != name)


def test_a_story_is_drawn_in_time_order_without_styles_of_its_own(client: TestClient, sample_path: Path) -> None:
    """Its page lists the reports by number beside rails that need neither script nor inline style."""
    with Case.open(sample_path) as case:
        story = max(case.stories().rows, key=lambda row: len(row.documents))
    page = client.get(f"/show/{story.id}").text
    drawn = re.search(r'<ol class="story">.*?</ol>', page, re.DOTALL)
    assert drawn
    assert drawn[0].count('class="no"') == len(story.documents)
    assert all(f'href="/documents/{name}"' in drawn[0] for name in story.documents)
    assert "style=" not in drawn[0]


def test_the_text_of_a_report_is_whole_and_marked_where_the_facts_stand(client: TestClient, sample_path: Path) -> None:
    """Tags aside, each paragraph is the report's own; each statement's words have their anchor before them."""
    with Case.open(sample_path) as case:
        report = case.documents().records[0]
        statements = case.statements(document=report.id).records
    article = re.search(r"<article.*?</article>", client.get(f"/documents/{report.id}").text, re.DOTALL)
    assert article
    paragraphs = re.findall(r"<p [^>]*>(.*?)</p>", article[0], re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", each) for each in paragraphs] == [
        block.span.of(report.text) for block in report.blocks
    ]
    for statement in statements:
        for span in statement.content:
            _, _, after = article[0].partition(f'id="s={span.start}-{span.end}"></a>')
            assert re.sub(r"<[^>]+>", "", after).startswith(span.of(report.text))


def test_where_extractors_differ_is_on_the_report_and_on_a_page(client: TestClient, sample_path: Path) -> None:
    """Each disagreement is listed with who found what, is marked in its report, and leads to both statements."""
    with Case.open(sample_path) as case:
        report = next(row.document for row in case.disagreements() if "another act" in row.differs)
        rows = case.disagreements(document=report).rows
    assert {difference for row in rows for difference in row.differs} >= {"another act", "found by one alone"}
    listed, told = client.get(f"/disagreements?document={report}").text, client.get(f"/documents/{report}").text
    for row in rows:
        for name in filter(None, (row.id, row.other_id)):
            assert f'href="/show/{name}"' in listed
            assert client.get(f"/show/{name}").status_code == 200
        assert f'href="/show/{row.id}"' in told
    assert "Disagreements" in told
    assert "3 proposed, 2 in the text (1 not in the text)" in told
    assert "not found by" in listed


def test_one_extractor_is_asked_for_by_its_name(client: TestClient, sample_path: Path) -> None:
    """Statements are the rules' unless another extractor is named; other nouns have no such filter."""
    with Case.open(sample_path) as case:
        others = [row.id for row in case.statements(extractor="clippings").rows]
    assert others
    assert [row["id"] for row in client.get("/api/statements?extractor=clippings").json()] == others
    assert not {row["id"] for row in client.get("/api/statements").json()} & set(others)
    assert all(name in client.get("/statements?extractor=any").text for name in others)
    assert client.get("/api/incidents?extractor=any").status_code == 400


def test_incidents_say_how_many_are_located(client: TestClient, sample_path: Path) -> None:
    """N of M located is on the page, filtered or not, and none located is said too."""
    with Case.open(sample_path) as case:
        rows = case.incidents().rows
    assert f"{sum(row.located for row in rows)} of {len(rows)} located" in client.get("/incidents").text
    assert "0 of 0 located" in client.get("/incidents?text=zeppelin").text


def test_a_judgement_is_shown_with_who_made_it(client: TestClient, sample_path: Path) -> None:
    """An accepted statement says by whom; one whose judgement was taken back says that; a rejected one is asked for."""
    with Case.open(sample_path) as case:
        first, second, *_ = case.statements(status="any").rows
    assert "R. Viewer" in client.get(f"/show/{first.id}").text
    assert "taken back" in client.get(f"/show/{second.id}").text
    assert "rejected" in client.get("/statements?status=rejected").text
    entries = client.get(f"/api/show/{second.id}").json()["judgements"]
    assert client.get(f"/show/{entries[0]['id']}").status_code == 200


def test_the_front_page_of_a_large_case_does_not_read_it_all(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond some hundred entries it says how many there are, and leaves the summing up to a bulletin of a period."""
    assert "reports from" in client.get("/").text
    monkeypatch.setattr(pages, "SUMMED_UP", 3)
    monkeypatch.setattr(Case, "bulletin", None)
    page = client.get("/").text
    assert "The log holds" in page
    assert all(f'href="/{noun}"' in page for noun in NOUNS)


def test_a_long_listing_says_what_it_leaves_out(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rows are not shown, the page says how many are, of how many, and where all are."""
    total = len(client.get("/api/statements").json())
    monkeypatch.setattr(pages, "LIMIT", 2)
    page = client.get("/statements").text
    assert f"The first 2 of {total} are shown" in page
    assert f"<strong>{total}</strong> statements" in page
    assert client.get("/incidents").text.count("<tr>") == 3


def test_what_is_told_and_not_counted_is_shown_with_why(demo_path: Path) -> None:
    """A report's page lists what no incident counts of it, and the page of each says why."""
    path = demo_path.with_name("lebanon-2024.case")
    demo = TestClient(application(path), base_url="http://127.0.0.1")
    with Case.open(path) as case:
        left = [row for row in case.mentions() if not row.incident]
    assert left
    for row in left:
        assert f"/show/{row.id}" in demo.get(f"/documents/{row.document}").text
        page = demo.get(f"/show/{row.id}").text
        assert "no incident" in page
        assert row.why in html.unescape(page)
