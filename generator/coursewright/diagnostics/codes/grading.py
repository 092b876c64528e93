"""CW15: answers that came back, and what is wrong with them. An error means that it does not count."""

from ...words import marked as _
from .rule import Rule, error, warning

_ASIDE = _("it does not count as it is; mend the file and grade again")

RULES: dict[str, Rule] = {
    "CW1501": error(
        _("this is no file of answers that can be read"),
        _(
            "read are workbooks (.xlsx), values with commas (.csv), submissions of a form service (JSON) "
            "and QTI reports"
        ),
    ),
    "CW1502": error(
        _("nobody's answers were found in this file"),
        _("a table has a row with the header “number” and one for each question: 1, 2, 3 …"),
    ),
    "CW1503": warning(
        _("no answers of the sheet “{sheet}” are read"),
        _("if it has some, show it, and let one row have the header “number” and those of questions"),
    ),
    "CW1504": warning(
        _("this column is not read: “{column}”"),
        _("read are: number, name, form, session, began, ended, and questions by their numbers, such as 3"),
    ),
    "CW1505": error(_("this line is no submission that can be read"), _ASIDE),
    "CW1506": error(_("these answers have no candidate's number: nobody knows whose they are"), _ASIDE),
    "CW1507": error(_("the answers of candidate {number} are of another session, “{found}”"), _ASIDE),
    "CW1508": error(
        _("candidate {number}: there is no form “{found}”"),
        _("the forms of this session are: {forms}"),
        _ASIDE,
    ),
    "CW1509": warning(
        _("form {form} has no question “{question}”; what stands here is not read"),
        _("questions are named by their numbers on that form; see whether the row says the right form"),
    ),
    "CW1510": warning(
        _("“{found}” is no number of points here; it is not counted"),
        _("a marker can give whole points up to {most}"),
    ),
    "CW1511": warning(
        _("“{found}” is no answer to this question; it counts as left open"),
        _("an answer would be: {wanted}"),
    ),
    "CW1512": warning(
        _("there is no roster: nobody knows who is missing, or who should not be here"),
        _("name it with --roster, or print answer sheets for it first"),
    ),
    "CW1513": warning(
        _("the number “{found}” is taken for “{wanted}” of the roster"),
        _("a spreadsheet drops zeros before a number; format the column as text"),
    ),
    "CW1514": error(
        _("candidate {number} is not on the roster"),
        _("add them to the roster, or mend the number, and grade again"),
    ),
    "CW1515": warning(
        _("candidate {number} is “{wanted}” on the roster, and “{found}” here"),
        _("it counts for the number; see whether the number is the right one"),
    ),
    "CW1516": warning(
        _("candidate {number} was to have form {wanted}, and answered form {found}"),
        _("it is graded as form {found}; see whether that is what they had before them"),
    ),
    "CW1517": warning(
        _("candidate {number} took {found} minutes; the exam has {wanted}"),
        _("it counts; whether it should is for you to decide"),
    ),
    "CW1518": warning(
        _("candidate {number}: the same answers stand in {other} as well; they count once"),
        _("nothing is to be done if it is a copy"),
    ),
    "CW1519": error(
        _("candidate {number}: other answers stand in {other}; neither counts"),
        _("leave only the right ones in the files, and grade again"),
    ),
    "CW1520": warning(
        _("candidate {number} answered nothing; it counts as handed in"),
        _("delete the row if they were absent"),
    ),
    "CW1521": error(
        _("candidate {number} is on the roster, and nothing that came of theirs counts"),
        _("another line of the listing says why; mend that, and grade again"),
    ),
    "CW1522": warning(
        _("candidate {number} of the roster was absent: nothing came of theirs"),
        _("look for their answers if they were there"),
    ),
    "CW1523": warning(
        _("candidate {number}: what came for the item “{item}” is no answer to it; it counts as left open"),
        _("our own page sends no such thing: ask how it was handed in"),
    ),
    "CW1524": error(
        _("these are no judgments of answers of the session “{session}”"),
        _("take the file that the marking page saves, of this session and of answers that are still graded"),
    ),
    "CW1525": warning(
        _("answers in hidden rows are read like the others: rows {rows}"),
        _("delete the rows, or take the filter away, if they are not to count"),
    ),
    "CW1526": warning(
        _("answers with the code {spare} count for candidate {number}; who sat wrote “{name}”, {claimed}"),
        _("you said so; compare it with the slip"),
    ),
    "CW1527": error(
        _("nobody has said whose the spare code {spare} is; who sat with it wrote “{name}”, {claimed}"),
        _("when you have seen the slip, say it with: --candidate {spare}=NUMBER"),
        _("who is on no roster is written into the roster first"),
    ),
    "CW1528": warning(
        _("the spare code {spare} counts under its own name; who sat with it wrote “{name}”, {claimed}"),
        _("to enter the candidate's number instead, say: --candidate {spare}=NUMBER"),
    ),
    "CW1529": warning(
        _("candidate {number} did not sit in Safe Exam Browser"),
        _("it counts; whether it should is for you to decide"),
    ),
    "CW1530": warning(
        _("candidate {number}: the {key} of Safe Exam Browser is none that was named, on the page {page}"),
        _("another configuration or version of it was used, or none; ask before you let it count"),
    ),
    "CW1535": warning(
        _("“{found}”: more than one answer to one question; none of them is chosen, it counts as left open"),
        _("see what the candidate wrote, and key it in once"),
    ),
    "CW1536": error(
        _("the file judges the same answer more than once, and differently; such answers: {count}"),
        _("ask the marker what is meant, and save the file from the marking page once more"),
    ),
    "CW1537": error(
        _("“{marker}” is one of the two who judged an answer differently; such answers: {count}"),
        _("a third person decides, on the page third.html"),
    ),
}
