"""The reference course: copied, compiled and built; and its site served as a careful host does."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from coursewright.compiler import Checked, compile_course
from coursewright.host.build import build_site
from coursewright.host.builder import builder_named
from coursewright.host.policy import FILE as POLICY
from coursewright.host.workplace import workplace
from coursewright.link import Site
from coursewright.model.settings import BUILDERS
from coursewright.render import OutputTree

ROOT = Path(__file__).parents[2]
BICYCLE = ROOT / "tests" / "cases" / "bicycle"
"""The small course with an item of every type."""
SOURCES = ("content", "quizzes", "site_overrides", "mkdocs.yml")


@dataclass(frozen=True)
class Built:
    """A copy of the course's sources, what it links to and renders, and the site a builder made of it."""

    builder: str
    course: Path
    site: Site
    tree: OutputTree
    folder: Path

    def files(self, *endings: str) -> list[str]:
        """Files of the site by their path in it; those with one of the endings if any is given."""
        found = (
            file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file()
        )
        return sorted(file for file in found if not endings or file.endswith(endings))

    def text(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")


def copy_course(folder: Path) -> Path:
    """The sources alone, so that a build leaves the project as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def build_reference(folder: Path, builder: str = BUILDERS[0]) -> Built:
    """The reference course copied into `folder` and built there, as far as that is not done yet."""
    course = folder if folder.exists() else copy_course(folder)
    site = course / f"site-{builder}"
    checked, tree = _compiled(course)
    if not site.exists():
        with workplace(course) as place:
            build_site(checked.site, tree, place, site, builder_named(builder))
    return Built(builder, course, checked.site, tree, site)


@cache
def _compiled(course: Path) -> tuple[Checked, OutputTree]:
    """Whoever builds it."""
    return compile_course(course, documents=True)


Gateway = Callable[[str, bytes], tuple[int, str, bytes]]
"""What a server asks for whatever is sent to it: a path and a body in; a status, a type and a body out."""

BEHIND = "/xapi/"
"""Where a gateway takes what is sent."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else what follows a head waits for the browser's next acknowledgement, up to 40 ms for every file.
    disable_nagle_algorithm = True
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def __init__(
        self, *arguments: Any, policy: str, sitemap: bool, gateway: Gateway | None, **named: Any
    ) -> None:
        self._policy = policy
        self._sitemap = sitemap
        self._gateway = gateway
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        if self._sitemap and self.path == "/sitemap.xml":
            self._send_sitemap()
        else:
            super().do_GET()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self._gateway and self.path.startswith(BEHIND):
            self._send(*self._gateway(self.path.removeprefix(BEHIND), body))
        else:
            self.send_error(405)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self._send(code, "text/html; charset=utf-8", page)

    def end_headers(self) -> None:
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        # As the guide of hosting has it; or a browser guesses by their age how long they are good.
        if self.path.endswith(("/", ".json")):
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        pass

    def _send_sitemap(self) -> None:
        """What MkDocs writes with this `site_url`; without one Material does not navigate instantly."""
        folder = Path(self.directory)
        pages = (page.parent.relative_to(folder).as_posix() for page in folder.rglob("index.html"))
        places = (f"http://{self.headers['Host']}/{'' if page == '.' else f'{page}/'}" for page in pages)
        text = "".join(f"<url><loc>{place}</loc></url>" for place in places)
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        whole = f'<?xml version="1.0"?><urlset xmlns="{space}">{text}</urlset>'
        self._send(200, "application/xml", whole.encode())

    def _send(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves before a file has come is no error."""


@contextmanager
def serving(
    folder: Path, *, port: int = 0, sitemap: bool = False, gateway: Gateway | None = None
) -> Iterator[str]:
    """The address of a server of the folder, with a slash at its end.

    It sends the site's policy; pages of a sealed exam have their own.
    """
    file = folder / POLICY
    policy = file.read_text("utf-8").strip() if file.exists() else ""
    handler = partial(_Handler, directory=str(folder), policy=policy, sitemap=sitemap, gateway=gateway)
    with _Server(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
