"""What a value is called, and the problem of one that should be a mapping and is not."""

from ..diagnostics import Problem, SourceString
from ..load.source_file import SourceFile
from ..model.walk import Path
from ..words import marked as _

TYPE_NAMES = {
    "str": _("text"),
    "int": _("a whole number"),
    "float": _("a number"),
    "bool": _("true or false"),
    "list": _("a list"),
    "dict": _("a mapping"),
    "NoneType": _("nothing"),
}


def not_a_mapping(file: SourceFile, path: Path) -> Problem:
    """The problem of a value that should be a mapping and is not."""
    value = file.data
    for step in path:
        value = value[step]
    found = TYPE_NAMES.get(type(value).__name__, "?")
    return Problem(
        "CW0202",
        file.place(path),
        {"expected": SourceString(TYPE_NAMES["dict"]), "found": SourceString(found)},
    )
