"""Which field each control of a filled template is, also on a company's own paper."""

from collections.abc import Container, Iterator
from dataclasses import replace

from ..press.word.package import Filled, Held, Strip
from .tagging import with_tags


def placed(filled: Filled, fresh: Filled) -> Filled:
    """The template with its tags: its own, or those of a fresh print by title, text and order.

    Heads and feet are there but for what the company's own paper says, where that is known.
    """
    return _without_paper(with_tags(filled, fresh), fresh)


def _without_paper(filled: Filled, fresh: Filled) -> Filled:
    """What the print's head says stands in the text where the paper has a head of its own."""
    ours = {each.tag for strip in fresh.heads for each in strip.held}
    is_own = any(each.tag in ours for strip in filled.body for each in strip.held)
    is_known = filled.knows_paper
    if is_own and not is_known:
        return replace(filled, heads=())
    heads = (strip for strip in filled.heads if not filled.is_paper(strip))
    own = (Strip([*_of_head(strip, ours, is_known=is_known)], strip.text) for strip in heads)
    return replace(filled, heads=tuple(own))


def _of_head(strip: Strip, ours: Container[str], *, is_known: bool) -> Iterator[Held]:
    """The print's fields, and those of nobody: of a known paper such as somebody changed."""
    for held in strip.held:
        if held.tag in ours or not held.tag:
            yield held
        elif is_known:
            yield replace(held, tag="")
