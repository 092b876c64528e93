"""`OutputTree` → a folder: what changed is written, what is stale is deleted."""

from .folder import read_stage, replace_folder, stage_tree, write_files

__all__ = ["read_stage", "replace_folder", "stage_tree", "write_files"]
