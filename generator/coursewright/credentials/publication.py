"""What the site publishes of an issuer: its DID document and the status list, as files that never move."""

import json
from collections.abc import Iterable
from concurrent.futures import Future

from ..model.issuer import LIST_JSON, LIST_JWT
from ..render.renderer import Entry
from ..render.rendering import Rendering
from .identity import did_document, document_path


def render(rendering: Rendering) -> None:
    issuer = rendering.site.issuer
    if issuer is None:
        return
    _publish(rendering, LIST_JSON, issuer.status.document)
    _publish(rendering, LIST_JWT, issuer.status.token)
    if path := document_path(issuer):
        text = json.dumps(did_document(issuer), ensure_ascii=False, indent=1)
        _publish(rendering, path, f"{text}\n")


def nav(_rendering: Rendering) -> Iterable[Entry]:
    return ()


def _publish(rendering: Rendering, path: str, text: str) -> None:
    """Past the site builder, which leaves out folders that begin with a dot."""
    content: Future[bytes] = Future()
    content.set_result(text.encode())
    rendering.tree.promise(f"docs/{path}", content)
