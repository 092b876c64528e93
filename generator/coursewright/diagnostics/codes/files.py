"""CW01: files and YAML."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0101": error(
        _("this is not valid YAML: {problem}"),
        _("to mend it: {remedy}"),
    ),
    "CW0102": error(_("the file is written in {encoding}"), _("save it again as UTF-8")),
    "CW0103": error(
        _("the file is not UTF-8: byte {byte} is out of place"),
        _("save it again as UTF-8; older editors offer GBK or ANSI by default"),
    ),
    "CW0104": error(
        _("a tab is used for indentation"),
        _("indent with spaces; set your editor to insert spaces for the tab key"),
    ),
    "CW0105": error(
        _("this file is in a place where nothing reads it"),
        NEAR,
        _("a course made by “coursewright new” has one file of each kind in its place"),
    ),
    "CW0106": error(_("symbolic links are not followed"), _("copy the file into the course instead")),
    "CW0107": error(
        _("the file is too large: {size} MiB, at most 4"),
        _("split it; an item bank may have any number of files"),
    ),
    "CW0108": error(
        _("anchors (&) and aliases (*) are not allowed"),
        _("write the value out, or put it in quotation marks if it begins with & or *"),
    ),
    "CW0109": error(_("the file is empty"), _("write its content, or delete the file")),
    "CW0110": error(
        _("a file holds one document; a second one begins here"),
        _("remove the line “---” or move what follows into a file of its own"),
    ),
    "CW0111": error(_("values are nested too deeply"), _("check the indentation and the brackets")),
    "CW0112": error(
        _("YAML tags are not allowed: {tag}"),
        _("put the value in quotation marks if it begins with an exclamation mark"),
        _(
            "write the value itself: nothing is taken from the environment, so that a course "
            "is built the same anywhere"
        ),
    ),
    "CW0113": error(
        _("the key “{key}” stands twice in one mapping, first on line {line}"), _("keep one of the two")
    ),
    "CW0114": error(
        _("a key must be a single word of text"), _("put text that begins with [ or {{ in quotation marks")
    ),
    "CW0115": error(
        _("the character {character} is not allowed"),
        NEAR,
        _("delete it; it is probably invisible and came with a copy from elsewhere"),
    ),
    "CW0116": error(_("the file {missing} does not exist"), NEAR, _("create it, or remove its name here")),
    "CW0117": error(_("the file cannot be read: {problem}")),
    "CW0118": error(
        _("the file name “{name}” is not an id"),
        _("use lower-case letters, digits and hyphens, and the ending .yml"),
    ),
    "CW0119": error(
        _("“{name}” is the name of a page that coursewright makes"), _("choose another name for the file")
    ),
    "CW0120": error(
        _("“{found}” after “{key}” is no half-width colon"),
        _("after a key stands a half-width colon and a space: {proper}"),
    ),
    "CW0121": error(
        _("there is no space after the colon of “{key}”"), _("a colon and a space end a key: {proper}")
    ),
    "CW0122": error(
        _("the space here is none to YAML: {character}"),
        _("delete it and type spaces with the keyboard switched to English"),
    ),
    "CW0123": error(
        _("a merge has left both versions of something in this file, on lines {lines}"),
        _("keep one of the two, or what is right of both, and delete the lines of < = and >"),
    ),
    "CW0124": error(
        _("these are full-width commas or brackets: {found}"),
        _("a list has half-width ones: {proper}"),
    ),
    "CW0125": error(
        _("these quotation marks are part of the value: {found}"),
        _("use straight ones, or none: {proper}"),
    ),
    "CW0126": warning(
        _("this is a comment and no part of the text: {lost}"),
        _("put the text in quotation marks if it belongs to it; if not, put it on a line of its own"),
    ),
    "CW0127": error(
        _("this line is outside the text that begins on line {line}: {opener}"),
        _("indent it with spaces like the other lines of that text, deeper than its key"),
    ),
    "CW0128": error(
        _("this text must stand in quotation marks as a whole"), _("write it like this: {proper}")
    ),
    "CW0129": error(
        _("this line begins in column {column}, and belongs to nothing there"),
        _("begin it in column {expected}, as line {line} does, or below what it is a part of"),
    ),
    "CW0130": error(
        _("“{name}” is the name of a device on Windows, where no file can have it"), _("choose another name")
    ),
    "CW0131": error(
        _("a source here would be published as it is, with all its answers"),
        _("site_overrides/ has what a site shows; sources are in content/, quizzes/ and translations/"),
    ),
    "CW0132": error(
        _("an entry begins with a hyphen, and this is another sign: {found}"),
        _("write a hyphen from the keyboard switched to English, and a space: {proper}"),
    ),
    "CW0133": error(
        _("the sign before a text of several lines is a full-width one: {found}"),
        _("write the half-width sign, from the keyboard switched to English: {proper}"),
    ),
    "CW0134": error(
        _("there is no space behind the hyphen of this entry"),
        _("a hyphen and a space begin an entry: {proper}"),
    ),
    "CW0135": error(
        _("the quotation mark that opens here is not closed where its text ends: {mark}"),
        _("because of it, line {line} is read as part of the text"),
        _("close it with the same sign: {proper}"),
        _("behind a backslash it closes nothing; between single ones a backslash is itself: {single}"),
        _("quotation marks inside a text are best written as “ and ”"),
    ),
    "CW0136": error(
        _("this sign looks like one of YAML's, and is none: {found}"),
        _("write it from the keyboard switched to English: {proper}"),
    ),
    "CW0137": error(
        _("nothing may follow on this line: {found}"),
        _("leave it out, for the line ends here: {proper}"),
    ),
    "CW0138": error(
        _("the file {name} is too large: {size} MiB, at most {most}"),
        _("leave it out, or save it smaller: every reader would have to wait for it"),
    ),
    "CW0139": error(
        _("“{escape}” between straight quotation marks makes the character {character}: it is not allowed"),
        _("if a backslash is meant, write two of them: \\{escape}"),
        _("or put the text in single quotation marks, in which a backslash is only itself"),
    ),
}
