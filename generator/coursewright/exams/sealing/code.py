"""Access codes: three letters that name a ticket, and thirteen that open it.

No two of the letters look alike on paper. Thirteen of 26 are 61 bits, so that PBKDF2 with 100,000 rounds
is enough against whoever has the package and guesses.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

LETTERS = "23456789ACDEFHJKMNPQRTVWXY"
NAME, SECRET = 3, 13
"""Letters of the two parts."""
MOST = 10_000
"""Codes of one package; there are 17,576 names."""
_LIKE = str.maketrans("BGSZU", "8652V")
_GROUP = 4


@dataclass(frozen=True)
class Code:
    """`ticket` is public and stands in the package, `secret` is the password."""

    ticket: str
    secret: str

    @property
    def shown(self) -> str:
        """In groups of four with hyphens."""
        whole = self.ticket + self.secret
        return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def new_codes(count: int) -> list[Code]:
    """By chance, each with a name of its own; at most MOST."""
    return list(islice(_drawn(), count))


def read_code(text: str) -> Code:
    """A code as people type it: case, width, spaces and hyphens do not matter, B is read as 8 and so on.

    Raises ValueError for what is none.
    """
    signs = (sign for sign in normalize("NFKC", text).upper() if not sign.isspace() and sign not in "-‐–—_")
    read = "".join(signs).translate(_LIKE)
    if len(read) != NAME + SECRET or not set(read) <= set(LETTERS):
        raise ValueError("no access code")
    return Code(read[:NAME], read[NAME:])


def _drawn() -> Iterator[Code]:
    taken: set[str] = set()
    while True:
        code = Code(_letters(NAME), _letters(SECRET))
        if code.ticket not in taken:
            taken.add(code.ticket)
            yield code


def _letters(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(count))
