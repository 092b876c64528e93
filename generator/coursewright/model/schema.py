"""JSON Schemas of the source files, for completion and hover help in an editor."""

import json
from functools import cache
from typing import Any

from .kind import Kind
from .kinds import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema_files() -> dict[str, str]:
    """File name → schema, one a kind of source file."""
    return {f"{kind.name}.json": _schema(kind) for kind in KINDS}


def is_schema(content: bytes) -> bool:
    """Whether a file begins as those do that are written here."""
    return content.startswith(b'{\n  "$schema": "%b"' % DIALECT.encode())


def _schema(kind: Kind[Any]) -> str:
    schema = {"$schema": DIALECT, **kind.model.model_json_schema(), "title": kind.example}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
