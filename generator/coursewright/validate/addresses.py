"""Where links and pictures of a text lead: nowhere, or into the course by an address that is plain."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from ..diagnostics import Problem
from ..diagnostics.nearest import nearest
from ..load.source_file import SourceFile
from ..model.kinds import ATTACHMENT, LINKED, PICTURE, PICTURED
from ..model.markup import address_of, raw_address, reachable
from ..model.medium import PICTURES
from ..model.walk import Spot
from .alternative import names_its_file, says_nothing

_MEANT = {
    **dict.fromkeys(("image", "img", "pic", "pics", "photo", "figure", "图片", "图", "照片"), PICTURE.name),
    **dict.fromkeys(
        ("file", "files", "download", "document", "doc", "附件", "文件", "下载"), ATTACHMENT.name
    ),
    **dict.fromkeys(("page", "lesson", "unit", "节", "小节", "章节"), "section"),
    **dict.fromkeys(("glossary", "word", "术语"), "term"),
    **dict.fromkeys(("job", "post", "岗位"), "role"),
}
"""Schemes that people write for one of ours, which looks quite different."""

_SCHEME = re.compile(r"([^\s:/\\#?]+):(?!//)(.+)", re.S)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PERCENT = re.compile(r"%[2-7][0-9A-Fa-f]")
"""A character that an address could have as it is."""
_CODED = re.compile(r"(?<![\w:/.#-])[\w:/.#-]*(?:(?:&#?\w+;|\\[^\w\s])[\w:/.#-]*)+")


def address_problems(file: SourceFile, spot: Spot, token: Token, *, role: bool) -> Iterator[Problem]:
    """Links and pictures that lead nowhere, and pictures without words."""
    address = address_of(token)
    if token.type == "image":
        yield from _picture(file, spot, token, address, role=role)
    elif token.type == "link_open" and not reachable(address) and "：" not in address:
        values = {"found": address or "()", "near": meant(address)}
        words = (address, raw_address(token)) if len(address) > 2 else (f"]({address}",)
        yield Problem("CW0501", file.place_of_any(spot.path, *words), values)
    is_ours = address.partition(":")[0] in LINKED | PICTURED
    if is_ours and (written := _disguised(token, address, spot.text)):
        yield Problem("CW0516", file.place_of(spot.path, written), {"found": written, "proper": address})


def _picture(file: SourceFile, spot: Spot, token: Token, address: str, *, role: bool) -> Iterator[Problem]:
    place = file.place_of_any(spot.path, address or "![", raw_address(token))
    words = token.content.strip()
    if role:
        yield Problem("CW0503", place, {"role": file.path})
    elif address.partition(":")[0] not in PICTURED:
        yield Problem("CW0503", place, {"near": meant(address, shown=True)})
    elif not re.search(r"\w", words) or words in (address, address.partition(":")[2]):
        yield Problem("CW0510", place, {"address": address})
    elif says_nothing(words) or names_its_file(words, address.partition(":")[2]):
        yield Problem("CW0517", place, {"words": words})


def meant(address: str, *, shown: bool = False) -> str:
    """The link or picture that was probably meant by an address that leads nowhere, or nothing."""
    if _MAIL.fullmatch(address) and not shown:
        return _as_link("mailto", address)
    match = _SCHEME.fullmatch(address)
    scheme, rest = (unicodedata.normalize("NFKC", match[1]).lower(), match[2]) if match else ("", address)
    name = rest.replace("\\", "/").rsplit("/", 1)[-1].strip()
    ending = name.rpartition(".")[2].lower() if re.fullmatch(r"[^?#]+\.[A-Za-z0-9]{1,5}", name) else ""
    if ending in PICTURES:
        return _as_picture(name) if shown or scheme != ATTACHMENT.name else _as_link(ATTACHMENT.name, name)
    if ending and ending not in ("md", "html", "htm", "yml", "yaml", "com", "cn", "org", "net"):
        return _as_link(ATTACHMENT.name, name)
    kind = _MEANT.get(scheme) or nearest(scheme, LINKED) if scheme else ""
    return _as_link(kind, rest.strip()) if kind and not shown else ""


def _as_picture(name: str) -> str:
    return f"![…]({PICTURE.name}:{name})"


def _as_link(kind: str, id: str) -> str:
    return f"[…]({kind}:{id})"


def _disguised(token: Token, address: str, text: str) -> str:
    """An address of the course as it is written, if that is with codes, where no renaming would find it."""
    written = raw_address(token)
    if _PERCENT.search(written):
        return written
    return _coded(text).get(address) or ("" if address in text else written)


@lru_cache(maxsize=1)
def _coded(text: str) -> Mapping[str, str]:
    """Words of a text with codes in them, by what they say: a text has many links, and is read once."""
    is_coded = "&" in text or "\\" in text
    return {unescapeAll(each): each for each in _CODED.findall(text)} if is_coded else {}
