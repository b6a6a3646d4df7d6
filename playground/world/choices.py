"""What one person may put into the elements of one modal, Home or message."""

from collections.abc import Sequence
from dataclasses import dataclass

from playground.wire import Json
from playground.world import values
from playground.world.messages import Message
from playground.world.views import View
from playground.world.workspace import Workspace

EXTERNAL = {"external_select", "multi_external_select"}
Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """Reads what the page says an element holds as the app offered it, or as it really is.

    Whatever an app suggested for an element whose options it keeps to itself may be picked, also
    when an older answer came later; and what is held there already may stay.
    """

    slack: Workspace
    person: str
    where: View | Message

    def taken(self, names: Names, element: Json, content: Json, held: Json) -> Json:
        """Return what an element holds from now on; LookupError when that is not offered."""
        if element["type"] == "overflow":
            return {"selected_option": values.option(element, content["selected_option"]["value"])}
        key, _ = values.KEYS[element["type"]]
        value = content.get(key)
        if key == "files":
            return {key: [self._file(each["id"]) for each in value or ()]}
        if key == "selected_options":
            more = self._more(names, element, held)
            return {key: [values.option(element, each["value"], more) for each in value or ()]}
        if key == "selected_option" and value is not None:
            more = self._more(names, element, held)
            return {key: values.option(element, value["value"], more)}
        return {key: value}

    def suggest(self, names: Names, found: list[Json]) -> None:
        """Remember what the app suggests for an element, and what it suggested before."""
        new = {each["value"] for each in found}
        before = self.slack.suggested.get(self._key(names), [])
        kept = [each for each in before if each["value"] not in new]
        self.slack.suggested[self._key(names)] = [*found, *kept]

    def _more(self, names: Names, element: Json, held: Json) -> Sequence[Json]:
        if element["type"] not in EXTERNAL:
            return ()
        before = held.get(names[0], {}).get(names[1], {})
        own = [before.get("selected_option"), element.get("initial_option")]
        own += [*(before.get("selected_options") or ()), *(element.get("initial_options") or ())]
        return [*self.slack.suggested.get(self._key(names), ()), *filter(None, own)]

    def _file(self, name: str) -> Json:
        """Return one of the person's own files; from now on the app may have it."""
        file = self.slack.files.own(self.person, name)
        if file is None:
            raise LookupError(name)
        file.lent = True
        return file.wire()

    def _key(self, names: Names) -> tuple[str, ...]:
        where = self.where
        place = (where.id,) if isinstance(where, View) else (where.channel, where.ts)
        return (self.person, *place, *names)
