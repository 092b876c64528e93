"""The material of a case in HTML, above a question, which a rule with a class of ours parts from it."""

import re
from html import unescape

from .hypertext import STIMULUS
from .markdown_of import Fragment

_RULE = re.compile(rf'<hr\b[^<>]*\bclass="{STIMULUS}"[^<>]*>')
_TITLE = re.compile(r"\s*<h4>([^<>]*)</h4>")


def parted(html: str, fragment: Fragment) -> tuple[tuple[str, str] | None, str]:
    """Title and text (Markdown) of the material, if there is one, and the HTML of the question alone."""
    found = _RULE.search(html)
    if found is None:
        return None, html
    above = html[: found.start()]
    title = _TITLE.match(above)
    text = fragment.of_text(above[title.end() :] if title else above)
    return (" ".join(unescape(title[1]).split()) if title else "", text), html[found.end() :]
