"""Every document of the roles, ordered from the press for the site."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future

from ..render.rendering import Rendering
from ..words import Words
from .archive import archive
from .documents import ARCHIVE, RoleDocument

ENDINGS = ("docx", "pdf")


def order_documents(rendering: Rendering, documents: Sequence[RoleDocument]) -> None:
    """Have them all printed, and bound into the archive."""
    printed: dict[str, tuple[RoleDocument, Future[bytes]]] = {}
    for document in documents:
        orders = rendering.order(document.key, document.document, document.stem, *ENDINGS)
        printed |= {
            document.name(ending): (document, order) for ending, order in zip(ENDINGS, orders, strict=False)
        }
    rendering.bind(ARCHIVE, lambda: _bound(printed, rendering.words))


def _bound(printed: Mapping[str, tuple[RoleDocument, Future[bytes]]], words: Words) -> bytes:
    return archive({name: (document, order.result()) for name, (document, order) in printed.items()}, words)
