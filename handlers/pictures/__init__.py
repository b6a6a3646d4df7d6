"""Pictures: what words and tables say, drawn once more for the eye."""
