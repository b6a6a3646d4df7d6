"""Three panels and their debriefs on the page: what Dana, Alice and Bob do with them."""

from datetime import timedelta

import pytest
import pytest_asyncio
from playwright.async_api import expect

from playground.play.stage import playing
from playground.play.story import INSIGHT, TALK, Story, attentive, cover, fill, score
from tests.browser.hiring import HIRING, command
from tests.browser.steps import DIALOG, SUBMIT, at, choose

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

AGO = timedelta(hours=8)
ROBIN, JO, SAM = "Robin Vega", "Jo Marin", "Sam Okoro"
PANELS = {
    ROBIN: {"U0ALICE": (4, 2, "yes"), "U0BOB": (2, 4, "no")},  # far apart twice
    JO: {"U0ALICE": (4, 4, "yes"), "U0MEI": (4, 5, "strong_yes")},  # of one mind
    SAM: {"U0BOB": (3, 3, "no"), "U0MEI": ()},  # Mei has not scored
}
HEARD = "Asked both sides, and said which signs would stop the launch."


class ThreePanels(Story):
    """Three candidates of one job were interviewed this morning; their debriefs are due now."""

    async def tell(self):
        async with attentive(self._slack, self._bot):
            self._clock.start(AGO)
            [dana] = self._hands("U0DANA")
            await dana.command("/interview job", HIRING)
            await dana.type("title", "Product manager, payments")
            chosen = {"level": "senior", "channel": HIRING, "language": "en"}
            for field, value in (chosen | {"competencies": [INSIGHT, TALK]}).items():
                await dana.pick(field, value)
            await sent(dana)
            for n, (candidate, panel) in enumerate(PANELS.items()):
                await self._plan(dana, candidate, panel, n)
            await self._bot.tick()
            self._clock.start(timedelta(hours=1))
            for candidate, panel in PANELS.items():
                await self._score(candidate, panel)
            self._clock.start(timedelta())
            await self._bot.tick()

    async def _plan(self, dana, candidate, panel, n):
        await fill(dana, candidate, list(panel))
        for seat in range(2):
            begins = self._clock() + timedelta(minutes=10 + 61 * seat + 125 * n)
            await dana.pick(f"start:{seat}", int(begins.timestamp()))
        await dana.pick("due", int((self._clock() + AGO - timedelta(minutes=1)).timestamp()))
        await cover(dana, [INSIGHT, TALK])
        await sent(dana)

    async def _score(self, candidate, panel):
        for person, said in panel.items():
            if said:
                *points, word = said
                [hand] = self._hands(person)
                await score(hand, [(each, HEARD) for each in points], word, candidate)
                await sent(hand)


async def sent(hand):
    """Submit a form, whatever is pointed out first, and leave the word that it was taken."""
    title = hand.modal.title
    assert await hand.submit() == {}
    if hand.modal and hand.modal.title == title:
        assert await hand.submit() == {}
    while hand.modal:
        await hand.close()


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path):
    async with playing(tmp_path / "coach.db", 0, story=ThreePanels) as slack:
        yield slack.address


def message(page, text):
    return page.locator("[data-ts]", has_text=text)


async def test_three_panels_read_talk_vote_and_decide(address, look, picture):
    dana = await look(address, "U0DANA", HIRING, height=1100)
    await dana.get_by_role("button", name="Not now").click()
    robin, jo, sam = (message(dana, f"Debrief: {name}") for name in PANELS)
    await expect(robin).to_contain_text("Talk about these first")
    await expect(robin).to_contain_text("Scorecards sealed in time: 2 of 2")
    await expect(jo).to_contain_text("No disagreement")
    await expect(sam).to_contain_text("Missing: Mei Lin")
    await expect(dana.locator("main")).not_to_contain_text(HEARD)
    await robin.scroll_into_view_if_needed()
    await picture(dana, "debrief")

    await robin.locator('[data-action-id="debrief.evidence"]').click()
    await choose(dana, "part", "1")
    await expect(dana.locator(DIALOG)).to_contain_text(HEARD)
    await picture(dana, "evidence")
    await dana.click("[data-testid=modal-close]")

    for person, points in (("U0ALICE", "3"), ("U0BOB", "3")):
        rater = await look(address, person, HIRING, height=900)
        await message(rater, f"Debrief: {ROBIN}").locator('[data-action-id="vote.open"]').click()
        await expect(rater.locator(DIALOG)).to_contain_text("Nobody sees your vote")
        await choose(rater, f"vote:{INSIGHT}", points)
        await rater.click(SUBMIT)
        await expect(rater.locator(DIALOG)).to_contain_text("Your vote is kept")

    await robin.locator('[data-action-id="decide.open"]').click()
    await dana.click(at("verdict", '[data-value="hold"]'))
    await choose(dana, "competencies", INSIGHT)
    await dana.keyboard.press("Escape")
    await picture(dana, "decision")
    await dana.click(SUBMIT)
    await expect(dana.locator(DIALOG)).to_contain_text("Recorded")
    await dana.click("[data-testid=modal-close]")

    await command(dana, "/debrief compare")
    compared = dana.locator(DIALOG)
    await dana.locator('[data-action-id="beside.open"]').last.click()
    await expect(compared).to_contain_text("In the order they were planned")
    await expect(compared).to_contain_text(ROBIN)
    await expect(compared).to_contain_text(JO)
    await expect(compared).not_to_contain_text(SAM)
    await picture(dana, "beside")
