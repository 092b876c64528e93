"""CW05: Markdown."""

from ...words import marked as _
from .rule import Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0501": error(
        _("this link leads nowhere: {found}"),
        _("link to “section:chapter/section”, “term:id” and the like, to https:// or to mailto:"),
    ),
    "CW0502": error(
        _("headings in a text start at ##"), _("the page's title is the only heading of the first level")
    ),
    "CW0503": error(
        _("this picture cannot be shown"),
        _(
            "a text can show the first page of a role's document, “document:role-id”; "
            "for diagrams use a “figure” block"
        ),
    ),
    "CW0504": warning(
        _("HTML is shown as text, not obeyed: {found}"),
        _("use Markdown; put an angle bracket that is meant between backticks"),
    ),
    "CW0505": warning(
        _("the asterisks are shown: this is not emphasis"),
        _("put the punctuation after the closing asterisks"),
    ),
    "CW0506": warning(
        _("this mark is shown, not obeyed: {found}"),
        _("titles and names hold no Markdown, and one line holds no heading: write it without the mark"),
    ),
}
