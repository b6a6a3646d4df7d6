"""Whatever people type comes back as it was, pings nobody, or is refused with a sentence."""

import pytest

from playground.checker.mentions import mentions, rich_mentions
from tests.journeys import forging

COM = "communication-collaboration"
FAMILY = "👨‍👩‍👧‍👦"
KEPT = [
    "<!channel> <!here> <@U0BOB> <#C0GENERAL> <https://evil.example|Approve> `*_~` &lt;&amp;",
    f"{FAMILY * 3} e\u0301 z\u200d\u200b مرحبا 林美",
    "=HYPERLINK(1) {name} {0} %s %(x)s ${x}",
]
REFUSED = ["Zoë\u202eevil", "Zoë\x00", "Zoë\nline", "\u2066x", "", "  \t"]


@pytest.fixture
async def opened(story):
    await story.open_job()
    return story


@pytest.mark.parametrize("text", KEPT)
async def test_what_is_typed_is_shown_as_it_is_and_pings_nobody(opened, text):
    story = opened
    assert await story.open_job(title=text) == {}
    assert await story.plan("U0ALICE", candidate=text, covers=[COM], due=None) == {}
    assert await story.score(story.alice, 4, evidence=f"{text}\n{text}") == {}
    [debrief] = story.debriefs()
    assert f"{text}\n{text}" in await story.evidence(story.alice, debrief)
    for message in (*story.channel(), *story.alice.messages()):
        assert mentions(message.text) == []
        assert rich_mentions(message.blocks) == []
    assert text in (await story.dana.command("/debrief")).said


@pytest.mark.parametrize("text", [*REFUSED, "Z" * 10_000, FAMILY * 20, "Zoë\ud800"])
async def test_a_name_that_cannot_be_kept_is_refused_at_its_field(opened, text, tmp_path):
    await opened.fill_plan("U0ALICE")
    body = await forging.captured(opened.slack, opened.dana.submit())
    body["view"]["state"]["values"]["candidate"]["value"]["value"] = text
    ack = await forging.delivered(opened.bot, body)
    assert '"candidate"' in ack.body
    assert forging.rows(tmp_path / "coach.db")["candidates"] == []


@pytest.mark.parametrize("text", ["\x00", "half \ud800", "x" * 3001, FAMILY * 400])
async def test_evidence_that_cannot_be_kept_is_refused_and_the_rest_is_kept(opened, text, tmp_path):
    await opened.plan("U0ALICE", covers=[COM])
    await opened.alice.click("score.open")
    await opened.rate(opened.alice, 4, evidence="As it was.")
    body = await forging.captured(opened.slack, opened.alice.submit())
    values = body["view"]["state"]["values"]
    values[f"evidence:{COM}"]["score.evidence"]["value"] = text
    ack = await forging.delivered(opened.bot, body)
    assert f"evidence:{COM}" in ack.body
    kept = forging.rows(tmp_path / "coach.db")
    assert kept["ratings"][0]["evidence"] == "As it was."
    assert kept["scorecards"][0]["sealed_at"] is None


@pytest.mark.parametrize("text", ["\x00", "half \ud800", "\u202e", FAMILY, "x" * 40_000, *KEPT[:1]])
async def test_any_answer_in_a_practice_is_heard(story, text, tmp_path):
    await story.practise(story.chen)
    body = await forging.captured(story.slack, story.chen.say("Hm."))
    body["event"]["text"] = text
    assert (await forging.delivered(story.bot, body)).status == 200
    await story.bot.background.idle()
    said = [turn["said"] for turn in forging.rows(tmp_path / "coach.db")["mock_turns"]]
    assert said[:2] == ["question", "answer"]
    assert len(said) == 3
