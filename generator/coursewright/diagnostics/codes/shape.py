"""CW02: the shape of a file."""

from ...words import marked as _
from .rule import NEAR, Rule, error

RULES: dict[str, Rule] = {
    "CW0201": error(_("“{key}” is missing"), _("it is needed: {meaning}")),
    "CW0202": error(
        _("expected {expected}, found {found}"), _('put it in quotation marks to make it text: "{text}"')
    ),
    "CW0203": error(_("unknown key “{key}”"), NEAR, _("known keys here: {known}")),
    "CW0204": error(_("“{found}” is not one of the allowed values"), NEAR, _("allowed: {allowed}")),
    "CW0205": error(_("the text is empty"), _("write it, or remove the key")),
    "CW0206": error(_("the text is too long: at most {most} characters")),
    "CW0207": error(
        _("“{found}” is not an id of the expected pattern"),
        _("expected {pattern}, in lower-case letters, digits and hyphens"),
    ),
    "CW0208": error(_("too few entries: at least {least}")),
    "CW0209": error(_("too many entries: at most {most}")),
    "CW0210": error(_("{found} is outside the range: {range}")),
    "CW0211": error(_("this text must stay on one line")),
    "CW0212": error(_("this block has no known kind"), NEAR, _("start it with one of: {known}")),
    "CW0213": error(_("“{found}” is not written as expected"), NEAR, _("expected {pattern}")),
}
