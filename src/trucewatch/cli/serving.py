"""``serve``: the case in a browser, on this machine."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--port", default=8470, show_default=True, help="The port to listen on.")
def serve(case: Path, port: int) -> None:
    """Show CASE in a browser, read-only.

    Only this machine can reach it: it listens on 127.0.0.1. Stop it with Ctrl+C.
    """
    from trucewatch.case import Case
    from trucewatch.errors import UsageError

    try:
        import uvicorn

        from trucewatch.web import application
    except ImportError as error:
        raise UsageError(
            "the pages cannot be served", f"{error.name} is not installed", "pip install 'trucewatch[web]'"
        ) from None
    with Case.open(case):  # a clear error now rather than on the first page
        pass
    click.echo(f"http://127.0.0.1:{port}  (Ctrl+C stops it)", err=True)
    uvicorn.run(application(case), host="127.0.0.1", port=port, log_level="warning", access_log=False)
