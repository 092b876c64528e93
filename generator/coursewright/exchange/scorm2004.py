"""A practice package of SCORM 2004, 4th edition (ADL, Content Aggregation Model 1.1 and Run-Time Environment
1.1, 2009).

One organisation with one item, one SCO that has all files. The page says by itself what was completed and
whether that was a success; no sequencing does.
"""

from copy import deepcopy

from .elements import Elements, document
from .lesson import Lesson, xml_text
from .scorm12 import MANIFEST
from .zipped import zipped

_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_ADL = "http://www.adlnet.org/xsd/adlcp_v1p3"
_SEQUENCING = "http://www.imsglobal.org/xsd/imsss"
_LONGEST_TITLE = 200


def scorm2004(lesson: Lesson) -> bytes:
    """A ZIP with the manifest first. Same lesson, same bytes."""
    return zipped({MANIFEST: _manifest(lesson), **lesson.files})


def _manifest(lesson: Lesson) -> bytes:
    cp, ss = Elements(_CP, {None: _CP, "adlcp": _ADL, "imsss": _SEQUENCING}), Elements(_SEQUENCING)
    title = cp("title", xml_text(lesson.title)[:_LONGEST_TITLE])
    files = (cp("file", href=path) for path in lesson.files)
    resource = cp("resource", *files, identifier="resource", type="webcontent", href=lesson.page)
    resource.set(f"{{{_ADL}}}scormType", "sco")
    delivery = ss("deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    item = cp(
        "item", deepcopy(title), ss("sequencing", delivery), identifier="item", identifierref="resource"
    )
    flow = ss("sequencing", ss("controlMode", choice="true", flow="true"))
    root = cp(
        "manifest",
        cp("metadata", cp("schema", "ADL SCORM"), cp("schemaversion", "2004 4th Edition")),
        cp(
            "organizations",
            cp("organization", title, item, flow, identifier="organization"),
            default="organization",
        ),
        cp("resources", resource),
        identifier=f"coursewright-{lesson.course}-{lesson.id}",
        version="1.0",
    )
    return document(root)
