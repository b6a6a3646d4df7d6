"""What happens in most stories, in the words of the people in them."""

from datetime import timedelta

from sqlalchemy import update

from playground import reading
from playground.gestures import payloads
from playground.gestures.dispatching import content
from storage.tables import jobs

HIRING = "G0HIRING"


class Story:
    def __init__(self, slack, bot, clock):
        self.slack = slack
        self.bot = bot
        self.clock = clock
        self.plans = 0
        for name in ("dana", "alice", "bob", "mei", "chen", "charlie", "gus"):
            setattr(self, name, slack.hand(f"U0{name.upper()}"))

    async def later(self, **delta):
        """Let time pass, and let the clock tick."""
        self.clock.forward(**delta)
        await self.bot.tick()
        await self.bot.background.idle()

    def at(self, **delta):
        """Return a moment from now, as a picker gives it."""
        return int((self.clock() + timedelta(**delta)).timestamp())

    async def practise(self, person, **wish):
        """A person begins a practice interview, free unless another form is wished for."""
        await person.command("/mock")
        for field, value in ({"form": "free"} | wish).items():
            await person.pick(field, value)
        return await person.submit()

    async def practise_guided(self, person, text):
        """A person begins a guided practice and writes the same in every field; it is not sent."""
        await self.practise(person, form="guided")
        await person.click("mock.answer")
        for field in list(person.modal.values):
            await person.type(field, text)

    async def answer(self, person, *texts):
        """A person answers in practice, in as many messages, and says that this is all."""
        for text in texts:
            await person.say(text)
        await person.click("mock.done")

    async def rate_oneself(self, person, points):
        """A person chooses the point that the newest answer reached."""
        blocks = {block["block_id"]: block for block in person.messages()[-1].blocks}
        block = next(each for each in blocks if each.startswith("rate:"))
        [menu] = blocks[block]["elements"]
        chosen = (each["value"] for each in menu["options"])
        await person.pick(block, next(each for each in chosen if each.endswith(f" {points}")))

    async def retire_questions(self, competency):
        """The workspace takes all questions of a competency out of use."""
        coach = self.bot.coach
        async with coach.store.begin(self.bot.identity.team) as work:
            for question in coach.shelves.live.of(competency):
                await work.questions.decide(question.id, "retired", "U0DANA", self.clock())

    async def open_job(self, title="Product lead", language="en", **fields):
        """Dana opens a job; return the errors."""
        await self.dana.command("/interview job")
        chosen = {"level": "senior", "channel": HIRING, "language": language} | fields
        await self.dana.type("title", title)
        for field, value in chosen.items():
            await self.dana.pick(field, value)
        return await self.dana.submit()

    async def fill_plan(self, *panel, candidate="Zoë Ωmega", **fields):
        """Dana fills in who interviews; ``due`` is a picker's moment, or None: all sealed.

        Each further plan is for other hours, as nobody can be in two interviews at once.
        """
        dana = self.dana
        await dana.command("/interview new")
        for _ in panel[2:]:
            await dana.click("plan.add_seat")
        await dana.type("candidate", candidate)
        for n, person in enumerate(panel):
            await dana.pick(f"interviewer:{n}", person)
            await dana.pick(f"start:{n}", self.at(hours=2 + n + 2 * self.plans))
        self.plans += 1
        due = fields.pop("due", self.at(days=1))
        await dana.pick("release", "at" if due else "sealed")
        if due:
            await dana.pick("due", due)
        for field, value in fields.items():
            await dana.pick(field, value)

    async def cover(self, *covers):
        """Dana sends who interviews, and lets all of them cover the same; return the errors."""
        if errors := await self.dana.submit():
            return errors
        for field in [each for each in self.dana.modal.values if each.startswith("covers:")]:
            await self.dana.pick(field, list(covers))
        return {}

    async def plan(self, *panel, covers=(), **fields):
        """Dana plans a loop, as it is proposed or with what all cover; return the errors."""
        await self.fill_plan(*(panel or ("U0ALICE", "U0BOB")), **fields)
        errors = await (self.cover(*covers) if covers else self.dana.submit())
        return errors or await self.dana.submit()

    async def rate(self, person, points, word="yes", evidence="She drew the flow from memory."):
        """A person fills in every item of the card that is open."""
        await self.rate_page(person, points, evidence)
        await person.pick("recommendation", word)

    async def rate_page(self, person, points, evidence="She drew the flow from memory."):
        """A person fills in every item of the page that is open, and says no word on the whole."""
        for field in items(person.modal):
            await person.pick(f"rating:{field}", str(points))
            if str(points).isdigit():
                await person.type(f"evidence:{field}", evidence)

    async def score(self, person, points, **said):
        """A person opens the card from the newest button, rates all the same and seals it."""
        await person.click("score.open")
        await self.rate(person, points, **said)
        return await self.seal(person)

    async def seal(self, person):
        """A person seals the card that is open, whatever is pointed out first."""
        form = person.modal.title
        errors = await person.submit()
        if not errors and person.modal.title == form:
            errors = await person.submit()
        return errors

    async def forge(self, person, sight):
        """Send somebody's modal as somebody else; return the errors of the answer."""
        body = payloads.interaction(self.slack, "view_submission", person)
        ack = await self.slack.deliver(body | {"view": sight.view.wire()})
        return content(ack).get("errors", {})

    def channel(self):
        """Return what the hiring channel was sent in words, pictures left out."""
        return [m for m in self.dana.messages(HIRING) if not m.message.files]

    def debriefs(self):
        """Return what the hiring channel was sent that is a debrief, without their threads."""
        return [m for m in self._of_debriefs() if m.thread_ts is None]

    def thread(self):
        """Return what follows a debrief in words, below it."""
        return [m for m in self._of_debriefs() if m.thread_ts]

    def _of_debriefs(self):
        told = ("debrief is ready", "复盘已就绪")
        return [m for m in self.channel() if any(each in m.text.lower() for each in told)]

    async def evidence(self, person, debrief=None):
        """A person reads the evidence behind a debrief, to the end; return all that it says."""
        await person.click("debrief.evidence", message=debrief or self.debriefs()[-1])
        said = []
        for part in person.modal.offered("part"):
            await person.pick("part", part)
            said.append(person.modal.said)
            while "debrief.later" in str(person.modal.blocks):
                await person.click("debrief.later")
                said.append(person.modal.said)
        await person.close()
        return "\n".join(said)

    async def debriefs_show(self, **shown):
        """Let all jobs post their debriefs in another way."""
        async with self.bot.coach.store.begin(self.bot.identity.team) as work:
            await work.jobs.connection.execute(update(jobs).values(**shown))


def table(message):
    """Return the rows of a message's table, the head first, as texts."""
    [block] = [each for each in message.blocks if each["type"] == "table"]
    return [["".join(reading.texts(cell)) for cell in row] for row in block["rows"]]


def held(sight, field):
    """Return what a field of a modal holds."""
    [content] = sight.values[field].values()
    return content.get("value") or (content.get("selected_option") or {}).get("value")


def options(view, field):
    """Return what a field of a modal offers, as it is read."""
    [block] = [each for each in view.blocks if each["block_id"] == field]
    return [option["text"]["text"] for option in block["element"]["options"]]


def items(view):
    """Return what a card rates, in order."""
    fields = [block["block_id"] for block in view.blocks if block["type"] == "input"]
    return [field.removeprefix("rating:") for field in fields if field.startswith("rating:")]
