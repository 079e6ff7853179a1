from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

from trucewatch.publish.basemap import decode

TOOL = Path(__file__).parents[2] / "tools" / "basemap.py"

# Two square countries side by side: arc 0 is what they share, 1 and 2 their other sides.
TOPOLOGY = {
    "transform": {"scale": [0.5, 0.5], "translate": [-180, -90]},
    "arcs": [[[20, 20], [0, 10]], [[20, 30], [-10, 0], [0, -10], [10, 0]], [[20, 30], [10, 0], [0, -10], [-10, 0]]],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "MultiPolygon", "arcs": [[[2, 0]]]}],
        },
        "land": {"type": "MultiPolygon", "arcs": [[[~1, 2]]]},
    },
}


def tool() -> ModuleType:
    """The script that makes the base map."""
    spec = importlib.util.spec_from_file_location("basemap_tool", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_base_map_can_be_made_again(tmp_path: Path) -> None:
    """What the script writes the package reads: one outline of the land, one boundary, and no names."""
    source, target = tmp_path / "topology.json", tmp_path / "map.bin"
    source.write_text(json.dumps(TOPOLOGY), encoding="utf-8")
    tool().main(str(source), str(target))
    base = decode(target.read_bytes())
    (land,) = base.land
    (boundary,) = base.boundaries
    assert (land.west, land.south, land.east, land.north) == (-175.0, -80.0, -165.0, -75.0)
    assert len(land.points) == 6
    assert boundary.points == ((-170.0, -80.0), (-170.0, -75.0))
