"""An item as a fieldset that works before any script: native controls, answers behind a disclosure.

Built as strings, not from a template: a question bank has thousands of these.
The browser modules find everything by element and class:

    fieldset.cw-q#q-ID[data-item][data-digest][data-type]
      legend > b (number) + stem
      label.cw-o > input + span          one an option, in order
      details.cw-a > summary
        ol > li[.k] > b (verdict) + rationale     one an option, .k for a key
        p (explanation) + a (back to the text)
"""

from dataclasses import replace
from html import escape

from markupsafe import Markup

from ..link.site import SiteItem
from ..model.item import ItemSource, MultipleChoice, SingleChoice, TrueFalse
from ..words import Words
from .markdown import Reading, block, inline, label, paragraphs
from .urls import link


def question(item: SiteItem, number: int, reading: Reading, words: Words, *, link_back: bool) -> Markup:
    """The fieldset of one practice item.

    Raises ValueError for an item reserved for exams: its key must not be in a page.
    """
    model = item.model
    if model.use == "exam":
        raise ValueError(f"{item.id} is reserved for exams")
    reading = replace(reading, explain=None)
    options = _options(model, words)
    control = "checkbox" if isinstance(model, MultipleChoice) else "radio"
    name = escape(item.id)
    rows = "".join(
        f'<label class="cw-o"><input type="{control}" name="{name}" value="{at}">'
        f"<span>{label(text, reading)}</span></label>\n"
        for at, (text, _, _) in enumerate(options)
    )
    answer = escape(words("Answer and reasons"))
    right, wrong = escape(words("Right")), escape(words("Not right"))
    reasons = "".join(
        f'<li class="k"><b>{right}</b> {inline(rationale, reading)}</li>'
        if key
        else f"<li><b>{wrong}</b> {inline(rationale, reading)}</li>"
        for _, key, rationale in options
    )
    back = _back(item, reading, words) if link_back else ""
    stem = paragraphs(model.stem, reading)
    legend, scene = (stem, "") if stem is not None else ("", block(model.stem, reading))
    return Markup(
        f'<fieldset class="cw-q" id="q-{name}" data-item="{name}" data-digest="{item.digest}" '
        f'data-type="{model.type}">\n'  # type: ignore[attr-defined]
        f"<legend><b>{number}</b> {legend}{_hint(model, words)}</legend>\n{scene}{rows}"
        f'<details class="cw-a"><summary>{answer}</summary><ol>{reasons}</ol>'
        f"<p>{inline(' '.join(model.explanation.split(chr(10))), reading)}{back}</p></details></fieldset>\n"
    )


def _options(model: ItemSource, words: Words) -> list[tuple[str, bool, str]]:
    """Text, whether it is a key, and rationale of each option."""
    if isinstance(model, SingleChoice | MultipleChoice):
        return [(option.text, option.key, option.rationale) for option in model.options]
    if isinstance(model, TrueFalse):
        return [
            (words("True"), model.answer, model.if_true),
            (words("False"), not model.answer, model.if_false),
        ]
    raise TypeError(f"no way to ask {type(model).__name__}")


def _hint(model: ItemSource, words: Words) -> str:
    hint = escape(words("(choose all that apply)"))
    return f" <i>{hint}</i>" if isinstance(model, MultipleChoice) else ""


def _back(item: SiteItem, reading: Reading, words: Words) -> str:
    address = link(reading.page, item.section.target.page)
    label = escape(words("Back to the text"))
    return f' <a href="{escape(address)}">{label}</a>'
