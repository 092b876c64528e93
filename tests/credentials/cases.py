"""Certificates of every fate, with the verdict on each, on which this program and the browser must agree.

`PYTHONPATH=tests python tests/credentials/cases.py` writes `tests/vectors/credentials.json` anew; signatures
of ES256 differ each time.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from joserfc import jws
from joserfc.jwk import ECKey

from coursewright.credentials.canonical import canonical
from coursewright.credentials.carried import carried, packed
from coursewright.credentials.encoding import base64url, from_base64url
from coursewright.credentials.identity import jwk
from coursewright.credentials.jwt import HEADER
from coursewright.credentials.status import status_list
from coursewright.credentials.verification import verified
from coursewright.model.issuer import Issuer, StatusList
from minting import DID, EXAM, KEYS, MADE, SINCE, SITE, UNTIL, issuer_of, keys_of, minted, with_revoked

FILE = Path(__file__).parents[1] / "vectors" / "credentials.json"
NOW, LATER, BEFORE = "2026-12-01T00:00:00Z", "2030-01-01T00:00:00Z", "2026-10-01T00:00:00Z"
GONE = 99
STRANGER = keys_of(40)
ISSUER = with_revoked(issuer_of(KEYS), KEYS, GONE)
UNLISTED = ISSUER.model_copy(update={"status": StatusList(document="-", token="-")})
"""Whose list cannot be had."""
ENDED = ISSUER.model_copy(
    update={"keys": tuple(key.model_copy(update={"until": "2026-06-01T00:00:00Z"}) for key in ISSUER.keys)}
)
OLDER = status_list(ISSUER, KEYS, (), MADE).token
"""A list of the issuer's from before anything was revoked."""
LISTED = minted(ISSUER)
NOTED = ISSUER.model_copy(
    update={
        "keys": tuple(
            key.model_copy(
                update={"until": "2026-11-20T00:00:00Z", "signed": (carried(content).fingerprint,)}
            )
            for key, content in zip(ISSUER.keys, (LISTED.jwt.encode(), LISTED.json), strict=True)
        )
    }
)
"""Whose keys have ended, and signed one certificate each."""


@dataclass(frozen=True)
class Case:
    name: str
    file: str
    verdict: str
    now: str = NOW
    issuer: Issuer = ISSUER


def cases() -> list[Case]:
    """Each with the verdict of this program, which never is better than it should be."""
    return [*_good(), *_standing(), *_foreign(), *_altered(), *_unreadable()]


def _judged(name: str, file: str | bytes, now: str = NOW, issuer: Issuer = ISSUER) -> Case:
    text = file if isinstance(file, str) else file.decode()
    return Case(name, text, verified(text.encode(), issuer, now).verdict, now, issuer)


def _both(titled: str, issuer: Issuer = ISSUER, now: str = NOW, **changes: object) -> Iterator[Case]:
    made = minted(ISSUER, **changes)  # type: ignore[arg-type]
    yield _judged(f"{titled}, JWT", made.jwt, now, issuer)
    yield _judged(f"{titled}, JSON", made.json, now, issuer)


def _good() -> Iterator[Case]:
    yield from _both("good")
    yield from _both("without end, without name", until=None, name="", told="no")
    yield from _both("number in clear, renewed", told="plain", replaces="urn:uuid:x")
    yield from _both("rare names", name='®·“”‘’ 𠮷䶮\u0301 "quoted" \\ <b> العربية')
    made = minted(ISSUER)
    yield _judged("as a QR code has it", f"{SITE}verify/#{packed(made.jwt)}")
    yield _judged("spread out", json.dumps(json.loads(made.json), indent=4))
    yield _judged("in another order", json.dumps(json.loads(made.json), sort_keys=True))
    yield _judged("with space around", f"\ufeff \n{made.jwt}\r\n")


def _standing() -> Iterator[Case]:
    yield from _both("expired", now=LATER)
    yield from _both("expired this second", now=UNTIL)
    yield from _both("early", now=BEFORE)
    yield from _both("from this second", now=SINCE)
    yield from _both("revoked", index=GONE)
    yield from _both("revoked and expired", index=GONE, now=LATER)
    yield from _both("unknown", issuer=UNLISTED)
    yield from _both("beyond the list", index=131_072)


def _foreign() -> Iterator[Case]:
    other = issuer_of(STRANGER, did="did:web:elsewhere.example", name="Elsewhere")
    same = issuer_of(STRANGER, did="did:web:elsewhere.example", name="the garden  SCHOOL")
    posing = issuer_of(STRANGER)
    for name, issuer in (("stranger", other), ("same name", same), ("poses as us", posing)):
        made = minted(issuer, STRANGER)
        yield _judged(f"{name}, JWT", made.jwt)
        yield _judged(f"{name}, JSON", made.json)
    body = minted(ISSUER)
    own = {"jwk": jwk(STRANGER.public["P-256"])}
    yield _judged("brings its own key", _signed(_payload(body.jwt), own, STRANGER.es256))
    yield _judged("names a key of nobody", _signed(_payload(body.jwt), {"kid": f"{DID}#no"}, STRANGER.es256))
    yield from _both("by a key that had ended", issuer=ENDED)
    yield _judged("noted when its key ended, JWT", LISTED.jwt, issuer=NOTED)
    yield _judged("noted when its key ended, JSON", LISTED.json, issuer=NOTED)
    yield from _both("not noted when its key ended", issuer=NOTED, name="Mallory")


