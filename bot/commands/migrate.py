"""`migrate`: the database, brought to the newest schema."""

from bot import database
from bot.settings import DatabaseSettings


async def migrate(settings: DatabaseSettings) -> None:
    """Upgrade and say so; StartError says what stands in the way."""
    async with database.opened(settings):
        print("The database has the newest schema.")  # noqa: T201  this is a command's answer
