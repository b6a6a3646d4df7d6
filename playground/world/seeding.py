"""Who and what is there at first."""

from playground.world.people import Member
from playground.world.places import Place, Places
from playground.world.team import BOT_NAME, HOME, SECOND, Team

LONDON, BERLIN = "Europe/London", "Europe/Berlin"


def people(team: Team) -> dict[str, Member]:
    """Return a workspace's people and its bot."""
    everybody = _home() if team is HOME else _second()
    bot = Member(team.bot_user, "coach", BOT_NAME, "en-US", "UTC", "App", "1d3557", bot=True)
    bot.team = team.id
    return {member.id: member for member in (*everybody, bot)}


def places(team: Team, members: list[str]) -> Places:
    """Return a workspace's channels."""
    if team is not HOME:
        return Places(team, Place("C1GENERAL", "general", "public", members, team=team))
    panel = ["U0DANA", "U0ALICE", "U0BOB", "U0MEI", team.bot_user]
    pair = ["U0DANA", team.bot_user]
    own = [member for member in members if member != "U0PRIYA"]
    return Places(
        team,
        Place("C0GENERAL", "general", "public", own),
        Place("G0HIRING", "hiring-pm", "private", panel),
        Place("G0OLD", "hiring-2024", "private", list(pair), archived=True),
        Place("G0PARTNER", "partner-hiring", "private", [*pair, "U0PRIYA"], shared=True),
        Place("G0SECRET", "board-room", "private", ["U0DANA"]),
    )


def _home() -> tuple[Member, ...]:
    hiring = "Interviewer"
    priya = Member("U0PRIYA", "priya", "Priya Nair", "en-US", LONDON, "Partner", "457b9d")
    priya.team, priya.stranger = SECOND.id, True  # of a connected workspace
    return (
        Member("U0DANA", "dana", "Dana Reyes", "en-US", LONDON, "Hiring manager", "9b5de5"),
        Member("U0ALICE", "alice", "Alice Okafor", "en-US", LONDON, hiring, "d1495b"),
        Member("U0BOB", "bob", "Bob Lindqvist", "en-GB", "America/New_York", hiring, "2e86ab"),
        Member("U0MEI", "mei", "Mei Lin 林美", "zh-CN", "Asia/Shanghai", "面试官", "e07a1f"),
        Member("U0CHEN", "chen", "Chen Wu", "en-US", "Asia/Singapore", "Practises", "3a7d44"),
        Member("U0CHARLIE", "charlie", "Charlie Brandt", "en-US", BERLIN, "", "6b705c"),
        Member("U0GUS", "gus", "Gus Guest", "en-US", LONDON, "Guest", "8d6b94", guest=True),
        priya,
        Member("U0NOOR", "noor", "Noor Haddad", "en-US", BERLIN, "", "7f8c8d", deleted=True),
    )


def _second() -> tuple[Member, ...]:
    return (
        Member("U1OMAR", "omar", "Omar Silva", "en-US", LONDON, "", "b56576", team=SECOND.id),
        Member(
            "U1YAN", "yan", "Yan Zhou 周燕", "zh-CN", "Asia/Shanghai", "", "355070", team=SECOND.id
        ),
    )
