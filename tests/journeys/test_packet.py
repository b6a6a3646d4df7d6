"""The packet: for the manager and admins alone, after the debrief, looked at twice."""

import json
from dataclasses import replace

import pytest

from tests.journeys import forging

COM = "communication-collaboration"
SAID = "She drew the flow from memory."
HEADS = ("A packet you asked for is here.", "你要的面试档案到了。")
POST, ASK = "chat.postMessage", "files.getUploadURLExternal"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"coach_admins": ("U0MEI", "U0CHEN")})


@pytest.fixture
async def released(story):
    """Alice has sealed in time, Bob has not."""
    await story.open_job()
    await story.plan(covers=[COM])
    await story.score(story.alice, 2, evidence=SAID)
    await story.later(days=2)
    await story.dana.close(everything=True)
    return story


async def ask(person):
    await person.command("/debrief")
    await person.click("packet.send")


def offered(reply):
    return "packet.send" in json.dumps(reply.blocks)


def packets(person):
    """Return the messages that bring a packet, and those with its files."""
    said = person.messages()
    heads = [each for each in said if each.text in HEADS]
    files = [each.message for each in said if each.message.files]
    return heads, [each for each in files if each.files[0].name.startswith("candidate-")]


async def test_the_manager_gets_all_that_was_sealed_as_three_files(released, path):
    before = len(released.dana.messages())
    await ask(released.dana)
    assert "comes as a direct message" in released.dana.told("C0GENERAL")[-1].text
    head, *files = released.dana.messages()[before:]
    assert "Zoë Ωmega" in head.said
    assert [each.thread_ts for each in files] == [head.ts] * 3
    text, record, sheet = (each.message.files[0].data.decode() for each in files)
    assert f"> {SAID}" in text
    assert "Missing: Bob Lindqvist" in text
    assert "Dana Reyes · asked for this packet" in text
    read = json.loads(record)
    [card] = read["scorecards"]
    assert (card["part"], card["interviewer"]) == ("profile", "U0ALICE")
    assert {each["against"] for each in card["ratings"]} <= {
        *read["questions"], *read["competencies"],
    }  # fmt: skip
    assert read["texts_not_kept"] == []
    assert SAID in sheet
    for each in (head, *files):
        assert "Zoë" not in each.text
    assert not any("Zoë" in f"{f.name} {f.title}" for each in files for f in each.message.files)
    [asked] = [row for row in forging.rows(path)["audit"] if row["action"] == "packet.send"]
    assert asked["actor"] == "U0DANA"


