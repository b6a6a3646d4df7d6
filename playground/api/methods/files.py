"""Files by the upload-URL way: ask for an address, send the content there, share what came."""

from collections.abc import Callable, Mapping

from playground.api.methods import access, content
from playground.api.methods.call import DIGITS, Call
from playground.checker.findings import units
from playground.gestures import telling
from playground.wire import Json, refuse
from playground.world.files import LARGEST, File
from playground.world.messages import Message
from playground.world.pinging import only_allowed
from playground.world.places import Place

ALTERNATIVE = 1000  # characters for the screen reader
SNIPPET = 2**20  # bytes
CHANNELS = 100


def get_upload_url(call: Call) -> Json:
    """Return an address for the content of one file."""
    slack, name, size = call.slack, call.need("filename"), _length(call)
    if units(call.text("alt_txt")) > ALTERNATIVE:
        refuse("alt_txt_too_large")
    if call.text("snippet_type") and size > SNIPPET:
        refuse("snippet_too_large")
    file = slack.files.new(name, size, slack.team.bot_user, slack.address)
    file.alt = call.text("alt_txt")
    address = f"{slack.address}upload/v1/{slack.files.ticket(file)}"
    return {"upload_url": address, "file_id": file.id}


def complete_upload(call: Call) -> Json:
    """Finish uploads, and share them in places if any are named.

    The answer does not wait for that: it knows of no message.
    """
    found, places = _uploads(call), _places(call)
    blocks = [] if call.text("initial_comment") else content.blocks(call)
    look = content.look(call)
    for file, title in found:
        file.title, file.done = title, True
    told = [file.wire() for file, _ in found]
    for place in places:
        message = _share(call, place, [file for file, _ in found])
        message.blocks, message.look = blocks, look
        call.slack.say(message)
        telling.posted(call.slack, message)
    return {"files": told}


def info(call: Call) -> Json:
    """Describe a file that the bot may see."""
    file = _known(call)
    if not file.seen_by_app():
        refuse("not_visible")
    return {"file": file.wire(), "comments": [], "response_metadata": {"next_cursor": ""}}


def delete(call: Call) -> Json:
    """Delete a file of the bot's own; messages lose it."""
    file, slack = _known(call), call.slack
    if file.user != slack.team.bot_user:
        refuse("cant_delete_file" if file.seen_by_app() else "file_not_found")
    file.deleted, file.data = True, None
    for message in slack.messages:
        message.files = [each for each in message.files if each is not file]
    slack.changes.tell()
    return {}


def _length(call: Call) -> int:
    value = call.need("length")
    if not value.isdecimal() or len(value) > DIGITS:
        refuse("invalid_arguments", "[ERROR] must be an integer [json-pointer:/length]")
    if int(value) == 0:
        refuse("missing_argument")
    if int(value) > LARGEST:
        refuse("file_upload_size_restricted")
    return int(value)


def _uploads(call: Call) -> list[tuple[File, str]]:
    """Return the files whose content has come, each with its title."""
    given = call.args.get("files")
    if not isinstance(given, list) or not given or not all(isinstance(g, dict) for g in given):
        refuse("invalid_arguments", "[ERROR] must list files [json-pointer:/files]")
    found = []
    for each in given:
        file = call.slack.files.get(str(each.get("id")))
        if file is None or file.data is None or file.done or file.deleted:
            refuse("file_not_found")
        found.append((file, str(each.get("title") or file.name)))
    return found


def _places(call: Call) -> list[Place]:
    """Return where the files are to be shared; in a list of places people may stand, too."""
    if channel := call.text("channel_id"):
        return [access.writable(call, channel)]
    names = [name.strip() for name in call.text("channels").split(",") if name.strip()]
    if len(names) > CHANNELS:
        refuse("channels_limit_exceeded")
    slack = call.slack
    ids = [slack.places.direct(n).id if n in slack.people else n for n in names]
    if any(slack.places.get(name) is None for name in ids):
        refuse("invalid_channel")
    return [access.writable(call, name) for name in ids]


def _share(call: Call, place: Place, files: list[File]) -> Message:
    slack, thread = call.slack, call.text("thread_ts") or None
    text, bot = call.text("initial_comment"), slack.team.bot_user
    only_allowed(slack, {"text": text})
    message = Message(place.id, slack.stamps.next(), bot, text, bot=True, thread_ts=thread)
    message.files = files
    for file in files:
        file.shared.append((place, message.ts))
    return message


def _known(call: Call) -> File:
    file = call.slack.files.get(call.need("file"))
    if file is None or not file.done:
        refuse("file_deleted" if file and file.deleted else "file_not_found")
    if file.deleted:
        refuse("file_deleted")
    return file


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
    "files.info": info,
    "files.delete": delete,
}
