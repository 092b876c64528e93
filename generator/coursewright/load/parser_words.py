"""What libyaml says when it can go no further, in words for authors."""

import re

from ..words import marked as _

_SAID: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        _("this line is neither a key with its colon nor an entry that begins with “- ”"),
        _("write “key: value” with a half-width colon and a space, or indent what belongs to a text"),
    ),
    (
        "mapping values are not allowed",
        _("a colon stands where no key can be"),
        _("put a text with a colon in quotation marks; a key begins where the keys above it begin"),
    ),
    (
        "did not find expected key|expected <block end>|did not find expected '-' indicator",
        _("this line does not belong to what is above it"),
        _("keys and “- ” of one level begin in the same column; count the spaces before them"),
    ),
    (
        "did not find expected ',' or",
        _("the bracket that opens here is not closed where it should be"),
        _("put commas between entries and close it; a text that begins with one stands in quotation marks"),
    ),
    (
        "unexpected end of stream|unexpected document indicator",
        _("the quotation mark that opens here is never closed"),
        _("close it, or leave it out; quotation marks inside a text are best written as “ and ”"),
    ),
    (
        "cannot start any token",
        _("a text cannot begin with this sign"),
        _("put the whole text in quotation marks"),
    ),
    (
        "escape code",
        _("a backslash and a number between straight quotation marks make a character, and this is none"),
        _("write the character itself, or two backslashes if a backslash is meant"),
    ),
    (
        "unknown escape|hexdecimal",
        _("a backslash between straight quotation marks begins a code, and this is none"),
        _("write two backslashes, or use single quotation marks"),
    ),
    (
        "comment or line break|indentation indicator|chomping",
        _("nothing may follow the sign | or > on its line"),
        _("begin the text on the next line, indented by two more spaces"),
    ),
    (
        "block sequence entries are not allowed|block mapping|mapping keys are not allowed|simple key",
        _("an entry or a key cannot begin here"),
        _("begin it on a line of its own"),
    ),
    (
        "tab",
        _("there is a tab here"),
        _("use spaces"),
    ),
    (
        "alphabetic or numeric|undefined tag|tag|URI",
        _("a sign such as & * or ! gives the word after it a meaning in YAML"),
        _("put the whole text in quotation marks"),
    ),
    (
        "directive|version|document start|incompatible|duplicate",
        _("a line that begins with % or --- speaks to the program, not to the reader"),
        _("put the text in quotation marks, or remove the line"),
    ),
)
_OTHER = (
    _("from here on the file cannot be read"),
    _("check the indentation, the colons and the quotation marks on this line and the one before"),
)


def in_our_words(said: str) -> tuple[str, str]:
    """Source strings: what is wrong, and what would help."""
    found = (words for pattern, *words in _SAID if re.search(pattern, said))
    problem, remedy = next(found, _OTHER)
    return problem, remedy
