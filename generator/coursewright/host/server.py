"""A web server for one reader, who writes the course: it shows the last good site and says what is wrong.

Every page gets a script that loads it again after a build and lays the report of
problems over it. Nothing is cached, nothing is logged.
"""

import json
import os
import socket
import sys
from collections.abc import Callable
from functools import cache
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from .preview import Preview

OWN = "/.coursewright/"
EVENTS, SCRIPT = f"{OWN}events", f"{OWN}live.mjs"
NOWHERE = ".nowhere"
"""A file that no site has."""
PATIENCE = 15.0
"""Seconds between two signs of life, so that a page that was closed is noticed."""


class Server(ThreadingHTTPServer):
    """`shown` is set before the first request; `heading` stands over a report, `waiting` for a page."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would take an address that another program has
    shown: Preview
    heading = ""
    waiting = ""

    def __init__(self, host: str, port: int) -> None:
        """Raises OSError when the address cannot be had."""
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), Page)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as it was handed in


class Page(SimpleHTTPRequestHandler):
    """One request."""

    server: Server
    protocol_version = "HTTP/1.0"
    extensions_map = {  # noqa: RUF012  as the class above has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }

    def do_GET(self) -> None:
        answers: dict[str, Callable[[], None]] = {EVENTS: self._events, SCRIPT: self._script}
        answers.get(urlsplit(self.path).path, self._file)()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for what is built."""

    def translate_path(self, path: str) -> str:
        """A file of the site, for an address from its root or below the path of its `site_url`.

        What no file can be called is asked for no further: the system raises for some of it.
        """
        shown = self.server.shown
        self.directory = str(shown.folder)
        below = path.startswith(f"{shown.mount}/")
        file = super().translate_path(path.removeprefix(shown.mount) if below else path)
        return file if os.path.exists(file) else str(shown.folder / NOWHERE)

    def _file(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and not urlsplit(self.path).path.endswith("/"):
            super().do_GET()  # sends the reader on to the address with a slash
        elif (page := file / "index.html" if file.is_dir() else file).suffix == ".html" or not page.exists():
            self._page(page)
        else:
            super().do_GET()

    def _page(self, file: Path) -> None:
        missing = self.server.shown.folder / "404.html"
        for page, status in ((file, HTTPStatus.OK), (missing, HTTPStatus.NOT_FOUND)):
            try:
                self._send(_live(page.read_bytes(), self.server.shown.state.build), "text/html", status)
            except OSError:
                continue
            return
        waiting = (
            f"<!doctype html><meta charset=utf-8><title>…</title><p>{escape(self.server.waiting)}</p></body>"
        )
        self._send(_live(waiting.encode(), ""), "text/html", HTTPStatus.SERVICE_UNAVAILABLE)

    def _script(self) -> None:
        self._send(_client(), "text/javascript", HTTPStatus.OK)

    def _events(self) -> None:
        """Which build is shown and what is wrong, at once and after every change (HTML, 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = None
        while True:
            seen = self.server.shown.wait(seen, PATIENCE)
            said = {**seen._asdict(), "heading": self.server.heading}
            self.wfile.write(f"data: {json.dumps(said)}\n\n".encode())
            self.wfile.flush()

    def _send(self, content: bytes, kind: str, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _live(page: bytes, build: str) -> bytes:
    """A page with the script that follows the builds."""
    script = f'<script type="module" src="{SCRIPT}?{build}"></script>'.encode()
    body, end, rest = page.rpartition(b"</body>")
    return body + script + end + rest if end else page + script


@cache
def _client() -> bytes:
    return resources.files(__package__).joinpath("live.mjs").read_bytes()
