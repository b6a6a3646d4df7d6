"""The *Decide* button under a debrief: what was decided, on what, and who sees it otherwise."""
