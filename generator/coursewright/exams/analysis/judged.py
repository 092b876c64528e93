"""Of how many items a report judges anything, and of which it does not: few answers tell nothing."""

from collections.abc import Iterator

from ...words import Words
from .figures import LEAST, Figures
from .parts import number


def judged(figures: Figures, words: Words, *, is_good: bool) -> Iterator[str]:
    """Sentences; `is_good` where no item needs a look: nobody shall take for good what was not judged."""
    count = sum(item.is_judged for item in figures.items)
    void = [number(item) for item in figures.items if item.is_void]
    few = len(figures.items) - count - len(void)
    if few and not count:
        said = words(
            "No item was judged, for fewer than {least} candidates answered each: whether one needs a look "
            "cannot be said."
        )
        yield said.format(least=LEAST)
    elif few:
        yield words.plural(
            "Judged: {judged} of {all} items. {count} was not: fewer than {least} candidates answered it.",
            "Judged: {judged} of {all} items. {count} were not: fewer than {least} candidates answered them.",
            few,
            judged=count,
            all=len(figures.items),
            least=LEAST,
        )
    if is_good and count:
        yield (
            words("Of the items that were judged, none needs a look.")
            if few
            else words("No item needs a look.")
        )
    if void:
        yield words("Void, counted for nobody, and not judged: {items}").format(items=words(", ").join(void))
