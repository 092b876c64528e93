"""A static training and certification site generator."""

__version__ = "0.1.0"
