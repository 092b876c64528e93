"""The forms beside each other, and what a score on one is on another."""

from collections.abc import Iterator

from ...words import Words
from .equating import Line
from .figures import LEAST, Figures, FormFigures
from .findings import Finding, percent
from .judged import judged
from .parts import Grid, Head, Part, Say, marked, points
from .plots import ability_map, histogram, item_map


def forms_told(figures: Figures, words: Words) -> Iterator[Part]:
    yield Head(words("The forms"))
    codes = tuple(form.form for form in figures.forms)
    rows = {
        words("candidates"): [str(form.candidates) for form in figures.forms],
        words("passed"): [_passed(form, words) for form in figures.forms],
        words("mean, in percent of the points"): [
            points(form.distribution.mean, 1) for form in figures.forms
        ],
        words("median"): [points(form.distribution.median, 1) for form in figures.forms],
        words("standard deviation"): [points(form.distribution.deviation, 1) for form in figures.forms],
        words("lowest and highest"): [
            f"{points(form.distribution.low, 0)} – {points(form.distribution.high, 0)}"
            for form in figures.forms
        ],
        words("skew"): [points(form.distribution.skew) for form in figures.forms],
        words("reliability (alpha; KR-20 where all is right or wrong)"): [
            points(form.reliability.alpha, 3) for form in figures.forms
        ],
        words("standard error of measurement, in percent"): [points(form.error, 1) for form in figures.forms],
        words("nearer to the cut score than that"): [str(form.near) for form in figures.forms],
    }
    yield Grid(words("The forms"), ("", *codes), tuple((name, *cells) for name, cells in rows.items()))
    for form in figures.forms:
        if form.line:
            yield Say(_line(form, form.line, figures.cut, words))
        elif form is not figures.forms[0]:
            yield Say(
                words("Form {code} cannot be compared: all have the same points.").format(code=form.form)
            )
        if form.candidates < LEAST:
            said = words("Form {code} was sat by {count} candidates only: its own figures say nothing.")
            yield Say(said.format(code=form.form, count=form.candidates), is_note=True)
    yield from _modelled(figures, words)


def _passed(form: FormFigures, words: Words) -> str:
    return f"{form.passed} ({percent(form.passed / form.candidates, words)})"


def _line(form: FormFigures, line: Line, cut: int, words: Words) -> str:
    """What the cut score of the first form is on this one."""
    if line.way == "same":
        said = words("Forms {one} and {other} ask the same items: a score means the same on both.")
        return said.format(one=line.other, other=line.form)
    reached = 100 * line.back(cut / 100 * form.points) / form.points
    if line.way == "tucker":
        said = words(
            "Through {count} common items (Tucker's linear equating), the cut score of {cut} % on form "
            "{other} is {reached} % on form {code}."
        )
        thin = words(
            "They are less than a fifth of the form: take that with care, and let forms have more items in "
            "common."
        )
        said = f"{said} {thin}" if line.is_thin else said
    else:
        said = words(
            "Forms {other} and {code} have no item in common: that they are alike is by construction only. "
            "If chance decided who got which, the cut score of {cut} % on form {other} is {reached} % on "
            "form {code}."
        )
    return said.format(
        count=len(line.anchors), cut=cut, other=line.other, code=line.form, reached=points(reached, 1)
    )


def _modelled(figures: Figures, words: Words) -> Iterator[Part]:
    own = [form for form in figures.forms if form.model]
    if not own:
        said = words("Rasch's model is for 200 candidates of a form or more: there are too few.")
        yield Say(said, is_note=True)
        return
    yield Grid(
        words("Rasch's model"),
        ("", *(form.form for form in own)),
        (
            (
                words("log-likelihood, slope 1"),
                *(points(form.model.rasch.likelihood, 1) for form in own if form.model),
            ),
            (
                words("log-likelihood, slope free"),
                *(points(form.model.free.likelihood, 1) for form in own if form.model),
            ),
            (
                words("spread of abilities, in logits"),
                *(points(form.model.free.spread) for form in own if form.model),
            ),
        ),
    )


def plots_told(figures: Figures, found: list[Finding], words: Words) -> Iterator[Part]:
    yield Head(words("Pictures"))
    grave = {finding.item.id for finding in found if not finding.is_small}
    yield item_map([(marked(item, words), item) for item in figures.items], grave, words)
    for said in judged(figures, words, is_good=not grave):
        yield Say(said, is_note=True)
    for form in figures.forms:
        if len(figures.forms) > 1:
            yield Head(words("Form {code}").format(code=form.form), 2)
        yield histogram(form.distribution, figures.cut, words)
    people = [each for form in figures.forms if form.model for each in form.model.people]
    placed = [(marked(item, words), item.location.difficulty) for item in figures.items if item.location]
    if people and placed:
        yield Head(words("Candidates and items on one scale"), 2)
        yield ability_map(people, placed, words)
