"""A practice quiz: items in an order."""

from .references import ChapterId, ItemId, TaxonomyId
from .text import Percent, Plain, Source, field


class Quiz(Source):
    """`quizzes/practice/<id>.yml`."""

    title: Plain = field("测验名称。", "Title.")
    summary: Plain = field("一句话说明。", "One sentence about it.")
    chapter: ChapterId | None = field(
        "所属的章；综合测验不写。", "Its chapter; leave out for a quiz across chapters.", None
    )
    taxonomy: TaxonomyId | None = field("所测的图谱。", "The taxonomy it tests.", None)
    cut: Percent = field("达标线（%）。", "Cut score in percent.", 80)
    items: tuple[ItemId, ...] = field(
        "试题代号，按次序。", "Item ids in order.", min_length=1, max_length=100
    )
