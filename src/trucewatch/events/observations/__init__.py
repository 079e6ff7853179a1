"""What observing missions recorded themselves: counts of kinds of things, by place, time, weapon and direction."""
