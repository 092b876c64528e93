"""Questions in their order, those of a case below what they are about."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from markupsafe import Markup

from ...link.site import SiteItem
from ...model.items.case import CaseItem
from ...words import Words
from ..markdown import Reading, block
from .fieldset import question


def questions(items: Iterable[SiteItem], reading: Reading, words: Words, *, taught_here: str = "") -> Markup:
    """The fieldsets of practice items, numbered from 1, with links to the sections that teach them.

    To the section of this id none is needed, and where nothing is linked there is none.
    """
    numbered = enumerate(items, 1)
    html = ""
    for _, group in groupby(numbered, key=lambda pair: pair[1].case.id if pair[1].case else pair[0]):
        asked = list(group)
        fields = "".join(
            question(
                item, number, reading, words, link_back=reading.linked and item.section.id != taught_here
            )
            for number, item in asked
        )
        case = asked[0][1].case
        html += _case(case, fields, reading, words) if case else fields
    return Markup(html)  # noqa: S704 - every part of it is escaped where it is made


def _case(case: CaseItem, fields: str, reading: Reading, words: Words) -> str:
    title = escape(case.title or words("Read this first"))
    return (
        f'<section class="cw-case" id="c-{case.id}" aria-label="{title}"><details class="cw-stimulus" open>'
        f"<summary>{title}</summary>{block(case.stimulus, reading)}</details>\n{fields}</section>\n"
    )
