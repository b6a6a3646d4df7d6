"""What a practice answer gets back: what was found in it, quoted, and at most two next steps."""
