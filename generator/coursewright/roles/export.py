"""Documents of roles for the desk of HR: chosen roles and formats, a company's name, logo and template."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..link import Site
from ..link.site import SiteRole
from ..press.document import lines_of
from ..press.line import said
from ..press.pdf import pdf
from ..press.pdf_text import unprintable
from ..press.picture import Picture
from ..press.word.package import Kept, kept, word
from ..words import Words
from .archive import CHECKSUMS, MANIFEST, archive, checksums, manifest
from .documents import RoleDocument, blank_document, role_documents
from .stationery import Final, Stationery


@dataclass(frozen=True)
class Order:
    """What to print. No roles means all of them and the blank template; `template` is a Word file's bytes.

    `final` prints no proposals, but who confirmed them.
    """

    formats: tuple[str, ...]
    roles: tuple[str, ...] = ()
    company: str | None = None
    logo: Picture | None = None
    template: bytes | None = None
    final: Final | None = None


def template_keeps(site: Site, template: bytes) -> Kept:
    """What a Word template keeps of its own. Raises NotATemplate."""
    return kept(blank_document(Stationery(site, Words(site.course.language))).document, template)


def export_roles(
    site: Site, order: Order, progress: Callable[[str], None] = lambda name: None
) -> dict[str, bytes]:
    """File name → bytes: the documents, a manifest and checksums, and the archive if asked for.

    Raises NotATemplate for a template that is no Word document.
    """
    words = Words(site.course.language)
    endings = [ending for ending in order.formats if ending != "zip"] or ["docx", "pdf"]
    files = dict(_printed(_ordered(site, order, words), endings, order.template, progress))
    out = {name: raw for name, (_, raw) in files.items()} if order.formats != ("zip",) else {}
    if "zip" in order.formats:
        name = words("Job descriptions")
        out[f"{name}.zip"] = archive(files, words)
    out[MANIFEST] = manifest(files, words)
    return {**out, CHECKSUMS: checksums(out)}


def unprintable_in(site: Site, order: Order) -> str:
    """The characters that the PDF files of an order print as □."""
    if not {"pdf", "zip"} & {*order.formats}:
        return ""
    documents = [made.document for made in _ordered(site, order, Words(site.course.language))]
    heads = (said(document.head[0]) + document.head[1] for document in documents)
    return unprintable([*heads, *(text for document in documents for text in lines_of(document.blocks))])


def _ordered(site: Site, order: Order, words: Words) -> Iterator[RoleDocument]:
    stationery = Stationery(site, words, order.logo, order.final)
    chosen = [site.roles[id] for id in order.roles] or list(site.roles.values())
    yield from role_documents(stationery, [_of_company(role, order.company) for role in chosen])
    if not order.roles:
        yield blank_document(stationery)


def _of_company(role: SiteRole, company: str | None) -> SiteRole:
    return replace(role, model=role.model.model_copy(update={"company": company})) if company else role


def _printed(
    documents: Iterator[RoleDocument],
    endings: Sequence[str],
    template: bytes | None,
    progress: Callable[[str], None],
) -> Iterator[tuple[str, tuple[RoleDocument, bytes]]]:
    press: Mapping[str, Callable[[RoleDocument], bytes]] = {
        "docx": lambda document: word(document.document, template),
        "pdf": lambda document: pdf(document.document),
    }
    for document in documents:
        for ending in endings:
            progress(document.name(ending))
            yield document.name(ending), (document, press[ending](document))
