"""Debian's Chromium without a network: what a page becomes in it, what it asks for, and what it complains about."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--headless",
    "--no-sandbox",  # tests run as root in a container, where Chromium has no sandbox to use
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing can be reached, whatever is asked for
    "--enable-logging=stderr",
    "--virtual-time-budget=4000",
)
_OWN = "not an origin"  # how the network log calls requests that the browser makes for itself
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SECONDS = 50
_OPENING = 20_000  # characters in which the answers stand: the opening tag of the frames' page


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as Chromium had it: its elements after loading, what it requested, and its console."""

    dom: str
    requested: tuple[str, ...]
    console: tuple[str, ...]


def look(page: Path) -> Seen:
    """Open a file in Chromium and wait until it has nothing left to do."""
    assert CHROMIUM is not None
    with TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "net.json"
        own = (f"--user-data-dir={folder}/profile", f"--log-net-log={log}", "--window-size=1400,1200")
        done = subprocess.run(  # noqa: S603 -- Chromium, on a file of ours
            [CHROMIUM, *_FLAGS, *own, "--dump-dom", page.as_uri()],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=True,
            env=os.environ | {"HOME": folder},
        )
        requested = tuple(_requested(json.loads(log.read_text(encoding="utf-8"))))
    # Of what the console says, what a page of Chromium's own says ("slow network", on a busy machine) is not ours.
    told = (line for line in done.stderr.splitlines() if ":CONSOLE" in line)
    return Seen(done.stdout, requested, tuple(line for line in told if "source: chrome://" not in line))


def measure(pages: Sequence[str], script: str, *, width: int, fragment: str = "") -> list[Any]:
    """What ``script``, an expression, is worth in each page, shown ``width`` pixels wide.

    Asked of copies in frames of that width, since Chromium has no window as narrow as a telephone. The copies lack the
    policy that forbids scripts; ours waits until the page stands and the fragment is reached.
    """
    frames = []
    for n, page in enumerate(pages):
        asked = (
            f"<script>onload = () => {{ location.hash = {json.dumps(fragment)}; setTimeout(() => {{"
            f" parent.document.documentElement.dataset.worth{n} = JSON.stringify({script}); }}, 200); }};</script>"
        )
        frames.append(
            f'<iframe width="{width}" height="900" srcdoc="{escape(_POLICY.sub("", page) + asked)}"></iframe>'
        )
    with TemporaryDirectory(prefix="frames-") as folder:
        wrapper = Path(folder) / "frames.html"
        wrapper.write_text(f'<!doctype html><meta charset="utf-8">{"".join(frames)}', encoding="utf-8")
        dom = look(wrapper).dom
    found = dict(re.findall(r'data-worth(\d+)="([^"]*)"', dom[:_OPENING]))
    return [json.loads(unescape(found[str(n)])) for n in range(len(pages))]


def _requested(log: Any) -> list[str]:
    """The addresses that the page asked for, as the network stack saw them."""
    start = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    given = [event.get("params", {}) for event in log["events"] if event["type"] == start]
    return [each["url"] for each in given if "url" in each and each.get("initiator") != _OWN]
