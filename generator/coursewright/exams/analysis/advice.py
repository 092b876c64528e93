"""The first page of the report: whether results can be relied on, and which items to look at, and why."""

from collections.abc import Iterator, Sequence

from ...words import Words
from .figures import FEW, LEAST, Figures, FormFigures
from .findings import SMALL, Finding, Kind
from .judged import judged
from .parts import Head, Part, Say, Steps, Subject, number, points, short

RELIABLE, USABLE = 0.8, 0.7
"""For decisions about people, and at least (Nunnally and Bernstein, Psychometric Theory, 1994, 264-265)."""
STEM = 60
"""Characters of a stem that are enough to know it by."""


def advice(figures: Figures, found: Sequence[Finding], subject: Subject, words: Words) -> Iterator[Part]:
    yield Head(words("What to do"))
    if figures.candidates < FEW:
        said = words(
            "Only {count} candidates: every figure here is rough. Take it as a reason to look, never as "
            "proof."
        )
        yield Say(said.format(count=figures.candidates))
    for form in figures.forms:
        yield Say(_relied(form, len(figures.forms) > 1, words))
    grave = [finding for finding in found if not finding.is_small]
    if grave:
        said = words.plural(
            "{count} item needs a look. Void it, or accept a second key, with “coursewright exam regrade”; "
            "then mend or replace it in the bank.",
            "{count} items need a look, the gravest first. Void an item, or accept a second key, with "
            "“coursewright exam regrade”; then mend or replace it in the bank.",
            len(grave),
        )
        yield Say(said)
        yield Steps(tuple((_named(finding, subject), _reasons(finding)) for finding in grave))
    for said in judged(figures, words, is_good=not grave):
        yield Say(said)
    for kind in SMALL:
        if own := [number(each.item) for each in found if each.is_small and each.reasons[0].kind == kind]:
            yield Say(_small(kind, words).format(items=words(", ").join(own)), is_note=True)


def _small(kind: Kind, words: Words) -> str:
    if kind == "idle":
        return words("Can wait for the next edition of the bank, distractors that nobody chooses: {items}")
    return words("Can wait for the next edition of the bank, items that nearly everyone gets right: {items}")


def _named(finding: Finding, subject: Subject) -> str:
    item = finding.item
    return f"{number(item)} · {short(subject.stems.get(item.id, item.id), STEM)}"


def _reasons(finding: Finding) -> tuple[str, ...]:
    return tuple(reason.text for reason in finding.reasons if reason.kind not in SMALL)


def _relied(form: FormFigures, is_named: bool, words: Words) -> str:
    alpha = form.reliability.alpha
    head = f"{words('Form {code}').format(code=form.form)}{words(': ')}" if is_named else ""
    if form.candidates < LEAST:
        said = words("how far results can be relied on cannot be said: only {count} candidates sat it.")
        return head + said.format(count=form.candidates)
    if alpha is None or form.error is None:
        return head + words("how far results can be relied on cannot be said: all have the same points.")
    said = (
        words("results can be relied on ({name} {alpha}).")
        if alpha >= RELIABLE
        else words("results can just be relied on ({name} {alpha}); a few more items would help.")
        if alpha >= USABLE
        else words("results cannot be relied on for a decision about one person ({name} {alpha}).")
    )
    name = "KR-20" if form.reliability.is_dichotomous else words("alpha")
    near = words.plural(
        "A percentage is sure to ± {error}; {count} candidate is nearer to the cut score than that.",
        "A percentage is sure to ± {error}; {count} candidates are nearer to the cut score than that.",
        form.near,
        error=points(form.error, 1),
    )
    return f"{head}{said.format(name=name, alpha=points(alpha))} {near}"
