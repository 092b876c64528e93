"""Bytes → positioned data. The only code that reads the sources."""

from .document import Document
from .tree import SourceTree, load_tree

__all__ = ["Document", "SourceTree", "load_tree"]
