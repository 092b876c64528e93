"""Whether what a browser sent is a response to its question: what a candidate can make it say is no more.

A written answer is its text alone: what is met in it only a marker says.
"""

from typing import assert_never

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
)
from ...scoring.response import ids_in, texts_in


def is_shaped(asked: Asked, response: object) -> bool:
    match asked:
        case AskedChoice(interaction):
            return bool(ids_in(response, [option.id for option in interaction.options])) or response == []
        case AskedOrder(_, key):
            return bool(ids_in(response, key)) or response == []
        case AskedMatch(interaction, key):
            put = texts_in(response, key)
            return response == put and {*put.values()} <= {target.id for target in interaction.targets}
        case AskedGaps(_, key):
            return response == texts_in(response, key)
        case AskedWritten():
            return (
                isinstance(response, dict) and [*response] == ["text"] and isinstance(response["text"], str)
            )
        case unknown:
            assert_never(unknown)
