"""The *Where do you stand now?* button under a debrief, for its raters."""
