"""The drawings of a bulletin as numbers and path data: map, timeline and the rails of a story.

Decides geometry. Never marks up: the template writes the SVG.
"""

from trucewatch.publish.drawings.map import Map, draw_map
from trucewatch.publish.drawings.story import Rail, draw_story
from trucewatch.publish.drawings.timeline import Timeline, draw_timeline, moments

__all__ = ["Map", "Rail", "Timeline", "draw_map", "draw_story", "draw_timeline", "moments"]
