"""The live guide: what was done on its card, and what follows from that."""
