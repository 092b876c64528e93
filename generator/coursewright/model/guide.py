"""A guide: how to work with the site itself."""

from typing import Literal, get_args

from .text import Count, Plain, Source, Text, field

Audience = Literal["learner", "trainer", "hr", "auditor", "host"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)


class Guide(Source):
    """`content/guides/<id>.yml`."""

    title: Plain = field("指南的标题。", "Title.")
    summary: Plain = field("一句话说明。", "One sentence about it.")
    audience: Audience = field(
        "读者：learner 学员，trainer 培训师，hr 人力资源，auditor 核验与审计，host 部署者。",
        "For whom: learner, trainer, hr, auditor (who verifies or audits) or host.",
    )
    order: Count = field("同一读者的指南按它排序。", "Position among the guides for the same readers.", 100)
    body: Text = field("正文，Markdown；小标题从 ## 开始。", "Text in Markdown; headings start at ##.")
