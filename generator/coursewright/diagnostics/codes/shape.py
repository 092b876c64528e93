"""CW02: the shape of a file."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0201": error(_("“{key}” is missing"), _("it is needed: {meaning}")),
    "CW0202": error(
        _("expected {expected}, found {found}"),
        _("put it in quotation marks to make it text: {text}"),
        _("write it like this: {proper}"),
        _("write every entry on a line of its own, with a hyphen and a space before it: {entry}"),
        _("go on below, indented by two more spaces, with keys: {keys}"),
        _("what begins with # is a comment; a text with # in it stands in quotation marks: {comment}"),
        _("it is needed: {meaning}"),
        _("write figures alone, without a unit or a sign: {figures}"),
    ),
    "CW0203": error(_("unknown key “{key}”"), NEAR, _("known keys here: {known}")),
    "CW0204": error(_("“{found}” is not one of the allowed values"), NEAR, _("allowed: {allowed}")),
    "CW0205": error(
        _("the text is empty"),
        _("write it: {meaning}"),
        _("write it, or remove “{optional}”"),
        _("write it, or take entry {entry} out of the list"),
    ),
    "CW0206": error(
        _("the text is too long: {length} characters, at most {most}"),
        _("say it in fewer words: {meaning}"),
    ),
    "CW0207": error(
        _("“{found}” is not an id of the expected pattern"),
        NEAR,
        _("in lower-case letters, digits and hyphens: {pattern}"),
    ),
    "CW0208": error(_("too few entries: at least {least}"), _("add what is missing: {meaning}")),
    "CW0209": error(
        _("too many entries: {count}, at most {most}"),
        _("take out those from here on, or move them to another file: {meaning}"),
    ),
    "CW0210": error(_("{found} is outside the range: {range}"), _("this is what it says: {meaning}")),
    "CW0211": error(
        _("this text must stay on one line"),
        _("write it without | or > and line breaks; paragraphs, lists and code cannot stand here: {meaning}"),
    ),
    "CW0212": error(_("this block has no known kind"), NEAR, _("start it with one of: {known}")),
    "CW0213": error(_("“{found}” is not written as expected"), NEAR, _("expected {pattern}")),
    "CW0214": warning(
        _("nothing stands behind “{key}”, so that it does nothing"),
        _("write it, or take the key out: {meaning}"),
    ),
}
