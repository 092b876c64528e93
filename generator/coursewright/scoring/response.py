"""What came back, as far as it can be understood."""

import re
from collections.abc import Collection
from typing import Any

_SEEN = re.compile("[^\t-\r \u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]")


def ids_in(response: object, known: Collection[str]) -> list[str]:
    """The response if it is a list of known ids, each at most once; else it is malformed, and no ids."""
    if not isinstance(response, list) or not all(isinstance(id, str) and id in known for id in response):
        return []
    return response if len(set(response)) == len(response) else []


def texts_in(response: object, known: Collection[str]) -> dict[str, str]:
    """The response if it is an object of texts by known ids; else it is malformed, and nothing."""
    if not isinstance(response, dict):
        return {}
    is_sound = all(id in known and isinstance(text, str) for id, text in response.items())
    return response if is_sound else {}


def text_of(response: object) -> str:
    """The text that was written; nothing if it is not there, or is none."""
    text = response.get("text") if isinstance(response, dict) else None
    return text if isinstance(text, str) else ""


def is_blank(text: str) -> bool:
    """Whether there is nothing in a text that can be seen."""
    return _SEEN.search(text) is None


def is_empty(response: object) -> bool:
    """Whether nothing was answered: null, an empty list, or an object with nothing or only blanks in it."""
    if isinstance(response, dict):
        return all(
            is_blank(value) if isinstance(value, str) else value in (None, []) for value in response.values()
        )
    return response is None or response == []


def met_in(response: object) -> Any:
    """What a person found met, as it came."""
    return response.get("met") if isinstance(response, dict) else None
