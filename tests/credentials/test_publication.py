"""What the site publishes of its issuer."""

import json
from pathlib import Path

import pytest
from credentials_made import issuer

from coursewright.compiler import compile_course
from coursewright.edit.hand import dumped
from coursewright.model.issuer import Issuer
from trees import ISSUER, write_course


def published(root: Path, own: Issuer | None) -> dict[str, bytes]:
    files = {ISSUER: dumped(own.model_dump(mode="json", exclude_none=True)) if own else None}
    tree = compile_course(write_course(root, files))[1]
    return {path: tree[path] for path in tree if "did.json" in path or "credentials/" in path}


@pytest.mark.parametrize(
    ("site", "path", "did"),
    [
        ("https://a.example/", "docs/.well-known/did.json", "did:web:a.example"),
        ("https://a.example:8443/b/c/", "docs/did.json", "did:web:a.example%3A8443:b:c"),
    ],
)
def test_a_did_document_stands_where_did_web_looks_for_it(
    tmp_path: Path, site: str, path: str, did: str
) -> None:
    own = issuer(site=site)
    files = published(tmp_path, own)
    assert sorted(files) == sorted([path, "docs/credentials/status.json", "docs/credentials/status.jwt"])
    document = json.loads(files[path])
    assert document["id"] == did
    assert document["assertionMethod"] == [f"{did}#es256-1", f"{did}#ed25519-1"]
    assert files["docs/credentials/status.json"].decode() == own.status.document
    assert files["docs/credentials/status.jwt"].decode() == own.status.token


def test_a_did_key_needs_no_document(tmp_path: Path) -> None:
    assert [path for path in published(tmp_path, issuer(web=False)) if "did.json" in path] == []


def test_without_an_issuer_nothing_is_published(tmp_path: Path) -> None:
    assert published(tmp_path, None) == {}


def test_a_published_document_has_no_private_half(tmp_path: Path) -> None:
    files = published(tmp_path, issuer())
    assert not any(b'"d"' in content or b"PRIVATE" in content for content in files.values())
