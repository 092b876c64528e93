"""CW08: translations."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0801": error(
        _("this line does not belong to a gettext catalog"),
        _("mend the quotation marks around it, or open the file in a translator's program such as Poedit"),
    ),
    "CW0802": error(
        _("“{name}” is not the code of a language"),
        NEAR,
        _("name the file after its language, such as zh-CN.po or de.po"),
    ),
    "CW0803": error(
        _("this course has no translation into “{language}”"),
        NEAR,
        _("begin one with “coursewright translate extract {language}”"),
    ),
    "CW0804": warning(
        _("of {total} texts, {missing} are not translated and {fuzzy} are to be looked at again"),
        _("they stand in the language of the source; “coursewright translate status” counts them"),
    ),
    "CW0805": error(
        _("this text stands in the catalog a second time; the first is in line {line}"),
        _("leave one of the two entries, with the translation that is right"),
    ),
    "CW0806": error(
        _("the text has {source} gaps to fill in, its translation {own}"),
        _("write ___ as often as the text has it, in the order of the answers"),
    ),
}
