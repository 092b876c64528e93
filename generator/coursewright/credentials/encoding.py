"""Letters for bytes, each with one spelling only: a second one for the same bytes is refused."""

import base64
import binascii

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_DIGITS = {letter: value for value, letter in enumerate(_BASE58)}
_LONGEST = 200
"""Letters of base 58: a signature has 88, and the time goes with the square."""


def base64url(content: bytes) -> str:
    """Without padding (RFC 7515, appendix C)."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """Raises ValueError, also for letters that would be passed over."""
    try:
        content = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("no base64url") from error
    if base64url(content) != text:
        raise ValueError("another spelling")
    return content


def base58(content: bytes) -> str:
    """As Bitcoin has it (draft-msporny-base58)."""
    number, letters = int.from_bytes(content, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        letters = _BASE58[digit] + letters
    return _BASE58[0] * (len(content) - len(content.lstrip(b"\0"))) + letters


def from_base58(text: str) -> bytes:
    """Raises ValueError."""
    if len(text) > _LONGEST or not all(letter in _DIGITS for letter in text):
        raise ValueError("no base58")
    number = 0
    for letter in text:
        number = number * 58 + _DIGITS[letter]
    zeros = len(text) - len(text.lstrip(_BASE58[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
