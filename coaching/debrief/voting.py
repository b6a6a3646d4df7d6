"""Use case: say where one stands after the talk."""
