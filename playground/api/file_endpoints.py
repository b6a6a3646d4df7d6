"""Where files come in and where they are looked at."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from playground.api.multipart import parts
from playground.house import House
from playground.world.files import ANYTHING, LARGEST, SHOWN, File
from playground.world.workspace import Workspace

BEARER = "Bearer "
READ = "files:read"
BAD_REQUEST, FORBIDDEN, NOT_FOUND, TOO_LARGE = 400, 403, 404, 413
# A file is somebody's: nothing in it may run, and no other site may show it.
HARMLESS = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class FileEndpoints:
    """The addresses of files."""

    house: House

    def routes(self) -> list[BaseRoute]:
        """Return what is served."""
        return [
            Route("/upload/v1/{ticket}", self._external, methods=["POST"]),
            Route("/upload", self._upload, methods=["POST"]),
            Route("/files/{file}", self._file),
        ]

    async def _external(self, request: Request) -> Response:
        """Take what an app sends to the address it was given."""
        ticket = request.path_params["ticket"]
        files = next((s.files for s in self.house.workspaces if s.files.expected(ticket)), None)
        file = files.expected(ticket) if files else None
        data = await _content(request, LARGEST)
        if files is None or file is None:
            return PlainTextResponse("no such upload", NOT_FOUND)
        if data is None or len(data) != file.size:
            return PlainTextResponse(f"expected {file.size} bytes", BAD_REQUEST)
        files.fill(ticket, data)
        return PlainTextResponse(f"OK - {file.size}")

    async def _upload(self, request: Request) -> Response:
        """Take what a person has chosen on the page."""
        origin, person = request.headers.get("origin"), request.query_params.get("as", "")
        if origin not in {None, f"http://{request.headers.get('host')}"}:
            return JSONResponse({"ok": False, "error": "foreign_page"}, FORBIDDEN)
        slack, name = self.house.of(person), request.query_params.get("name", "")
        if slack is None or not name:
            error = "invalid_arguments" if slack else "user_not_found"
            return JSONResponse({"ok": False, "error": error}, BAD_REQUEST)
        data = await _read(request, LARGEST)
        if data is None:
            error = "file_upload_size_restricted"
            return JSONResponse({"ok": False, "error": error}, TOO_LARGE)
        file = slack.files.brought(name, data, person, slack.address)
        return JSONResponse({"ok": True, "file": file.page(person)})

    async def _file(self, request: Request) -> Response:
        """Hand a file to the app, or show it to those who may see it."""
        found = self._found(request, request.path_params["file"])
        if found is None or found.data is None:
            return PlainTextResponse("not for you", FORBIDDEN, headers=HARMLESS)
        inline = found.mimetype in SHOWN and "download" not in request.query_params
        kind = found.mimetype if found.mimetype in SHOWN else ANYTHING
        how = f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{quote(found.name)}"
        headers = {**HARMLESS, "content-disposition": how}
        return Response(found.data, media_type=kind, headers=headers)

    def _found(self, request: Request, name: str) -> File | None:
        """Return a file for whoever asks: the app by its token, a person by the page's word."""
        header = request.headers.get("authorization", "")
        if header:
            slack = self.house.opened_by(header.removeprefix(BEARER))
            file = slack.files.get(name) if slack and slack.manifest.allows(READ) else None
            return file if file and file.done and not file.deleted and file.seen_by_app() else None
        person = request.query_params.get("as", "")
        slack = self.house.of(person)
        file = slack.files.get(name) if slack else None
        return file if slack and file and may_see(slack, person, file) else None


def may_see(slack: Workspace, person: str, file: File) -> bool:
    """Tell whether somebody may look at a file: their own, or one shared where they can look."""
    if file.deleted or not file.done:
        return False
    return file.user == person or any(slack.sees(person, place.id) for place, _ in file.shared)


async def _content(request: Request, most: int) -> bytes | None:
    """Return a file as it was sent, bare or as a part of a form."""
    kind, data = request.headers.get("content-type", ""), await _read(request, most)
    if data is None or not kind.lower().startswith("multipart/form-data"):
        return data
    try:
        return next((part.content for part in parts(kind, data) if part.is_file), None)
    except ValueError:
        return None


async def _read(request: Request, most: int) -> bytes | None:
    """Return a body, None when it is too long."""
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > most:
            return None
    return bytes(found)
