"""The public items of the repository's own course, as they go out."""

from functools import cache

from coursewright.commands.choosing import Wanted, chosen
from coursewright.compiler import check_course
from coursewright.exchange.posed import Parcel
from coursewright.words import Words
from trees import ROOT


@cache
def course_parcel() -> Parcel:
    checked = check_course(ROOT)
    return chosen(ROOT, checked, Wanted(), Words(checked.site.course.language)).parcel
