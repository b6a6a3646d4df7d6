"""Modals and Home, as the app opens and changes them."""

import pytest

from playground.world.manifest import Manifest
from playground.world.triggers import Triggers
from tests.playground import blocks

FORM = blocks.modal(
    blocks.field("name", blocks.line()), blocks.field("level", blocks.select("mid", "senior"))
)


async def test_a_modal_is_seen_by_the_person_of_the_gesture(slack, opened, alice):
    view = await opened(FORM)
    assert (alice.modal.title, alice.modal.view.id) == ("Title", view["id"])
    assert slack.hand("U0BOB").modal is None
    assert view["hash"]
    assert view["root_view_id"] == view["id"]


async def test_a_trigger_is_good_for_one_view(slack, client, refused):
    trigger = slack.triggers.issue("U0ALICE")
    await client.views_open(trigger_id=trigger, view=FORM)
    assert await refused("views.open", trigger_id=trigger, view=FORM) == "exchanged_trigger_id"
    assert await refused("views.open", trigger_id="1.2.3", view=FORM) == "invalid_trigger_id"


async def test_a_trigger_is_good_for_three_seconds(slack, client, refused):
    seconds = [100.0]
    slack.triggers = Triggers(lambda: seconds[0])
    in_time, late = slack.triggers.issue("U0ALICE"), slack.triggers.issue("U0ALICE")
    seconds[0] = 102.9
    await client.views_open(trigger_id=in_time, view=FORM)
    seconds[0] = 103.1
    assert await refused("views.open", trigger_id=late, view=FORM) == "expired_trigger_id"


async def test_a_slip_in_the_view_does_not_use_the_trigger_up(slack, client, refused):
    trigger = slack.triggers.issue("U0ALICE")
    wrong = {**FORM, "title": blocks.plain("x" * 25)}
    assert await refused("views.open", trigger_id=trigger, view=wrong) == "invalid_arguments"
    await client.views_open(trigger_id=trigger, view=FORM)


async def test_what_was_typed_stays_where_both_names_stay(opened, client, alice):
    view = await opened(FORM)
    await alice.type("name", "Zoë")
    await alice.pick("level", "mid")
    kept = blocks.field("name", blocks.line(initial_value="from the app"))
    renamed = blocks.field("level2", blocks.select("mid", "senior"))
    await client.views_update(view_id=view["id"], view=blocks.modal(kept, renamed))
    values = alice.modal.values
    assert values["name"]["value"] == {"type": "plain_text_input", "value": "Zoë"}
    assert values["level2"]["value"] == {"type": "static_select", "selected_option": None}
    assert "level" not in values


async def test_a_choice_that_is_no_longer_offered_is_lost(opened, client, alice):
    view = await opened(FORM)
    await alice.pick("level", "mid")
    fewer = blocks.modal(blocks.field("level", blocks.select("senior")))
    await client.views_update(view_id=view["id"], view=fewer)
    assert alice.modal.values["level"]["value"]["selected_option"] is None


async def test_an_update_with_an_old_hash_is_a_conflict(opened, client, refused):
    view = await opened(FORM)
    first = await client.views_update(view_id=view["id"], hash=view["hash"], view=FORM)
    args = {"view_id": view["id"], "view": FORM}
    assert await refused("views.update", **args, hash=view["hash"]) == "hash_conflict"
    await client.views_update(**args, hash=first["view"]["hash"])


async def test_a_view_is_found_by_the_apps_own_name(opened, client, alice, refused):
    await opened({**FORM, "external_id": "mine"})
    await client.views_update(external_id="mine", view=blocks.modal(title=blocks.plain("New")))
    assert alice.modal.title == "New"
    assert await refused("views.update", external_id="mine", view=FORM) == "not_found"


async def test_no_two_views_have_one_name_of_the_app(slack, opened, refused):
    await opened({**FORM, "external_id": "mine"}, "U0BOB")
    args = {"trigger_id": slack.triggers.issue("U0ALICE"), "view": {**FORM, "external_id": "mine"}}
    assert await refused("views.open", **args) == "duplicate_external_id"


async def test_a_closed_view_cannot_be_updated(opened, alice, refused):
    view = await opened(FORM)
    await alice.close()
    assert await refused("views.update", view_id=view["id"], view=FORM) == "not_found"


async def test_three_modals_lie_on_one_another_and_no_more(slack, opened, client, alice, refused):
    root = await opened(FORM)

    def again():
        trigger = slack.triggers.issue("U0ALICE", root["id"])
        return {"trigger_id": trigger, "view": FORM}

    await client.views_push(**again())
    third = (await client.views_push(**again()))["view"]
    assert third["root_view_id"] == root["id"]
    assert await refused("views.push", **again()) == "push_limit_reached"
    for _ in range(2):
        await alice.close()
    assert alice.modal.view.id == root["id"]


async def test_home_is_published_for_one_person_and_keeps_its_id(slack, client, alice):
    first = await client.views_publish(user_id="U0ALICE", view=blocks.home())
    new = blocks.home(blocks.section("new"))
    second = await client.views_publish(user_id="U0ALICE", view=new)
    assert first["view"]["id"] == second["view"]["id"]
    assert alice.home.said == "new"
    assert slack.hand("U0BOB").home is None


@pytest.mark.parametrize("method", ["views.open", "views.publish"])
async def test_a_view_of_the_wrong_kind_is_refused(slack, refused, method):
    args = {"trigger_id": slack.triggers.issue("U0ALICE"), "user_id": "U0ALICE"}
    view = blocks.home() if method == "views.open" else FORM
    assert await refused(method, **args, view=view) == "invalid_arguments"


async def test_what_an_update_does_not_say_is_gone(opened, client, alice):
    view = await opened({**FORM, "private_metadata": "p", "callback_id": "first"})
    plain = {key: value for key, value in FORM.items() if key != "callback_id"}
    updated = (await client.views_update(view_id=view["id"], view=plain))["view"]
    assert (updated["private_metadata"], updated["callback_id"]) == ("", "")


async def test_a_view_of_many_letters_is_too_large(slack, refused):
    options = [blocks.option(f"{n}", "x" * 70) for n in range(100)]
    many = [blocks.field(f"f{n}", {**blocks.select(), "options": options}) for n in range(20)]
    trigger = slack.triggers.issue("U0ALICE")
    args = {"trigger_id": trigger, "view": blocks.modal(*many)}
    assert await refused("views.open", **args) == "view_too_large"


async def test_home_is_there_only_when_the_manifest_says_so(slack, refused):
    slack.manifest = Manifest(home=False, written=True)
    args = {"user_id": "U0ALICE", "view": blocks.home()}
    assert await refused("views.publish", **args) == "not_enabled"


async def test_a_home_with_an_old_hash_is_a_conflict(client, refused):
    first = await client.views_publish(user_id="U0ALICE", view=blocks.home())
    old = {"user_id": "U0ALICE", "view": blocks.home(), "hash": first["view"]["hash"]}
    await client.views_publish(**old)
    assert await refused("views.publish", **old) == "hash_conflict"


async def test_pushing_needs_a_modal_to_push_upon(slack, refused):
    trigger = slack.triggers.issue("U0ALICE")
    assert await refused("views.push", trigger_id=trigger, view=FORM) == "not_found"
