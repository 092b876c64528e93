"""Files of a session's folder that are what the journal says of them."""

from hashlib import sha256
from pathlib import Path

from ..store import Kept, SessionDamaged


def as_recorded(kept: Kept, file: Path) -> bytes:
    """What is in it. Raises SessionDamaged where no entry has its digest."""
    written = {digest for entry in kept.entries for digest in entry.about.get("files", {}).values()}
    try:
        content = file.read_bytes()
    except OSError as error:
        raise SessionDamaged(str(file)) from error
    if sha256(content).hexdigest() not in written:
        raise SessionDamaged(str(file))
    return content
