"""The debrief of a loop: when it is released, what it says, what follows from it."""
