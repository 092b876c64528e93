"""Who gets which access code: one of their own, or one for all of a room; and spare ones."""

import hmac
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from pydantic import TypeAdapter

from ...words import Words
from ..seating import Room
from .code import Code, new_codes

Sharing = Literal["candidate", "room"]
FORMAT = 1


@dataclass(frozen=True)
class Admitted:
    """A candidate as a ticket names them; `extra` are minutes beyond the exam's time."""

    number: str
    name: str
    form: str
    extra: int = 0
    room: str = ""
    seat: str = ""


@dataclass(frozen=True)
class Admission:
    """A code and whom it lets in; `is_spare` for one that was given to nobody yet."""

    code: Code
    admitted: tuple[Admitted, ...]
    is_spare: bool = False

    def proof_of(self, number: str) -> str:
        """What only somebody who opened the ticket knows: HMAC-SHA-256 of a candidate's number by the code's
        secret, in hex. It goes out in the ticket and comes back in the response, both times sealed."""
        return hmac.new(self.code.secret.encode(), number.encode(), sha256).hexdigest()

    def plain(self, keys: Mapping[str, str]) -> dict[str, Any]:
        """What is sealed in its ticket; `keys` are those of all forms."""
        forms = sorted({each.form for each in self.admitted})
        return {
            "candidates": [
                {
                    "number": each.number,
                    "name": each.name,
                    "form": each.form,
                    "extra": each.extra,
                    "ticket": self.code.ticket,
                    "proof": self.proof_of(each.number),
                    **({"spare": True} if self.is_spare else {}),
                }
                for each in self.admitted
            ],
            "keys": {form: keys[form] for form in forms},
        }


def admissions(
    rooms: Sequence[Room], sharing: Sharing, spare: int, forms: Sequence[str], words: Words
) -> list[Admission]:
    """In the order of rooms and seats, spare ones last, with the forms in turn."""
    own = [tuple(_placed(room)) for room in rooms]
    groups = own if sharing == "room" else [(each,) for room in own for each in room]
    spares = [(_spare(at, forms[at % len(forms)], spare, words),) for at in range(spare)]
    codes = new_codes(len(groups) + spare)
    return [
        Admission(code, admitted, is_spare=at >= len(groups))
        for at, (code, admitted) in enumerate(zip(codes, [*groups, *spares], strict=True))
    ]


def _placed(room: Room) -> Iterator[Admitted]:
    for place in room.places:
        each = place.candidate
        yield Admitted(each.number, each.name, place.form, each.extra, each.room, each.seat)


def _spare(at: int, form: str, count: int, words: Words) -> Admitted:
    """Who gets it writes their name on the slip."""
    number = str(at + 1).zfill(max(2, len(str(count))))
    return Admitted(f"spare-{number}", words("Spare {number}").format(number=number), form)


_KEPT: TypeAdapter[dict[str, Admission]] = TypeAdapter(dict[str, Admission])


def kept(given: Sequence[Admission]) -> dict[str, Any]:
    """As the session keeps it, by the codes as they are printed."""
    return {
        "format": FORMAT,
        "codes": _KEPT.dump_python({each.code.shown: each for each in given}, mode="json"),
    }


def read(data: Any) -> list[Admission]:
    """Raises ValueError, LookupError or TypeError for what `kept` did not make."""
    if data["format"] != FORMAT:
        raise ValueError("of another version")
    return list(_KEPT.validate_python(data["codes"]).values())
