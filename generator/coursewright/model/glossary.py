"""The words of the trade."""

from .references import SectionRef, TermId
from .text import Code, Id, Line, Plain, Source, field


class Term(Source):
    """One entry."""

    id: Id = field("固定代号。", "Stable id.")
    term: Plain = field("术语。", "The term.")
    english: Code | None = field(
        "英文对应词；没有就不写，英文课程不必写。",
        "English equivalent, or in an English course a synonym; may be left out.",
        None,
    )
    aliases: tuple[Plain, ...] = field(
        "别名、缩写；正文里出现也会链接。", "Other names; linked in the text as well.", ()
    )
    definition: Line = field("一两句定义。", "Definition in a sentence or two.")
    section: SectionRef | None = field("讲解它的一节。", "The section that teaches it.", None)
    see: tuple[TermId, ...] = field("参见的术语代号。", "Ids of related terms.", ())


class Glossary(Source):
    """`content/glossary.yml`."""

    terms: tuple[Term, ...] = field(
        "术语，次序随意，页面会排序。", "Terms in any order; the page sorts them."
    )
