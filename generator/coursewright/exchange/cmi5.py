"""A practice package of cmi5 (Quartz, 2016, sections 13 and 14): a course of one assignable unit.

Whoever passes moves on. The platform may set another mastery score, and the page goes by that.
"""

from .elements import Element, Elements, document
from .lesson import Lesson, xml_text
from .zipped import zipped

STRUCTURE = "cmi5.xml"
_NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def cmi5(lesson: Lesson) -> bytes:
    """A ZIP with the structure first. Same lesson, same bytes."""
    return zipped({STRUCTURE: _structure(lesson), **lesson.files})


def _structure(lesson: Lesson) -> bytes:
    make = Elements(_NAMESPACE)

    def said(tag: str, text: str) -> Element:
        return make(tag, make("langstring", xml_text(text), lang=lesson.language))

    def about() -> tuple[Element, Element]:
        return said("title", lesson.title), said("description", lesson.summary or lesson.title)

    unit = make(
        "au",
        *about(),
        make("url", lesson.page),
        id=lesson.activity,
        moveOn="Passed",
        masteryScore=f"{lesson.cut / 100:g}",
        launchMethod="AnyWindow",
    )
    return document(make("courseStructure", make("course", *about(), id=f"{lesson.activity}/course"), unit))
