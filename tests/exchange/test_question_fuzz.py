"""Whatever is handed in as GIFT, Moodle XML or QTI: problems, and never a traceback."""

import io
from zipfile import ZipFile

import pytest
import yaml
from exchanging import Write, parcel, shown
from hypothesis import given, settings
from hypothesis import strategies as st
from test_exchange_fuzz import survives

from coursewright.exchange.gift import gift
from coursewright.exchange.markdown_of import Fragment
from coursewright.exchange.moodle_xml import moodle_xml
from coursewright.exchange.qti_package import qti3, qti21
from coursewright.model.items.bank import Bank
from trees import ENGLISH, EVERY_TYPE


def _made(write: Write) -> bytes:
    return write(parcel(Bank.model_validate(yaml.safe_load(EVERY_TYPE))), ENGLISH).content


def _items(raw: bytes) -> list[bytes]:
    with ZipFile(io.BytesIO(raw)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("items/")]


TEXTS = [*_items(_made(qti3)), *_items(_made(qti21)), _made(moodle_xml)]
PACKAGE = _made(qti3)
GIFT = _made(gift).decode()
PIECES = st.sampled_from(
    [
        *(
            "{",
            "}",
            "=",
            "~",
            "#",
            "####",
            "->",
            "::",
            "[html]",
            "[markdown]",
            "%50%",
            "%x%",
            "\\",
            "\n",
            "\n\n",
        ),
        *(
            "$CATEGORY: a/b",
            "// [id:x] [tag:case:y]",
            "T",
            "1..3",
            "1:2",
            "a",
            '<hr class="stimulus" />',
            "&#35;",
        ),
    ]
) | st.text(max_size=4)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=24))
def test_any_gift(pieces: list[str]) -> None:
    survives("a.gift", "".join(pieces).encode(errors="replace"))


@settings(max_examples=80)
@given(st.data())
def test_any_damage_to_gift(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GIFT)))
    end = data.draw(st.integers(start, min(len(GIFT), start + 300)))
    survives("a.gift", (GIFT[:start] + data.draw(PIECES) + GIFT[end:]).encode(errors="replace"))


@settings(max_examples=200)
@given(st.data())
def test_any_damage_to_xml(data: st.DataObject) -> None:
    """Elements and texts that are left out, moved or doubled, so that the XML stays sound; and any bytes."""
    from lxml import etree

    raw = data.draw(st.sampled_from(TEXTS))
    root = etree.fromstring(raw)
    for _ in range(data.draw(st.integers(1, 4))):
        elements = [each for each in root.iter() if each.getparent() is not None]
        each = data.draw(st.sampled_from(elements))
        deed = data.draw(st.sampled_from(["out", "text", "bare", "move"]))
        if deed == "out":
            each.getparent().remove(each)  # type: ignore[union-attr]
        elif deed == "text":
            each.text = data.draw(st.text("a{}:=~#<>&1 .", max_size=8))
        elif deed == "bare":
            each.attrib.clear()
        else:
            root.append(each)
    survives("a.xml", etree.tostring(root))


@settings(max_examples=80)
@given(st.data())
def test_any_damage_to_bytes(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from([("a.zip", PACKAGE), ("a.xml", TEXTS[-1]), ("a.xml", TEXTS[0])]))
    raw = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    survives(name, bytes(raw))


@pytest.mark.parametrize(
    "text",
    ["<quiz>" + "<question>" * 5000, "<quiz><question type='essay'><questiontext><text>" + "&lt;b&gt;" * 5000
     + "</text></questiontext></question></quiz>", "<quiz><question type='cloze'><questiontext><text>"
     + "{1:SA:=" * 3000 + "</text></questiontext></question></quiz>"],
)  # fmt: skip
def test_deep_and_long_ends(text: str) -> None:
    survives("a.xml", text.encode())


@pytest.mark.parametrize("sign", ["{", "=", "~", "#", "\\", "::", "->", "%", "{=a", "<b>", "[html]"])
def test_long_runs_end(sign: str) -> None:
    run = sign * (20_000 // len(sign))
    for text in (run, f"q {{{run}}}", f"::a::q {{={run}}}"):
        survives("a.gift", text.encode())


@pytest.mark.parametrize("html", ["<p>___</p>", "<p>a<br/>____</p>", "<ul><li>___</li></ul>", "___"])
def test_underscores_alone_on_a_line_are_no_rule(html: str) -> None:
    fragment = Fragment(lambda address: "")
    assert "<hr" not in shown(fragment.of_text(html))
