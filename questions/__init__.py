"""Competency models and question banks: YAML, types, loader, linter, selection."""
