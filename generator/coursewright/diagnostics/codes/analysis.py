"""CW16: item analysis of the results of exams."""

from ...words import marked as _
from .rule import Rule, error, warning

_GRADE = _("grade the session again with “coursewright exam grade”")

RULES: dict[str, Rule] = {
    "CW1601": error(_("the session has no results yet"), _("grade it first, with “coursewright exam grade”")),
    "CW1602": error(_("this file is not what grading wrote: somebody changed it since"), _GRADE),
    "CW1603": error(_("this file cannot be read as results of the session"), _GRADE),
    "CW1604": error(
        _("{count} responses are still to be judged by a person"),
        _("mark them with “coursewright exam mark”, then grade again"),
    ),
    "CW1605": error(
        _("{count} candidates are too few to say anything of items: {least} is the least"),
        _("analyse sessions of the same exam together, when there are more"),
    ),
    "CW1606": warning(
        _("{count} candidates are few: with fewer than {few} every figure is rough"),
        _("take them as a reason to look at an item, never as proof"),
    ),
    "CW1607": error(
        _("there is no column “{column}” with groups"),
        _("the columns are: {known}"),
        _("name “department” or “room” of the roster, or a file with a column: FILE:COLUMN"),
    ),
    "CW1608": error(
        _("no two groups of “{column}” have {least} candidates"),
        _("a smaller group cannot show that an item is unfair: join groups that belong together"),
    ),
    "CW1609": warning(
        _("groups with fewer than {least} candidates are not compared: {groups}"),
        _("join groups that belong together, or analyse several sessions of the exam together"),
    ),
    "CW1610": warning(
        _("{count} candidates are in no group, and are left out of the comparison"),
        _("give each of them a group in the table, under the number that the roster has"),
    ),
    "CW1611": warning(
        _("this item is not in the bank any more, and gets no observed figures"),
        _("if its id was changed, write what was observed below the new one by hand"),
    ),
    "CW1612": warning(
        _("edition {edition} of this item was sat, and the bank has another: it gets no observed figures"),
        _("what an earlier edition showed says nothing of this one; it will have figures of its own"),
    ),
}
