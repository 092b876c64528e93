"""A practice package of SCORM 2004, 4th edition (ADL, Content Aggregation Model 1.1 and Run-Time Environment
1.1, 2009).

One organisation with one item, one SCO that has all files. The page says by itself what was completed and
whether that was a success; no sequencing does.
"""

from lxml import etree
from lxml.builder import ElementMaker

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
    cp = ElementMaker(namespace=_CP, nsmap={None: _CP, "adlcp": _ADL, "imsss": _SEQUENCING})
    ss = ElementMaker(namespace=_SEQUENCING)
    title = xml_text(lesson.title)[:_LONGEST_TITLE]
    resource = cp.resource(
        {f"{{{_ADL}}}scormType": "sco"},
        *(cp.file(href=path) for path in lesson.files),
        identifier="resource",
        type="webcontent",
        href=lesson.page,
    )
    delivery = ss.deliveryControls(completionSetByContent="true", objectiveSetByContent="true")
    item = cp.item(cp.title(title), ss.sequencing(delivery), identifier="item", identifierref="resource")
    flow = ss.sequencing(ss.controlMode(choice="true", flow="true"))
    organization = cp.organization(cp.title(title), item, flow, identifier="organization")
    root = cp.manifest(
        cp.metadata(cp.schema("ADL SCORM"), cp.schemaversion("2004 4th Edition")),
        cp.organizations(organization, default="organization"),
        cp.resources(resource),
        identifier=f"coursewright-{lesson.course}-{lesson.id}",
        version="1.0",
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
