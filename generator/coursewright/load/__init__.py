"""Bytes → positioned data. The only code that reads the sources."""

from .source_file import SourceFile
from .tree import SourceTree, load_tree

__all__ = ["SourceFile", "SourceTree", "load_tree"]
