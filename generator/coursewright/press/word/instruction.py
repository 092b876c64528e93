"""What the instruction of a field says (ECMA-376 part 1, 17.16)."""

import re
from dataclasses import dataclass

_SHOWN = re.compile(r"\s*(?:EQ|SYMBOL|MACROBUTTON|GOTOBUTTON|XE|TC)\b", re.I)
_COUNTED = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|FILENAME|FILESIZE|AUTHOR|"
    r"TITLE|LASTSAVEDBY|USERNAME|STYLEREF)\b",
    re.I,
)
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.I)
_SCHEME = re.compile("^(?:https?://|mailto:)")


@dataclass
class Instruction:
    """Of a field that is open; `begun` tells how much had been said before it showed anything."""

    text: str = ""
    begun: int | None = None

    @property
    def shown(self) -> str:
        """What a field shows that has no result."""
        return self.text.strip() if _SHOWN.match(self.text) else ""

    @property
    def is_counted(self) -> bool:
        """Whether a program writes the result anew by itself."""
        return _COUNTED.match(self.text) is not None

    @property
    def address(self) -> str:
        """Where it leads, or nothing."""
        found = _LINK.match(self.text)
        return found[1] if found else ""


def bare(address: str) -> str:
    """An address as people write it."""
    return _SCHEME.sub("", address).rstrip("/")
