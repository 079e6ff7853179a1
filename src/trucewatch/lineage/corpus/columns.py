"""Rows of numbers that grow at their end and never change before it, in memory or in a file that is mapped.

Decides nothing of what is kept. What lies past ``size`` is room, not data: a file may hold more than was agreed on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_FIRST = 1 << 12


class Column:
    """Numbers of one type. ``data`` is void after the next call of ``reserve``."""

    def __init__(self, dtype: npt.DTypeLike, path: Path | None = None, size: int = 0) -> None:
        self._path = path
        self._dtype = np.dtype(dtype)
        self.size = size
        self._mapped: np.memmap[Any, Any] | None = None
        self.data: npt.NDArray[Any] = np.zeros(_FIRST, dtype=self._dtype) if path is None else self._map(max(size, 1))

    def _map(self, room: int) -> npt.NDArray[Any]:
        assert self._path is not None  # noqa: S101 -- only a column with a file is mapped
        bytes_ = room * self._dtype.itemsize
        with self._path.open("ab") as file:
            if file.tell() < bytes_:
                file.truncate(bytes_)
        self._mapped = np.memmap(self._path, dtype=self._dtype, mode="r+", shape=(room,))
        return np.asarray(self._mapped)

    def reserve(self, more: int) -> npt.NDArray[Any]:
        """``data`` with room for ``more`` numbers past ``size``."""
        wanted = self.size + more
        if wanted > len(self.data):
            room = max(wanted, len(self.data) * 5 // 4)
            if self._path is None:
                self.data.resize(room, refcheck=False)
            else:
                self.data = self._map(room)
        return self.data

    def append(self, numbers: npt.NDArray[Any]) -> None:
        """Add numbers at the end."""
        self.reserve(len(numbers))[self.size : self.size + len(numbers)] = numbers
        self.size += len(numbers)

    @property
    def held(self) -> npt.NDArray[Any]:
        """What is held, without the room."""
        return self.data[: self.size]

    def save(self, path: Path) -> None:
        """Write what is held to ``path``, or down to the file it is mapped from, and have it there from now on."""
        if self._path != path:
            path.write_bytes(b"")
            held, self._path = self.held.copy(), path
            self.data = self._map(max(self.size, 1))
            self.data[: self.size] = held
        if self._mapped is not None:
            self._mapped.flush()
