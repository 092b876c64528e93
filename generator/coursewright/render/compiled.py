"""Compiled templates: kept in this process, and in a memory that gives back what was put there or nothing.

Jinja's own cache is a folder of the machine, which believes whatever it finds there.
"""

from importlib.metadata import version

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..press.press import Memory

_COMPILED: dict[str, bytes] = {}


class CompiledTemplates(BytecodeCache):
    """What is kept carries a checksum of its template, which Jinja compares."""

    def __init__(self, memory: Memory | None) -> None:
        self._memory = memory

    def load_bytecode(self, bucket: Bucket) -> None:
        key = _key(bucket)
        kept = _COMPILED.get(key) or (self._memory.get(key) if self._memory else None)
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _COMPILED[_key(bucket)] = content = bucket.bytecode_to_string()
        if self._memory:
            self._memory.put(_key(bucket), content)


def _key(bucket: Bucket) -> str:
    return f"{bucket.key}-{version('jinja2')}"
