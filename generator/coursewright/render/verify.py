"""The page that says what a certificate is worth, and the keys by which it does (`browser/verify/`)."""

import json
from collections.abc import Iterator

from ..model.issuer import LIST_JWT, Issuer
from .code import ASSETS
from .renderer import Entry, entry
from .rendering import Rendering

PAGE = "verify/index.md"
"""At `verify_address` of the issuer, which certificates have."""


def render(rendering: Rendering) -> None:
    issuer = rendering.site.issuer
    if issuer is None:
        return
    title = rendering.words("Verify a certificate")
    rendering.page(PAGE, "verify.html", title, meta={"hide": ["toc"]}, issuer=issuer, status=LIST_JWT)
    rendering.tree.add(f"{ASSETS}/issuer.json", _public(issuer))


def nav(rendering: Rendering) -> Iterator[Entry]:
    if rendering.site.issuer:
        yield entry(rendering.words("Verify a certificate"), PAGE)


def _public(issuer: Issuer) -> str:
    """What the browser must know; the status list as it is now tells of what was revoked before."""
    keys = [key.model_dump(mode="json", exclude_none=True) for key in issuer.keys]
    known = {
        "name": issuer.name,
        "site": issuer.base,
        "list": issuer.list_address,
        "kept": issuer.status.token,
        "keys": keys,
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))
