"""The course as a whole, and the people who appear in it."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import StringConstraints

from ..words.language import TAG
from .mark import CODE
from .text import Id, Plain, Source, Text, field
from .xapi import Xapi

DATE = r"^\d{4}-\d{2}-\d{2}$"

Language = Annotated[str, StringConstraints(pattern=TAG), CODE]


class Course(Source):
    """`content/course.yml`."""

    id: Id = field(
        "课程的固定代号；学习记录以它为名，发布后不要更改。",
        "Stable id of the course; learners' records are kept under it.",
    )
    title: Plain = field("课程名称，显示在每一页的页首。", "Title, shown in the header of every page.")
    sentence: Plain = field("一句话说明：学完能做什么。", "One sentence: what a learner can do afterwards.")
    language: Language = field(
        "课程所用语言的代码：语言，可再加文字和地区，如 zh-CN、en、ja 或 zh-Hant-HK。",
        "Language the course is written in, with script and region where they matter: "
        "zh-CN, en, ja, zh-Hant-HK.",
    )
    date: Annotated[str, StringConstraints(pattern=DATE), CODE] = field(
        "本版日期（年-月-日，加引号）;构建只用它，不用当前时间。",
        "Date of this edition (YYYY-MM-DD, quoted); the build uses it instead of today's.",
    )
    owner: Plain = field("谁对内容负责，如某部门。", "Who answers for the content, such as a department.")
    chapters: tuple[Id, ...] = field(
        "各章的代号，按学习次序；每个代号是 chapters/ 下的一个文件夹。",
        "Chapter ids in order; each is a folder under chapters/.",
        min_length=1,
    )
    xapi: Xapi | None = field(
        "把学习记录发给单位的学习记录库；不写就什么也不发。",
        "Sends what is learnt to an employer's learning record store; without it nothing is sent.",
        None,
    )

    @property
    def moment(self) -> datetime:
        """Midnight of the edition's date, without a time zone: the only time that a file may carry."""
        return datetime.fromisoformat(self.date)


class Fact(Source):
    """One checked fact about a person or a firm in the cases."""

    name: Plain = field("事实的名目，如“年销售额”。", "What the fact is about, such as “annual sales”.")
    value: Plain = field("事实的内容；数字注明单位。", "The fact itself; figures carry their unit.")


class Person(Source):
    """A customer or a colleague whom the learner meets again and again."""

    id: Id = field("固定代号，场景用它引用此人。", "Stable id by which scenes refer to this person.")
    name: Plain = field("姓名或企业简称。", "Name of the person or the firm.")
    side: Literal["customer", "colleague"] = field(
        "customer 为客户，colleague 为同事。", "customer or colleague."
    )
    position: Plain = field(
        "身份，如“社区超市店主”。", "Who this is, such as “owner of a neighbourhood shop”."
    )
    summary: Text = field("两三句介绍。", "Introduction of two or three sentences.")
    facts: tuple[Fact, ...] = field("全课程一致的事实表。", "Facts that hold through the whole course.", ())


class Cast(Source):
    """`content/cast.yml`."""

    introduction: Text | None = field("人物页的开头。", "Opening of the page of people.", None)
    people: tuple[Person, ...] = field("人物与企业。", "People and firms.")
