"""The arrays of native code, by what stands in them.

Decides nothing. The types say to a reader what an array holds; what the compiler makes of it, it finds out itself.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Bytes: TypeAlias = npt.NDArray[Any]  # uint8
Numbers: TypeAlias = npt.NDArray[Any]  # int32: documents, forms, places
Ints: TypeAlias = npt.NDArray[Any]  # int64
Codes: TypeAlias = npt.NDArray[Any]  # uint32: what is kept of a key
Words: TypeAlias = npt.NDArray[Any]  # uint64: hashes, entries

#: A signed number of any other: signed and unsigned ones together would make a float.
whole: Any = np.int64
