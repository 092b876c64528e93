"""Elements of the XML that packages are described in."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

Element = etree._Element


class Elements:
    """Makes elements of one namespace; `prefixes` has those of all that stand below."""

    def __init__(self, namespace: str, prefixes: Mapping[str | None, str] | None = None) -> None:
        self._namespace = namespace
        self._prefixes: Any = prefixes or {None: namespace}  # lxml takes None for no prefix, its stubs do not

    def __call__(self, tag: str, *inside: Element | str, **attributes: str) -> Element:
        """`inside` are elements, or a text. Attributes have no namespace."""
        made = etree.Element(f"{{{self._namespace}}}{tag}", attributes, nsmap=self._prefixes)
        for each in inside:
            if isinstance(each, str):
                made.text = each
            else:
                made.append(each)
        return made


def document(root: Element) -> bytes:
    etree.cleanup_namespaces(root, keep_ns_prefixes=[prefix for prefix in root.nsmap if prefix])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
