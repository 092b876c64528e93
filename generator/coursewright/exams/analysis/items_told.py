"""Every item with its figures, and one by one with its options."""

from collections.abc import Iterator

from ...words import Words
from .figures import Figures, ItemFigures
from .findings import Finding, percent
from .parts import Grid, Head, Part, Say, Subject, marked, points, short
from .plots import curve

ANSWER = 60
"""Characters of what was typed."""


def items_tables(figures: Figures, words: Words) -> Iterator[Part]:
    """How hard each is and how well it tells people apart; what else is known of it."""
    heading = (
        words("No."),
        words("item"),
        "n",
        words("facility"),
        "95 %",
        words("discrimination"),
        "95 %",
    )
    yield Grid(
        words("Facility and discrimination"),
        heading,
        tuple(_told(item, words) for item in figures.items),
        2,
        (5, 9, 3, 4, 7, 6, 8),
    )
    has_scale = any(item.location for item in figures.items)
    more = [words("No."), words("item"), words("alpha without"), words("open"), words("seconds")]
    more += [words("logits"), "infit", "outfit"] * has_scale
    rows = tuple(tuple(_more(item, figures, words, has_scale)) for item in figures.items)
    shares = (5, 9, 6, 4, 4, *(4, 4, 4) * has_scale)
    yield Grid(words("Reliability, time and scale"), tuple(more), rows, 2, shares)


def _told(item: ItemFigures, words: Words) -> tuple[str, ...]:
    easy, tells = item.facility, item.discrimination
    return (
        marked(item, words),
        item.id,
        str(easy.count),
        points(easy.share),
        f"{points(easy.interval.low)} – {points(easy.interval.high)}",
        points(tells.value if tells else None),
        f"{points(tells.interval.low)} – {points(tells.interval.high)}" if tells else "–",
    )


def _more(item: ItemFigures, figures: Figures, words: Words, has_scale: bool) -> Iterator[str]:
    known = [form.reliability.without for form in figures.forms]
    yield marked(item, words)
    yield item.id
    yield " ".join(points(own[item.id], 3) for own in known if item.id in own) or "–"
    yield percent(item.unanswered, words)
    yield points(item.seconds, 0)
    if has_scale:
        fit = item.location.fit if item.location else None
        yield points(item.location.difficulty if item.location else None)
        yield points(fit.infit if fit else None)
        yield points(fit.outfit if fit else None)


def item_told(item: ItemFigures, finding: Finding | None, subject: Subject, words: Words) -> Iterator[Part]:
    """One item: its words, what is wrong with it, who chose what, and its curve."""
    yield Head(f"{marked(item, words)} · {item.id}", 2)
    yield Say(subject.stems.get(item.id, item.id))
    for reason in finding.reasons if finding else ():
        yield Say(f"▶ {reason.text}")
    if item.options:
        yield Grid(
            words("Who chose what"),
            (
                words("option"),
                words("all"),
                words("lower third"),
                words("middle third"),
                words("upper third"),
                words("discrimination"),
            ),
            tuple(
                (
                    ("✓ " if option.is_key else "") + subject.option(item.id, option.id),
                    percent(option.share, words),
                    percent(option.lower, words),
                    percent(option.middle, words),
                    percent(option.upper, words),
                    points(option.discrimination),
                )
                for option in item.options
            ),
            1,
            (10, 3, 3, 3, 3, 4),
        )
    if item.answers:
        yield Grid(
            words("Wrong answers that were given most often"),
            (words("answer"), words("how many")),
            tuple((short(answer.text, ANSWER), str(answer.many)) for answer in item.answers),
        )
    yield curve(item.characteristic, words)


def groups_told(figures: Figures, words: Words) -> Iterator[Part]:
    """Differential functioning, where groups were named."""
    if not figures.groups:
        return
    yield Head(words("Groups that were compared"))
    said = words(
        "Compared with “{reference}”, among candidates with as many points (Mantel and Haenszel; Δ on ETS's "
        "scale, below 0 where the item is harder for the group): {groups}. Class A is negligible, B slight, "
        "C large. A difference is no proof of a fault: a group may work with a topic every day."
    )
    yield Say(said.format(reference=figures.reference, groups=words(", ").join(figures.groups)))
    rows = [
        (marked(item, words), item.id, group, points(found.delta), points(found.error), found.grade)
        for item in figures.items
        for group, found in item.differentials.items()
        if found.grade != "A"
    ]
    if rows:
        heading = (
            words("No."),
            words("item"),
            words("group"),
            "Δ",
            words("standard error"),
            words("class"),
        )
        yield Grid(words("Groups that were compared"), heading, tuple(rows), 3, (4, 8, 6, 3, 3, 3))
    else:
        yield Say(words("Every item is of class A for every group."))
