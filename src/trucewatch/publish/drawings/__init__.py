"""The drawings of a bulletin as numbers and path data: map and timeline.

Decides geometry. Never marks up: the template writes the SVG.
"""

from trucewatch.publish.drawings.map import Map, draw_map
from trucewatch.publish.drawings.timeline import Timeline, draw_timeline, moments

__all__ = ["Map", "Timeline", "draw_map", "draw_timeline", "moments"]
