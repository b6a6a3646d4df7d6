"""What can be typed after ``python -m bot``: one module each."""
