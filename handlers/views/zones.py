"""Time zones to choose from, under the parts of the world that they are in."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from babel import Locale as Babel
from babel.core import get_global

from handlers.texts import BABEL, Texts
from handlers.views import kit
from handlers.views.kit import Block, Option
from questions.wording import Locale

MOST = 100  # options that Slack takes under one heading
UTC = "UTC"
NOWHERE = {"Etc", "Antarctica", "Arctic"}


def menu(action_id: str, zone: str, texts: Texts) -> Block:
    """Return a menu of every zone, with one of them chosen."""
    known = get_global("zone_aliases").get(zone, zone)
    groups = [(_area(texts, name), options) for name, options in _options(texts.locale)]
    chosen = next((o for _, options in groups for o in options if o["value"] == known), None)
    if chosen is None:
        chosen = kit.option(zone, zone)
        groups = [(zone, [chosen]), *groups]
    return kit.grouped(action_id, groups) | {"initial_option": chosen}


@cache
def _options(locale: Locale) -> Sequence[tuple[str, Sequence[Option]]]:
    """Return the zones that people live in by area, at most 100 in each, UTC first.

    The names are the IANA database's; where the language has its own for the place, it comes first.
    """
    places = Babel.parse(BABEL[locale]).time_zones
    areas: defaultdict[str, list[Option]] = defaultdict(list)
    areas[UTC].append(kit.option(UTC, UTC))
    for zone in sorted(get_global("zone_territories")):
        area, _, _ = zone.partition("/")
        if area in NOWHERE:
            continue
        city = places.get(zone, {}).get("city") if locale != "en" else None
        name = "America 2" if area == "America" and len(areas[area]) == MOST else area
        areas[name].append(kit.option(f"{city} · {zone}" if city else zone, zone))
    return list(areas.items())


def _area(texts: Texts, area: str) -> str:
    """Name a part of the world; America has more zones than fit under one heading."""
    return {
        UTC: UTC,
        "Africa": texts("Africa"),
        "America": texts("America"),
        "America 2": texts("America, continued"),
        "Asia": texts("Asia"),
        "Atlantic": texts("Atlantic"),
        "Australia": texts("Australia"),
        "Europe": texts("Europe"),
        "Indian": texts("Indian Ocean"),
        "Pacific": texts("Pacific"),
    }[area]
