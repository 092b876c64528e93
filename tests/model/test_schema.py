"""The JSON Schemas that editors read: sound, explained in two languages, and where files point to."""

import json
import posixpath
import re
from collections.abc import Iterator
from typing import Any

import pytest

from coursewright.model.kinds import KINDS, kind_of
from coursewright.model.schema import DIALECT, schema_files
from trees import ROOT

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}")
KEYWORDS = {
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    "items",
    "prefixItems",
    "enum",
    "const",
    "default",
    "anyOf",
    "oneOf",
    "allOf",
    "discriminator",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
}
TYPES = {"string", "integer", "number", "boolean", "array", "object", "null"}

SCHEMAS = {name: json.loads(text) for name, text in schema_files().items()}
SHIPPED = sorted(
    file.relative_to(ROOT).as_posix()
    for top in ("content", "quizzes")
    for file in (ROOT / top).rglob("*.yml")
)


def subschemas(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    yield path, schema
    for name in ("properties", "$defs"):
        for key, value in schema.get(name, {}).items():
            yield from subschemas(value, f"{path}/{name}/{key}")
    for name in ("items", "additionalProperties"):
        if isinstance(schema.get(name), dict):
            yield from subschemas(schema[name], f"{path}/{name}")
    for name in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for at, value in enumerate(schema.get(name, ())):
            yield from subschemas(value, f"{path}/{name}/{at}")


def test_one_schema_a_kind() -> None:
    assert set(SCHEMAS) == {f"{kind.name}.json" for kind in KINDS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_sound_json_schema(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["$schema"] == DIALECT
    assert schema["type"] == "object"
    for path, part in subschemas(schema):
        assert set(part) <= KEYWORDS, path
        assert part.get("type") in {None, *TYPES}, path
        assert set(part.get("required", ())) <= part.get("properties", {}).keys(), path
        if "pattern" in part:
            re.compile(part["pattern"])
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in schema["$defs"], path
        if part.get("type") == "object":
            assert part["additionalProperties"] is False or "propertyNames" in part, path


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_is_explained_in_chinese_and_english(name: str) -> None:
    unexplained = [
        f"{path}/{key}"
        for path, part in subschemas(SCHEMAS[name])
        for key, value in part.get("properties", {}).items()
        if not bilingual(value.get("description", ""))
    ]
    assert unexplained == []


def bilingual(text: str) -> bool:
    chinese, _, english = text.partition("\n\n")
    return bool(CHINESE.search(chinese) and ENGLISH.search(english) and not CHINESE.search(english))


def test_the_schemas_in_the_folder_are_those_of_the_models() -> None:
    folder = ROOT / "schema"
    assert folder.is_dir(), "run: coursewright schema schema"
    assert {file.name: file.read_text("utf-8") for file in folder.glob("*.json")} == schema_files()


@pytest.mark.parametrize("file", SHIPPED)
def test_a_shipped_file_names_its_schema_for_editors(file: str) -> None:
    """As the YAML language server has it; the address is relative to the file."""
    first = (ROOT / file).read_text("utf-8").split("\n", 1)[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match, first
    kind = kind_of(file)
    assert kind is not None
    assert posixpath.normpath(posixpath.join(posixpath.dirname(file), match[1])) == f"schema/{kind.name}.json"


def test_there_are_shipped_files() -> None:
    assert len(SHIPPED) > 50
