"""The digit behind a number that a person marks, by which a slip of the pencil is found.

ISO/IEC 7064, hybrid system MOD 11,10: it finds every single wrong digit, and nearly every exchange of two
neighbours.
"""

SCHEME = "ISO/IEC 7064 MOD 11,10"
_MODULUS = 10


def with_check_digit(digits: str) -> str:
    """Digits 0 to 9, with one more behind them."""
    return digits + str((_MODULUS + 1 - _product(digits)) % _MODULUS)


def is_sound(digits: str) -> bool:
    """Whether the last of some digits is the one that belongs behind the others."""
    return len(digits) > 1 and digits == with_check_digit(digits[:-1])


def _product(digits: str) -> int:
    product = _MODULUS
    for digit in digits:
        total = (product + int(digit)) % _MODULUS or _MODULUS
        product = 2 * total % (_MODULUS + 1)
    return product
