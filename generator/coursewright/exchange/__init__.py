"""Formats of other programs, one file a format, read and written over the shapes of interaction."""
