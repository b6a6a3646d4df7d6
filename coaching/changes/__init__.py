"""What becomes of a planned interview: changed, handed over, called off, planned around."""
