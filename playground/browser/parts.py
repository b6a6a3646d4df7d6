"""The page's own files: small, plain, and as they are now."""

from pathlib import Path

from starlette.responses import HTMLResponse, JSONResponse, Response

FOLDER = Path(__file__).resolve().parents[1] / "page"
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
FRESH = {"cache-control": "no-cache"}
END, NOT_FOUND = "</head>", 404


def index() -> Response:
    """Return the page, all modules named in it: they are fetched at once, not one after another."""
    modules = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.js"))
    links = "".join(f'<link rel="modulepreload" href="/static/{name}">\n' for name in modules)
    html = (FOLDER / "index.html").read_text(encoding="utf-8")
    return HTMLResponse(html.replace(END, f"{links}{END}"), headers=FRESH)


def part(name: str) -> Response:
    """Return one file of the page; nothing else on this machine is served."""
    path = (FOLDER / name).resolve()
    if not path.is_relative_to(FOLDER) or path.suffix not in TYPES or not path.is_file():
        return JSONResponse({"ok": False, "error": "not_found"}, NOT_FOUND)
    # Read at once: a thread for each of a hundred small files takes longer than the files.
    return Response(path.read_bytes(), media_type=TYPES[path.suffix], headers=FRESH)
