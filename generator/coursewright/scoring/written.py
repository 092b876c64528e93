"""Writing a text, which a person judges."""

from collections.abc import Sequence

from ..model.items.interaction import Criterion
from .response import ids_in, is_blank, met_in, text_of
from .score import Score


def written(key: Sequence[Criterion], response: object) -> Score:
    """The points of the criteria that a person found met, of the points of all; of a blank text nothing."""
    met = [] if is_blank(text_of(response)) else ids_in(met_in(response), [each.id for each in key])
    return Score(sum(each.points for each in key if each.id in met), sum(each.points for each in key))
