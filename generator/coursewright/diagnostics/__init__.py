"""Problems with their place, one rule a code, and the reports made of them."""

from .problem import Bilingual, Phrase, Place, Problem, SourceString, errors_in, in_order
from .reports import REPORTS, as_text

__all__ = [
    "REPORTS",
    "Bilingual",
    "Phrase",
    "Place",
    "Problem",
    "SourceString",
    "as_text",
    "errors_in",
    "in_order",
]
