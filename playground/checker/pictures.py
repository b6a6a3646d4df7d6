"""Pictures: by their address, or as files of the workspace."""

from collections.abc import Mapping

from playground.checker.findings import Check
from playground.checker.kinds import string, web
from playground.checker.shapes import either, every, shape, typed

URL = 3000
ALTERNATIVE = 2000

_file = every(shape({"id": string(), "url": web()}), either("id", "url"))
PICTURE: Mapping[str, Check] = {
    "alt_text": string(ALTERNATIVE),
    "image_url": web(URL),
    "slack_file": _file,
}
source = either("image_url", "slack_file")
ELEMENT = every(shape(PICTURE, "alt_text"), source)
image = typed({"image": ELEMENT})
