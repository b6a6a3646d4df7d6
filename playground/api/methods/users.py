"""Who is who, and who asks."""

from collections.abc import Callable, Mapping

from playground.api.methods.call import Call
from playground.wire import Json, refuse
from playground.world.team import APP


def auth_test(call: Call) -> Json:
    """Tell the bot who it is."""
    team = call.slack.team
    names = {"team": team.name, "user": call.slack.people[team.bot_user].name}
    ids = {"team_id": team.id, "user_id": team.bot_user, "bot_id": team.bot_id, "app_id": APP}
    return {"url": call.slack.address, "is_enterprise_install": False, **names, **ids}


def info(call: Call) -> Json:
    """Describe somebody."""
    member = call.slack.people.get(call.need("user"))
    if member is None:
        refuse("user_not_found")
    return {"user": member.user(call.slack.now(), locale=call.flag("include_locale"))}


def list_(call: Call) -> Json:
    """Describe everybody."""
    everybody = list(call.slack.people.values())
    some, onward = call.page(everybody, default=len(everybody))
    now, locale = call.slack.now(), call.flag("include_locale")
    members = [member.user(now, locale=locale) for member in some]
    return {"members": members, "cache_ts": int(now.timestamp()), **onward}


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "auth.test": auth_test,
    "users.info": info,
    "users.list": list_,
}
