"""Which workspace it is, and which app is installed in it."""

from dataclasses import dataclass

APP = "A0COACH"
BOT_NAME = "Interview Coach"
APP_TOKEN = "xapp-playground"  # noqa: S105  (opens Socket Mode for the app, whatever the workspace)


@dataclass(frozen=True, slots=True)
class Team:
    """A workspace by its names, with the app's bot in it; ``token`` opens this one alone."""

    id: str
    name: str
    domain: str
    bot_user: str
    bot_id: str
    token: str


HOME = Team("T0PLAY", "Playground", "playground", "U0COACH", "B0COACH", "xoxb-playground")
SECOND = Team("T1QUAY", "Quayside", "quayside", "U1COACH", "B1COACH", "xoxb-quayside")
