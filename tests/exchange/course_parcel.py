"""The public items of the repository's own course, as they go out."""

from functools import cache

from coursewright.commands.export import public
from coursewright.compiler import check_course
from coursewright.exchange.posed import Parcel
from coursewright.words import Words
from trees import ROOT

NOTHING: dict[str, str | None] = {"chapter": None, "type": None, "level": None}


@cache
def course_parcel() -> Parcel:
    site = check_course(ROOT).site
    return public(site, Words(site.course.language), None, NOTHING)
