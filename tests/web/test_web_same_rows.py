"""The address and the command line ask the same question."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from trucewatch.api import FILTERS, NOUNS
from trucewatch.cli.commands import trucewatch
from trucewatch.web.pages import LIMIT

DAYS = st.sampled_from(["", "2025-03-01", "2025-03-04", "2025-03-05", "2025-03-09", "2025-04-01"])
QUERIES = st.fixed_dictionaries(
    {},
    optional={
        "party": st.sampled_from(["", "Arvenia", "belkora", "BELKORAN FORCES", "Ilan Maro", "nobody"]),
        "source": st.sampled_from(["", "Coastal Wire", "upland post", "none"]),
        "place": st.sampled_from(["", "sorn", "Sorn", "elsewhere"]),
        "type": st.sampled_from(
            ["", "deny", "ASSERT", "Shelling/artillery/missile attack", "would breach", "ceasefire"]
        ),
        "text": st.sampled_from(["", "shelling", "Guns", "<script>", "“", "zeppelin"]),
        "language": st.sampled_from(["", "en", "ar"]),
        "status": st.sampled_from(["", "any", "accepted", "rejected", "proposed"]),
        "from": DAYS,
        "to": DAYS,
    },
).filter(lambda asked: not (asked.get("from") and asked.get("to")) or asked["from"] <= asked["to"])


@settings(max_examples=60)
@given(noun=st.sampled_from(NOUNS), asked=QUERIES)
def test_address_and_command_line_give_the_same_rows(
    client: TestClient, sample_path: Path, noun: str, asked: dict[str, str]
) -> None:
    """For any filters, /api/NOUN answers the rows that `trucewatch NOUN --json` prints, and the page lists as many."""
    options = [part for name, value in asked.items() for part in (f"--{name}", value)]
    printed = CliRunner().invoke(trucewatch, [noun, str(sample_path), *options, "--json"], catch_exceptions=False)
    answered = client.get(f"/api/{noun}", params=asked)
    assert (printed.exit_code, answered.status_code) == (0, 200)
    rows = json.loads(printed.stdout)
    assert answered.json() == rows
    page = client.get(f"/{noun}", params=asked).text
    one = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
    assert f"<strong>{len(rows)}</strong> {one if len(rows) == 1 else noun} ·" in page
    body = re.search(r'<table class="listing.*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    assert (body[1].count("<tr>") if body else 0) == min(len(rows), LIMIT)


def test_every_filter_of_the_command_line_is_one_of_the_address() -> None:
    """The two have the same filters; the address has the report as well, which links use."""
    for noun in NOUNS:
        command = trucewatch.get_command(None, noun)  # type: ignore[arg-type]
        assert command is not None
        options = {opt.removeprefix("--") for param in command.params for opt in param.opts if opt.startswith("--")}
        assert set(FILTERS) - {"document"} <= options