async def test_nobody_gets_it_before_the_debrief(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.score(story.alice, 2)
    await story.dana.close(everything=True)
    assert not offered(await story.dana.command("/debrief"))


async def test_only_the_manager_and_admins_are_offered_it(released):
    assert offered(await released.dana.command("/debrief"))
    assert offered(await released.mei.command("/debrief"))
    for person in (released.alice, released.bob, released.charlie):
        assert not offered(await person.command("/debrief"))


async def test_an_admin_reads_it_in_their_language(released):
    await ask(released.mei)
    _, files = packets(released.mei)
    text = files[0].files[0].data.decode()
    assert text.startswith("# 面试档案：")
    assert "Asia/Shanghai" in text
    assert f"> {SAID}" in text


async def test_an_admin_who_is_the_candidate_never_gets_their_own(story):
    await story.open_job()
    await story.plan(covers=[COM], account="U0CHEN")
    await story.score(story.alice, 2)
    await story.later(days=2)
    assert not offered(await story.chen.command("/debrief"))
    assert offered(await story.mei.command("/debrief"))


async def test_who_has_a_card_to_seal_seals_it_first(story):
    await story.open_job()
    await story.plan("U0ALICE", "U0MEI", covers=[COM])
    await story.score(story.alice, 2)
    await story.later(days=2)
    assert not offered(await story.mei.command("/debrief"))
    through = story.slack.deliver

    async def as_mei(body):
        return await through(forging.as_person(story.slack, body, "U0MEI"))

    await story.dana.command("/debrief")
    story.slack.deliver = as_mei
    await story.dana.click("packet.send")
    story.slack.deliver = through
    refused = story.dana.told("C0GENERAL")[-1].text  # the answer goes where the button was
    assert "请先封存你自己的评分表" in refused
    assert packets(story.mei) == ([], [])
    await story.later(minutes=1)
    assert await story.score(story.mei, 4) == {}
    await ask(story.mei)
    _, files = packets(story.mei)
    late = json.loads(files[1].files[0].data)["scorecards"][1]
    assert (late["interviewer"], late["part"]) == ("U0MEI", "late")


@pytest.mark.parametrize("change", [{"deleted": True}, {"guest": True}])
async def test_who_may_not_have_it_any_more_when_it_is_sent_gets_nothing(released, path, change):
    dana = released.slack.people["U0DANA"]
    released.slack.faults.add(POST, "429:900")
    await ask(released.dana)
    released.slack.people["U0DANA"] = replace(dana, **change)
    await released.later(minutes=20)
    released.slack.people["U0DANA"] = dana
    assert packets(released.dana) == ([], [])
    [post] = [row for row in forging.rows(path)["outbox"] if row["kind"] == "packet"]
    assert post["state"] == "expired"


async def test_files_are_looked_at_once_more_each(released):
    dana = released.slack.people["U0DANA"]
    released.slack.faults.add(ASK, "429:900")
    await ask(released.dana)
    released.slack.people["U0DANA"] = replace(dana, guest=True)
    await released.later(minutes=20)
    released.slack.people["U0DANA"] = dana
    heads, files = packets(released.dana)
    assert (len(heads), files) == (1, [])


async def test_a_click_sent_twice_brings_one_packet_and_two_clicks_bring_two(released, path):
    through, bodies = released.slack.deliver, []

    async def listen(body):
        bodies.append(body)
        return await through(body)

    await released.dana.command("/debrief")
    released.slack.deliver = listen
    await released.dana.click("packet.send")
    released.slack.deliver = through
    await through(bodies[0])
    again = bodies[0] | {"actions": [bodies[0]["actions"][0] | {"action_ts": "1.1"}]}
    await through(again)  # not even where the inbox no longer knows it
    await released.later(minutes=1)
    assert len(packets(released.dana)[0]) == 1
    await released.dana.command("/debrief")
    await released.dana.click("packet.send")
    heads, files = packets(released.dana)
    assert (len(heads), len(files)) == (2, 6)
    asked = [row for row in forging.rows(path)["audit"] if row["action"] == "packet.send"]
    assert len(asked) == 2


async def test_where_files_may_not_be_sent_the_words_say_what_to_do(released):
    released.slack.faults.add(ASK, "error:missing_scope", times=9)
    await ask(released.dana)
    await released.later(minutes=1)
    [head], files = packets(released.dana)
    assert files == []
    assert "whoever runs me can export them with the id " in head.said


async def test_what_the_panel_was_not_shown_is_not_in_a_packet_either(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.score(story.alice, 2, evidence=f"{SAID} She is pregnant.")
    await story.later(days=2)
    await story.dana.close(everything=True)
    await ask(story.dana)
    _, files = packets(story.dana)
    for each in files:
        said = each.files[0].data.decode()
        assert SAID in said or "from memory\\." in said
        assert "pregnant" not in said
    text = files[0].files[0].data.decode()
    assert "1 sentence withheld: personal information" in text
    assert "The export on the server has them." in text


async def test_the_decision_and_how_far_the_talk_moved_people_are_in_it(released):
    dana = released.dana
    await dana.click("decide.open")
    await dana.pick("verdict", "hold")
    await dana.pick("competencies", [COM])
    await dana.pick("dissenters", ["U0ALICE"])
    await dana.type("dissent", "No, <!channel> is wrong.")
    assert await dana.submit() == {}
    await dana.close(everything=True)
    await released.later(minutes=1)
    await ask(dana)
    _, files = packets(dana)
    text, record = (each.files[0].data.decode() for each in files[:2])
    assert "**Hold** · Recorded by Dana Reyes" in text
    assert "Seen otherwise by Alice Okafor" in text
    assert "> No, \\<\\!channel\\> is wrong." in text
    assert "recorded a decision" in text
    [decision] = json.loads(record)["decisions"]
    assert (decision["verdict"], decision["dissenters"]) == ("hold", ["U0ALICE"])
