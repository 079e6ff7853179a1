"""``trucewatch serve``: what it says when it cannot, and that it can."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from trucewatch.cli.commands import run


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What stands on stderr, line by line; stdout stays empty."""
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def test_without_a_case_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for what is missing, one for what to try, before any port is taken."""
    assert run(["serve", str(tmp_path / "no.case")]) == 5
    what, try_ = said(capsys)
    assert what.startswith("Error: no case at")
    assert "trucewatch init" in try_


@pytest.mark.parametrize("missing", ["uvicorn", "starlette"])
def test_without_the_extra_it_says_what_to_install(
    sample_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """The library that is not there is named, and the extra that brings it."""
    for name in [name for name in sys.modules if name.startswith(("trucewatch.web", "trucewatch.api", f"{missing}."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert run(["serve", str(sample_path)]) == 2
    what, try_ = said(capsys)
    assert what == f"Error: the pages cannot be served: {missing} is not installed"
    assert "trucewatch[web]" in try_


def test_a_port_in_use_is_named(sample_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The port is named, and how to take another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", str(sample_path), "--port", str(port)]) == 2
    what, try_ = said(capsys)
    assert what == f"Error: port {port} cannot be used: address already in use"
    assert "--port" in try_


def test_a_port_that_is_none_is_refused(sample_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ports end at 65535."""
    assert run(["serve", str(sample_path), "--port", "70000"]) == 2
    assert "65535" in "\n".join(said(capsys))


def test_it_serves_on_this_machine_alone_and_stops_when_told(sample_path: Path) -> None:
    """It says where, answers there and on no other address, and Ctrl+C ends it without a trace."""
    command = [
        sys.executable,
        "-c",
        "from trucewatch.cli import main; main()",
        "serve",
        str(sample_path),
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 -- ours
        assert server.stderr is not None
        address = server.stderr.readline().split()[0]
        try:
            assert address.startswith("http://127.0.0.1:")
            with urllib.request.urlopen(f"{address}/incidents", timeout=20) as answer:  # noqa: S310 -- ours
                assert answer.status == 200
                assert "server" not in {name.lower() for name in answer.headers}
            assert listening_on(int(address.rpartition(":")[2])) == {"0100007F"}
        finally:
            os.kill(server.pid, signal.SIGINT)
        assert server.wait(timeout=20) in {0, 130}
        assert "Traceback" not in server.stderr.read()


def listening_on(port: int) -> set[str]:
    """The local addresses, as Linux writes them, on which anything listens at that port."""
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    sockets = [(*line.split()[1].split(":"), line.split()[3]) for line in lines]
    return {local for local, at, state in sockets if int(at, 16) == port and state == "0A"}
