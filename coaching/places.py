"""Where candidate data may go: private, unshared, unarchived channels."""

from dataclasses import dataclass

from coaching.phrase import Phrase

UNSEEN = Phrase(
    "I am not in that channel. Invite me with /invite @Interview Coach, then try again."
)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as Slack describes it now. ``member``: whether the app is in it."""

    id: str
    name: str
    private: bool
    archived: bool
    shared: bool
    member: bool


def unfit(channel: Channel | None) -> Phrase | None:
    """Return why candidate data may not go there, or None when it may.

    Slack hides private channels the app is not in: they look like channels that do not exist.
    """
    if channel is None:
        return UNSEEN
    if not channel.private:
        return Phrase(
            "That channel is public, and debriefs name candidates. Choose a private channel."
        )
    if channel.archived:
        return Phrase("That channel is archived. Choose a private channel that is in use.")
    if channel.shared:
        return Phrase(
            "People outside this workspace can read that channel. "
            "Choose a private channel of your own."
        )
    return None if channel.member else UNSEEN
