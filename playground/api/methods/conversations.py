"""Places: which there are, what they are, who is in them."""

from collections.abc import Callable, Mapping

from playground.api.methods import access
from playground.api.methods.call import Call
from playground.wire import Json, refuse
from playground.world.people import Member
from playground.world.places import Place

TYPES = {"public": "public_channel", "private": "private_channel", "im": "im"}


def open_(call: Call) -> Json:
    """Open the direct message with one person."""
    if call.text("channel"):
        return {"channel": {"id": access.visible(call).id}}
    person = _person(call)
    opened = call.slack.places.get(f"D{person.id[1:]}") is not None
    if call.flag("prevent_creation") and not opened:
        refuse("channel_not_found")
    place = call.slack.places.direct(person.id)
    channel = place.describe() if call.flag("return_im") else {"id": place.id}
    return {"channel": channel, "already_open": opened, "no_op": opened}


def _person(call: Call) -> Member:
    """Return whom the direct message is with."""
    if not (users := call.text("users")):
        refuse("users_list_not_supplied")
    person = call.slack.people.get(users)
    if "," in users:
        refuse("method_not_supported_for_channel_type")  # group messages are not simulated
    if person is None:
        refuse("user_not_found")
    if person.deleted:
        refuse("user_disabled")
    if person.bot:
        refuse("cannot_dm_bot")
    return person


def info(call: Call) -> Json:
    """Describe a place."""
    place = access.informed(call)
    locale = "en-US" if call.flag("include_locale") else ""
    return {"channel": place.describe(count=call.flag("include_num_members"), locale=locale)}


def members(call: Call) -> Json:
    """List who is in a place."""
    some, onward = call.page(access.informed(call).members)
    return {"members": some, **onward}


def list_(call: Call) -> Json:
    """List the places that the bot may know of."""
    types = (call.text("types") or "public_channel").split(",")
    if not {*TYPES.values(), "mpim"}.issuperset(each.strip() for each in types):
        refuse("invalid_types")
    types = [each.strip() for each in types]
    for kind, name in TYPES.items():
        if name in types:
            access.scope(call, f"{access.SCOPE[kind]}:read")
    found = [place for place in call.slack.places if _listed(call, place, types)]
    some, onward = call.page(found)
    return {"channels": [place.describe(count=True) for place in some], **onward}


def _listed(call: Call, place: Place, types: list[str]) -> bool:
    known = place.kind == "public" or place.has_bot
    hidden = place.archived and call.flag("exclude_archived")
    return known and not hidden and TYPES[place.kind] in types


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "conversations.open": open_,
    "conversations.info": info,
    "conversations.members": members,
    "conversations.list": list_,
}
