"""jieba, which cuts Chinese for the search index, with the course's terms and a memory of ours.

By itself it keeps its dictionary in the temporary folder, under a name that every
user of the machine may write to, and believes what it finds there.
"""

import logging
import marshal
from importlib.metadata import version
from platform import python_version
from typing import Any

from ..press.press import Memory


def prepare_segmenter(terms: bytes, memory: Memory | None) -> None:
    """Make it start anew when it holds the terms of another build in this process; it reads our `memory`."""
    import jieba  # its import says what it logs, so the level is set after it

    jieba.setLogLevel(logging.WARNING)
    tokenizer: Any = jieba.dt
    if getattr(tokenizer, "terms", terms) != terms:
        tokenizer.__init__(tokenizer.dictionary)
    tokenizer.terms = terms
    tokenizer.initialize = lambda: _initialize(tokenizer, memory)


def _initialize(tokenizer: Any, memory: Memory | None) -> None:
    """What `jieba.Tokenizer.initialize` does, before the first text is cut."""
    if not tokenizer.initialized:
        tokenizer.FREQ, tokenizer.total = _frequencies(tokenizer, memory)
        tokenizer.initialized = True


def _frequencies(tokenizer: Any, memory: Memory | None) -> Any:
    memory = (
        memory if tokenizer.dictionary is None else None
    )  # only the one that comes with it is always the same
    key = f"jieba-{version('jieba')}-{python_version()}"
    if memory and (kept := memory.get(key)) is not None:
        return marshal.loads(kept)  # noqa: S302  ours: a memory gives back what was put there, or nothing
    found = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    if memory:
        memory.put(key, marshal.dumps(found))
    return found
