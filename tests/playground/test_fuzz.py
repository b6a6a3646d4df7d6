"""The checker and the rule table say the same of every tree, and no JSON is too strange."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.checker.mentions import unwanted
from playground.checker.messages import check_metadata
from playground.checker.surfaces import check_blocks, check_view
from tests.playground.rulebook import keeps_blocks, keeps_view
from tests.playground.rules import BLOCK_RULES, RULES
from tests.playground.rules_breaking import breaks, put
from tests.playground.rules_form import any_of
from tests.playground.rules_making import blocks_of, first, make, preferring
from tests.playground.rules_mutating import anything, mutated_blocks, mutated_views
from tests.playground.rules_surfaces import ON, VIEW_RULES
from tests.playground.rules_walking import ways

SURFACES = [*ON]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


def fuzzed(number):
    """Return settings for so many examples, the same ones in every run."""
    return settings(
        derandomize=True, deadline=None, max_examples=number, suppress_health_check=SLOW
    )


def examples(name):
    """Yield blocks that keep the table, one for each object that may hold the named one."""
    found = {}
    for block in BLOCK_RULES:
        for (holder, held), path in ways(block).items():
            if held == name:
                found.setdefault(holder, (block, path))
    for block, path in found.values():
        content = make(any_of(block), preferring(path))
        surface = next(each for each in SURFACES if keeps_blocks([content], each))
        yield any_of(block), content, surface


def slips(kind, value, name):
    """Return the breaks of one object of the table; the same one in a second place is left out."""
    kept = {}
    for slip in breaks(kind, value):
        tail = re.sub(r"/\d+", "", slip.place).split("/")[-2:]
        if slip.name == name:
            new = re.sub(r"n\d+", "n", repr(slip.new))  # the numbers in names do not count
            kept.setdefault((*tail, new, slip.part), slip)
    return [*kept.values()]


@pytest.mark.parametrize("name", sorted(RULES.keys() - VIEW_RULES.keys()))
def test_every_single_slip_in_an_object_is_refused_where_it_is(name):
    reached = 0
    for kind, content, surface in examples(name):
        assert check_blocks([content], surface) == [], content
        for slip in slips(kind, content, name):
            reached += 1
            broken = put([content], f"/0{slip.place}", slip.new)
            assert not keeps_blocks(broken, surface), slip
            found = [f.pointer for f in check_blocks(broken, surface)]
            blamed = f"/blocks/0{slip.place}{slip.part}"
            assert any(f"{blamed}/".startswith(f"{each}/") for each in found), (slip, found)
    assert reached  # every object of the table


@pytest.mark.parametrize("kind", [*VIEW_RULES])
def test_every_single_slip_in_a_view_is_refused_where_it_is(kind):
    content = make(any_of(kind), first) | {"blocks": [{"type": "divider"}]}
    assert check_view(content) == []
    for slip in breaks(any_of(kind), content):
        broken = put(content, slip.place, slip.new)
        assert not keeps_view(broken), slip
        found = [f.pointer for f in check_view(broken)]
        blamed = "/view" + (slip.place or "/type")  # what is no view at all lacks its type
        assert any(f"{blamed}/".startswith(f"{each}/") for each in found), (slip, found)


def test_every_object_stands_in_every_property_that_may_hold_it():
    pairs = {pair for block in BLOCK_RULES for pair in ways(block)}
    assert {name for _, name in pairs} | {*VIEW_RULES} == {*RULES}
    assert len(pairs) > 190


@pytest.mark.parametrize("surface", SURFACES)
@fuzzed(50)
@given(data=st.data())
def test_blocks_that_are_right_alone_are_judged_alike_together(surface, data):
    blocks = data.draw(blocks_of(surface))
    assert keeps_blocks(blocks, surface) == (check_blocks(blocks, surface) == [])


@pytest.mark.parametrize("surface", SURFACES)
@fuzzed(50)
@given(data=st.data())
def test_mutated_blocks_are_judged_alike_on_every_surface(surface, data):
    blocks = data.draw(mutated_blocks(surface))
    for each in SURFACES:
        assert keeps_blocks(blocks, each) == (check_blocks(blocks, each) == []), each


@fuzzed(60)
@given(mutated_views())
def test_mutated_views_are_judged_alike(view):
    assert keeps_view(view) == (check_view(view) == [])


@fuzzed(200)
@given(anything)
def test_any_json_is_judged_alike(value):
    for content in (value, [value]):
        for surface in SURFACES:
            assert keeps_blocks(content, surface) == (check_blocks(content, surface) == [])
    assert keeps_view(value) == (check_view(value) == [])
    check_metadata(value)
    unwanted(value, frozenset())


@pytest.mark.parametrize("value", [{}, []])
def test_json_as_deep_as_it_gets_is_refused_and_no_more(value):
    for _ in range(5_000):
        value = {"type": "modal", "blocks": value} if isinstance(value, dict) else [value]
    assert [f.rule for f in check_blocks(value)] == ["is nested too deeply"]
    assert [f.rule for f in check_view(value)] == ["is nested too deeply"]
    assert unwanted(value, frozenset()) == []


@fuzzed(40)
@given(blocks=mutated_blocks("message") | anything, view=mutated_views() | anything)
async def test_the_web_api_answers_whatever_it_is_sent(slack, client, session, blocks, view):
    async def refusal(method, **args):
        address, headers = slack.api_url + method, {"Authorization": f"Bearer {client.token}"}
        async with session.post(address, json=args, headers=headers) as response:
            said = await response.json()
        assert response.status == 200
        return said.get("error", "")

    error = await refusal("chat.postMessage", channel="G0HIRING", blocks=blocks)
    assert error in {"", "no_text", "invalid_blocks", "invalid_blocks_format", "msg_too_long"}
    trigger = slack.triggers.issue("U0ALICE")
    error = await refusal("views.open", trigger_id=trigger, view=view)
    assert error in {"", "invalid_arguments", "push_limit_reached"}


async def test_the_web_api_takes_every_block_of_the_table(client):
    for block in sorted(ON["message"]):
        content = make(any_of(block), first)
        if keeps_blocks([content], "message"):
            reply = await client.chat_postMessage(channel="G0HIRING", text="a", blocks=[content])
            assert reply["message"]["blocks"][0]["type"] == content["type"]
