"""A part of a DOCX read once from its beginning to its end: its controls, and the text beside them.

Elements are matched by their local names, because Word's “Strict Open XML” writes
the same ones in another namespace. What has no words, such as a picture, is said
with one character, beside every control: no field holds it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from .controls import BREAK, Held, held, is_foreign, is_on, value
from .instruction import Instruction, bare
from .opened import NotADocument, Part
from .symbols import is_of_signs, sign

OBJECT = "\ufffc"
"""What stands in a text for a picture, an embedded file, or a sign that we cannot read."""

MOST_CONTROLS = 2_000
DEEPEST = 4
"""Controls within controls; ours have none."""

_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"pPr", "rPr", "tcPr", "tblPr", "sdtPr", "moveFrom", "del"})
"""Properties, and text that tracked changes took away."""
_ASIDE = frozenset({"rt", "oMath", "oMathPara", "drawing", "pict", "object"})
"""What a field cannot hold: readings above characters, equations, pictures with the words in them."""
_OBJECTS = ("blip", "imagedata", "chart", "relIds", "OLEObject", "contentPart")
_FILES = ("altChunk", "subDoc", "contentPart")


@dataclass
class Strip:
    """A row of a table, or a paragraph outside of tables: the controls in it and the text beside them."""

    held: list[Held] = field(default_factory=list)
    text: str = ""


class Reader:
    """One walk over a part; `struck` is text that is struck through, `hidden` text that is not shown.

    In heads and feet, pages, dates and names of files are not read that a program writes anew by itself.
    """

    def __init__(self, part: Part, *, is_margin: bool = False) -> None:
        self._part = part
        self._is_margin = is_margin
        self._strips: list[Strip] = []
        self._strip: Strip | None = None
        self._beside: list[str] = []
        self._open: list[list[str]] = []
        self._said: list[str] = []
        self._addresses: list[str] = []
        self._instructions: list[Instruction] = []
        self._is_counted = False
        self._count = 0
        self.struck: list[str] = []
        self.hidden: list[str] = []

    def strips(self) -> tuple[Strip, ...]:
        self._walk(self._part.root)
        return tuple(strip for strip in self._strips if strip.held or strip.text)

    def _walk(self, node: etree._Element) -> None:
        for child in node:
            name = etree.QName(child).localname
            if name == "t":
                self._text(child)
            elif name in _SIGNS:
                self._say(_SIGNS[name])
            elif name not in _SKIPPED:
                self._enter(name, child)

    def _enter(self, name: str, node: etree._Element) -> None:
        match name:
            case "sdt":
                self._control(node)
            case "p":
                with self._within_strip():
                    self._is_counted = False
                    self._say(BREAK)
                    self._walk(node)
                    self._is_counted = False
            case "tr":
                self._row(node)
            case "r":
                self._run(node)
            case "sym":
                self._say_sign(value(node, "font"), value(node, "char"))
            case "fldChar" | "instrText" | "fldSimple" | "hyperlink":
                self._field(name, node)
            case "AlternateContent":
                self._alternatives(node)
            case _ if name in _ASIDE:
                self._aside(node)
            case _ if name in _FILES:
                self._say_object()
            case _:
                self._walk(node)

    def _row(self, node: etree._Element) -> None:
        if node.find("{*}trPr/{*}del") is None:
            with self._within_strip():
                self._walk(node)

    def _run(self, node: etree._Element) -> None:
        text = "".join(text.text or "" for text in node.iterfind("{*}t"))
        if _has(node, "strike", "dstrike"):  # 17.3.2.37, 17.3.2.9
            self.struck.append(text)
        if _has(node, "vanish"):  # 17.3.2.41
            self.hidden.append(text)
        self._walk(node)

    @contextmanager
    def _within_strip(self) -> Iterator[Strip]:
        """The strip that is open, or a new one."""
        if self._strip is not None:
            yield self._strip
            return
        self._strip, self._beside, self._said, self._addresses = Strip(), [], [], []
        yield self._strip
        text = "".join(self._beside).replace(BREAK, " ")
        self._strip.text = " ".join([*text.split(), *self._addresses])
        self._strips.append(self._strip)
        self._strip = None

    # what is said

    def _say(self, text: str) -> None:
        if self._is_counted:
            return
        self._said.append(text)
        for buffer in self._open or [self._beside]:
            buffer.append(text)

    def _say_object(self) -> None:
        with self._within_strip(), self._beside_controls():
            self._say(OBJECT)

    @contextmanager
    def _beside_controls(self) -> Iterator[None]:
        opened, self._open = self._open, []
        self._say(" ")
        yield
        self._say(" ")
        self._open = opened

    def _text(self, node: etree._Element) -> None:
        text, font = node.text or "", _font(node.getparent())
        if not is_of_signs(font):
            self._say(text)
            return
        for letter in text:
            self._say_sign(font, f"{ord(letter):x}")

    def _say_sign(self, font: str, code: str) -> None:
        try:
            said = sign(font, int(code, 16))
        except ValueError:
            said = ""
        if said:
            self._say(said)
        else:
            self._say_object()

    # what no field holds

    def _aside(self, node: etree._Element) -> None:
        with self._within_strip(), self._beside_controls():
            before = len(self._said)
            self._walk(node)
            for art in node.iter("{*}textpath"):
                self._say(value(art, "string"))
            is_mute = not "".join(self._said[before:]).replace(BREAK, "").strip()
            if is_mute or next(node.iter(*(f"{{*}}{name}" for name in _OBJECTS)), None) is not None:
                self._say(OBJECT)

    def _alternatives(self, node: etree._Element) -> None:
        """What new readers show; what old ones do where that has no words (part 3, 7.5)."""
        before = len(self._said)
        for choice in node.iterfind("{*}Choice"):
            self._walk(choice)
        said = "".join(self._said[before:]).replace(BREAK, "").strip()
        for other in node.iterfind("{*}Fallback"):
            if not said:
                self._walk(other)
            elif not said.strip(f"{OBJECT} "):
                with self._within_strip(), self._beside_controls():
                    self._say(" ".join(each.text or value(each, "string") for each in _words_in(other)))

    # fields

    def _field(self, name: str, node: etree._Element) -> None:
        match name, value(node, "fldCharType"):
            case "fldChar", "begin":
                self._instructions.append(Instruction())
                self._form(node)
            case "fldChar", "separate":
                self._instruct(self._instructions[-1:])
            case "fldChar", _:
                self._instruct(self._instructions[-1:], is_over=True)
                self._instructions = self._instructions[:-1]
            case "instrText", _:
                for each in self._instructions[-1:]:
                    each.text += node.text or ""
            case "fldSimple", _:
                self._simple(Instruction(value(node, "instr")), node)
            case _:
                before = len(self._said)
                self._walk(node)
                self._lead(self._part.links.get(value(node, "id"), ""), before)

    def _simple(self, instruction: "Instruction", node: etree._Element) -> None:
        self._instruct([instruction])
        self._walk(node)
        self._instruct([instruction], is_over=True)

    def _instruct(self, instructions: list["Instruction"], *, is_over: bool = False) -> None:
        """What a field shows begins, or it is over: what it says then, and where it leads."""
        self._is_counted = False
        for each in instructions:
            if each.begun is None:
                self._tell(each.shown)
                each.begun = len(self._said)
            if is_over:
                self._lead(each.address, each.begun)
            self._is_counted = not is_over and self._is_margin and each.is_counted

    def _tell(self, text: str) -> None:
        if text:
            with self._within_strip(), self._beside_controls():
                self._say(text)

    def _lead(self, address: str, before: int) -> None:
        """Where words lead, unless they say it themselves; `before` is what had been said until them."""
        if bare(address) not in "".join(self._said[before:]):
            self._addresses.append(address)

    def _form(self, node: etree._Element) -> None:
        """What is chosen in a field of the forms before content controls (17.16)."""
        for box in node.iterfind("{*}ffData/{*}checkBox"):
            checked = box.find("{*}checked")
            self._say("☑" if is_on(box.find("{*}default") if checked is None else checked) else "☐")
        for choices in node.iterfind("{*}ffData/{*}ddList"):
            words = [value(each) for each in choices.iterfind("{*}listEntry")]
            chosen = value(choices.find("{*}result")) or value(choices.find("{*}default")) or "0"
            self._say(words[int(chosen)] if chosen.isdecimal() and int(chosen) < len(words) else "")

    # controls

    def _control(self, node: etree._Element) -> None:
        properties, content = node.find("{*}sdtPr"), node.find("{*}sdtContent")
        if content is None:
            return
        if is_foreign(properties):
            self._walk(content)
            return
        self._count += 1
        if self._count > MOST_CONTROLS or len(self._open) >= DEEPEST:
            raise NotADocument
        with self._within_strip() as strip:
            at = len(strip.held)
            said: list[str] = []
            self._open.append(said)
            self._walk(content)
            self._open.pop()
            strip.held.insert(at, held(properties, "".join(said)))


def _words_in(node: etree._Element) -> Iterator[etree._Element]:
    return node.iter("{*}t", "{*}textpath")


def _font(run: etree._Element | None) -> str:
    fonts = None if run is None else run.find("{*}rPr/{*}rFonts")
    return value(fonts, "ascii") or value(fonts, "hAnsi")


def _has(run: etree._Element, *names: str) -> bool:
    """Whether one of these properties of a run is on."""
    return any(is_on(run.find(f"{{*}}rPr/{{*}}{name}")) for name in names)
