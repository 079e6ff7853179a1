"""``compare``: two reports side by side, without a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from trucewatch.documents import Document


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the sheet as one HTML file.")
@click.option("--json", "as_json", is_flag=True, help="The whole comparison as JSON.")
@click.option("--published-a", default="", help="When A was published, e.g. 2025-04-10.")
@click.option("--published-b", default="", help="When B was published.")
def compare(a: str, b: str, html: Path | None, as_json: bool, published_a: str, published_b: str) -> None:
    """Hold two reports side by side, without a case.

    Who derives from whom, sentence by sentence, quotation by quotation.
    A and B are files, URLs, or - for standard input.
    """
    from trucewatch.cli.writing import write_file
    from trucewatch.lineage import compare as compare_documents
    from trucewatch.publish import comparison_text, render_comparison

    first, second = _document(a, published_a), _document(b, published_b)
    comparison = compare_documents(first, second)
    if html is not None:
        write_file(html, render_comparison(comparison, first, second).encode())
        click.echo(f"wrote {html}", err=True)
    elif as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(comparison)).decode())
    else:
        from trucewatch.cli.output import printable

        click.echo(printable(comparison_text(comparison, first, second)))


def _document(target: str, published: str) -> Document:
    from trucewatch.cli.collecting import Given, collect
    from trucewatch.documents import Received, read, unpack
    from trucewatch.errors import InputError, UsageError

    given = collect([target], Given(published=published))
    found = [one for item in given for one in (unpack(item) if isinstance(item, Received) else [item])]
    if len(found) != 1:
        raise UsageError(
            f"{target} holds {len(found)} reports", "compare takes exactly two reports", "give one file for each"
        )
    if isinstance(found[0], InputError):
        raise found[0]
    return read(found[0])
