"""The settings of one person."""

from collections.abc import Iterator

from coaching.reminding.preferences import HALVES, Preferences
from handlers import ids
from handlers.settings_forms import AS_IN_SLACK, NUDGES, WALL, WEEKENDS
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block


def modal(chosen: Preferences, texts: Texts) -> Block:
    """Show what holds, to be changed."""
    languages = [
        kit.option(texts("As in Slack"), AS_IN_SLACK),
        kit.option("English", "en"),
        kit.option("简体中文", "zh-CN"),
    ]
    walls = [kit.option(f"{wall:{WALL}}", f"{wall:{WALL}}") for wall in HALVES]
    rests = kit.option(texts("Quiet on Saturday and Sunday"), WEEKENDS)
    wanted = kit.option(texts("Remind me of scorecards that are missing"), NUDGES)
    quiet = chosen.quiet
    none = texts("By the clock where you are. The same time twice: no quiet hours.")
    return kit.modal(
        texts("Settings"),
        [
            kit.field(
                "language",
                texts("Language"),
                kit.radio(ids.VALUE, languages, chosen.locale or AS_IN_SLACK),
            ),
            kit.field(
                NUDGES,
                texts("Reminders"),
                kit.ticks(ids.VALUE, [wanted], [NUDGES] if chosen.nudges else []),
                optional=True,
                hint=texts("At most four for a scorecard. Only you see them."),
            ),
            kit.field(
                "quiet_start",
                texts("No reminders from"),
                kit.select(ids.VALUE, walls, f"{quiet.start:{WALL}}"),
            ),
            kit.field(
                "quiet_end",
                texts("until"),
                kit.select(ids.VALUE, walls, f"{quiet.end:{WALL}}"),
                hint=none,
            ),
            kit.field(
                WEEKENDS,
                texts("Weekends"),
                kit.ticks(ids.VALUE, [rests], [WEEKENDS] if quiet.weekends else []),
                optional=True,
            ),
        ],
        callback_id=ids.SETTINGS_SUBMIT,
        submit=texts("Save"),
        close=texts("Cancel"),
    )


def done(chosen: Preferences, texts: Texts) -> Block:
    """Say what holds from now on."""
    said = [texts("This is how I speak to you from now on."), *reminders(chosen, texts)]
    return kit.modal(texts("Saved"), [kit.section("\n".join(said))], close=texts("Done"))


def reminders(chosen: Preferences, texts: Texts) -> Iterator[str]:
    """Say when somebody is reminded."""
    quiet = chosen.quiet
    if not chosen.nudges:
        yield texts("I do not remind you. If a scorecard stays missing, its organiser is told.")
        return
    if quiet.none:
        yield texts("I remind you at any hour.")
    else:
        start, end = f"{quiet.start:{WALL}}", f"{quiet.end:{WALL}}"
        yield texts("I do not remind you from {start} until {end}.", start=start, end=end)
    if quiet.weekends:
        yield texts("Weekends are quiet.")
