"""The topics that a course was made from, and where each of them went."""

from typing import Annotated

from pydantic import StringConstraints

from .mark import NAME
from .references import RoleId, SectionRef, ToolkitId
from .text import LONGEST, Plain, Source, field

TopicId = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$", max_length=LONGEST), NAME
]
"""A number as syllabuses have them: `6.3`."""


class Topic(Source):
    """One topic of a syllabus, a regulation, or whatever a course is to cover."""

    id: TopicId = field(
        '大纲里的编号，如 "6.3"，要加引号。', 'Its number, such as "6.3", in quotation marks.'
    )
    title: Plain = field("主题的名称。", "What the topic is called.")
    sections: tuple[SectionRef, ...] = field(
        "讲解它的节：章/节。", "The sections that teach it, each as chapter/section.", ()
    )
    toolkits: tuple[ToolkitId, ...] = field("落实它的工具。", "Toolkits that serve it.", ())
    roles: tuple[RoleId, ...] = field("落实它的岗位说明书。", "Job descriptions that it became.", ())

    @property
    def is_covered(self) -> bool:
        return bool(self.sections or self.toolkits or self.roles)


class Topics(Source):
    """`content/topics.yml`."""

    topics: tuple[Topic, ...] = field(
        "来源主题，按来源里的次序。", "Topics in the order of their source.", min_length=1
    )
