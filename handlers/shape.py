"""The shape of what Slack sends, as far as the listeners reach into it.

A signature says who sent it, not what is in it: what Slack would never send is refused whole.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

YEAR_2100 = 4_102_444_800


def _text(value: object) -> object:
    """Take any text, also one with half characters in it: coaching has a sentence for those."""
    if not isinstance(value, str):
        message = "not a text"
        raise ValueError(message)  # noqa: TRY004 - pydantic lets a TypeError through
    return value


Text = Annotated[Any, AfterValidator(_text)]
Id = Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]{1,255}$")]
Stamp = Annotated[str, Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,6})?$")]
Name = Annotated[str, Field(max_length=255, pattern=r"^[^\x00]*$")]  # we gave it: block and action


class Part(BaseModel):
    """A part of a payload; what we do not read may be anything."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Option(Part):
    """Something chosen."""

    value: Name


class Element(Part):
    """What an element holds."""

    value: Text | None = None
    selected_option: Option | None = None
    selected_options: list[Option] | None = None
    selected_user: Id | None = None
    selected_conversation: Id | None = None
    selected_time: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = None
    selected_date_time: Annotated[int, Field(ge=0, le=YEAR_2100)] | None = None


class Action(Element):
    """Something done."""

    action_id: Name
    block_id: Name
    action_ts: Stamp


class Drawn(Part):
    """An element as it was drawn."""

    initial_options: list[Option] | None = None


class Block(Part):
    """One block of a view."""

    type: Name
    block_id: Name = ""
    element: Drawn | None = None


class State(Part):
    """What a view holds, by block and element."""

    values: dict[Name, dict[Name, Element]] = {}


class View(Part):
    """A modal or a Home."""

    id: Id
    hash: Name | None = None
    callback_id: Name | None = None
    private_metadata: Text | None = None
    blocks: list[Block]
    state: State | None = None


class User(Part):
    """Who did it."""

    id: Id


class Container(Part):
    """What an action was done in."""

    message_ts: Stamp | None = None
    channel_id: Id | None = None


class Said(Part):
    """A message, inside the event of its change."""

    ts: Stamp | None = None
    thread_ts: Stamp | None = None
    user: Id | None = None
    text: Text | None = None


class Event(Part):
    """Something that happened."""

    type: Name
    user: Id | User | None = None
    channel: Any = None
    ts: Stamp | None = None
    thread_ts: Stamp | None = None
    deleted_ts: Stamp | None = None
    client_msg_id: Id | None = None
    tab: Name | None = None
    text: Text | None = None
    message: Said | None = None
    previous_message: Said | None = None


class Body(Part):
    """A whole payload, of any kind."""

    type: Name | None = None
    user: User | None = None
    user_id: Id | None = None
    trigger_id: Id | None = None
    event_id: Id | None = None
    command: Name | None = None
    text: Text | None = None
    actions: Annotated[list[Action], Field(min_length=1)] | None = None
    container: Container | None = None
    view: View | None = None
    event: Event | None = None


COMMAND = {"user_id", "trigger_id"}
NEEDED = {
    "block_actions": {"user", "trigger_id", "actions"},
    "view_submission": {"user", "view"},
    "view_closed": {"user", "view"},
    "event_callback": {"event", "event_id"},
}


def fits(body: Mapping[str, Any]) -> bool:
    """Tell whether a payload is one that Slack can have sent."""
    try:
        known = Body.model_validate(body)
    except (ValidationError, RecursionError):
        return False
    needed = COMMAND if "command" in body else NEEDED.get(known.type or "", set())
    return all(getattr(known, name) is not None for name in needed)
