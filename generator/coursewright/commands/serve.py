"""`coursewright serve`: the course as it is written, on this machine."""

import ipaddress
import re
import signal
import socket
import webbrowser
from errno import EACCES, EADDRINUSE, EADDRNOTAVAIL
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

import click

from ..diagnostics import as_text
from ..errors import CoursewrightError, SourceProblems
from ..words.system import trouble
from .course import builder_option
from .terminal import Progress, _, course_option, language_option, said_of, say, turn_to

if TYPE_CHECKING:
    from ..host.preview import Built, Preview
    from ..host.server import Server

MOST_NAMED = 3
MOST_TRIED = 20
"""Ports above one that is taken that are tried for the one to propose."""

NO_COURSE = "CW0601"


class Address(NamedTuple):
    """Where to serve; port 0 is any that is free."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


class AddressTaken(CoursewrightError):
    """The address cannot be served at; the detail says why and what to do."""


def an_address(_context: click.Context, _parameter: click.Parameter, text: str) -> Address:
    """The callback of --address: HOST:PORT, or a port alone."""
    host, _colon, port = text.strip().rpartition(":")
    if _is_bare(text.strip()):
        said = _("“{text}” has no brackets; write an address with colons in them, and a port: {proper}")
        raise click.BadParameter(said.format(text=text, proper=Address(text.strip(), 8000)))
    is_broken = ":" in host and not re.fullmatch(r"\[[^\[\]]*\]", host)
    host = host.removeprefix("[").removesuffix("]") or "127.0.0.1"
    if is_broken or not (re.fullmatch(r"[0-9]{1,5}", port) and int(port) < 65536 and _may_be_a_host(host)):
        said = _("“{text}” is no address; write 127.0.0.1:8000, with a port of at most 65535")
        raise click.BadParameter(said.format(text=text))
    return Address(host, int(port))


def _is_bare(text: str) -> bool:
    """Whether it is an address of IPv6, which a port cannot be told from."""
    try:
        return ipaddress.ip_address(text).version == 6
    except ValueError:
        return False


def _may_be_a_host(name: str) -> bool:
    """Whether a name can be looked up: as the socket will write it (RFC 3490)."""
    try:
        return b"\0" not in name.encode("idna")
    except UnicodeError:
        return False


@click.command(help=_("Show the site on this machine and rebuild it whenever a source changes."))
@course_option
@language_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    metavar="HOST:PORT",
    callback=an_address,
    help=_("Where to serve; 127.0.0.1:8000 if left out. 0.0.0.0:8000 shows it to the local network too."),
)
@click.option("--open", "opening", is_flag=True, help=_("Open the site in a browser when it is ready."))
@builder_option
def serve(root: Path, language: str | None, address: Address, opening: bool, builder: str | None) -> None:
    from ..host.preview import Preview

    signal.signal(signal.SIGTERM, _interrupt)  # so that what was built is cleared away
    with served_at(address) as server, TemporaryDirectory(prefix="coursewright-") as folder:
        preview = Preview(root.resolve(), Path(folder) / "site", language, builder)
        try:
            _serve(server, preview, root.resolve(), Address(address.host, server.port), opening)
        except KeyboardInterrupt:
            say()


def served_at(address: Address) -> "Server":
    """A server that listens. Raises AddressTaken, which says why it cannot."""
    from ..host.server import Server

    try:
        return Server(*address)
    except OSError as error:
        raise AddressTaken(_refusal(address, error)) from error


def _refusal(address: Address, error: OSError) -> str:
    if isinstance(error, socket.gaierror) or error.errno == EADDRNOTAVAIL:
        return _(
            "{host} is no address of this machine; use 127.0.0.1, or 0.0.0.0 for the local network"
        ).format(host=address.host)
    if error.errno == EACCES:
        return _("this user may not serve on port {port}; choose one above 1023, such as 8000").format(
            port=address.port
        )
    if error.errno == EADDRINUSE or getattr(error, "winerror", 0) == 10048:
        return _(
            "another program serves on port {port} already, perhaps another “coursewright serve”; "
            "choose another: coursewright serve --address {free}"
        ).format(port=address.port, free=_free(address))
    return _("nothing can be served at {address}: {reason}").format(address=address, reason=_(trouble(error)))


def _free(address: Address) -> Address:
    """The next address whose port nobody has."""
    for port in range(address.port + 1, min(address.port + MOST_TRIED, 65536)):
        with socket.socket(socket.AF_INET6 if ":" in address.host else socket.AF_INET) as probe:
            try:
                probe.bind((address.host, port))
            except OSError:
                continue
            return Address(address.host, port)
    return Address(address.host, 0)


def _interrupt(*_signal: object) -> None:
    raise KeyboardInterrupt


def _serve(server: "Server", preview: "Preview", root: Path, address: Address, opening: bool) -> None:
    from ..host.watch import Watch

    server.shown = preview
    server.heading, server.waiting = _("The course cannot be built"), _("The course is being built …")
    watch = Watch(root)
    with Progress(_("Building the site …")):
        built = _first(preview)
    Thread(target=server.serve_forever, daemon=True).start()
    _announce(address, built)
    if opening:
        webbrowser.open(_url(address))
    while True:
        _rebuild(preview, watch.changed())


def _first(preview: "Preview") -> "Built | None":
    """The first build. What is wrong with the sources is shown and waited for, but there must be a course."""
    try:
        return preview.build()
    except SourceProblems as error:
        if any(problem.code == NO_COURSE for problem in error.problems):
            raise
        _say(preview, error)
        return None


def _announce(address: Address, built: "Built | None") -> None:
    url = _url(address)
    said = _("The site is at {url}") if built else _("When the problems are mended, the site is at {url}")
    say(said.format(url=url))
    if address.host in ("0.0.0.0", "::"):  # noqa: S104  compared, not bound
        say(_("For the local network: {url}").format(url=_url(Address(_own_address(), address.port))))
    say(_("It is rebuilt whenever a source is saved. Ctrl+C ends it."))


def _url(address: Address) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address.host, address.host)  # noqa: S104
    return f"http://{Address(host, address.port)}/"


def _own_address() -> str:
    """This machine's address in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # of a range for examples (RFC 5737)
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()


def _rebuild(preview: "Preview", paths: list[str]) -> None:
    say(_("Changed: {files}").format(files=_named(paths)))
    try:
        built = preview.build()
    except (CoursewrightError, OSError) as error:
        _say(preview, error)
        return
    pages = _named(built.pages) or _("no page is different")
    say(_("Rebuilt in {seconds} s: {pages}").format(seconds=f"{built.seconds:.1f}", pages=pages))


def _named(names: list[str]) -> str:
    """The first few, and how many more."""
    shown = _(", ").join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return (
        _.plural("{names} and {count} more", "{names} and {count} more", more, names=shown)
        if more > 0
        else shown
    )


def _say(preview: "Preview", error: CoursewrightError | OSError) -> None:
    """Say what is wrong, in the terminal and on every open page."""
    if isinstance(error, SourceProblems):
        turn_to(error.language)
        text = as_text(error.problems, _)
    else:
        text = error.said(_) if isinstance(error, CoursewrightError) else said_of(error)
    preview.fail(text)
    say(text, err=True)
    say(_("The last good site stays until this is mended."), err=True)
