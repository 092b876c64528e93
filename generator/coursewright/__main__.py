"""`python -m coursewright`."""

from .cli import entry

entry()
