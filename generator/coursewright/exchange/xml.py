"""XML that somebody handed in: read without entities, without a network, and of a bounded size and depth."""

import re

from lxml import etree

from .sheet import Unreadable

MOST_BYTES = 48 * 1024 * 1024
_DECLARED = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
"""Entities may be many times as long as they are written, or stand for files. No program writes them here."""
_START = re.compile(rb"<(?:\?xml|!|quiz\b|(?:\w+:)?(?:qti-)?assessment)", re.I)


def is_xml(raw: bytes) -> bool:
    """Whether a file begins as XML does."""
    return _START.match(raw[:200].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()) is not None


def tree(raw: bytes) -> etree._Element:
    """The root of a document, without comments. Raises Unreadable with the place of what is wrong."""
    if len(raw) > MOST_BYTES:
        raise Unreadable("CW1004", {"most": f"{MOST_BYTES // 1024 // 1024} MiB"})
    if _DECLARED.search(raw):
        raise Unreadable("CW1057", {"reason": "<!DOCTYPE>"})
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as problem:
        line, column = problem.position
        reason = problem.msg.partition(", line")[0] if problem.msg else ""
        raise Unreadable("CW1057", {"reason": reason}, (max(1, line), max(1, column))) from problem
    except (etree.LxmlError, ValueError, LookupError) as problem:
        raise Unreadable("CW1057", {"reason": str(problem)}) from problem
