"""What two people who practise with each other see, from the form to the end."""

from collections.abc import Iterator

from coaching.practice.peers.session import ROUNDS, Waiting
from coaching.practice.peers.sight import Sight
from coaching.practice.rounds import Offer
from handlers import ids, mock_peer_forms
from handlers.texts import Texts
from handlers.views import kit, mock_form, mock_peer_guide
from handlers.views.kit import Block


def modal(offer: Offer, texts: Texts) -> Block:
    """Say what happens and who sees what, and ask what to practise."""
    what = texts(
        "You are paired with somebody who wants to practise too: one asks with the interviewer's "
        "guide, the other answers, then you swap."
    )
    who = texts(
        "Your partner can be anybody in this workspace, also somebody who hires. They see your "
        "name and hear what you say to each other. I keep nothing of that, only that you "
        "practised, how you rate your own answer and whom you do not want to meet again, and I "
        "show it to no hiring team."
    )
    return kit.modal(
        texts("Practise with a partner"),
        [kit.section(what), kit.section(who), *mock_form.wished(offer, texts)],
        callback_id=ids.PEER_JOIN,
        submit=texts("Find me a partner"),
        close=texts("Close"),
    )


def waiting(found: Waiting, texts: Texts) -> list[Block]:
    """Say that somebody waits, for how long, and how to stop."""
    days = (found.until - found.since).days
    said = texts.count(
        "I am looking for a partner for you and write to you here when there is one. After {n} "
        "day I stop looking.",
        "I am looking for a partner for you and write to you here when there is one. After {n} "
        "days I stop looking.",
        days,
    )
    stop = kit.button(ids.PEER_LEAVE, texts("Stop looking"), mock_peer_forms.value(found.id))
    return [kit.section(said), kit.buttons(stop)]


def stopped(texts: Texts) -> list[Block]:
    """Say that nobody is looked for any more."""
    return [
        kit.section(texts("You are not waiting for a partner any more.")),
        _another(None, texts),
    ]


def nobody(texts: Texts) -> list[Block]:
    """Say, in one line, that nobody came."""
    said = texts("I found no partner for you in this time, so I have stopped looking.")
    return [kit.section(said), _another(None, texts)]


def hint(sight: Sight, texts: Texts) -> list[Block]:
    """Say to somebody who writes to the bot that it does not listen to the two of them."""
    said = texts(
        "I do not listen while you practise with a partner. Write to each other, or talk in a call."
    )
    return [kit.section(said), *message(sight, texts)]


def message(sight: Sight, texts: Texts) -> list[Block]:
    """Return what one of the two sees: from the first word to the end."""
    if sight.past:
        rest = [_another(sight, texts)] if sight.session.state == "over" else []
        return [kit.note(_past(sight, texts)), *rest]
    if sight.what in {"met", "here"}:
        return list(_met(sight, texts))
    if sight.what in {"ask", "answer"}:
        return mock_peer_guide.message(sight, texts)
    return list(_end(sight, texts))


def _past(sight: Sight, texts: Texts) -> str:
    if sight.session.state == "over":
        return texts("This practice with a partner is over.")
    return texts("This part is behind you. Your newest message here has the next one.")


def _met(sight: Sight, texts: Texts) -> Iterator[Block]:
    """Say who the partner is and how the two of them begin."""
    session = sight.session
    name = kit.bold(sight.partner or texts("your partner"))
    if sight.what == "here":
        head = texts.pieces("{name} says that you are both here.", name=name)
    else:
        head = texts.pieces("You practise with {name}.", name=name)
    yield kit.rich(kit.paragraph(*head))
    value = mock_peer_forms.value(session.id)
    leave = kit.button(ids.PEER_LEAVE, texts("Leave"), value)
    if session.people.index(sight.person) in session.ready:
        noted = texts("Noted. We begin as soon as your partner says so too.")
        yield kit.section(noted)
        yield kit.buttons(leave)
        return
    how = texts(
        "Agree on a time: write to each other. When you are both here, in a call or in your own "
        "direct message, each of you presses the button. It takes about {n} minutes.",
        n=mock_peer_guide.MINUTES * ROUNDS,
    )
    if sight.what == "here":
        how = texts("When you are here too, press the button, and the first round begins.")
    yield kit.section(how)
    yield kit.buttons(
        kit.button(ids.PEER_READY, texts("We are both here"), value, "primary"), leave
    )


def _end(sight: Sight, texts: Texts) -> Iterator[Block]:
    """Say that it is over, what the person practised as an interviewer, and what comes now."""
    heads = {
        "end": texts("Your practice with a partner has ended."),
        "left": texts("Your partner left, so this practice has ended."),
        "late": texts(
            "Nothing happened between you and your partner for a long time, so this practice has "
            "ended."
        ),
    }
    yield kit.section(heads[sight.what])
    if sight.refused:
        yield kit.note(texts("Noted: I will not pair the two of you again. Only you know this."))
    yield from mock_peer_guide.practised(sight, texts)
    rounds = range(len(sight.session.questions))
    if any(sight.session.answers(n) == sight.person for n in rounds):
        rate = texts("You answered too: another message asks which point your answer reached.")
        yield kit.section(rate)
    yield _another(sight, texts)


def _another(sight: Sight | None, texts: Texts) -> Block:
    """Offer another partner; and, where there was one, not to meet this one again."""
    join = kit.button(ids.PEER_JOIN, texts("Find me a partner"))
    if sight is None or sight.refused or not sight.session.partner(sight.person):
        return kit.buttons(join)
    asked = kit.confirm(
        texts("Not with this partner again?"),
        texts(
            "I will not pair the two of you again. Your partner is not told, and nobody else sees "
            "it. To undo it, delete your practice data."
        ),
        texts("Not again"),
        texts("Back"),
    )
    value = mock_peer_forms.value(sight.session.id)
    refuse = kit.button(ids.PEER_REFUSE, texts("Not with this partner again"), value)
    return kit.buttons(join, refuse | {"confirm": asked})
