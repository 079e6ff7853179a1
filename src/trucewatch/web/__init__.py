"""The case in a browser: read-only pages whose whole state is in the address.

Decides addresses and markup. Every page is made on the server, works without scripts and asks nothing of any other
host. What it shows is worded by ``publish``, as in the bulletin. Never writes to a case. ``application`` is the public
face; the same queries as data are in ``trucewatch.api``.
"""

from __future__ import annotations

from trucewatch.web.application import application

__all__ = ["application"]
