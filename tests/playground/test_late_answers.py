"""What an app says later, at the address that came with a gesture."""

import pytest

from tests.playground import blocks


@pytest.fixture
def respond(slack, session):
    """Return a function that answers at an address and returns Slack's word."""

    async def respond(address, **content):
        async with session.post(address, json=content) as reply:
            return await reply.text()

    return respond


@pytest.fixture
async def address(alice, heard):
    """The address of a command that Alice has run in the hiring channel."""
    await alice.command("/interview list", channel="G0HIRING")
    return heard[-1]["response_url"]


async def test_only_the_person_sees_it_unless_it_is_for_all(respond, address, slack, alice):
    bob = slack.hand("U0BOB")
    assert await respond(address, text="for you") == "ok"
    assert await respond(address, text="for all", response_type="in_channel") == "ok"
    assert [m.text for m in alice.messages("G0HIRING")] == ["for you", "for all"]
    assert [m.text for m in bob.messages("G0HIRING")] == ["for all"]


async def test_an_address_is_good_for_five_answers(respond, address):
    answers = [await respond(address, text="again") for _ in range(6)]
    assert answers == ["ok"] * 5 + ["used_url"]


async def test_an_address_is_good_for_half_an_hour(respond, address, clock):
    clock.forward(minutes=30)
    assert await respond(address, text="in time") == "ok"
    clock.forward(seconds=1)
    assert await respond(address, text="late") == "expired_url"


async def test_a_made_up_address_leads_nowhere(respond, slack):
    assert await respond(f"{slack.address}response/guess", text="hi") == "invalid_url"


@pytest.mark.parametrize("ephemeral", [True, False])
async def test_the_message_of_a_click_can_be_replaced_and_deleted(
    respond, client, heard, alice, ephemeral
):
    row = [blocks.actions(blocks.button("go"))]
    if ephemeral:
        where = {"channel": "G0HIRING", "user": "U0ALICE"}
        await client.chat_postEphemeral(**where, text="Hi", blocks=row)
    else:
        await client.chat_postMessage(channel="G0HIRING", text="Hi", blocks=row)
    await alice.click("go")
    address = heard[-1]["response_url"]
    await respond(address, text="done", replace_original=True)
    assert [(m.text, m.blocks) for m in alice.messages("G0HIRING")] == [("done", [])]
    await respond(address, delete_original=True)
    assert alice.messages("G0HIRING") == []


async def test_wrong_blocks_are_refused_here_too(respond, address, slack):
    assert await respond(address, text="x", blocks=[blocks.section("")]) == "invalid_blocks"
    assert slack.refusals[-1][:2] == ("response_url", "invalid_blocks")


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[1]", b"null", b'{"text": NaN}'])
async def test_an_answer_that_says_nothing_is_refused(session, address, body):
    async with session.post(address, data=body) as reply:
        assert (reply.status, await reply.text()) == (404, "no_text")
