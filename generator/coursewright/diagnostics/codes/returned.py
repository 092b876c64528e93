"""CW07: documents handed in."""

from ...words import marked as _
from .rule import NEAR, Rule, error

RULES: dict[str, Rule] = {
    "CW0701": error(
        _("this is not a Word document (.docx) that can be read"),
        _("save it again as “Word document (*.docx)”"),
    ),
    "CW0702": error(
        _("this document has none of a template's fields"),
        _("fill in the Word file that the site or “coursewright roles export” made"),
    ),
    "CW0703": error(_("this is not a picture that can be printed"), _("a PNG or JPEG of at most 2 MiB")),
    "CW0704": error(
        _("this is not a Word template that can be used"), _("a .docx without macros and without a password")
    ),
    "CW0705": error(_("no role has the code “{code}”"), NEAR, _("say which role it is: --role ID")),
}
