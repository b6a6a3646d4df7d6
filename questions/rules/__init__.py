"""The rules of the linter, a module for each subject.

A rule takes the shelf of all files read together and yields findings.
"""
