"""`OutputTree` → a folder: what changed is written, what is stale is deleted, one at a time."""

from .adding import add_files
from .folder import read_stage, stage_tree, write_files
from .lock import lock_of, locked, taken
from .replacing import alone_beside, replace_folder, restore_folder

__all__ = [
    "add_files",
    "alone_beside",
    "lock_of",
    "locked",
    "read_stage",
    "replace_folder",
    "restore_folder",
    "stage_tree",
    "taken",
    "write_files",
]
