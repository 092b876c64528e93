"""What a schema cannot say of an issuer: keys of one curve, each once, with times in their order."""

from collections.abc import Iterator
from datetime import datetime

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.issuer import Issuer, IssuerKey

_KINDS = {("EC", "P-256", True), ("OKP", "Ed25519", False)}
"""Type, curve, and whether there is a y."""


def issuer_problems(file: SourceFile, issuer: Issuer) -> Iterator[Problem]:
    known: set[str] = set()
    for at, key in enumerate(issuer.keys):
        if key.id in known:
            yield Problem("CW1704", file.place(("keys", at, "id")), {"id": key.id})
        known.add(key.id)
        yield from _moments(file, at, key)
        if (key.jwk.kty, key.jwk.crv, key.jwk.y is not None) not in _KINDS:
            yield Problem("CW1703", file.place(("keys", at, "jwk"), key=True))


def _moments(file: SourceFile, at: int, key: IssuerKey) -> Iterator[Problem]:
    wrong = [name for name in ("since", "until") if not _is_moment(getattr(key, name))]
    for name in wrong:
        yield Problem("CW1702", file.place(("keys", at, name)), {"found": getattr(key, name)})
    if not wrong and key.until is not None and key.until <= key.since:
        yield Problem("CW1701", file.place(("keys", at, "until")), {"since": key.since})


def _is_moment(written: str | None) -> bool:
    try:
        return written is None or bool(datetime.fromisoformat(written))
    except ValueError:
        return False
