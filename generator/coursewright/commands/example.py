"""The end of a command's help: command lines to copy."""

from .terminal import _


def example(*lines: str) -> str:
    """What follows “coursewright”, line by line; click wraps nothing after its mark."""
    said = (
        _("Examples:") if len(lines) > 1 else _("Example:"),
        *(f"  coursewright {line}" for line in lines),
    )
    return "\b\n" + "\n".join(said)
