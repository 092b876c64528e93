"""A file that was given to a command, as pages and reports name it."""

from pathlib import Path


def file_named(file: str) -> str:
    """As it was given; of a whole path its name alone, for folders of this machine are nobody's business."""
    return Path(file).name if Path(file).is_absolute() else file
