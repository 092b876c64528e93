"""CW05: Markdown."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0501": error(
        _("this link leads nowhere: {found}"),
        NEAR,
        _(
            "link to “section:chapter/section”, “term:id” and the like, to a file of content/media/ by "
            "“attachment:name.pdf”, to https:// or to mailto:"
        ),
    ),
    "CW0502": error(
        _("headings in a text start at ##"), _("the page's title is the only heading of the first level")
    ),
    "CW0503": error(
        _("this picture cannot be shown"),
        _("put its file into content/media/ and write {near}"),
        _("a job description prints no pictures: show it in a section, and link to that from {role}"),
        _(
            "a text can show a file of content/media/, “picture:name.png”, and the first page of a role's "
            "document, “document:role-id”"
        ),
    ),
    "CW0504": warning(
        _("HTML is shown as text, not obeyed: {found}"),
        _("use Markdown; put what is meant as it stands between backticks: `{markdown}`"),
        _("titles and names are shown as they are written: leave {plain} out if it is not meant"),
        _("write figures that stand higher or lower as such characters: {raised}"),
    ),
    "CW0505": warning(
        _("the asterisks are shown: this is not emphasis: {found}"),
        _("put marks and punctuation outside the asterisks: {outside}"),
        _("leave a space before and behind the bold words: {spaced}"),
        _("bold words have two asterisks on either side, with no space inside them: {unclosed}"),
        _(
            "they have no others to go with: remove them, or put two where the bold words end; asterisks "
            "that are meant to be shown are written {escaped}"
        ),
    ),
    "CW0506": warning(
        _("this mark is shown, not obeyed: {found}"),
        _("titles and names hold no Markdown, and one line holds no heading: write it without the mark"),
    ),
    "CW0507": warning(
        _("this table is not shown as it was meant: {reason}"),
        _("under the head of this table stands: {rule}"),
        _("a bar that belongs to a cell is written {escaped}"),
    ),
    "CW0508": warning(
        _("a formula is shown as it is written: {found}"),
        _("write it with characters, such as x² or ≤, or show it as a picture from content/media/"),
    ),
    "CW0509": error(
        _("this link has full-width signs or spaces in it and would be shown as text: {found}"),
        _("write it with half-width signs and no spaces between them: {proper}"),
    ),
    "CW0510": error(
        _("this picture has no words for those who cannot see it: {address}"),
        _("say between the square brackets what it shows; what only decorates is best left out"),
    ),
    "CW0511": error(
        _("the file {name} cannot be published: {reason}"),
        _("take this out of it: {found}"),
        _("save a picture as PNG, JPEG, WebP, GIF or plain SVG; hand out a document as PDF, Word or Excel"),
    ),
    "CW0512": error(
        _("the file {name} is too large: {size} MiB, at most {most}"),
        _("save a picture smaller, 1600 pixels wide; put a film on a server of its own and link to it"),
    ),
    "CW0513": warning(
        _("the picture {name} takes long to load: {size} KiB, {width} pixels wide"),
        _("save it 1600 pixels wide, photos as JPEG or WebP and drawings as SVG or PNG"),
    ),
    "CW0514": error(
        _("the file name “{name}” cannot stand in a link"),
        NEAR,
        _("use letters, digits, hyphens and an ending, and no spaces"),
    ),
    "CW0515": warning(
        _("no text shows or links to the file {name}, so it is not published"),
        _("show it: {picture}"),
        _("link to it: {attachment}"),
    ),
    "CW0516": error(
        _("this address has codes for some of its characters, so that nothing finds it again: {found}"),
        _("write it as it is: {proper}"),
    ),
    "CW0517": warning(
        _("these words say nothing of what the picture shows: {words}"),
        _("say between the square brackets what is to be seen in it, and why it stands here"),
    ),
    "CW0518": warning(
        _("a merge seems to have left both versions in this text: {found}"),
        _("keep one of the two, or what is right of both, and delete the lines of < = and >"),
    ),
    "CW0519": warning(
        _("this line begins nothing of its own and is joined to the line before or after it: {found}"),
        _("write it and those like it so: {proper}"),
        _("lines that are to stay as they are need an empty line between them"),
    ),
    "CW0520": warning(
        _("this link has no words that could be clicked: {found}"),
        _("say between the square brackets where it leads: {proper}"),
    ),
    "CW0521": error(
        _("this link has a space in its address and would be shown as text: {found}"),
        _("write it without the space: {proper}"),
    ),
    "CW0522": warning(
        _("this footnote is shown as it is written, or leads nowhere: {found}"),
        _("say it in the text, in brackets, or explain the word in the glossary and link to it: {proper}"),
    ),
    "CW0523": warning(
        _("this link leads to no place of its page, only to the page: {found}"),
        NEAR,
        _("places of that page are: {anchors}"),
        _(
            "a place is called by the id of what stands there, or by the words of a heading in small "
            "letters, with hyphens for spaces and signs"
        ),
    ),
    "CW0524": error(
        _("nothing is seen of this text where it is shown: {found}"),
        _("in Markdown these signs begin a list, a heading and the like; to be seen, write them {proper}"),
        _("say in words what is to be read there, or leave the text out"),
    ),
}
