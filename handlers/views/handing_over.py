"""A candidate's packet in Slack: the button that asks for it, the message that it comes with."""

from collections.abc import Iterator

from coaching.debrief.packet import Packet
from coaching.debrief.progress import Progress
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block


def offer(progress: Progress, texts: Texts) -> Iterator[Block]:
    """Return the button for whoever may have the packet; it says first what that means."""
    if not progress.packed:
        return
    asked = kit.confirm(
        texts("Get the packet?"),
        texts(
            "You get files with every scorecard, its evidence, the decision and the audit trail. "
            "Files leave my care: keep them where only those may read who have to. That you "
            "asked is logged."
        ),
        texts("Send it to me"),
        texts("Not now"),
    )
    candidate = progress.loop.candidate.id
    button = kit.button(ids.PACKET_SEND, texts("Send me the packet"), candidate)
    yield button | {"confirm": asked}


def message(packet: Packet, texts: Texts) -> list[Block]:
    """Say what comes in the thread, and what to do where files cannot be sent."""
    who = texts.pieces(
        "The packet of {name}, {job}:",
        name=kit.bold(packet.loop.candidate.name),
        job=kit.word(packet.loop.job.title),
    )
    what = [
        texts("a text to read: what was decided, the profile, every scorecard, every question"),
        texts("the same for programs, as JSON"),
        texts("the ratings for a spreadsheet, as CSV"),
    ]
    where = texts.pieces(
        "They come as replies to this message. If none comes, I may not send files in this "
        "workspace: whoever runs me can export them with the id {id}.",
        id=kit.word(packet.loop.candidate.id),
    )
    return [
        kit.rich(
            kit.paragraph(*who),
            kit.bullets([kit.word(each)] for each in what),
            kit.paragraph(*where),
        )
    ]
