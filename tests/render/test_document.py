"""Blocks of a document as HTML."""

import re

import pytest

from coursewright.link.site import Target
from coursewright.model.markup import blocks
from coursewright.press.document import (
    Beside,
    Block,
    Code,
    Column,
    Facts,
    Figure,
    Heading,
    Item,
    Listing,
    Paragraph,
    Passage,
    Quotation,
    Signatures,
    Table,
    Title,
)
from coursewright.press.line import Control, Link, Mark, Run, Span
from coursewright.press.picture import Picture
from coursewright.press.prose import prose
from coursewright.render.document import document_html
from coursewright.render.markdown import Reading

TARGETS = {"role:head": Target("role", "head", "Head", "roles/head.md")}
MARK = Mark("Proposal", 'not "said"')
MARKED = '<span class="cw-proposal" title="not &quot;said&quot;">Proposal</span>'
SCROLL = '<div class="cw-scroll" tabindex="0">'


def html(*blocks: Block) -> str:
    return str(document_html(blocks, Reading("roles/gardener.md", TARGETS)))


@pytest.mark.parametrize(
    ("span", "made"),
    [
        ("a <b> & 'c'", "a &lt;b&gt; &amp; &#x27;c&#x27;"),
        ("a\nb", "a<br>b"),
        ("{{ x }} `y` ~~z", "&#123;&#123; x }} &#96;y&#96; &#126;&#126;z"),
        (Run("a", strong=True, emphasis=True), "<strong><em>a</em></strong>"),
        (Run("<", code=True, struck=True), "<s><code>&lt;</code></s>"),
        (
            Link(("a ", Run("b", strong=True)), "role:head"),
            '<a href="site:/roles/head/">a <strong>b</strong></a>',
        ),
        (Link(("a",), "https://b.c/?d&e"), '<a href="https://b.c/?d&amp;e" rel="noopener noreferrer">a</a>'),
        (Link(("a",), "javascript:alert(1)"), "<a>a</a>"),
        (MARK, MARKED),
        (Control("a.1", "A", "x<y"), '<span data-field="a.1">x&lt;y</span>'),
        (Control('"', "A"), '<span data-field="&quot;"></span>'),
        (
            Control("a", "A", "x", kind="choice", choices=(("x", "shown"),)),
            '<span data-field="a">shown</span>',
        ),
        (
            Control("a", "A", "x", line=(Link(("Head",), "role:head"),)),
            '<span data-field="a"><a href="site:/roles/head/">Head</a></span>',
        ),
    ],
)
def test_a_span_is_escaped_and_linked(span: Span, made: str) -> None:
    assert html(Paragraph((span,))) == f'<div class="cw-text"><p>{made}</p></div>'


@pytest.mark.parametrize(
    ("block", "made"),
    [
        (Title("A"), "\n\n# A\n\n"),
        (Heading(("Duties",), anchor="duties"), "\n\n## Duties { #duties }\n\n"),
        (Heading(("Duties", MARK), 2), f'\n\n### Duties\n\n<p class="cw-mark">{MARKED}</p>'),
        (Paragraph(("a",), "small"), '<div class="cw-text cw-statement"><p>a</p></div>'),
        (
            Listing((("a",), Item(("b",), (Listing((("c",),)),)))),
            "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
        ),
        (Listing((("a",),), "number", 3), '<ol start="3"><li>a</li></ol>'),
        (Listing((("a",),), "cross"), '<ul class="cw-crosses"><li>a</li></ul>'),
        (Quotation((Paragraph(("a",)),)), "<blockquote><p>a</p></blockquote>"),
        (Code("a\n <b>"), "<pre><code>a\n &lt;b&gt;\n</code></pre>"),
        (Figure(Picture("png", b"", 1, 1), "a <plan>"), "<p>a &lt;plan&gt;</p>"),
        (
            Passage("purpose", "Purpose", (Heading(("a",), 2), Paragraph(("b",)))),
            '<div class="cw-text" data-field="purpose"><h3>a</h3><p>b</p></div>',
        ),
        (
            Facts(((("a",), ("b",)), (("c",), (Control("d", "D"),))), frozenset({1})),
            f'{SCROLL}<table class="cw-pairs"><tbody><tr><th scope="row">a</th><td>b</td></tr>'
            '<tr class="cw-wide"><th scope="row">c</th><td><span data-field="d"></span></td></tr>'
            "</tbody></table></div>",
        ),
        (
            Table((Column(("a", MARK), 1), Column(("b",), 1, "right")), ((("c",), ("d",)),), "t"),
            f'{SCROLL}<table><thead><tr><th scope="col">a{MARKED}</th><th scope="col" class="cw-right">b</th>'
            '</tr></thead><tbody><tr><td>c</td><td class="cw-right">d</td></tr></tbody></table></div>',
        ),
        (
            Signatures(("A", "B"), ("Signature", "Date")),
            '<div class="cw-signatures"><p>A<span></span>Date<span></span></p>'
            "<p>B<span></span>Date<span></span></p></div>",
        ),
    ],
)
def test_a_block_is_the_html_of_a_page(block: Block, made: str) -> None:
    assert html(block) == made


def test_a_wide_table_is_a_list_of_rows_on_a_phone() -> None:
    columns = tuple(Column((name,), 1) for name in ("#", "a", "b", "c"))
    table = html(Table(columns, ((("1",), ("x",), ("y",), ("z",)),), "t", row="duty"))
    assert '<div class="cw-scroll cw-stack"' in table
    assert '<tr data-duty="1"><td>1</td><td data-column="a">x</td>' in table


def test_a_folded_table_and_two_beside_each_other_stay_what_they_are() -> None:
    one = Table((Column(("a",), 1),), ((("b",),), (("c",),)), "Inside", folded=True)
    assert '<div class="cw-scroll cw-columns"' in html(one)
    both = html(Beside(one, one, "t"))
    assert both.count("<table>") == both.count('<section aria-label="Inside">') == 2


def test_an_authors_text_is_whole_html() -> None:
    text = "a *b*\\\nc\n\n- d\n\n> e\n\n| f | g |\n|---|---|\n| h | i |\n\n---\n\n```\nj\n```\n"
    made = html(Passage("p", "P", prose(blocks(text))))
    assert re.sub(r"<[^>]+>", " ", made).split() == list("abcdefghij")
    for tag in re.findall(r"<(\w+)", made):
        assert made.count(f"<{tag}>") + made.count(f"<{tag} ") == made.count(f"</{tag}>") or tag in (
            "br",
            "hr",
        )
