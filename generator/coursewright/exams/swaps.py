"""Units of a form changed for others that count alike, as long as that brings it closer to the target."""

from collections.abc import Callable, Collection, Sequence

from .plan import Plan


def deviation(plan: Plan, places: Collection[int], aim: Sequence[float]) -> float:
    """The largest deviation from the target of any trait, as a share of it."""
    sums = [sum(each) for each in zip(*(plan.traits[at] for at in places), strict=True)]
    return float(max(abs(found - wanted) / wanted for found, wanted in zip(sums, aim, strict=True)))


def mended(
    plan: Plan,
    places: Sequence[int],
    aim: Sequence[float],
    *,
    free: Collection[int],
    allows: Callable[[int, int], bool],
    enough: float,
) -> list[int]:
    """The form after the best swaps, one at a time, until it is close enough or none brings it closer.

    `free` are units that may come in; `allows` says whether the first may go and the second come.
    """
    import numpy

    traits = numpy.array(plan.traits, dtype=float)
    wanted = numpy.array(aim)
    class_of = {at: number for number, within in enumerate(plan.classes) for at in within}
    chosen = list(places)
    while True:
        off = traits[chosen].sum(axis=0) - wanted
        best, swap = numpy.abs(off / wanted).max(), None
        if best <= enough:
            return chosen
        outside = [at for at in free if at not in {*chosen}]
        for place, out in enumerate(chosen):
            into = [at for at in outside if class_of[at] == class_of[out] and allows(out, at)]
            if into:
                after = numpy.abs((off - traits[out] + traits[into]) / wanted).max(axis=1)
                if after.min() < best - 1e-12:
                    best, swap = after.min(), (place, into[int(after.argmin())])
        if swap is None:
            return chosen
        chosen[swap[0]] = swap[1]
