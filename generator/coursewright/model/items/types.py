"""The names of the item types: for sources that speak of them, and for people."""

from typing import Literal

from ...words import marked as _

ItemType = Literal[
    "single-choice",
    "multiple-choice",
    "true-false",
    "fill-in",
    "numeric",
    "matching",
    "ordering",
    "categorise",
    "short-answer",
    "case",
]
"""`case` stands for every question of one."""

TYPE_NAMES: dict[str, str] = {
    "single-choice": _("Single choice"),
    "multiple-choice": _("Multiple choice"),
    "true-false": _("True or false"),
    "fill-in": _("Fill in"),
    "numeric": _("Numbers"),
    "matching": _("Matching"),
    "ordering": _("Ordering"),
    "categorise": _("Categories"),
    "short-answer": _("Short answer"),
    "case": _("Questions of cases"),
}
"""Source strings of the catalogs."""
