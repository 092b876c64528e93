"""Every diagnostic code: how grave it is, what it says, what would help.

Codes are stable: one that is no longer used is not given to something else.
Messages are English source strings for the gettext catalogs; the page of codes
in the guides is made from this table.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Rule:
    """`message` and `hints` are templates; a hint whose placeholders are empty is left out."""

    severity: Severity
    message: str
    hints: tuple[str, ...] = ()


def _(source: str) -> str:
    """Marks a string for the catalogs; the table is put into words when it is shown."""
    return source


def _error(message: str, *hints: str) -> Rule:
    return Rule("error", message, hints)


def _warning(message: str, *hints: str) -> Rule:
    return Rule("warning", message, hints)


NEAR = _("did you mean “{near}”?")

RULES: dict[str, Rule] = {
    # 01: files and YAML
    "CW0101": _error(
        _("this is not valid YAML: {problem}"),
        _("check the indentation, the colons and the quotation marks on this line and the one before"),
    ),
    "CW0102": _error(_("the file is written in {encoding}"), _("save it again as UTF-8")),
    "CW0103": _error(
        _("the file is not UTF-8: byte {byte} is out of place"), _("save it again as UTF-8; older editors offer GBK or ANSI by default")
    ),
    "CW0104": _error(_("a tab is used for indentation"), _("indent with spaces; set your editor to insert spaces for the tab key")),
    "CW0105": _error(
        _("this file is in a place where nothing reads it"),
        NEAR,
        _("a course made by “coursewright new” has one file of each kind in its place"),
    ),
    "CW0106": _error(_("symbolic links are not followed"), _("copy the file into the course instead")),
    "CW0107": _error(_("the file is too large: {size} MiB, at most 4"), _("split it; an item bank may have any number of files")),
    "CW0108": _error(
        _("anchors (&) and aliases (*) are not allowed"), _("write the value out, or put it in quotation marks if it begins with & or *")
    ),
    "CW0109": _error(_("the file is empty"), _("write its content, or delete the file")),
    "CW0110": _error(
        _("a file holds one document; a second one begins here"), _("remove the line “---” or move what follows into a file of its own")
    ),
    "CW0111": _error(_("values are nested too deeply"), _("check the indentation and the brackets")),
    "CW0112": _error(_("YAML tags are not allowed: {tag}"), _("put the value in quotation marks if it begins with an exclamation mark")),
    "CW0113": _error(_("the key “{key}” stands twice in one mapping, first on line {line}"), _("keep one of the two")),
    "CW0114": _error(_("a key must be a single word of text"), _("put text that begins with [ or {{ in quotation marks")),
    "CW0115": _error(
        _("the character {character} is not allowed"), _("delete it; it is probably invisible and came with a copy from elsewhere")
    ),
    "CW0116": _error(_("the file {missing} does not exist"), NEAR, _("create it, or remove its name here")),
    "CW0117": _error(_("the file cannot be read: {problem}")),
    "CW0118": _error(_("the file name “{name}” is not an id"), _("use lower-case letters, digits and hyphens, and the ending .yml")),
    "CW0119": _error(_("“{name}” is the name of a page that coursewright makes"), _("choose another name for the file")),
    # 02: the shape of a file
    "CW0201": _error(_("“{key}” is missing"), _("it is needed: {meaning}")),
    "CW0202": _error(_("expected {expected}, found {found}"), _('put it in quotation marks to make it text: "{text}"')),
    "CW0203": _error(_("unknown key “{key}”"), NEAR, _("known keys here: {known}")),
    "CW0204": _error(_("“{found}” is not one of the allowed values"), NEAR, _("allowed: {allowed}")),
    "CW0205": _error(_("the text is empty"), _("write it, or remove the key")),
    "CW0206": _error(_("the text is too long: at most {most} characters")),
    "CW0207": _error(_("“{found}” is not an id of the expected form"), _("expected {form}, in lower-case letters, digits and hyphens")),
    "CW0208": _error(_("too few entries: at least {least}")),
    "CW0209": _error(_("too many entries: at most {most}")),
    "CW0210": _error(_("{found} is outside the range: {range}")),
    "CW0211": _error(_("this text must stay on one line")),
    "CW0212": _error(_("this block has no known kind"), NEAR, _("start it with one of: {known}")),
    "CW0213": _error(_("“{found}” does not have the expected form"), _("expected {form}")),
    # 03: references
    "CW0301": _error(_("there is no {kind} “{id}”"), NEAR),
    "CW0302": _error(_("the id “{id}” is already taken at {first}"), _("ids are unique: change one of the two")),
    "CW0303": _error(_("this leads in a circle: {cycle}")),
    "CW0304": _error(_("this file is not listed in {list}"), _("add “{id}” there, or delete the file")),
    "CW0305": _error(_("“{id}” is listed twice")),
    "CW0306": _error(
        _("“{id}” is reserved for exams and cannot be used for practice"), _("choose another item, or set its use to practice")
    ),
    # 04: rules of content
    "CW0401": _error(
        _("a single-choice item needs exactly one key, this one has {count}"), _("write “key: true” under the one right option")
    ),
    "CW0402": _error(
        _("a multiple-choice item needs two keys or more and at least one distractor; this one has {count} keys"),
        _("with one key it is a single-choice item"),
    ),
    "CW0403": _error(_("the weights sum to {sum}, not 100")),
    "CW0404": _error(_("this row has {found} cells for {expected} columns")),
    "CW0405": _error(_("two options read the same")),
    "CW0406": _warning(_("no practice item tests the objective “{id}”"), _("write one in quizzes/bank, or drop the objective")),
    "CW0407": _warning(_("the item “{id}” is in no quiz and no section"), _("add it to a quiz in quizzes/practice, or to a “check” block")),
    "CW0408": _error(_("“{found}” is not a date"), _('write it as "2026-01-31", in quotation marks')),
    "CW0409": _warning(_("this duty does not begin with a verb that we know: {found}"), _("begin with what the holder does: {verbs}")),
    # 05: Markdown
    "CW0501": _error(
        _("this link leads nowhere: {found}"), _("link to “section:chapter/section”, “term:id” and the like, to https:// or to mailto:")
    ),
    "CW0502": _error(_("headings in a text start at ##"), _("the page's title is the only heading of the first level")),
    "CW0503": _error(
        _("this picture cannot be shown"),
        _("a text can show the first page of a role's document, “paper:role-id”; for diagrams use a “figure” block"),
    ),
    "CW0504": _warning(
        _("HTML is shown as text, not obeyed: {found}"), _("use Markdown; put an angle bracket that is meant between backticks")
    ),
    "CW0505": _warning(_("the asterisks are shown: this is not emphasis"), _("put the punctuation after the closing asterisks")),
    # 06: the project
    "CW0601": _error(
        _("there is no course here: {missing} does not exist"),
        _("go to the folder that holds mkdocs.yml and content/, or start with “coursewright new”"),
    ),
    "CW0602": _error(
        _("the setting “{key}” is made by coursewright and cannot be set here"),
        _("remove it; site_overrides/ and extra_css change how pages look"),
    ),
    "CW0603": _error(_("unknown colour token “{key}”"), NEAR),
    "CW0604": _error(_("“{found}” is not a colour"), _('write it as "#1B5A78", in quotation marks')),
    "CW0605": _error(
        _("the plugin “coursewright” is not among the plugins"), _("write “plugins: [coursewright]”, so that mkdocs builds the course")
    ),
    "CW0606": _error(_("this page template cannot be filled: {problem}"), _("compare it with the engine's template of the same name")),
    # 07: documents that people hand in
    "CW0701": _error(_("this is not a Word document (.docx) that can be read"), _("save it again as “Word document (*.docx)”")),
    "CW0702": _error(
        _("this document has none of the form's fields"), _("fill in the Word file that the site or “coursewright roles export” made")
    ),
    "CW0703": _error(_("this is not a picture that can be printed"), _("a PNG or JPEG of at most 2 MiB")),
    "CW0704": _error(_("this is not a Word template that can be used"), _("a .docx without macros and without a password")),
    "CW0705": _error(_("no role has the code “{code}”"), NEAR, _("say which role it is: --role ID")),
}
