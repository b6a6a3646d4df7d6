"""The browser of the browser tests: where it is, and how to get it."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    f"NO BROWSER: the tests of the page are skipped. Install one of {', '.join(NAMES)} "
    "(Debian: apt-get install chromium) and run the tests again."
)


def path() -> str | None:
    """Where the browser is, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)
