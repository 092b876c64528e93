"""`python -m coursewright`."""

from .commands.main import entry

if __name__ == "__main__":
    entry()
