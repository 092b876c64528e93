"""A bank for practice beside the same items that are reserved, which may not read alike."""

import re

_ITEM = re.compile(r"(?m)^(?=  - id: )")
_STEM = re.compile(r"(?m)^( +stem: )")


def reworded(bank: str) -> str:
    """The bank with other stems, but for what of it is reserved."""
    return "".join(
        item if "    use: exam" in item else _STEM.sub(r"\1In practice, ", item) for item in _ITEM.split(bank)
    )
