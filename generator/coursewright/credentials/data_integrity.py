"""A document with a proof in it: eddsa-rdfc-2022 (W3C “Data Integrity EdDSA Cryptosuites v1.0”, 3.2)."""

from hashlib import sha256
from typing import Any, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ..model.issuer import IssuerKey
from .canonical import canonical
from .credential import Address, Moment, Part, Text, shaped
from .encoding import base58, from_base58, from_base64url
from .key_files import SigningKeys


class Proof(Part):
    type: Literal["DataIntegrityProof"] = "DataIntegrityProof"
    cryptosuite: Literal["eddsa-rdfc-2022"] = "eddsa-rdfc-2022"
    created: Moment
    verification_method: Address
    proof_purpose: Literal["assertionMethod"] = "assertionMethod"
    proof_value: Text | None = None


def proved(body: dict[str, Any], key: IssuerKey, keys: SigningKeys) -> dict[str, Any]:
    """The body with a proof of the time at which it becomes valid."""
    proof = Proof(created=body["validFrom"], verification_method=key.id)
    value = keys.ed25519.sign(_hashed(body, proof))
    return {**body, "proof": {**proof.data(), "proofValue": f"z{base58(value)}"}}


def is_proved(body: dict[str, Any], proof: dict[str, Any], key: IssuerKey) -> bool:
    """Whether the key made this proof of the body. Raises ValueError for a proof of another shape."""
    own = shaped(Proof, proof)
    value = own.proof_value or ""
    signature = from_base58(value[1:])
    if (
        value != f"z{base58(signature)}"
        or own.verification_method != key.id
        or own.created != body["validFrom"]
    ):
        return False
    try:
        public = Ed25519PublicKey.from_public_bytes(from_base64url(key.jwk.x))
        public.verify(signature, _hashed(body, own.model_copy(update={"proof_value": None})))
    except InvalidSignature:
        return False
    return True


def _hashed(body: dict[str, Any], proof: Proof) -> bytes:
    """SHA-256 of the proof's options and of the document, one behind the other (3.2.4)."""
    options = {"@context": body["@context"], **proof.data()}
    return sha256(canonical(options)).digest() + sha256(canonical(body)).digest()
