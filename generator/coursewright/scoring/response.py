"""What came back, as far as it can be understood."""

from collections.abc import Collection


def ids_in(response: object, known: Collection[str]) -> list[str]:
    """The response if it is a list of known ids, each at most once; else it is malformed, and no ids."""
    if not isinstance(response, list) or not all(isinstance(id, str) and id in known for id in response):
        return []
    return response if len(set(response)) == len(response) else []


def is_empty(response: object) -> bool:
    """Whether nothing was answered: null, or an empty list."""
    return response is None or response == []
