"""The public notice of a session: when it is, and what it was bound to beforehand."""

from typing import Annotated

from pydantic import Field, StringConstraints
from pydantic.types import StrictInt

from .clock import CLOCK
from .course import DATE
from .mark import CODE
from .references import ExamId
from .text import Line, Plain, Source, Text, field

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), CODE]
"""SHA-256 in hex."""

Clock = Annotated[str, StringConstraints(pattern=CLOCK), CODE]

Day = Annotated[str, StringConstraints(pattern=DATE), CODE]

Number = Annotated[StrictInt, Field(ge=1, le=10_000)]


class Notice(Source):
    """`quizzes/notices/<id>.yml`; the id is the session's name."""

    exam: ExamId = field("哪一门考试。", "The exam.")
    title: Plain = field("通知的标题。", "Title of the notice.")
    date: Day = field("考试日期，YYYY-MM-DD。", "Day of the exam, YYYY-MM-DD.")
    begins: Clock | None = field("开始时间，HH:MM，如 09:00。", "When it begins, HH:MM, such as 09:00.", None)
    place: Line | None = field("地点。", "Where it is.", None)
    forms: Number = field("几份平行卷。", "How many parallel forms.")
    items: Number = field("每份多少题。", "Items of a form.")
    points: Number = field("满分。", "Points of a form.")
    minutes: Number = field("时间（分钟）。", "Time in minutes.")
    commitment: Digest = field(
        "答案文件的 SHA-256 校验值，考前公布；考后可以核对答案没有改过。",
        "SHA-256 of the key file, published beforehand: that the keys were not changed can be checked later.",
    )
    journal: Digest = field(
        "公布时考试日志最后一条的校验值；考后可以核对日志没有改过、没有被截短。",
        "Digest of the journal's last entry when this was published: that no entry before it was changed or "
        "removed can be checked later.",
    )
    announced: Day = field("公布日期，YYYY-MM-DD。", "Day on which it was published, YYYY-MM-DD.")
    void: Plain | None = field(
        "这个场次为什么作废；作废时由命令写上。",
        "Why the session is void; written by the command that declares it so.",
        None,
    )
    note: Text | None = field(
        "其他要说的：带什么、迟到怎么办。", "What else to say: what to bring, who is late.", None
    )
