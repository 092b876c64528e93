"""A document of a known shape → the statements that are signed, in their canonical order (W3C RDFC-1.0).

The contexts are beside this module; no other is known, and none is ever fetched.
"""

import json
from functools import cache
from importlib import resources
from typing import Any

from pyld import jsonld

from .credential import OB, VC

FILES = {VC: "credentials-v2.json", OB: "ob-v3p0-context-3.0.3.json"}


def canonical(document: dict[str, Any]) -> bytes:
    """N-Quads. Raises ValueError for a document that makes no statements, or with another context."""
    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "documentLoader": _context,
        "expandContext": None,
    }
    try:
        return str(jsonld.normalize(document, options)).encode()
    except jsonld.JsonLdError as error:
        raise ValueError("no statements") from error


def _context(address: str, _options: Any = None) -> dict[str, Any]:
    if address not in FILES:
        raise ValueError("an unknown context")
    return {"contextUrl": None, "documentUrl": address, "document": _read(FILES[address])}


@cache
def _read(name: str) -> Any:
    return json.loads(resources.files(__package__).joinpath("contexts", name).read_bytes())
