"""Addresses an operator types, made into what the libraries want."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

LAST_PORT = 0xFFFF
DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}


def database(text: str) -> str:
    """Return SQLAlchemy's URL of a database, with the driver we use; ValueError says what to do.

    ``sslmode`` is what libpq and every hosting provider call it, ``ssl`` is asyncpg's word.
    """
    try:
        url = make_url(text)
    except ArgumentError:
        url = None
    driver = url and DRIVERS.get(url.drivername, url.drivername)
    if url is None or driver not in DRIVERS.values():
        message = "write sqlite:///coach.db or postgresql://user:password@host/name"
        raise ValueError(message)
    if mode := url.query.get("sslmode"):
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return url.set(drivername=driver).render_as_string(hide_password=False)


def web_api(text: str) -> str:
    """Return the base URL of a Web API, ending in a slash; ValueError says what to do.

    The token goes there with every call, so plain HTTP is for this machine only.
    """
    url = urlsplit(text)
    if url.scheme not in {"http", "https"} or not url.hostname or url.query or url.fragment:
        message = "write an address such as https://slack.com/api/"
        raise ValueError(message)
    if url.scheme == "http" and not _is_here(url.hostname):
        message = "use https: the token must not cross a network in clear text"
        raise ValueError(message)
    return text if text.endswith("/") else f"{text}/"


def language_model(text: str) -> str:
    """Return the base URL of a language model; ValueError says what to do.

    People's practice and a key go there, so plain HTTP is for this machine only.
    """
    url = urlsplit(text)
    odd = url.query or url.fragment or "@" in url.netloc
    if url.scheme not in {"http", "https"} or not url.hostname or odd:
        message = "write an address such as https://models.example/v1"
        raise ValueError(message)
    if url.scheme == "http" and not _is_here(url.hostname):
        message = "use https: practice must not cross a network in clear text"
        raise ValueError(message)
    return text


def listener(text: str) -> tuple[str, int]:
    """Return host and port; ValueError says what to do. Port 0 lets the system choose."""
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isascii() or not port.isdigit() or int(port) > LAST_PORT:
        message = "write HOST:PORT, as in 127.0.0.1:3000"
        raise ValueError(message)
    return host, int(port)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
