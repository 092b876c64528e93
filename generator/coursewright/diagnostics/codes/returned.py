"""CW07: documents handed in."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0701": error(
        _("this is not a Word document (.docx) that can be read"),
        _("save it again as “Word document (*.docx)”"),
        _("if it opens with a password, take the password off first"),
    ),
    "CW0702": error(
        _("this document has none of a job description's fields"),
        _("fill in the Word file that the site or “coursewright roles export” made"),
        _("a text that was pasted into another document has lost them; paste it back into the template"),
    ),
    "CW0703": error(_("this is not a picture that can be printed"), _("a PNG or JPEG of at most 2 MiB")),
    "CW0704": error(
        _("this is not a Word template that can be used"),
        _("a .docx or .dotx without macros and without a password"),
    ),
    "CW0705": error(_("no role has the code “{code}”"), NEAR, _("say which role it is: --role ID")),
    "CW0706": error(
        _("only job descriptions are read back; this is another document of a role"),
        _("interview questions, onboarding plans and appraisal records are kept as they are filled in"),
    ),
    "CW0707": error(
        _("the template is in the language {found}, the sources are in {language}"),
        _("fill in a template in the language of the sources"),
    ),
    "CW0708": warning(
        _("the file does not say which edition of the role it was printed from"),
        _("it was compared with the role as it is now: read the differences with care"),
    ),
    "CW0709": warning(
        _("the role has changed since this template was printed"),
        _("both changes are kept, for none of them meets the other"),
    ),
    "CW0710": error(
        _("{field}: the template says “{form}”, the source was changed to “{source}” in the meantime"),
        _("agree on one of them; then put it into the source, or into a template that is printed anew"),
    ),
    "CW0711": warning(
        _("not read, because it stands outside of every field: “{text}”"),
        _("write it into a field; a row that is copied with its fields is a further row"),
    ),
    "CW0712": warning(
        _("deleted in the template, but no field, so that it stays: “{text}”"),
        _("to confirm a proposal, choose “confirmed” where its mark is"),
    ),
    "CW0713": warning(
        _("the field “{field}” is gone from the template, and stays as it is in the source"),
        _("what was typed in its place is named as not read; a row is deleted as a whole"),
    ),
    "CW0714": warning(
        _("{field} is one line: its paragraphs were joined"),
        _("read it once more: it may want a mark of punctuation where they meet"),
    ),
    "CW0715": error(
        _("proposals are confirmed, but not by whom and when"),
        _("fill in who confirmed them and on which day, under document control"),
    ),
    "CW0716": error(
        _("there is a file for the role “{id}” already"),
        _("name another id for the new role: --role ID"),
    ),
    "CW0717": warning(
        _("the template's own header stays: company, logo, code and version stand above the text"),
        _("to have them in the header of every page, leave the template's header empty"),
    ),
    "CW0718": warning(
        _("the template's own foot stays, and has no page numbers"),
        _("put a page number into the foot of the template"),
    ),
    "CW0719": error(_("the template is of another role: “{role}”"), _("leave out --role")),
    "CW0720": warning(
        _("struck through, which deletes nothing: “{text}”"),
        _("delete the words, or the row as a whole"),
    ),
    "CW0721": warning(
        _("PDF files print □ for characters that no font of ours has: {characters}"),
        _("the Word files show them; write them in other words, or print from Word"),
    ),
    "CW0722": warning(
        _("hidden in the template, and taken over like what is shown: “{text}”"),
        _("show hidden text in Word (Ctrl+Shift+8), and delete what is not meant"),
    ),
}
