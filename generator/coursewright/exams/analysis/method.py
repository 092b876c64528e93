"""What the figures of the report are, for whoever wants to count them again."""

from ...words import Words


def method(words: Words) -> list[str]:
    return [
        words(
            "Facility is the mean share of an item's points; unanswered counts as 0. Its interval is "
            "Wilson's, 95 %. Discrimination is the corrected point-biserial: the correlation of an item "
            "with the points of all other items, within forms; its interval is by Fisher's z. Below 0.2 is "
            "poor, from 0.4 on good."
        ),
        words(
            "Alpha is Cronbach's, of points; where every item is right or wrong and worth one point it is "
            "KR-20. All variances have n − 1. The standard error of measurement is the standard deviation "
            "times √(1 − alpha)."
        ),
        words(
            "Thirds are of candidates by total; equal totals stay together. Void items are in no total. An "
            "item of which fewer than 20 candidates are known is not judged."
        ),
        words(
            "Rasch's model is fitted by marginal maximum likelihood with normally distributed abilities, "
            "for items that are right or wrong; logits are those of the model with a slope of its own, 0 is "
            "the mean candidate of the first form. Other forms are put on its scale through common items, "
            "or, where there are none, by taking their candidates to be alike."
        ),
    ]
