"""``serve``: the case in a browser, on this machine."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import click

_HOST = "127.0.0.1"  # this machine alone


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8470, show_default=True, help="The port; 0 is any free one."
)
def serve(case: Path, port: int) -> None:
    """Show CASE in a browser, read-only.

    Only this machine can reach it: it listens on 127.0.0.1. Stop it with Ctrl+C.
    """
    from trucewatch.case import Case
    from trucewatch.errors import UsageError

    try:
        import uvicorn

        from trucewatch.web import application
    except ModuleNotFoundError as error:
        missing = (error.name or "a library").partition(".")[0]
        raise UsageError(
            "the pages cannot be served", f"{missing} is not installed", "pip install 'trucewatch[web]'"
        ) from None
    with Case.open(case):  # a clear error now rather than on the first page
        pass
    with _listen(port) as listening:
        click.echo(f"http://{_HOST}:{listening.getsockname()[1]}  (Ctrl+C stops it)", err=True)
        settings = uvicorn.Config(
            application(case),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
        )
        uvicorn.Server(settings).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    """The port, taken before anything is said about it."""
    from trucewatch.errors import UsageError

    try:
        return socket.create_server((_HOST, port))
    except OSError as error:
        why = os.strerror(error.errno).lower() if error.errno else str(error)
        raise UsageError(f"port {port} cannot be used", why, "name another with --port; 0 takes any free one") from None
