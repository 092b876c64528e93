"""CW14: answer sheets that were scanned."""

from ...words import marked as _
from .rule import Rule, error, warning

_AGAIN = _("scan this sheet again, or key its answers in by hand")
_ACCEPT = _("if that is so and stays so, say it with --accept: such sheets are not graded")

RULES: dict[str, Rule] = {
    "CW1401": error(
        _("this is no picture that can be read"),
        _("hand in what the scanner saved: PDF, TIFF, PNG or JPEG, whole and without a password"),
    ),
    "CW1402": warning(
        _("page {page} cannot be read: {why}"),
        _AGAIN,
        _ACCEPT,
    ),
    "CW1403": warning(
        _("page {page} is no answer sheet of this session; its code says “{said}”"),
        _("take it out of the pile, and look where it belongs"),
        _ACCEPT,
    ),
    "CW1404": warning(
        _("sheet {sheet} of {who} lacks page {missing}"),
        _AGAIN,
        _ACCEPT,
    ),
    "CW1405": warning(
        _("of all sheets only the front was scanned: {count} lack their back"),
        _("set the scanner to both sides, and scan the whole pile again"),
        _ACCEPT,
    ),
    "CW1406": warning(
        _("page {page} follows on a page of another sheet: the scanner took two sheets at once"),
        _("scan the sheets {sheet} and {other} again, one at a time"),
        _ACCEPT,
    ),
    "CW1407": warning(
        _("{who} handed in {count} sheets: {sheets}"),
        _("find out which of them counts, leave the others out, and scan again"),
        _ACCEPT,
    ),
    "CW1408": warning(
        _("sheet {sheet} is nobody's: its number was put aside"),
        _("key its answers in by hand, when you know whose they are"),
        _ACCEPT,
    ),
    "CW1409": error(
        _("this file has no decisions that can be read"),
        _("hand in the file that the review page saved, as it is"),
    ),
    "CW1410": error(
        _("these decisions are about the session “{found}”, and this is “{session}”"),
        _("hand in the decisions of this session, or name the other one"),
    ),
    "CW1411": error(
        _("“{id}” is not open in these readings, or what was chosen for it cannot be: {chosen}"),
        _("open review.html anew: the sheets were read again since"),
    ),
    "CW1412": error(
        _("“{by}” was the first to decide these; the second must be another person, who saw none of it"),
        _("let somebody else open review.html and hand in what they choose, with their name: --by NAME"),
    ),
    "CW1413": error(
        _("no answer sheets were printed for the session “{session}”"),
        _("print them for a roster: “coursewright exam sheets {session} --roster FILE”"),
    ),
    "CW1414": error(
        _("nothing was scanned of the session “{session}” yet"),
        _("hand in what the scanner saved: “coursewright exam scan {session} FILE …”"),
    ),
    "CW1415": warning(
        _("sheet {sheet} of {who} has not one mark"),
        _("look at it: if it is marked, in pale pencil, scan it again in grey instead of black and white"),
        _("if it is empty indeed, say it with --accept"),
    ),
    "CW1416": warning(
        _("of these pages {count} doubts are open: such sheets are not graded yet"),
        _("decide them in scans/review.html, then “coursewright exam scan {session} --decisions FILE”"),
    ),
}
