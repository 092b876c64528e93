"""A network between a learner and the sites of a host, which goes away, is slow, or leads elsewhere."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from coursewright.host.policy import FILE as POLICY


class Network:
    """`sites` are folders by the path they are mounted at; the longest that fits answers."""

    def __init__(self, sites: Mapping[str, Path]) -> None:
        self.sites = dict(sites)
        self.port = 0
        self.is_down = False
        self.left: int | None = None
        """Answers until it goes down by itself."""
        self.seconds = 0.0
        """That every answer takes."""
        self.redirect: Callable[[str], str | None] = lambda path: None
        self.asked: list[str] = []

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def takes(self, path: str) -> bool:
        """Whether the request comes through."""
        if self.left == 0:
            self.is_down, self.left = True, None
        if self.is_down:
            return False
        if self.left is not None:
            self.left -= 1
        self.asked.append(path)
        time.sleep(self.seconds)
        return True

    def mount(self, path: str) -> str:
        return max((mount for mount in self.sites if path.startswith(mount)), key=len)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else what follows a head waits for the browser's next acknowledgement, up to 40 ms for every file.
    disable_nagle_algorithm = True
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def __init__(self, *arguments: Any, network: Network, **named: Any) -> None:
        self._network = network
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        if not self._network.takes(self.path):
            self.close_connection = True
        elif to := self._network.redirect(self.path):
            self.send_response(302)
            self.send_header("Location", to)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            # What was deployed last may be older than what it replaces.
            del self.headers["If-Modified-Since"]
            super().do_GET()

    def do_POST(self) -> None:
        self.send_response(204)
        self.end_headers()

    def translate_path(self, path: str) -> str:
        mount = self._network.mount(path)
        self.directory = str(self._network.sites[mount])
        return super().translate_path(f"/{path.removeprefix(mount)}")

    def end_headers(self) -> None:
        policy = self._network.sites[self._network.mount(self.path)] / POLICY
        self.send_header("Content-Security-Policy", policy.read_text("utf-8").strip())
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Vary", "Accept, Cookie")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves before a file has come is no error."""


@contextmanager
def networked(sites: Mapping[str, Path]) -> Iterator[Network]:
    network = Network(sites)
    with _Server(("127.0.0.1", 0), partial(_Handler, network=network)) as server:
        network.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield network
        server.shutdown()
        thread.join()
