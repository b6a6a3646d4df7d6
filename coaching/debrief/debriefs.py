"""All that is done with debriefs, in one place for who asks for it."""

from dataclasses import dataclass
from typing import Self

from coaching.debrief.after_release import AfterRelease
from coaching.debrief.beside import SideBySide
from coaching.debrief.deciding import Deciding
from coaching.debrief.digesting import Digesting
from coaching.debrief.handing_over import HandingOver
from coaching.debrief.left_out import LeavingOut
from coaching.debrief.progress import Following
from coaching.debrief.reading import Reading
from coaching.debrief.releasing import Releasing
from coaching.debrief.settling import Settling
from coaching.debrief.timing import Timing
from coaching.debrief.voting import Voting
from coaching.debrief.withholding import Withholding
from coaching.ground import Ground


@dataclass(frozen=True, slots=True)
class Debriefs:
    """The use cases of this room."""

    following: Following
    reading: Reading
    withholding: Withholding
    beside: SideBySide
    settling: Settling
    digesting: Digesting
    releasing: Releasing
    deciding: Deciding
    voting: Voting
    handing_over: HandingOver
    timing: Timing
    leaving_out: LeavingOut
    after_release: AfterRelease

    @classmethod
    def on(cls, ground: Ground) -> Self:
        """Build them all."""
        begin, people, live = ground.store.begin, ground.people, ground.live
        now, deadline, wake = ground.now, ground.deadline, ground.wake
        admins, zone = ground.rules.admins, ground.rules.zone
        withholding = Withholding(ground.topics)
        return cls(
            following=Following(begin, people, now, deadline, admins),
            reading=Reading(begin, people, ground.directory, live, now, deadline),
            withholding=withholding,
            beside=SideBySide(begin, people, live, now, deadline, admins),
            settling=Settling(begin, people, now, deadline, admins),
            digesting=Digesting(ground.store, people, now, zone),
            releasing=Releasing(ground.store, live, now),
            deciding=Deciding(begin, people, live, now, deadline, admins, wake),
            voting=Voting(begin, people, live, now, deadline, admins, wake),
            handing_over=HandingOver(begin, people, live, now, deadline, admins, wake, withholding),
            timing=Timing(begin, people, now, deadline, admins, wake),
            leaving_out=LeavingOut(begin, people, now, zone),
            after_release=AfterRelease(begin, live),
        )
