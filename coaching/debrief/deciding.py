"""Use case: decide about a candidate, after the debrief."""
