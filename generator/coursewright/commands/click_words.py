"""What click itself says, in the reader's language: usage, help, and what is wrong with a command line.

click asks gettext, for a catalog that nobody ships; here its modules ask ours. A string
that is not among these, of another version of click, stays English.
"""

from importlib import import_module

from ..words import marked as _
from ..words.words import Words
from .wrapping import teach_click_columns

SAID = (
    _("Usage:"),
    _("Options"),
    _("Arguments"),
    _("Commands"),
    _("Show this message and exit."),
    _("Show the version and exit."),
    _("required"),
    _("default: {default}"),
    _("%(prog)s, version %(version)s"),
    _("Error: {message}"),
    _("Try '{command} {option}' for help."),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("Missing argument"),
    _("Missing option"),
    _("Missing command."),
    _("No such option {name!r}."),
    _("No such option: {name}"),
    _("No such command {name!r}."),
    _("Option {name!r} does not take a value."),
    _("file"),
    _("directory"),
    _("path"),
    _("{name} {filename!r} does not exist."),
    _("{name} {filename!r} is a file."),
    _("{name} {filename!r} is a directory."),
    _("{name} {filename!r} is not readable."),
    _("{name} {filename!r} is not writable."),
    _("Aborted!"),
    _("Did you mean {possibility}?"),
    _("(Did you mean one of: {possibilities}?)"),
    _("{value!r} is not {choice}."),
    _("{value!r} is not one of {choices}."),
    _("Option {name!r} requires an argument."),
    _("Got unexpected extra argument ({args})"),
    _("Got unexpected extra arguments ({args})"),
)
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def teach_click(words: Words) -> None:
    """Have click speak as `words` does, in lines that fit, from now on."""

    def counted(singular: str, plural: str, count: int) -> str:
        return words(singular if count == 1 else plural)

    teach_click_columns()
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for own, ours in (("_", words), ("ngettext", counted)):
            if hasattr(module, own):
                setattr(module, own, ours)