def _altered() -> Iterator[Case]:
    made = minted(ISSUER)
    document, payload = json.loads(made.json), _payload(made.jwt)
    yield _judged("another name in JSON", json.dumps({**document, "name": "Spade"}))
    yield _judged("another name in a JWT", _resealed(made.jwt, {**payload, "name": "Spade"}))
    yield _judged("a name that means nothing", json.dumps({**document, "nickname": "x"}))
    subject = {**document["credentialSubject"], "nickname": "x"}
    yield _judged("a name that means nothing, within", json.dumps({**document, "credentialSubject": subject}))
    yield _judged("without its end", json.dumps({k: v for k, v in document.items() if k != "validUntil"}))
    yield _judged("another context", json.dumps({**document, "@context": document["@context"][:1]}))
    first, second, _ = made.jwt.split(".")
    yield _judged("without a signature", f"{first}.{second}.")
    yield _judged("alg none", f"{base64url(json.dumps({**HEADER, 'alg': 'none'}).encode())}.{second}.")
    for claim in ("iss", "jti", "nbf", "sub", "exp"):
        lied = {**payload, claim: payload[claim] + payload[claim]}
        yield _judged(f"another {claim}", _signed(lied, {"kid": f"{DID}#es256-1"}, KEYS.es256))
        less = {name: value for name, value in payload.items() if name != claim}
        yield _judged(f"without {claim}", _signed(less, {"kid": f"{DID}#es256-1"}, KEYS.es256))
    yield _judged("more in its header", _signed(payload, {"kid": f"{DID}#es256-1", "cty": "x"}, KEYS.es256))


def _unreadable() -> Iterator[Case]:
    made = minted(ISSUER)
    for text in ("", " ", "{}", "[]", "null", "<svg/>", "<svg", "a.b.c", "...", "#Z", "Z7", made.jwt[:-9]):
        yield _judged(f"unreadable {text[:9]!r}", text)
    yield _judged("cut off", made.json[:900])
    yield _judged("without a proof", json.dumps({**json.loads(made.json), "proof": None}))
    yield _judged("a name twice", made.json.replace(b"{", b'{"name": "x",', 1))
    yield _judged("deep", "[" * 9000)
    yield _judged("deep object", '{"a":' * 900 + "1" + "}" * 900)


def _payload(token: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(from_base64url(token.split(".")[1]))
    return found


def _signed(payload: Mapping[str, Any], header: Mapping[str, Any], key: Any) -> str:
    return str(jws.serialize_compact({**HEADER, **header}, json.dumps(payload), ECKey.import_key(key)))


def _resealed(token: str, payload: Mapping[str, Any]) -> str:
    """Another payload under the same signature."""
    first, _, third = token.split(".")
    return f"{first}.{base64url(json.dumps(payload).encode())}.{third}"


def statements() -> list[dict[str, Any]]:
    """Documents with what they say, in the canonical order."""
    awards: list[dict[str, Any]] = [{}, {"until": None, "name": "", "told": "no"}, {"told": "plain"}]
    awards += [{"name": text} for text in ("\t\n\r\"\\'", "𠮷\ue000\uffee", "e\u0301 é", "a" * 500)]
    made = [minted(ISSUER, **award) for award in awards]
    same = [competency for competency in EXAM.competencies for _ in range(3)]
    exam = replace(EXAM, competencies=tuple(same), evidence=("https://a.example/", SITE, SITE))
    made += [minted(ISSUER, exam=exam)]
    found = [json.loads(each.json) for each in made]
    found += [json.loads(ISSUER.status.document)]
    return [{"document": _bare(each), "says": canonical(_bare(each)).decode()} for each in found]


def _bare(document: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != "proof"}


def written() -> dict[str, Any]:
    issuers = {"ours": ISSUER, "unlisted": UNLISTED, "ended": ENDED, "noted": NOTED}
    names = {id(issuer): name for name, issuer in issuers.items()}
    return {
        "issuers": {
            name: issuer.model_dump(mode="json", exclude_none=True) for name, issuer in issuers.items()
        },
        "cases": [
            {
                "name": c.name,
                "file": c.file,
                "now": c.now,
                "issuer": names[id(c.issuer)],
                "verdict": c.verdict,
            }
            for c in cases()
        ],
        "older": OLDER,
        "statements": statements(),
    }


if __name__ == "__main__":
    FILE.write_text(f"{json.dumps(written(), ensure_ascii=False, indent=0)}\n", "utf-8")
