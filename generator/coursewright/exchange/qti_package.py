"""QTI content packages (IMS Content Packaging): items, a test that asks them, pictures, the manifest.

Names are ASCII in lower case with `/` between; nothing is in the file that the manifest does not name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from ..words import Words
from .posed import Ledger, Note, Parcel, Posed, Sent, written
from .qti_item import QtiItem
from .qti_names import V3, V21, Version, identifier
from .qti_scoring import SCORE

MOST_OF_A_PART = 200
"""Items in one part of a test: readers load a part at once."""

MANIFEST, TEST = "imsmanifest.xml", "test.xml"


@dataclass(frozen=True)
class _Made:
    """An item, its place in the package, and the names of the course's pictures that it shows."""

    posed: Posed
    element: etree._Element
    pictures: Sequence[str]

    @property
    def path(self) -> str:
        return f"items/{self.posed.id}.xml"


def qti3(parcel: Parcel, words: Words) -> Sent:
    return _Package(parcel, V3).sent()


def qti21(parcel: Parcel, words: Words) -> Sent:
    return _Package(parcel, V21).sent()


class _Package:
    def __init__(self, parcel: Parcel, version: Version) -> None:
        self._parcel, self._version = parcel, version
        self._make = version.make

    def sent(self) -> Sent:
        ledger = Ledger()
        made = [each for _posed, each in written(self._parcel.posed, self._item, ledger)]
        files = {MANIFEST: _bytes(self._manifest(made)), TEST: _bytes(self._test(made))}
        files |= {each.path: _bytes(each.element) for each in made}
        for name in sorted({name for each in made for name in each.pictures}):
            files[self._picture(name)] = self._parcel.media[name].content
        return Sent(self._zipped(files), len(made), ledger)

    def _item(self, posed: Posed, note: Note) -> _Made:
        item = QtiItem(posed, self._version, note, lambda name: f"../{self._picture(name)}")
        element = item.element(self._parcel.names.language)
        return _Made(posed, element, item.pictures)

    def _picture(self, name: str) -> str:
        """By its content: the names of pictures may have any letters."""
        medium = self._parcel.media[name]
        return f"media/{sha256(medium.content).hexdigest()[:16]}.{medium.ending}"

    def _zipped(self, files: dict[str, bytes]) -> bytes:
        out = BytesIO()
        moment = self._parcel.names.moment
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for path, content in files.items():
                info = ZipInfo(path, (max(1980, moment.year), moment.month, moment.day, 0, 0, 0))
                info.compress_type = ZIP_DEFLATED
                archive.writestr(info, content)
        return out.getvalue()

    # the test

    def _test(self, made: Sequence[_Made]) -> etree._Element:
        parts = [self._part(number, units) for number, units in enumerate(_parts(made), 1)]
        zero = self._make("defaultValue", self._make("value", "0"))
        outcome = self._make(
            "outcomeDeclaration", zero, identifier=SCORE, cardinality="single", baseType="float"
        )
        scores = self._make("sum", self._make("testVariables", variableIdentifier=SCORE))
        processing = self._make("outcomeProcessing", self._make("setOutcomeValue", scores, identifier=SCORE))
        return self._make(
            "assessmentTest",
            outcome,
            *parts,
            processing,
            identifier=identifier(self._parcel.id),
            title=self._parcel.title,
        )

    def _part(self, number: int, units: Sequence[Sequence[_Made]]) -> etree._Element:
        sections = [self._section(f"PART_{number}_{at}", unit) for at, unit in enumerate(units, 1)]
        return self._make(
            "testPart",
            *sections,
            identifier=f"PART_{number}",
            navigationMode="nonlinear",
            submissionMode="individual",
        )

    def _section(self, id: str, unit: Sequence[_Made]) -> etree._Element:
        """One item, or the questions of a case, which stay together."""
        refs = [
            self._make("assessmentItemRef", identifier=identifier(each.posed.id), href=each.path)
            for each in unit
        ]
        material = unit[0].posed.material
        title = (material.title if material else "") or unit[0].posed.id
        return self._make(
            "assessmentSection", *refs, identifier=id, title=title, visible="false", keepTogether="true"
        )

    # the manifest

    def _manifest(self, made: Sequence[_Made]) -> etree._Element:
        root = self._packed("manifest", identifier=f"manifest-{self._parcel.id}")
        metadata = etree.SubElement(root, self._named("metadata"))
        etree.SubElement(metadata, self._named("schema")).text = self._version.schema
        etree.SubElement(metadata, self._named("schemaversion")).text = f"{self._version.number}.0"
        etree.SubElement(root, self._named("organizations"))
        resources = etree.SubElement(root, self._named("resources"))
        test = self._resource(resources, "test", self._version.test_type, TEST)
        for each in made:
            resource = self._resource(
                resources, identifier(f"item-{each.posed.id}"), self._version.item_type, each.path
            )
            resource.insert(0, self._keywords(each.posed))
            for name in each.pictures:
                etree.SubElement(resource, self._named("file"), href=self._picture(name))
            etree.SubElement(test, self._named("dependency"), identifierref=str(resource.get("identifier")))
        return root

    def _named(self, name: str) -> str:
        return f"{{{self._version.manifest}}}{name}"

    def _packed(self, name: str, **attributes: str) -> etree._Element:
        space: Any = {None: self._version.manifest}
        return etree.Element(self._named(name), attributes, nsmap=space)

    def _resource(self, parent: etree._Element, id: str, type: str, path: str) -> etree._Element:
        resource = etree.SubElement(parent, self._named("resource"), identifier=id, type=type, href=path)
        etree.SubElement(resource, self._named("file"), href=path)
        return resource

    def _keywords(self, posed: Posed) -> etree._Element:
        """What the item tests, as keywords of the learning object's metadata (IEEE 1484.12.3)."""
        metadata = self._packed("metadata")
        space = self._version.metadata
        default: Any = {None: space}
        lom = etree.SubElement(metadata, f"{{{space}}}lom", nsmap=default)
        general = etree.SubElement(lom, f"{{{space}}}general")
        for tag in posed.tags:
            keyword = etree.SubElement(general, f"{{{space}}}keyword")
            etree.SubElement(keyword, f"{{{space}}}string").text = tag
        return metadata


def _parts(made: Sequence[_Made]) -> Iterator[list[list[_Made]]]:
    """Items by cases, in parts that are not too large."""
    part: list[list[_Made]] = []
    for _case, group in groupby(made, key=lambda each: each.posed.material or each.posed.id):
        unit = [*group]
        if part and sum(map(len, part)) + len(unit) > MOST_OF_A_PART:
            yield part
            part = []
        part.append(unit)
    if part:
        yield part


def _bytes(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8") + b"\n"
