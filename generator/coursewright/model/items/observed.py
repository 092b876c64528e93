"""What an item showed when it was sat, as item analysis wrote it into the bank."""

from typing import Annotated

from pydantic import Field, StringConstraints
from pydantic.types import StrictInt

from ..course import DATE
from ..mark import CODE
from ..text import Code, Source, field

Number = Annotated[StrictInt, Field(ge=1)]
Day = Annotated[str, StringConstraints(pattern=DATE), CODE]
Facility = Annotated[float, Field(ge=0, le=100, strict=True)]
Discrimination = Annotated[float, Field(ge=-1, le=1, strict=True)]


class Observed(Source):
    """One session of one edition of the item."""

    session: Code = field("哪一场考试（场次名）。", "Name of the session.")
    date: Day = field("哪一天分析的，YYYY-MM-DD。", "Day of the analysis, YYYY-MM-DD.")
    edition: Number = field("当时是第几版。", "Edition that was sat.")
    n: Number = field("多少人作答。", "How many candidates sat it.")
    facility: Facility = field("实测答对率（%）。", "Observed facility, in percent.")
    discrimination: Discrimination | None = field(
        "实测区分度（校正点二列相关）；全对、全错时没有。",
        "Observed discrimination (corrected point-biserial); none where all were right, or none.",
        None,
    )
