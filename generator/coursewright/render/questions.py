"""An item as a fieldset that works before any script: native controls, answers behind a disclosure.

Built as strings, not from a template: a question bank has thousands of these.
The browser modules find everything by element and class:

    fieldset.cw-q#q-ID[data-item][data-edition]     edition only when it is not 1
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
from ..model.items.interaction import Choice
from ..words import Words
from .markdown import Reading, block, inline, label, paragraphs
from .urls import link


def question(item: SiteItem, number: int, reading: Reading, words: Words, *, link_back: bool) -> Markup:
    """The fieldset of one practice item."""
    model = item.model
    reading = replace(reading, explain=None)
    asked = model.asked(words)
    assert isinstance(asked.interaction, Choice)
    control = "checkbox" if asked.interaction.many else "radio"
    name = escape(item.id)
    rows = "".join(
        f'<label class="cw-o"><input type="{control}" name="{name}" value="{option.id}">'
        f"<span>{label(option.text, reading)}</span></label>\n"
        for option in asked.interaction.options
    )
    answer = escape(words("Answer and reasons"))
    right, wrong = escape(words("Right")), escape(words("Not right"))
    reasons = "".join(
        f'<li class="k"><b>{right}</b> {inline(option.rationale, reading)}</li>'
        if option.id in asked.key
        else f"<li><b>{wrong}</b> {inline(option.rationale, reading)}</li>"
        for option in asked.interaction.options
    )
    back = _back(item, reading, words) if link_back else ""
    stem = paragraphs(model.stem, reading)
    legend, scene = (stem, "") if stem is not None else ("", block(model.stem, reading))
    edition = f' data-edition="{model.edition}"' if model.edition > 1 else ""
    return Markup(
        f'<fieldset class="cw-q" id="q-{name}" data-item="{name}"{edition}>\n'
        f"<legend><b>{number}</b> {legend}{_hint(asked.interaction, words)}</legend>\n{scene}{rows}"
        f'<details class="cw-a"><summary>{answer}</summary><ol>{reasons}</ol>'
        f"<p>{inline(' '.join(model.explanation.split(chr(10))), reading)}{back}</p></details></fieldset>\n"
    )


def _hint(interaction: Choice, words: Words) -> str:
    hint = escape(words("(choose all that apply)"))
    return f" <i>{hint}</i>" if interaction.many else ""


def _back(item: SiteItem, reading: Reading, words: Words) -> str:
    address = link(reading.page, item.section.target.page)
    label = escape(words("Back to the text"))
    return f' <a href="{escape(address)}">{label}</a>'
