"""Files of a session's folder that are what the journal says of them."""

from hashlib import sha256
from pathlib import Path

from .shelf import original
from .store import Kept, SessionDamaged


def as_recorded(kept: Kept, file: Path) -> bytes:
    """What is in it. Raises SessionDamaged where no entry has its digest under its name."""
    name = original(file.relative_to(kept.folder).as_posix())
    try:
        content = file.read_bytes()
    except OSError as error:
        raise SessionDamaged(str(file)) from error
    digest = sha256(content).hexdigest()
    if not any(entry.about.get("files", {}).get(name) == digest for entry in kept.entries):
        raise SessionDamaged(str(file))
    return content
