"""`OutputTree` → a folder: what changed is written, what is stale is deleted."""

from .folder import replace_folder, stage_tree

__all__ = ["replace_folder", "stage_tree"]
