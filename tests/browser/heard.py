"""What the little app heard, as Slack writes it."""

from tests.browser.little_app import LittleApp
from tests.browser.modals import Block


def values(app: LittleApp) -> Block:
    """`state.values` of the last submission, each block's only element."""
    [*_, last] = app.of("view_submission")
    held = last["view"]["state"]["values"]
    return {block: next(iter(actions.values())) for block, actions in held.items()}


def acts(app: LittleApp) -> list[Block]:
    """Every block action, oldest first."""
    return [body["actions"][0] for body in app.of("block_actions")]
