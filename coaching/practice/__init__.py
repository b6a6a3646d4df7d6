"""Practice: mock interviews, behind a wall from everything in hiring."""
