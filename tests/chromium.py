"""The browser of the browser tests: where it is, and how to get it."""

import shutil

# The shell is the same engine without a window: it loads a page in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
MISSING = (
    f"NO BROWSER: the tests of the page are skipped. Install one of {', '.join(NAMES)} "
    "(Debian: apt-get install chromium-headless-shell) and run the tests again."
)


def path() -> str | None:
    """Where the browser is, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)
