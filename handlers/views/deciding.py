"""The form that decides about a candidate, and what the panel is told."""
