"""Positioned data → frozen models, with every problem of shape and content rule."""

from .sources import Loaded, Sources, validate_tree

__all__ = ["Loaded", "Sources", "validate_tree"]
