"""Waivers: an author who knows of a flaw, and says why it stands."""

from .text import Code, Id, Source, field


class Waiver(Source):
    """One rule of item quality that is not to be told here."""

    rule: Id = field(
        "规则的名称，见 `coursewright check` 的提示，如 longest-key。",
        "Name of the rule, which `coursewright check` tells, such as longest-key.",
    )
    reason: Code = field("为什么可以这样。", "Why it may stand.")


def waivers() -> tuple[Waiver, ...]:
    """The field `waive` of whatever rules of item quality look at."""
    return field(  # type: ignore[no-any-return]  # as pydantic's Field
        "不再提醒的质量规则，各写理由。",
        "Rules of item quality that are not to be told here, each with the reason.",
        (),
    )
