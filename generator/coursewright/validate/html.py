"""HTML in a text: it is shown as it stands, and what would say the same."""

import re

ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "a abbr audio b big blockquote br button center cite code dd del details div dl dt em embed figure "
        "font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li link main mark "
        "meta nav object ol option p pre q s script section select small span strike strong style sub "
        "summary sup svg table tbody td textarea tfoot th thead tr tt u ul video",
    )
)
"""What an author means as HTML; `Box<T>` is none of them."""

_TAG = re.compile(r"(?<!\\)(?:</?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>\n]*)?/?>|<!--)")
_RAISED = re.compile(r"[\w)]?<(su[bp])>([^<>]{1,12})</\1>")
_FIGURES = {
    "sup": str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ"),
}


def first_tag(text: str) -> str:
    """The first tag of an element of HTML, or nothing."""
    tags = (match[0] for match in _TAG.finditer(text) if match[1] is None or match[1].lower() in ELEMENTS)
    return next(tags, "")


def raised(text: str) -> str:
    """The first figure set higher or lower, written with characters that stand so: 2¹²⁸; or nothing."""
    match = _RAISED.search(text)
    if match is None:
        return ""
    figures = match[2].translate(_FIGURES[match[1]])
    return "" if set(figures) & set(match[2]) else match[0][: match.start(1) - match.start() - 1] + figures
