"""Whose data a command is about."""

from collections.abc import Sequence

from bot.settings import StartError


def workspace(known: Sequence[str], asked: str | None) -> str:
    """Return the workspace that is meant: the one there is, or the one asked for; StartError."""
    if asked and (asked in known or not known):
        return asked
    named = ", ".join(known)
    if asked:
        message = f"--team: the database does not know {asked}. It knows {named}."
        raise StartError(message)
    if len(known) == 1:
        return known[0]
    if known:
        message = f"The database knows several workspaces: add --team, one of {named}."
        raise StartError(message)
    message = "The database knows no workspace yet: run the bot once, or add --team T…"
    raise StartError(message)
