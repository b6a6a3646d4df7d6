"""The form of the vote after the talk, and how far the talk moved the panel."""
