"""A practice package of SCORM 1.2 (ADL, Content Aggregation Model 1.2 and Run-Time Environment 1.2, 2001).

One organisation with one item, one SCO that has all files. It says no mastery score: a platform that knew one
would call an attempt failed that is only interrupted. The page sets its status itself.
"""

from copy import deepcopy

from .elements import Elements, document
from .lesson import Lesson, xml_text
from .zipped import zipped

MANIFEST = "imsmanifest.xml"
_CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_LONGEST_TITLE = 200


def scorm12(lesson: Lesson) -> bytes:
    """A ZIP with the manifest first. Same lesson, same bytes."""
    return zipped({MANIFEST: _manifest(lesson), **lesson.files})


def _manifest(lesson: Lesson) -> bytes:
    cp = Elements(_CP, {None: _CP, "adlcp": _ADL})
    title = cp("title", xml_text(lesson.title)[:_LONGEST_TITLE])
    item = cp("item", deepcopy(title), identifier="item", identifierref="resource", isvisible="true")
    files = (cp("file", href=path) for path in lesson.files)
    resource = cp("resource", *files, identifier="resource", type="webcontent", href=lesson.page)
    resource.set(f"{{{_ADL}}}scormtype", "sco")
    root = cp(
        "manifest",
        cp("metadata", cp("schema", "ADL SCORM"), cp("schemaversion", "1.2")),
        cp(
            "organizations",
            cp("organization", title, item, identifier="organization"),
            default="organization",
        ),
        cp("resources", resource),
        identifier=f"coursewright-{lesson.course}-{lesson.id}",
        version="1.0",
    )
    return document(root)
