"""Where statements about learners may go."""

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from ..diagnostics import Bilingual, Problem
from ..load.source_file import SourceFile
from ..model.walk import Path
from ..model.xapi import Xapi

_OWN_NETWORKS = ("localhost", "local", "internal", "intranet", "lan", "corp", "home", "test")
"""Last parts of names that only networks of their own know."""


def reporting_problems(file: SourceFile, xapi: Xapi) -> Iterator[Problem]:
    if not xapi.addresses:
        yield Problem("CW0630", file.place(("xapi",), key=True))
    if xapi.endpoint and not xapi.home_page:
        meaning = Bilingual(type(xapi).model_fields["home_page"].description or "")
        place = file.place(("xapi",), key=True)
        yield Problem("CW0201", place, {"key": "home_page", "meaning": meaning})
    for path, address in _written(xapi):
        if base := _of_statements(address):
            yield Problem("CW0632", file.place(("xapi", *path)), {"proper": base})
        if _is_open_to_all(address):
            yield Problem("CW0631", file.place(("xapi", *path)), {"found": address})


def _written(xapi: Xapi) -> Iterator[tuple[Path, str]]:
    if xapi.endpoint:
        yield ("endpoint",), xapi.endpoint
    for at, address in enumerate(xapi.launch):
        yield ("launch", at), address


def _of_statements(address: str) -> str:
    """The store's own address, when that of its statements is written, which is made of it."""
    bare = address.rstrip("/")
    return bare.removesuffix("statements") if bare.endswith("/statements") else ""


def _is_open_to_all(address: str) -> bool:
    """Whether it goes unencrypted to a host outside of the employer's own network."""
    parts = urlsplit(address)
    return parts.scheme == "http" and not _is_near(parts.hostname or "")


def _is_near(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.rsplit(".", 1)[-1] in _OWN_NETWORKS
