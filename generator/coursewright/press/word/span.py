"""Text, runs and content controls of WordprocessingML.

Runs and their properties are in ECMA-376 part 1, 17.3.2, content controls in
17.5.2; the order of elements in `w:rPr` and `w:sdtPr` is that of the schema.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from zlib import crc32

from ..line import Control, Link, Mark, Run, Span, Spans

SETTLED = "settled"
"""The stored value of a mark that was settled."""

MOST_TAG = 64  # characters of a tag or a title; Word calls a file with longer ones damaged

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_BLANK = "\u3000" * 4
_RICH = "<w:richText/>"
_ADDRESS = '<w:sz w:val="15"/><w:szCs w:val="15"/>'
_TEXT = '<w:t xml:space="preserve">'
_DOTTED = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)")
"""Scripts that have no italics: emphasis is a dot below each character."""


def clean(text: str) -> str:
    """The text without what XML 1.0 (2.2) forbids, every end of line as \\n."""
    return _FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> str:
    """The text as XML character data or attribute value."""
    return (
        clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def run(text: str, properties: str = "") -> str:
    """A run; ends of line and tabs become `w:br` and `w:tab`."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inner = escaped(text).replace("\n", f"</w:t><w:br/>{_TEXT}").replace("\t", f"</w:t><w:tab/>{_TEXT}")
    return f"<w:r>{look}{_TEXT}{inner}</w:t></w:r>"


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a YYYY-MM-DD in the calendar, else None: Word calls a 31 June damaged."""
    if not (found := _DATE.fullmatch(text)):
        return None
    year, month, day = (int(part) for part in found.groups())
    exists = year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return (year, month, day) if exists else None


class SpanWriter:
    """Writes the lines of one document; remembers the ids it gave, which Word wants unique."""

    def __init__(self, styles: Mapping[str, str], language: str) -> None:
        self._styles = styles
        self._language = language
        self._chinese = language.startswith("zh")
        self._taken = {0}

    def line(self, line: Spans) -> str:
        """The runs of a line."""
        return "".join(map(self._span, line))

    def box(self, key: str, title: str) -> str:
        """An empty box to tick ([MS-DOCX] 2.6.1, `w14:checkbox`)."""
        states = (
            '<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/>'
        )
        kind = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
        fonts = "".join(f' w:{script}="Segoe UI Symbol"' for script in ("ascii", "hAnsi", "eastAsia"))
        return self._sdt(key, title, kind, run("☐", f"<w:rFonts{fonts}/>"))

    def _span(self, span: Span) -> str:
        match span:
            case str():
                return run(span)
            case Run():
                return "".join(run(text, self._look(span, emphasis)) for text, emphasis in _emphasised(span))
            case Link():
                return self.line(span.line) + (run(span.told, _ADDRESS) if span.told else "")
            case Mark():
                return self._mark(span)
            case Control():
                return self._control(span)

    def _mark(self, mark: Mark) -> str:
        look = f'<w:rStyle w:val="{self._styles["Document Mark"]}"/><w:b w:val="0"/><w:bCs w:val="0"/>'
        shown = run(mark.text, look)
        if not mark.key:
            return shown
        kind = self._choice((("open", mark.text), (SETTLED, mark.settled)))
        return self._sdt(mark.key, mark.title, kind, shown)

    def _look(self, span: Run, emphasis: tuple[str, str]) -> str:
        italic, dots = emphasis
        verbatim = f'<w:rStyle w:val="{self._styles["Document Verbatim"]}"/>' if span.code else ""
        bold = "<w:b/><w:bCs/>" if span.strong else ""
        return f"{verbatim}{bold}{italic}{'<w:strike/>' if span.struck else ''}{dots}"

    def _control(self, control: Control) -> str:
        kind = self._kind(control)
        if control.kind == "text" and any(not isinstance(span, str) for span in control.line):
            return self._sdt(control.key, control.title, _RICH, self.line(control.line), fixed=control.fixed)
        if control.value:
            shown = run(self._shown(control))
            return self._sdt(control.key, control.title, kind, shown, fixed=control.fixed)
        blank = self.blank(self._date if control.kind == "date" else _BLANK)
        return self._sdt(control.key, control.title, kind, blank, fixed=control.fixed, is_blank=True)

    def blank(self, room: str = _BLANK) -> str:
        """What shows in a place while nothing is filled in: room to write by hand, for it is printed too."""
        return run(room, f'<w:rStyle w:val="{self._styles["Placeholder Text"]}"/>')

    @property
    def _date(self) -> str:
        return "\u2003\u2003年\u2003月\u2003日" if self._chinese else "\u2003\u2003-\u2003-\u2003"

    def passage(self, key: str, title: str, blocks: str, *, is_blank: bool) -> str:
        """A place to fill in around paragraphs."""
        return self._sdt(key, title, _RICH, blocks, fixed=True, is_blank=is_blank)

    def _shown(self, control: Control) -> str:
        date = date_parts(control.value) if control.kind == "date" and self._chinese else None
        return f"{date[0]}年{date[1]}月{date[2]}日" if date else control.shown

    def _kind(self, control: Control) -> str:
        if control.kind == "choice":
            return self._choice(control.choices, "comboBox" if control.open else "dropDownList")
        if control.kind == "date":
            full = f' w:fullDate="{control.value}T00:00:00Z"' if date_parts(control.value) else ""
            shape = "yyyy年M月d日" if self._chinese else "yyyy-MM-dd"
            return (
                f'<w:date{full}><w:dateFormat w:val="{shape}"/><w:lid w:val="{self._language}"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
            )
        return '<w:text w:multiLine="1"/>'

    def _choice(self, choices: tuple[tuple[str, str], ...], element: str = "dropDownList") -> str:
        entries = (
            f'<w:listItem w:displayText="{escaped(words)}" w:value="{escaped(value)}"/>'
            for value, words in choices
        )
        return f"<w:{element}>{''.join(entries)}</w:{element}>"

    def _sdt(
        self, key: str, title: str, kind: str, content: str, *, fixed: bool = False, is_blank: bool = False
    ) -> str:
        assert len(key) <= MOST_TAG, key
        alias = escaped(clean(title)[:MOST_TAG])
        names = f'<w:alias w:val="{alias}"/><w:tag w:val="{escaped(key)}"/><w:id w:val="{self._id(key)}"/>'
        lock = '<w:lock w:val="sdtLocked"/>' if fixed else ""
        blank = "<w:showingPlcHdr/>" if is_blank else ""
        properties = f"<w:sdtPr>{names}{lock}{blank}{kind}</w:sdtPr>"
        return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def _id(self, key: str) -> int:
        """A positive 32-bit number made from the key, so that it stays when other controls come and go."""
        number = crc32(clean(key).encode()) & 0x7FFFFFFF
        while number in self._taken:
            number = (number + 1) & 0x7FFFFFFF
        self._taken.add(number)
        return number


def _emphasised(span: Run) -> Iterator[tuple[str, tuple[str, str]]]:
    """The text in pieces, each with its script's emphasis: italics or dots (17.3.2.16, 17.3.2.12)."""
    if not span.emphasis:
        yield span.text, ("", "")
        return
    for at, piece in enumerate(_DOTTED.split(span.text)):
        if piece:
            yield piece, ("", '<w:em w:val="underDot"/>') if at % 2 else ("<w:i/><w:iCs/>", "")
